"""All numbering slips of a chapter: series by series, each slip once, at its cause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from footlint.expressions import expression
from footlint.facts import ChapterFacts, MarkerFact, NoteFact
from footlint.numbering.align import ascending
from footlint.numbering.labels import paired_by_label
from footlint.numbering.sequence import numbered
from footlint.numbering.slip import Slip
from footlint.numbering.symbols import crossed

#: From this share of ascending labels on, numbers count; below it they are mere names of notes.
_IN_ORDER = 0.75
_LETTERED = expression(r"(\d+)[a-z]{1,3}", re.IGNORECASE)


def slips(facts: ChapterFacts) -> tuple[Slip, ...]:
    """All slips of a chapter in source order."""
    found = [slip for series, scope in _groups(facts) for slip in _slips_of(facts, series, scope)]
    found.extend(crossed(facts))
    return tuple(sorted(found, key=lambda slip: (slip.span, slip.code)))


def _groups(facts: ChapterFacts) -> list[tuple[str, int]]:
    """The sequences that count by themselves.

    Inline notes are left out, for they cannot lose each other; so are notes typed by hand among automatic ones, whose
    one fault is that they are typed.
    """
    apart = {"inline", "superscript"} if facts.layout == "automatic" else {"inline"}
    marked = {(fact.marker.series, fact.marker.scope) for fact in facts.markers if fact.marker.style not in apart}
    noted = {(fact.note.series, fact.note.scope) for fact in facts.notes if fact.note.style not in apart}
    return sorted(marked | noted)


def _slips_of(facts: ChapterFacts, series: str, scope: int) -> Iterator[Slip]:
    called = _in_reading_order(facts)
    markers = [
        fact
        for fact in called
        if (fact.marker.series, fact.marker.scope) == (series, scope) and fact.marker.style != "inline"
    ]
    notes = [
        fact
        for fact in facts.notes
        if (fact.note.series, fact.note.scope) == (series, scope) and fact.note.style != "inline"
    ]
    plain_markers = [fact for fact in markers if fact.marker.number is not None]
    plain_notes = [fact for fact in notes if fact.note.number is not None]
    if _count_upwards(plain_markers, plain_notes):
        elsewhere = {*_lettered(markers, notes), *_named(called, series, scope)}
        yield from numbered(plain_markers, plain_notes, elsewhere, facts)
        markers = [fact for fact in markers if fact.marker.number is None]
        notes = [fact for fact in notes if fact.note.number is None]
    yield from paired_by_label(markers, notes, facts)


def _in_reading_order(facts: ChapterFacts) -> list[MarkerFact]:
    """Markers as a reader meets them: one inside a note right after the marker that calls this note."""
    nested: dict[tuple[str, int, str], list[MarkerFact]] = {}
    for fact in facts.markers:
        if fact.marker.note is not None:
            note = facts.notes[fact.marker.note].note
            nested.setdefault((note.series, note.scope, note.label), []).append(fact)
    if not nested:
        return list(facts.markers)
    ordered: list[MarkerFact] = []
    for fact in facts.markers:
        if fact.marker.note is None:
            # A stack and no recursion: notes may nest as deep as a hostile file likes, or call each other.
            waiting = [fact]
            while waiting:
                now = waiting.pop()
                ordered.append(now)
                waiting.extend(reversed(nested.pop((now.marker.series, now.marker.scope, now.label), [])))
    for rest in nested.values():
        ordered.extend(rest)
    return ordered


def _count_upwards(markers: list[MarkerFact], notes: list[NoteFact]) -> bool:
    """Whether the numbers are an order and not only names that happen to be numbers."""
    for numbers in (
        _without_repeats(fact.marker.number for fact in markers),
        _without_repeats(fact.note.number for fact in notes),
    ):
        if numbers and len(ascending(numbers)) < _IN_ORDER * len(numbers):
            return len(numbers) <= 3  # noqa: PLR2004 - too few to be called names
    return True


def _without_repeats(numbers: Iterable[int | None]) -> list[int]:
    return list(dict.fromkeys(number for number in numbers if number is not None))


def _named(called: list[MarkerFact], series: str, scope: int) -> Iterator[int]:
    """The numbers whose notes have a name instead, or stand inline: [^2], then [^primer], then [^4]."""
    last: int | None = None
    names = 0
    for fact in called:
        marker = fact.marker
        if marker.number is None:
            # a label such as ed1 counts by itself
            names += marker.style == "inline" or (marker.style == "caret" and not marker.label[-1:].isdigit())
        elif (marker.series, marker.scope) == (series, scope):
            if last is not None and 0 < marker.number - last - 1 <= names:
                yield from range(last + 1, marker.number)
            last, names = marker.number, 0


def _lettered(markers: list[MarkerFact], notes: list[NoteFact]) -> Iterator[int]:
    """The numbers that stand only with letters (19a, 19b), so that 19 is not missing."""
    for label in {fact.label for fact in markers} | {fact.label for fact in notes}:
        match = _LETTERED.fullmatch(label)
        if match:
            yield int(match[1])
