"""What the page check and the manuscript check complain of."""

import pytest
from msgspec.structs import replace

from footlint.rules import load
from footlint.testing import manuscript_problems, page_problems

#: Markers after the stop, one before it: FN010 has a fix.
FLAGGED = "Rain.[^1] Hail.[^2] Fog[^3]. Frost.[^4] Snow.[^5]"
FIXED = FLAGGED.replace("Fog[^3].", "Fog.[^3]")
NOTES = "\n\n" + "\n\n".join(f"[^{number}]: Weather book of the parish." for number in range(1, 6)) + "\n"


def page(*, flagged=FLAGGED, fixed=FIXED, clean=FIXED, info="markdown"):
    shown = f"## Fixed\n```markdown\n{fixed}{NOTES}```\n" if fixed else ""
    return (
        "A summary.\n\n## Why it matters\nBecause.\n\n"
        f"## Flagged\n```{info}\n{flagged}{NOTES}```\n{shown}"
        f"## Clean\n```{info}\n{clean}{NOTES}Prose.\n```\n## References\nNone.\n"
    )


def problems(**changes):
    return page_problems(replace(load("FN010"), page=page(**changes)))


def test_a_good_page():
    assert problems() == []


@pytest.mark.parametrize(
    ("changes", "complaints"),
    [
        ({"flagged": FIXED.replace("Snow", "Wind"), "fixed": ""}, ["Flagged 1 is not flagged"]),
        ({"clean": FLAGGED}, ["Clean 1 is flagged: example.md 1:24, note 3: FN010"]),
        ({"fixed": ""}, ["1 flagged examples have a fix, but 0 are shown Fixed"]),
        ({"fixed": FLAGGED}, ["Flagged 1 after its fix is not Fixed 1"]),
        (
            {"flagged": FLAGGED.replace("Rain", "Rain[^6] fell"), "fixed": ""},
            ["breaks another rule", "0 are shown Fixed"],
        ),
    ],
)
def test_complaints(changes, complaints):
    found = problems(**changes)
    assert len(found) == len(complaints)
    for problem, complaint in zip(found, complaints, strict=True):
        assert problem.startswith("FN010")
        assert complaint in problem


def test_other_rules_may_be_named():
    flagged, fixed = FLAGGED.replace("Rain", "Rain[^6] fell"), FIXED.replace("Rain", "Rain[^6] fell")
    assert any("FN001" in problem for problem in problems(flagged=flagged, fixed=fixed))
    assert problems(flagged=flagged, fixed=fixed, info="markdown also=FN001") == []


def test_a_badly_built_page():
    rule = load("FN010")
    assert "sections are" in page_problems(replace(rule, page=rule.page.replace("## Clean", "## Right")))[0]


def test_a_rule_needs_examples():
    found = page_problems(replace(load("FN010"), page="A.\n\n## Why it matters\nSo.\n\n## References\nNone.\n"))
    assert found == ["FN010: no example Flagged", "FN010: no example Clean"]


@pytest.fixture
def chapter(tmp_path):
    path = tmp_path / "chapter.md"

    def write(text, want="", fixed=None):
        path.write_text(text + NOTES, encoding="utf-8")
        if want:
            (tmp_path / "chapter.md.want").write_text(want, encoding="utf-8")
        if fixed is not None:
            (tmp_path / "chapter.md.fixed").write_text(fixed + NOTES, encoding="utf-8")
        return manuscript_problems(str(path))

    return write


def test_wants_that_are_met(chapter):
    assert chapter(f'{FLAGGED} <!-- want FN010 "before" -->') == []
    assert chapter(FLAGGED, '3 FN010 "before"', FIXED) == []


def test_what_is_missing_and_what_is_extra(chapter):
    (extra,) = chapter(FLAGGED)
    assert "not wanted" in extra
    (missing,) = chapter(FIXED, '3 FN010 "before"')
    assert "note 3: no FN010 that says 'before'" in missing
    assert len(chapter(FLAGGED, '3 FN010 "a word it never says"')) == 2
    assert len(chapter(FLAGGED, '3 FN010 "before"\n3 FN010 "before"')) == 1


def test_a_want_that_cannot_be_read(chapter):
    (problem,) = chapter(FLAGGED, "note 3: FN010")
    assert "is no want" in problem


def test_the_golden(chapter):
    (problem,) = chapter(FLAGGED, '3 FN010 "before"', FLAGGED)
    assert "after its fixes is not" in problem
    (problem,) = chapter(FIXED, "# nothing", FIXED)
    assert "nothing is fixed" in problem


def test_a_folder_is_a_book(tmp_path):
    (tmp_path / "1.md").write_text("Rain.[^1]\n\n[^1]: Weather book of the parish.\n", encoding="utf-8")
    (tmp_path / "2.md").write_text("Hail.[^7]\n\n[^7]: Weather book of the parish.\n", encoding="utf-8")
    (problem,) = manuscript_problems(str(tmp_path))
    assert "2.md" in problem
    assert "FN008" in problem
