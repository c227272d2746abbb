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
    "The ledger gives 40 km² of pasture, and 5 m².",
    "It burned in 1780",
    "Three things were forbidden: (1) wine, (2) dice, and (3) cards.",
    "He named [1] the grant, [2] the bounds and [3] the seal;",
    "Art. 12(1) and 3(2) of the Act applied,",
    "The side is a² and the volume b³ of it.",
    "See the list at p. 12.",
    "10⁵ men went, au XVIIᵉ siècle, in ¹⁴C years.",
)
#: What stands between pages beside the text with markers.
ODD_LINES = ("612 men stayed behind, and 13 left.", "1. The mill", "1937 was a bad year.", "12 December was cold.")
TEXTS = (
    "Ledger of the port, p. {}.",
    "Ann Ray, *Rain and Hail*, p. {}.",
    "Ibid., p. {}.",
    "The clerk had been ill for weeks.",
    "1911 was a poor year for barges.",
    "12 December, so the ledger.",
    "82–83.",
)
#: How a marker and a note are typed, and the file's name.
FORMS = {
    "superscript": (lambda label: str(label).translate(SUPERSCRIPTS), "{} {}", "chapter.txt"),
    "superscript, stop": (lambda label: str(label).translate(SUPERSCRIPTS), "{}. {}", "chapter.txt"),
    "superscript, gathered": (lambda label: str(label).translate(SUPERSCRIPTS), "{}. {}", "chapter.txt"),
    "bracket": ("[{}]".format, "[{}] {}", "chapter.txt"),
    "bracket, gathered": ("[{}]".format, "[{}] {}", "chapter.txt"),
    "caret": ("[^{}]".format, "[^{}]: {}", "chapter.md"),
    "html": ("<sup>{}</sup>".format, "{}. {}", "chapter.md"),
}
GATHERED = {"superscript, gathered", "bracket, gathered", "html"}
RESTARTS = ("never", "page", "section")
SECTION = 50
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


def numbering(restart: str, rng: random.Random) -> tuple[list[int], list[int]]:
    """The right number of each note, and its page."""
    if restart == "page":
        sizes = [rng.randint(2, 7) for _ in range(NOTES // 4)]
        return [at + 1 for size in sizes for at in range(size)], [
            page for page, size in enumerate(sizes) for _ in range(size)
        ]
    per_page = rng.choice([3, 4, 5, 8])
    start = rng.choice([1, 166])
    pages = [at // per_page for at in range(NOTES)]
    if restart == "section":
        return [at % SECTION + 1 for at in range(NOTES)], [at // SECTION for at in range(NOTES)]
    return [start + at for at in range(NOTES)], pages


def manuscript(form: str, markers: list[Row], notes: list[Row], page_of: list[int], rng: random.Random) -> str:
    mark, line, name = FORMS[form]
    pages: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for place, label in markers:
        pages[page_of[place]][0].append(label)
    for place, label in notes:
        pages[page_of[place]][1].append(label)
    parts, at_the_end = [], []
    for page in sorted(pages):
        called, given = pages[page]
        sentences = (" ".join(rng.choices(SENTENCES, k=rng.randint(1, 3))) + mark(label) for label in called)
        parts.append(" ".join(sentences) or "A page without notes.")
        if rng.random() < 0.2 and name.endswith("txt"):
            parts.append(rng.choice(ODD_LINES))
        lines = [line.format(label, rng.choice(TEXTS).format(rng.randint(3, 300))) for label in given]
        (at_the_end if form in GATHERED else parts).extend(lines)
    heading = "## Notes" if name.endswith("md") else "NOTES"
    return "\n\n".join([*parts, *([heading, *at_the_end] if at_the_end else [])]) + "\n"


def slipped(slip: str, rng: random.Random, numbers: list[int]) -> tuple[list[Row], list[Row]]:
    markers = list(enumerate(numbers))
    notes = list(markers)
    rows = notes if slip.endswith("note") else markers
    at = rng.randrange(len(numbers))
    place, label = rows[at]
    if slip.startswith("drop"):
        del rows[at]
    elif slip.startswith("double"):
        rows.insert(at + 1, rows[at])
    elif slip.startswith("misnumber"):
        wrong = [label - 1 or 7, label + 1, label * 10 + 2, rng.randrange(1, max(numbers) + 50)]
        rows[at] = place, rng.choice([number for number in wrong if number != label])
    elif slip == "swap":
        other = at + 1 if at + 1 < len(numbers) and numbers[at + 1] > label else at - 1
        (one, first), (two, second) = rows[at], rows[other]
        rows[at], rows[other] = (one, second), (two, first)
    return markers, notes


@pytest.mark.parametrize("seed", range(1))
@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("form", FORMS)
def test_one_slip_gives_one_finding(form: str, slip: str, seed: int) -> None:
    rng = random.Random(f"{form} {slip} {seed}")
    restarts = [restart for restart in RESTARTS if restart != ("page" if form in GATHERED else "section")]
    restart = "never" if form == "caret" else rng.choice(restarts)
    numbers, page_of = numbering(restart, rng)
    markers, notes = slipped(slip, rng, numbers)
    text = manuscript(form, markers, notes, page_of, rng)
    report = run({FORMS[form][2]: text}, Settings(select=("FN",), ignore=("FN010", "FN013")))
    found = [f"{diagnostic.code} {diagnostic.message}" for diagnostic in report.diagnostics]
    assert len(found) == (slip != "none"), found
