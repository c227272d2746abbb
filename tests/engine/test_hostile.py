import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from effort import grows_in_line
from footlint.config import Configurations
from footlint.engine import check

CONFIGURATIONS = Configurations(isolated=True)


def report(name, data):
    return check([name], CONFIGURATIONS, contents={name: data}, jobs=1)


@pytest.mark.parametrize("name", ["c.txt", "c.md"])
@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_bytes_give_findings_or_one_reason(name, data):
    result = report(name, data)
    assert result.status in (0, 1, 2)
    assert not [one for one in result.diagnostics if one.code == "E002"]
    assert not [reason for reason in result.unreadable.values() if "please report" in reason]


SIGNS = st.sampled_from(["[^1]", "[^2]:", "[^", "]", "¹", "²³", "1 ", "\n", "\n\n", "*", "_", "pp. 1–2", "ibid.", " ",
                         "<!--", "-->", "footlint: ignore[FN]", "```", "    ", "\f", "(", ")", "«", ",", ".", "\r",
                         "See", "Ivanov I.", "e\u0301", "\u202e", "| a |", "^[", "# "])  # fmt: skip


@pytest.mark.parametrize("name", ["c.txt", "c.md"])
@given(st.lists(SIGNS, max_size=60))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_signs_give_findings_within_the_text(name, signs):
    text = "".join(signs)
    result = report(name, text.encode())
    assert not result.unreadable
    for diagnostic in result.diagnostics:
        assert diagnostic.code != "E002", diagnostic.message
        assert 0 <= diagnostic.span.start <= diagnostic.span.end <= len(text)
        assert "\n" not in diagnostic.message


@pytest.mark.parametrize("name", ["c.txt", "c.md"])
@pytest.mark.parametrize(
    "piece",
    ["[", "(", "[^", "^[", "*", "_", "¹", "[^1]", "[^1]: x\n", "<!--", "`", "> ", "- ", "a", "1 x\n", "&", "\\"],
)
def test_effort_is_linear(name, piece):
    def checked(size):
        result = report(name, (piece * (size // len(piece))).encode())
        assert not [reason for reason in result.unreadable.values() if "please report" in reason]

    assert grows_in_line(checked, 5_000)


@pytest.mark.parametrize(("name", "opening"), [("c.txt", "One.¹\n\n1 See "), ("c.md", "One.[^1]\n\n[^1]: See ")])
@pytest.mark.parametrize("piece", ["(", "([", ")", "„", "“", "«", '"', "a(", "p. 3, ", "Ivanov, ", "1999 "])
def test_effort_in_a_note_is_linear(name, opening, piece):
    def checked(size):
        report(name, (opening + piece * (size // len(piece))).encode())

    assert grows_in_line(checked, 5_000)
