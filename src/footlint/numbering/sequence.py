"""Numbered markers against numbered notes: what was dropped, doubled, misnumbered, moved, left out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from footlint.facts import ChapterFacts, MarkerFact, NoteFact
from footlint.finding import WARNING, Edit, Fix, Related, Severity
from footlint.numbering.align import align, ascending
from footlint.numbering.labels import called_again, doubled_note, missing, orphan
from footlint.numbering.slip import Slip
from footlint.record import replace
from footlint.source import Span

#: What joins the ends of a range of markers, and how many notes one calls at most.
_DASHES = frozenset("⁻–-")
_LONGEST_RANGE = 20
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class _Place:
    """One place in the joint order of markers and notes, and the numbers between which it stands."""

    __slots__ = ("after", "at", "before", "marker", "note")

    def __init__(self, at: int, marker: MarkerFact | None, note: NoteFact | None) -> None:
        self.at = at
        self.marker = marker
        self.note = note
        self.before: int | None = None
        self.after: int | None = None

    @property
    def called(self) -> int | None:
        return None if self.marker is None else self.marker.marker.number

    @property
    def given(self) -> int | None:
        return None if self.note is None else self.note.note.number

    def fits(self, number: int) -> bool:
        """Whether the number would stand in order here."""
        return (self.before is None or self.before < number) and (self.after is None or number < self.after)

    def follows_on(self, number: int) -> bool:
        """Whether the number is the very next to one of its neighbours."""
        return number in (
            None if self.before is None else self.before + 1,
            None if self.after is None else self.after - 1,
        )


def numbered(
    markers: list[MarkerFact], notes: list[NoteFact], elsewhere: set[int], facts: ChapterFacts
) -> Iterator[Slip]:
    """The slips of one sequence. `elsewhere` are numbers that stand with letters (19a, 19b) or as names only."""
    markers, joined = _take_apart(_with_ranges(markers), notes)
    yield from joined
    if facts.layout == "definitions":
        # Where definitions may stand in any order, theirs counts only when it is one.
        given = [fact.note.number or 0 for fact in notes]
        if len(ascending(given)) < len(given) / 2:
            notes = sorted(notes, key=lambda fact: fact.note.number or 0)
    pairs = align([fact.marker.number or 0 for fact in markers], [fact.note.number or 0 for fact in notes])
    places = [
        _Place(at, None if i is None else markers[i], None if j is None else notes[j])
        for at, (i, j) in enumerate(pairs)
    ]
    agreed = [place for place in places if place.called is not None and place.called == place.given]
    chain = [agreed[at] for at in ascending([place.called or 0 for place in agreed])]
    _bound(places, chain)
    severity = WARNING if facts.reuse else None
    yield from _disagreements([place for place in places if place.called != place.given], agreed, facts, severity)
    astray = _astray(agreed, chain)
    yield from _strays(astray, severity)
    present = elsewhere | {place.called or 0 for place in places} | {place.given or 0 for place in places}
    lost_places = [place.before for place in (*astray, *places) if _fits_nowhere(place)]
    yield from _gaps(chain, sorted(present), [number for number in lost_places if number is not None], severity)


def _with_ranges(markers: list[MarkerFact]) -> list[MarkerFact]:
    """Let a range of markers (³⁻⁵, [3]–[5]) call the notes between its ends too."""
    if not any(fact.after in _DASHES for fact in markers):
        return markers
    spread: list[MarkerFact] = []
    for fact, following in pairwise([*markers, markers[-1]]):
        spread.append(fact)
        first, last = fact.marker.number or 0, following.marker.number or 0
        if fact.after in _DASHES and following.span.start == fact.span.end + 1 and last - first <= _LONGEST_RANGE:
            spread.extend(_as(fact, str(number)) for number in range(first + 1, last))
    return spread


def _take_apart(markers: list[MarkerFact], notes: list[NoteFact]) -> tuple[list[MarkerFact], list[Slip]]:
    """Read a marker such as ¹²¹³ as the two that it is, where notes 12 and 13 wait for one."""
    called = {fact.marker.number for fact in markers}
    waiting = {fact.note.number for fact in notes} - called
    known = {fact.note.number for fact in notes}
    apart: list[MarkerFact] = []
    slips: list[Slip] = []
    for fact in markers:
        label = fact.label
        halves = next(
            (
                (label[:cut], label[cut:])
                for cut in range(1, min(len(label), 12))
                if label.isdecimal()
                and fact.marker.number not in known
                and int(label[cut:]) == int(label[:cut]) + 1
                and {int(label[:cut]), int(label[cut:])} <= waiting
            ),
            None,
        ) if waiting else None  # fmt: skip
        if halves is None:
            apart.append(fact)
            continue
        first, second = halves
        slips.append(
            Slip(
                "FN014",
                fact.span,
                f"markers {first} and {second} run together and read as {label}",
                note=first,
            )
        )
        apart.extend(_as(fact, half) for half in halves)
    return apart, slips


def _as(fact: MarkerFact, label: str) -> MarkerFact:
    return replace(fact, marker=replace(fact.marker, label=label, number=int(label)))


def _bound(places: list[_Place], chain: list[_Place]) -> None:
    """Tell each place between which numbers of the unbroken chain it stands."""
    links = {id(place) for place in chain}
    before: int | None = None
    for place in places:
        place.before = before
        if id(place) in links:
            before = place.called
    after: int | None = None
    for place in reversed(places):
        place.after = after
        if id(place) in links:
            after = place.called


def _disagreements(
    places: list[_Place], agreed: list[_Place], facts: ChapterFacts, severity: Severity | None
) -> Iterator[Slip]:
    called = {place.called: place for place in reversed(places) if place.marker is not None}
    given = {place.given: place for place in reversed(places) if place.note is not None}
    settled = {place.called: place for place in reversed(agreed)}
    told: set[int] = set()
    for number, place in called.items():
        if number in given and number is not None and number not in told and number not in settled:
            told.add(number)
            yield from _moved(place, given[number], told, severity)
    for place in places:
        marker = place.marker if place.called not in told else None
        note = place.note if place.given not in told else None
        if marker is not None and note is not None:
            yield from _misnumbered(place, marker, note, settled, severity)
        elif marker is not None:
            yield from _lone_marker(place, marker, settled, facts)
        elif note is not None:
            first = settled.get(place.given)
            yield orphan(note) if first is None or first.note is None else doubled_note(note, first.note)


def _moved(at: _Place, home: _Place, told: set[int], severity: Severity | None) -> Iterator[Slip]:
    """A marker and its note that stand at different places: two swapped, or one moved."""
    marker, note = at.marker, home.note
    assert marker is not None
    assert note is not None
    number = marker.marker.number or 0
    other = at.given
    swapped = other is not None and home.called == other and home.marker is not None and at.note is not None
    note_is_out = at.fits(number) and not home.fits(number)
    if swapped and other is not None and home.marker is not None and at.note is not None:
        told.add(other)
        markers_in_order = (at.at < home.at) == (number < other)
        if markers_in_order:
            yield _slip("FN007", note.note.label_span, f"notes {number} and {other} are swapped", note.label, severity,
                        Related(at.note.note.label_span, f"note {other} stands here"))  # fmt: skip
            return
        yield _slip("FN006", marker.span, f"markers {number} and {other} are swapped", marker.label, severity,
                    Related(home.marker.span, f"marker {other} stands here"))  # fmt: skip
        return
    if note_is_out:
        yield _slip("FN007", note.note.label_span, f"note {number} stands {_between(home)}", note.label, severity,
                    Related(marker.span, f"marker {number} stands here"))  # fmt: skip
        return
    yield _slip("FN006", marker.span, f"marker {number} stands {_between(at)}", marker.label, severity,
                Related(note.note.label_span, f"note {number} stands here"))  # fmt: skip


def _misnumbered(
    place: _Place,
    marker: MarkerFact,
    note: NoteFact,
    settled: dict[int | None, _Place],
    severity: Severity | None,
) -> Iterator[Slip]:
    called, given = marker.marker.number or 0, note.note.number or 0
    marker_fits, note_fits = place.fits(called), place.fits(given)
    if marker_fits and note_fits and place.follows_on(called) != place.follows_on(given):
        # Beyond the last or before the first number anything fits; the next in turn fits best.
        marker_fits, note_fits = place.follows_on(called), place.follows_on(given)
    if marker_fits and note_fits:
        yield missing(marker)
        yield orphan(note)
    elif marker_fits:
        first = settled.get(given)
        yield Slip(
            "FN007" if first is None else "FN004",
            note.note.label_span,
            f"note {note.label} stands where note {called} is expected",
            note=note.label,
            related=(Related(marker.span, f"marker {called}, which has no other note"), *_first_note(first, given)),
            fix=_renumber(note.note.label_span, note.label_text, given, called),
            severity=severity if first is None else None,
        )
    else:
        first = settled.get(called)
        yield Slip(
            "FN006" if first is None or severity is not None else "FN005",
            marker.span,
            f"marker {marker.label} stands where marker {given} is expected",
            note=marker.label,
            related=(
                Related(note.note.label_span, f"note {given}, which has no other marker"),
                *_first_marker(first, called),
            ),
            fix=_renumber(marker.span, marker.text, called, given),
            severity=severity,
        )


def _first_note(place: _Place | None, number: int) -> tuple[Related, ...]:
    if place is None or place.note is None:
        return ()
    return (Related(place.note.note.label_span, f"the other note {number}"),)


def _first_marker(place: _Place | None, number: int) -> tuple[Related, ...]:
    if place is None or place.marker is None:
        return ()
    return (Related(place.marker.span, f"the other marker {number}"),)


def _renumber(span: Span, written: str, number: int, expected: int) -> Fix | None:
    """Write another number in its place, in the digits that stand there."""
    old, new = str(number), str(expected)
    if old in written:
        text = written.replace(old, new, 1)
    elif old.translate(_SUPERSCRIPTS) in written:
        text = written.replace(old.translate(_SUPERSCRIPTS), new.translate(_SUPERSCRIPTS), 1)
    else:
        return None
    return Fix(f"Number it {new}", (Edit(span, text),))


def _lone_marker(
    place: _Place, marker: MarkerFact, settled: dict[int | None, _Place], facts: ChapterFacts
) -> Iterator[Slip]:
    first = settled.get(place.called)
    if first is None or first.marker is None:
        yield missing(marker)
        return
    here, there = (place, first) if first.marker.span < marker.span else (first, place)
    assert here.marker is not None
    assert there.marker is not None
    yield from called_again(here.marker, there.marker, facts, at_once=place.before == place.called)


def _astray(agreed: list[_Place], chain: list[_Place]) -> list[_Place]:
    links = {id(place) for place in chain}
    return [place for place in agreed if id(place) not in links]


def _strays(astray: list[_Place], severity: Severity | None) -> Iterator[Slip]:
    """Markers whose notes agree with them and that are both out of order; a moved passage is told once."""
    previous: int | None = None
    for place in astray:
        marker, note, number = place.marker, place.note, place.called
        assert marker is not None
        assert note is not None
        assert number is not None
        if previous is None or number != previous + 1:
            yield _slip("FN006", marker.span, f"marker {number} and its note stand {_between(place)}", marker.label,
                        severity, Related(note.note.label_span, f"note {number}"))  # fmt: skip
        previous = number


def _fits_nowhere(place: _Place) -> bool:
    return all(number is None or not place.fits(number) for number in (place.called, place.given))


def _gaps(chain: list[_Place], present: list[int], explained: list[int], severity: Severity | None) -> Iterator[Slip]:
    """Numbers that neither a marker nor a note has; a stray at the place explains one each."""
    strays: dict[int, int] = {}
    for number in explained:
        strays[number] = strays.get(number, 0) + 1
    for lower, upper in pairwise(chain):
        low, high = lower.called or 0, upper.called or 0
        between = present[bisect_right(present, low) : bisect_left(present, high)]
        absent = high - low - 1 - len(between)
        if absent <= strays.get(low, 0):
            continue
        marker, note = upper.marker, upper.note
        assert marker is not None
        assert note is not None
        which = f"note {_first_absent(low, between)} is" if absent == 1 else f"{absent} notes are"
        yield _slip("FN003", note.note.label_span, f"{which} missing: the numbers go from {low} to {high}", note.label,
                    severity, Related(marker.span, f"marker {high}"))  # fmt: skip


def _first_absent(low: int, between: list[int]) -> int:
    for number in between:
        if number != low + 1:
            break
        low = number
    return low + 1


def _between(place: _Place) -> str:
    if place.before is None:
        return "first" if place.after is None else f"before {place.after}"
    return f"after {place.before}" if place.after is None else f"between {place.before} and {place.after}"


def _slip(code: str, span: Span, message: str, note: str, severity: Severity | None, *related: Related) -> Slip:
    return Slip(code, span, message, note=note, related=related, severity=severity)
