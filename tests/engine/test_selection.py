import pytest

from footlint.rules import MODULES
from footlint.selection import families, is_selected, is_selector


@pytest.mark.parametrize(
    ("select", "ignore", "runs"),
    [
        (["all"], [], True),
        (["FN"], [], True),
        (["FN003"], [], True),
        (["PG"], [], False),
        ([], [], False),
        (["all"], ["FN003"], False),
        (["all"], ["FN"], False),
        (["FN003"], ["FN"], True),
        (["FN"], ["FN003"], False),
        (["FN003"], ["FN003"], False),
        (["FN"], ["all"], True),
        (["FN00"], [], True),
        (["FN01"], [], False),
        (["FN"], ["FN00"], False),
        (["FN003"], ["FN00"], True),
    ],
)
def test_the_most_exact_name_decides(select, ignore, runs):
    assert is_selected("FN003", select, ignore) is runs


def test_families():
    assert families()[:2] == ("FN", "PG")
    assert "E" in families()
    assert all(is_selector(name) for name in (*MODULES, *families(), "all"))
    assert is_selector("FN01")
    assert not any(is_selector(name) for name in ("FN03", "F", "", "1", "FN0031"))
