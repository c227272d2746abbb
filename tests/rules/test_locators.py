"""The locator rules on small sets of notes: where they speak, and above all where they are silent."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footlint.fixes import apply
from footlint.settings import Settings
from footlint.testing import run

WORK = "Anna Marsh, *Winters of the North* (Leeds: Harrow, 1990)"
SHORT = "Marsh, *Winters of the North*"


def manuscript(notes):
    calls = " ".join(f"Sentence.[^{number}]" for number in range(1, len(notes) + 1))
    return calls + "\n\n" + "\n\n".join(f"[^{number}]: {note}" for number, note in enumerate(notes, 1)) + "\n"


def found(*notes, style=None):
    report = run({"x.md": manuscript(notes)}, Settings(select=("PG",), style=style or {}))
    return [(int(diagnostic.note), diagnostic.code) for diagnostic in report.diagnostics]


def cited(*locators):
    """A full reference first, short ones after it."""
    return [closed(f"{WORK}, {locators[0]}"), *(closed(f"{SHORT}, {locator}") for locator in locators[1:])]


def closed(note):
    return note if note.endswith(".") else f"{note}."


PREFIXED = cited("pp. 14–19", "p. 30", "pp. 41–44", "p. 60", "pp. 71–72")
BARE = cited("14–19", "30", "41–44", "60", "71–72")


@pytest.mark.parametrize("notes", [PREFIXED, BARE])
@pytest.mark.parametrize(
    "note",
    [
        # places where a bare page, or none, is custom
        "*The Evening Post*, 3 May 1931.",
        "*The Evening Post*, 8.6.1935.",
        "See the table below; in 1934 there were 631 of them, in 1935 3,447, and in 1936 23,279.",
        "The figures for 1937–38 are estimates.",
        "State Archive, f. 17, op. 3, d. 987, l. 12.",
        "Ibid.",
        "See note 2 above.",
        "*Salters v Commissioners* [1870] 2 AC 117.",
        "“Report,” <https://archive.example.org/salt>, accessed 2 March 2020.",
        "The whole of the second volume is given over to snow.",
        "Homer, *Iliad* 2, 484.",
        "Plato, *Rep.* 514a–517c.",
        "Marsh, *Winters of the North*, no. 4.",
        "“Snow,” in *Encyclopaedia of Weather*, 3rd ed. (London: Marsh, 1911).",
        "Anna Marsh, “Reading,” <https://archive.example.org/x.mp3>, at 32:52–33:10.",
        "(1) snow in the north, (2) rain in the south.",
        "Hugh Dorn, “Walls,” *Journal of Walls* 12, no. 3 (2009): 45–67.",
        "J. Roe, 'Walls', *Past Walls*, 34 (1991), 123–145 (p. 130).",
    ],
)
def test_silent_beside_either_custom(notes, note):
    if "(p. 130)" in note and notes is BARE:
        return
    assert found(*notes, note) == []


@pytest.mark.parametrize(
    "notes",
    [
        cited("p. 12-15", "p. 30", "p. 41-44", "p. 60-61", "p. 71 et 75"),
        cited("S. 12–15", "S. 45 f.", "S. 51 ff.", "S. 60", "S. 71, Anm. 3"),
        cited("s. 12–15", "s. 30", "s. 41–44", "s. 60, 62", "s. 71"),
        cited("С. 12–15", "С. 30", "С. 41–44", "С. 60, 62", "С. 71"),
        cited("100–104", "107–8", "1002–6", "321–28", "1100–1113", "71–72", "498–532"),
        cited("pp. 100–22", "pp. 104–08", "p. 30", "pp. 321–28", "p. ix"),
        cited("pp. 1–12", "p. 14", "pp. 20–2", "pp. 115–17", "pp. 207–8", "pp. 231–6"),
        cited("pp. 3-7", "p. 11", "pp. 14-15", "pp. 101-109", "pp. xii-xv"),
        cited("pp. 9–11", "pp. 99–101", "pp. 998–1003", "pp. 15, 17–19, 23", "pp. ix, 4"),
    ],
    ids=str,
)
def test_every_consistent_style_is_right(notes):
    assert found(*notes) == []


@pytest.mark.parametrize(
    ("locator", "codes"),
    [
        ("288–292", ["PG002"]),
        ("198", ["PG002"]),
        ("p. 110–113", ["PG003"]),
        ("p. 110 and 113", ["PG003"]),
        ("pp. 110", ["PG003"]),
        ("pp. 170–168", ["PG004"]),
        ("pp. xv–xii", ["PG004"]),
        ("pp. 148-152", ["PG006"]),
        ("pp. 148/152", ["PG006"]),
        ("pp. 148 – 152", ["PG006"]),
        ("pp. 621–623 and 576", ["PG009"]),
        ("pp. 351, 366–373 etc.", ["PG010"]),
        ("pp. 366 ff.", ["PG010"]),
        ("pp. 45, 366–373", []),
        ("pp. 366–73", []),
        ("p. 410, n. 1", []),
        ("pp. 110–115, esp. 112", []),
    ],
)
def test_one_slip_one_finding(locator, codes):
    assert found(*PREFIXED, closed(f"{SHORT}, {locator}")) == [(6, code) for code in codes]


def test_condensed_among_full_and_the_reverse():
    full = cited("pp. 121–128", "pp. 143–145", "pp. 207–209", "pp. 233–238")
    short = cited("pp. 121–28", "pp. 143–45", "pp. 207–9", "pp. 233–38")
    assert found(*full, f"{SHORT}, pp. 301–7.") == [(5, "PG005")]
    assert found(*short, f"{SHORT}, pp. 301–307.") == [(5, "PG005")]


def test_a_lone_work_without_pages():
    assert found(*PREFIXED, f"{SHORT}.") == [(6, "PG001")]


def test_works_named_as_such_beside_pages():
    whole = [
        "See Paul Reed, *Harbours* (York: Minster Press, 1971).",
        "See Ruth Calder, *Mills* (Bristol: Avon, 1988).",
    ]
    assert found(*PREFIXED, *whole) == []


def test_a_list_of_literature():
    listed = (
        "See Paul Reed, *Harbours* (York: Minster Press, 1971); Ruth Calder, *Mills* (Bristol: Avon House, 1988); "
        "Ellen Voss, *Insects* (Bath: Roman Press, 1999)."
    )
    assert found(*PREFIXED, listed) == []


def test_half_and_half_is_one_finding():
    mixed = cited(*(f"pp. {n}1{'–-'[n % 2]}{n}4" for n in range(1, 11)))
    assert [code for _, code in found(*mixed)] == ["PG006"]


def test_the_house_style_decides_against_the_vote():
    assert found(*BARE, style={"page-prefix": "given"}) == [(n, "PG002") for n in range(1, 6)]
    assert found(*PREFIXED, style={"range-dash": "hyphen"}) == [(n, "PG006") for n in (1, 3, 5)]


def test_volume_and_page_are_bare_by_custom():
    assert found(*PREFIXED, "Peter Lisle, *The Companion*, 2 vols (London: Marsh, 1901), II, 345.") == []
    assert found(*PREFIXED, "Peter Lisle, *The Companion* (London: Marsh, 1901), 2:345.") == []


def test_volumes_with_a_word_take_a_prefix():
    notes = ["*Rolls*, Vol. II, p. 609.", "*Rolls*, Vol. II, 592 and 646."]
    assert found(*PREFIXED, *notes) == [(7, "PG002")]


def journal(number, pages):
    return f"Hugh Dorn, “Walls of Hull {number},” *Journal of Walls* {number}, no. 3 (2009), {pages}."


def test_a_few_journals_are_enough_where_books_agree():
    agreeing = [journal(1, "pp. 4–9"), journal(2, "pp. 11–19"), journal(3, "45–67")]
    assert found(*PREFIXED, *agreeing) == [(8, "PG002")]
    assert found(*PREFIXED, journal(1, "4–9"), journal(2, "11–19"), journal(3, "45–67")) == []
    assert found(*PREFIXED, journal(1, "pp. 4–9"), journal(2, "45–67")) == []


PAGES = st.one_of(
    st.integers(1, 999).map(str),
    st.tuples(st.integers(1, 999), st.sampled_from(["–", "-", "/", " – ", "– ", "--"]), st.integers(1, 999)).map(
        lambda parts: f"{parts[0]}{parts[1]}{parts[2]}"
    ),
    st.sampled_from(["xii–xv", "45 ff.", "45 f.", "366–373 etc.", "1O5", "45–", "–47", "17r–18v", "107–8", "passim"]),
)
LOCATORS = st.tuples(st.sampled_from(["", "p. ", "pp. ", "S. ", "Vol. II, "]), st.lists(PAGES, min_size=1, max_size=3))


@settings(max_examples=60, deadline=None)
@given(st.lists(LOCATORS, min_size=1, max_size=12))
def test_no_locator_breaks_a_rule_and_fixes_come_to_rest(locators):
    text = manuscript(cited(*(prefix + ", ".join(pages) for prefix, pages in locators)))
    for _ in range(6):
        report = run({"x.md": text}, Settings(select=("PG", "E")))
        assert not [diagnostic for diagnostic in report.diagnostics if diagnostic.code == "E002"]
        fixed, applied = apply(text, report.diagnostics, "unsafe")
        if not applied:
            return
        assert fixed != text
        text = fixed
    pytest.fail(f"still changing: {text}")
