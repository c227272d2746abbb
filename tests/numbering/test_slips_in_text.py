"""One slip, one finding: random slips in chapters of 400 notes as people type them, read from their text."""

from __future__ import annotations

import random
from collections import defaultdict

import pytest

from footlint.settings import Settings
from footlint.testing import run

NOTES = 400
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SENTENCES = (
    "The barge left in the morning.",
    "Nobody had counted the sacks.",
    "A clerk wrote it down twice.",
    "In 1911 the river froze early.",
    "The ledger gives 40 km² of pasture.",
)
TEXTS = (
    "Ledger of the port, p. {}.",
    "Ann Ray, *Rain and Hail*, p. {}.",
    "Ibid., p. {}.",
    "The clerk had been ill for weeks.",
    "1911 was a poor year for barges.",
)
#: How a marker and a note are typed, and the file's name.
FORMS = {
    "superscript": (lambda label: str(label).translate(SUPERSCRIPTS), "{} {}", "chapter.txt"),
    "bracket": ("[{}]".format, "[{}] {}", "chapter.txt"),
    "caret": ("[^{}]".format, "[^{}]: {}", "chapter.md"),
}
SLIPS = (
    "none",
    "drop marker",
    "drop note",
    "double marker",
    "double note",
    "misnumber marker",
    "misnumber note",
    "swap",
)
Row = tuple[int, int]  # the note's place in the right order, and the number that it has


def manuscript(form: str, markers: list[Row], notes: list[Row], per_page: int, rng: random.Random) -> str:
    mark, line, _ = FORMS[form]
    pages: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for place, label in markers:
        pages[place // per_page][0].append(label)
    for place, label in notes:
        pages[place // per_page][1].append(label)
    parts, at_the_end = [], []
    for page in sorted(pages):
        called, given = pages[page]
        sentences = (" ".join(rng.choices(SENTENCES, k=rng.randint(1, 3))) + mark(label) for label in called)
        parts.append(" ".join(sentences) or "A page without notes.")
        lines = [line.format(label, rng.choice(TEXTS).format(rng.randint(3, 300))) for label in given]
        (at_the_end if form == "bracket" else parts).extend(lines)
    return "\n\n".join([*parts, *(["NOTES", *at_the_end] if at_the_end else [])]) + "\n"


def slipped(slip: str, rng: random.Random, start: int) -> tuple[list[Row], list[Row]]:
    markers = [(place, start + place) for place in range(NOTES)]
    notes = list(markers)
    rows = notes if slip.endswith("note") else markers
    at = rng.randrange(NOTES)
    place, label = rows[at]
    if slip.startswith("drop"):
        del rows[at]
    elif slip.startswith("double"):
        rows.insert(at + 1, rows[at])
    elif slip.startswith("misnumber"):
        wrong = [label - 1 or 7, label + 1, label * 10 + 2, rng.randrange(1, start + NOTES + 50)]
        rows[at] = place, rng.choice([number for number in wrong if number != label])
    elif slip == "swap":
        other = at + 1 if at + 1 < NOTES else at - 1
        (one, first), (two, second) = rows[at], rows[other]
        rows[at], rows[other] = (one, second), (two, first)
    return markers, notes


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("form", FORMS)
def test_one_slip_gives_one_finding(form: str, slip: str, seed: int) -> None:
    rng = random.Random(f"{form} {slip} {seed}")
    markers, notes = slipped(slip, rng, rng.choice([1, 166]))
    text = manuscript(form, markers, notes, rng.choice([3, 4, 5, 8]), rng)
    report = run({FORMS[form][2]: text}, Settings(select=("FN",), ignore=("FN010", "FN013")))
    found = [f"{diagnostic.code} {diagnostic.message}" for diagnostic in report.diagnostics]
    assert len(found) == (slip != "none"), found
