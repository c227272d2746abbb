"""Recognises the form of a chapter's markers and notes: which signs, answered by which labels."""

from __future__ import annotations

from footlint.readers.plain.entries import Entry, Section
from footlint.readers.plain.signs import FAIR, Sign
from footlint.record import Record

#: Which markers call a note whose label is of a kind.
CALLED_BY = {
    "number": ("superscript", "bracket", "parenthesis"),
    "superscript": ("superscript",),
    "bracket": ("bracket",),
    "parenthesis": ("parenthesis",),
}
FIRST_YEAR, LAST_YEAR = 1000, 2100
#: Labels this near to each other belong to one sequence.
CLOSE = 2


class Form(Record, frozen=True):
    """What a chapter's markers look like, and its notes' labels."""

    style: str
    family: str


def kind_of(family: str) -> str:
    """The kind of the labels of a family: their delimiter does not count."""
    return family.rstrip(".):")


def provisional(signs: list[Sign]) -> dict[str, list[Sign]]:
    """For each style the signs that may be taken for markers before the notes are known."""
    by_style: dict[str, list[Sign]] = {"superscript": [], "bracket": [], "parenthesis": []}
    for sign in signs:
        if sign.strength >= FAIR:
            by_style[sign.style].append(sign)
    attached = [sign for sign in by_style["bracket"] if not sign.spaced]
    if 2 * len(attached) >= len(by_style["bracket"]):
        by_style["bracket"] = attached
    return by_style


def plausible(signs: list[Sign], entries: list[Entry]) -> list[Sign]:
    """The signs without bracketed years, unless lines are labelled with such numbers."""
    ranks = {entry.rank for entry in entries}
    return [
        sign
        for sign in signs
        if sign.style == "superscript" or not is_year(sign.number) or not ranks.isdisjoint(_around(sign.number or 0))
    ]


def _around(number: int) -> range:
    return range(number - CLOSE, number + CLOSE + 1)


def is_year(number: int | None) -> bool:
    """Tell whether a number would be read as a year."""
    return number is not None and FIRST_YEAR <= number <= LAST_YEAR


def recognise(
    entries: list[Entry], markers: dict[str, list[Sign]], sections: list[Section], wanted: str
) -> Form | None:
    """The form in which most labelled lines are called; None where nothing shows that the chapter has notes."""
    best: tuple[int, Form] | None = None
    families = {entry.family for entry in entries if entry.family != "symbol"}
    for style, signs in markers.items():
        if wanted not in {"auto", style} and not (wanted == "bracket" and style == "parenthesis"):
            continue
        starts: dict[str, int] = {}
        for sign in signs:
            starts.setdefault(sign.label, sign.start)
        for family in sorted(families):
            if style not in CALLED_BY[kind_of(family)]:
                continue
            called = {
                entry.label
                for entry in entries
                if entry.family == family and starts.get(entry.label, entry.start) < entry.start
            }
            enough = _least(style, family, sections=bool(sections))
            # "(1) wine, (2) dice" is common enough to be outdone by half as many other signs.
            before = 0 if best is None else best[0] * (2 if style == "parenthesis" else 1)
            if len(called) >= max(enough, before + 1):
                best = len(called), Form(style, family)
    return best[1] if best else None


def _least(style: str, family: str, *, sections: bool) -> int:
    """How many notes must be called before the form is believed."""
    if style == "superscript" or (style == "bracket" and family == "bracket"):
        return 1
    if style == "bracket":
        return 1 if sections else 2
    return 2 if family == "parenthesis" or sections else 3
