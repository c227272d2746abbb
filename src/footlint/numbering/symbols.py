"""Symbols that call their notes in another order than the notes stand in at the foot of the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from footlint.facts import ChapterFacts, MarkerFact, NoteFact
from footlint.finding import Related
from footlint.numbering.slip import Slip

#: The order in which printers use the signs.
_ORDER = "*†‡§‖¶#"
_Fact = TypeVar("_Fact", MarkerFact, NoteFact)


def crossed(facts: ChapterFacts) -> Iterator[Slip]:
    """Two neighbours that are swapped on their page; of text and notes, those in the printers' order are right."""
    markers: dict[int, list[MarkerFact]] = {}
    notes: dict[int, list[NoteFact]] = {}
    for marker in facts.markers:
        if marker.marker.style == "symbol":
            markers.setdefault(marker.marker.scope, []).append(marker)
    for note in facts.notes:
        if note.note.style == "symbol":
            notes.setdefault(note.note.scope, []).append(note)
    for scope, page in markers.items():
        called, given = _once(page), _once(notes.get(scope, ()))
        shared = [label for label in called if label in given]
        places = {label: at for at, label in enumerate(label for label in given if label in called)}
        for at, (first, second) in enumerate(pairwise(shared)):
            if places[first] == at + 1 and places[second] == at:
                yield _swapped(called[first], called[second], given[first], given[second])


def _once(facts: Sequence[_Fact]) -> dict[str, _Fact]:
    """What stands once on its page, by label."""
    counts = Counter(fact.label for fact in facts)
    return {fact.label: fact for fact in facts if counts[fact.label] == 1}


def _swapped(first: MarkerFact, second: MarkerFact, note: NoteFact, other: NoteFact) -> Slip:
    if _rank(first.label) < _rank(second.label):
        return Slip(
            "FN007",
            other.note.label_span,
            f"notes {other.label} and {note.label} are swapped",
            note=other.label,
            related=(Related(note.note.label_span, f"note {note.label} stands here"),),
        )
    return Slip(
        "FN006",
        first.span,
        f"markers {first.label} and {second.label} are swapped",
        note=first.label,
        related=(Related(second.span, f"marker {second.label} stands here"),),
    )


def _rank(label: str) -> tuple[int, int]:
    """*, †, ‡ and so on; then **, ††."""
    return len(label), _ORDER.find(label[0])
