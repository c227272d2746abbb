"""Chains of references: ibid. and what it repeats, short forms and full ones; the guilty, the innocent, each house."""

import pytest

from footlint.testing.checks import run

PROFILES = ("none", "chicago", "chicago-no-ibid", "mhra", "slavic-review", "scholarly-german")
#: The rules on chains; each house has opinions on other things.
CHAINS = ("CT001", "CT002", "CT004", "CT011", "CT016", "CT017", "PG008")

MILLS = "Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), 20."
WEIRS = "Ruth Calder, *Weirs and Locks* (Hull: Humber, 1990), 3."
WEATHER = "Ivor Penn, *Weather* (Cardiff: Taff, 2004), 9."
DEBTS = "Ada Roe, “Debts of the Weir,” *River Review* 12, no. 3 (1974): 211–38."
WALLS = "Hugh Dorn, *Walls* (Hull: Humber, 1966), 41."

#: What the chain is, its notes, and what is found: by all houses, or by those that see it differently.
GUILTY = {
    "ibid. after two works in one note": ((f"{MILLS[:-1]}; {WEATHER}", "Ibid., 14."), {"": ["CT002 2"]}),
    "ibid. after two sentences with a work each": ((f"{MILLS} {WEATHER}", "Ibid., 14."), {"": ["CT002 2"]}),
    "ibid. after a remark": (
        (MILLS, "The mill was small.", "Ibid., 14."),
        {"": [], "chicago": ["CT002 3"], "slavic-review": ["CT002 3"], "chicago-no-ibid": ["CT017 3"]},
    ),
    "ibid. in a first note": (("Ibid., 14.", MILLS), {"": ["CT001 1"]}),
    "ibid. at all": ((MILLS, "Ibid., 14."), {"": [], "chicago-no-ibid": ["CT017 2"]}),
    "ebd. after two works": ((f"{MILLS[:-1]}; {WEATHER}", "Ebd., S. 14."), {"": ["CT002 2"]}),
    "short before full": (
        ("Calder, *Mills and Millers*, 14.", WEATHER, WALLS, MILLS),
        {"": ["CT011 1"]},
    ),
    "a short form that fits two works": ((MILLS, WEIRS, WEATHER, "Calder, 14."), {"": ["CT016 4"]}),
    "a page outside an article": ((DEBTS, WEATHER, "Roe, “Debts of the Weir,” 311."), {"": ["PG008 3"]}),
    "ibid. outside an article": (
        (DEBTS, "Ibid., 311."),
        {"": ["PG008 2"], "chicago-no-ibid": ["CT017 2", "PG008 2"]},
    ),
    "one title with two years": ((MILLS, WEATHER, MILLS.replace("1988", "1989")), {"": ["CT004 3"]}),
}

INNOCENT = {
    "ibid. after one work": (MILLS, "Ibid., 14.", "Ibid."),
    "ibid. within its note": (MILLS, f"{WEATHER[:-1]}; ibid., 14."),
    "ibid. after a cross-reference": (MILLS, "See note 1 above.", "Ibid., 14."),
    "short after full": (MILLS, WEATHER, "Calder, *Mills and Millers*, 14.", "Calder, 15."),
    "a short form with its title": (MILLS, WEIRS, WEATHER, "Calder, *Weirs*, 14."),
    "a page inside an article": (DEBTS, WEATHER, "Roe, “Debts of the Weir,” 231."),
    "another edition that is named": (
        MILLS, WEATHER, "Ruth Calder, *Mills and Millers*, 2nd ed. (Bristol: Avon House, 1996), 31.",
    ),
}  # fmt: skip


def chapter(notes, first=1, order=None):
    numbers = range(first, first + len(notes))
    body = " ".join(f"It rained.[^{number}]" for number in order or numbers)
    return f"{body}\n\n" + "\n".join(f"[^{number}]: {note}" for number, note in zip(numbers, notes, strict=True)) + "\n"


def found(files):
    return [f"{one.code} {one.note}" for one in run(files).diagnostics if one.code in CHAINS]


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("what", GUILTY)
def test_the_guilty(what, profile):
    notes, seen = GUILTY[what]
    files = {"footlint.toml": f'extend = "{profile}"\n', "a.md": chapter(notes)}
    assert found(files) == seen.get(profile, seen[""])


@pytest.mark.parametrize("profile", [profile for profile in PROFILES if profile != "chicago-no-ibid"])
@pytest.mark.parametrize("what", INNOCENT)
def test_the_innocent(what, profile):
    assert found({"footlint.toml": f'extend = "{profile}"\n', "a.md": chapter(INNOCENT[what])}) == []


def test_ibid_over_a_chapter_boundary():
    book = '[book]\nchapters = ["a.md", "b.md"]\n'
    files = {"footlint.toml": book, "a.md": chapter([MILLS]), "b.md": chapter(["Ibid., 14."], first=2)}
    assert found(files) == ["CT001 2"]
    files["b.md"] = chapter(["Calder, *Mills and Millers*, 14.", "Ibid., 15."], first=2)
    assert found(files) == []


def test_ibid_after_a_marker_that_was_moved():
    """A reader meets the note between them first; the slip of the marker is one finding, and ibid. none."""
    moved = chapter([MILLS, WEATHER, "Ibid., 14."], order=[1, 3, 2])
    assert [one.code for one in run({"a.md": moved}).diagnostics] == ["FN006"]
