"""The order in which a reader meets the notes of a chapter."""

from __future__ import annotations

from itertools import pairwise

from footlint.facts import ChapterFacts

#: Of so many numbers one may stand out of order by a slip.
_SLIP_IN = 10


def reading_order(facts: ChapterFacts) -> tuple[int, ...]:
    """The indices of the notes in the order of their markers, where definitions may stand anywhere.

    A note without a marker stays behind the one that it stands behind in the file.
    """
    if facts.layout != "definitions":
        return tuple(range(len(facts.notes)))
    if _counted(facts):
        return tuple(range(len(facts.notes)))
    called: dict[tuple[str, int], int] = {}
    for at, called_by in enumerate(facts.markers):
        called.setdefault((called_by.label.casefold(), called_by.marker.scope), at)
    keys = []
    last = -1
    for fact in facts.notes:
        last = called.get((fact.label.casefold(), fact.note.scope), last)
        keys.append(last)
    return tuple(sorted(range(len(keys)), key=lambda at: (keys[at], at)))


def thread(facts: ChapterFacts, at: int) -> str:
    """The notes among which ibid. points back. In a Word file each series stands in a place of its own."""
    return facts.notes[at].note.series if facts.layout == "automatic" else ""


def _counted(facts: ChapterFacts) -> bool:
    """Whether markers and notes count up alike: a marker out of order is a slip, and the notes know better."""
    notes = [fact.note.number for fact in facts.notes]
    markers = [fact.marker.number for fact in facts.markers]
    return bool(notes) and _ascends(notes) and _ascends(markers)


def _ascends(numbers: list[int | None]) -> bool:
    known = [number for number in numbers if number is not None]
    falls = sum(first > second for first, second in pairwise(known))
    return len(known) == len(numbers) and falls * _SLIP_IN <= len(numbers)
