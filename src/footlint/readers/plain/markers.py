"""Decides which signs of a chapter are markers, once its notes are known."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from msgspec.structs import replace

from footlint.readers.plain.entries import Entry
from footlint.readers.plain.signs import FAIR, FIRM, Sign

#: A marker's number lies this near to its neighbours' where all is well, or one note is missing.
_NEAR = 2
_SMALL = 9
_FAR = 10


def choose(main: list[Sign], others: list[Sign], notes: list[Entry], home: dict[int, int]) -> list[Sign]:
    """The markers in source order. `home` maps the start of a sign in a note to the note's index."""
    body = [sign for sign in main if sign.start not in home]
    kept = _without_strays(_parted(body, notes), notes)
    wanting = _uncalled(notes, kept)
    kept = sorted(kept + _fitting(kept, [sign for sign in others if sign.start not in home], wanting), key=_start)
    wanting = _uncalled(notes, kept)
    calls = [sign for sign in main if sign.start in home and _calls(sign, notes[home[sign.start]], wanting)]
    return sorted(kept + calls, key=_start)


def without_notes(main: list[Sign]) -> list[Sign]:
    """The markers of a chapter that has no notes at all: only what can hardly be anything else."""
    numbers = {sign.number for sign in main if sign.number is not None}
    sure = any(sign.strength == FIRM for sign in main) or any(number + 1 in numbers for number in numbers)
    return _without_strays(main, []) if sure else []


def _parted(signs: list[Sign], notes: list[Entry]) -> list[Sign]:
    """Part a raised number that is no note's into the two that it joins, as ¹² for ¹ and ² where both are wanting."""
    noted = {note.label for note in notes}
    called = {sign.label for sign in signs}
    parted: list[Sign] = []
    for sign in signs:
        pair = _pair(sign.label) if sign.style == "superscript" and sign.label not in noted else None
        if pair is None or not noted.issuperset(pair) or not called.isdisjoint(pair):
            parted.append(sign)
            continue
        middle = sign.start + len(pair[0])
        parted.append(replace(sign, label=pair[0], number=int(pair[0]), end=middle))
        parted.append(replace(sign, label=pair[1], number=int(pair[1]), start=middle))
    return parted


def _pair(label: str) -> tuple[str, str] | None:
    """The two numbers in a row that a label joins: 1 and 2 in 12, 9 and 10 in 910."""
    for at in (len(label) // 2, (len(label) - 1) // 2):
        first, second = label[:at], label[at:]
        if first.isdigit() and second.isdigit() and int(second) == int(first) + 1:
            return first, second
    return None


def _start(sign: Sign) -> int:
    return sign.start


def _without_strays(signs: list[Sign], notes: list[Entry]) -> list[Sign]:
    """Leave out the signs after a word that go with no neighbour while another sign has their place."""
    largest = max((note.rank or 0 for note in notes), default=0)
    repeated = {label for label, count in Counter(note.label for note in notes).items() if count > _NEAR}
    ranks = [_rank(sign) for sign in signs]
    fits = [_fits(ranks, index) for index in range(len(signs))]
    placed = {sign.label for sign, fit in zip(signs, fits, strict=True) if fit}
    free = ({note.label for note in notes} - placed) | repeated
    kept = []
    for index, (sign, rank, fit) in enumerate(zip(signs, ranks, fits, strict=True)):
        if sign.style == "bracket" and largest < 1000 - _FAR and rank >= 1000 and not fit:  # noqa: PLR2004
            continue
        likely = sign.strength == FIRM or (sign.style == "superscript" and rank > _SMALL)
        if fit or likely or sign.label in free or _fills_gap(ranks, index, placed):
            kept.append(sign)
    return kept


def _fills_gap(ranks: list[int], index: int, placed: set[str]) -> bool:
    """Tell whether the sign stands where a marker is wanting, so that it is one with a wrong number."""
    if not index:
        return len(ranks) > 1 and str(ranks[1] - 1) not in placed
    if str(ranks[index - 1] + 1) in placed:
        return False
    return index + 1 == len(ranks) or ranks[index + 1] == ranks[index - 1] + 2


def _rank(sign: Sign) -> int:
    return int(sign.label.rstrip("abcd"))


def _fits(ranks: list[int], index: int) -> bool:
    rank = ranks[index]
    before = ranks[index - 1] if index else None
    after = ranks[index + 1] if index + 1 < len(ranks) else None
    if before is not None and after == before + 1 and rank not in {before, after}:
        return False
    if before is not None and 0 <= rank - before <= _NEAR:
        return True
    if after is not None and 0 <= after - rank <= _NEAR:
        return True
    return (before is None or before <= rank) and (after is None or rank <= after)


def _uncalled(notes: list[Entry], markers: list[Sign]) -> dict[str, list[tuple[int, int]]]:
    """By label the stretches of text in which a marker is wanting: from the last note so labelled to the note."""
    starts: dict[str, list[int]] = {}
    for sign in markers:
        starts.setdefault(sign.label, []).append(sign.start)
    wanting: dict[str, list[tuple[int, int]]] = {}
    last: dict[str, int] = {}
    for note in notes:
        since = last.get(note.label, 0)
        own = starts.get(note.label, [])
        at = bisect_left(own, since)
        if at == len(own) or own[at] > note.start:
            wanting.setdefault(note.label, []).append((since, note.start))
        last[note.label] = note.start
    return wanting


def _fitting(kept: list[Sign], others: list[Sign], wanting: dict[str, list[tuple[int, int]]]) -> list[Sign]:
    """Signs that look like something else, but stand just where the marker of a note is wanting."""
    starts = [sign.start for sign in kept]
    found = []
    for sign in others:
        gaps = wanting.get(sign.label, [])
        gap = bisect_left(gaps, (sign.start + 1, 0)) - 1
        if gap < 0 or not gaps[gap][0] <= sign.start < gaps[gap][1]:
            continue
        at = bisect_left(starts, sign.start)
        before = _rank(kept[at - 1]) if at else None
        after = _rank(kept[at]) if at < len(kept) else None
        rank = _rank(sign)
        follows = before is not None and 0 < rank - before <= _NEAR
        precedes = after is not None and 0 < after - rank <= _NEAR
        if (follows and (after is None or precedes or after <= rank)) or (precedes and before is None):
            found.append(sign)
    return found


def _calls(sign: Sign, home: Entry, wanting: dict[str, list[tuple[int, int]]]) -> bool:
    """Tell whether a sign in a note calls a further note that nothing else calls."""
    if sign.strength < FAIR or sign.label not in wanting or home.rank is None:
        return False
    return home.rank < _rank(sign) <= home.rank + _FAR
