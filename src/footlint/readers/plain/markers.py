"""Decides which signs of a chapter are markers, once its notes are known."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TypeAlias

from footlint.readers.plain.entries import Entry
from footlint.readers.plain.signs import FAIR, FIRM, Sign
from footlint.record import replace

#: A marker's number lies this near to its neighbours' where all is well, or one note is missing.
_NEAR = 2
_SMALL = 9
_FAR = 10
#: By label the stretches of text in which markers are wanting, and how many.
_Wanting: TypeAlias = "dict[str, list[tuple[int, int, int]]]"


def choose(
    main: list[Sign], others: list[Sign], notes: list[Entry], clusters: list[int], home: dict[int, int]
) -> list[Sign]:
    """The markers in source order. `home` maps the start of a sign in a note to the note's index."""
    body = [sign for sign in main if sign.start not in home]
    kept = _without_strays(_parted(body, notes), notes)
    free = [sign for sign in others if sign.start not in home]
    kept = sorted(kept + _fitting(kept, free, _uncalled(notes, clusters, kept)), key=_start)
    kept = sorted(kept + _next_in_turn(kept, free), key=_start)
    wanting = _uncalled(notes, clusters, kept)
    calls = [sign for sign in main if sign.start in home and _calls(sign, notes[home[sign.start]], wanting)]
    return sorted(kept + calls, key=_start)


def without_lists(signs: list[Sign], style: str) -> list[Sign]:
    """The signs without those of another style that count on in their paragraph: "(1) wine, (2) dice"."""
    found = {(sign.style, sign.paragraph, sign.number) for sign in signs if sign.style != style and sign.number}
    return [
        sign
        for sign in signs
        if sign.style == style
        or sign.number is None
        or found.isdisjoint((sign.style, sign.paragraph, sign.number + step) for step in (-1, 1))
    ]


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


def _uncalled(notes: list[Entry], clusters: list[int], markers: list[Sign]) -> _Wanting:
    """By label the stretches of text in which markers are wanting, from the last note so labelled, and how many.

    Notes of one label in one block, as where numbers begin again and all notes are gathered, share the stretch.
    """
    starts: dict[str, list[int]] = {}
    for sign in markers:
        starts.setdefault(sign.label, []).append(sign.start)
    groups: dict[tuple[str, int], list[int]] = {}
    doubled: str | None = None
    for note, cluster in zip(notes, clusters, strict=True):
        if note.label != doubled:
            groups.setdefault((note.label, cluster), []).append(note.start)
        doubled = note.label
    wanting: _Wanting = {}
    last: dict[str, int] = {}
    for (label, _), places in groups.items():
        since, until = last.get(label, 0), places[0]
        own = starts.get(label, [])
        count = len(places) - (bisect_left(own, until) - bisect_left(own, since))
        if count > 0:
            wanting.setdefault(label, []).append((since, until, count))
        last[label] = places[-1]
    return wanting


def _next_in_turn(kept: list[Sign], others: list[Sign]) -> list[Sign]:
    """Raised signs that look like exponents, but stand between the number before theirs and the one after it."""
    starts = [sign.start for sign in kept]
    found: dict[int, Sign] = {}
    for sign in others:
        at = bisect_left(starts, sign.start)
        if not at or at == len(kept) or at in found or sign.style != "superscript" or kept[at].style != sign.style:
            continue
        before, after = _rank(kept[at - 1]), _rank(kept[at])
        if _rank(sign) == before + 1 == after - 1:
            found[at] = sign
    return list(found.values())


def _fitting(kept: list[Sign], others: list[Sign], wanting: _Wanting) -> list[Sign]:
    """Signs that look like something else, but stand just where the marker of a note is wanting."""
    starts = [sign.start for sign in kept]
    slots: dict[tuple[str, int, int], tuple[bool, Sign]] = {}
    last: Sign | None = None
    for sign in others:
        gaps = wanting.get(sign.label, [])
        gap = bisect_left(gaps, (sign.start + 1, 0, 0)) - 1
        if gap < 0 or not gaps[gap][0] <= sign.start < gaps[gap][1]:
            continue
        at = bisect_left(starts, sign.start)
        before = kept[at - 1] if at else None
        after = _rank(kept[at]) if at < len(kept) else None
        fit = _fit(_rank(sign), None if before is None else _rank(before), after, wanting)
        if fit is None and last is not None and (before is None or before.start < last.start):
            fit = _fit(_rank(sign), _rank(last), after, wanting)
        rival = slots.get((sign.label, gap, at))
        if fit is not None and (rival is None or rival[1].strength < sign.strength):
            slots[sign.label, gap, at] = fit, sign
            last = sign
    found: dict[tuple[str, int], list[tuple[bool, int, Sign]]] = {}
    for (label, gap, _), (fit, sign) in slots.items():
        found.setdefault((label, gap), []).append((fit, sign.start, sign))
    return [
        sign
        for (label, gap), rivals in found.items()
        for _, _, sign in sorted(rivals, key=_best)[-wanting[label][gap][2] :]
    ]


def _fit(rank: int, before: int | None, after: int | None, wanting: _Wanting) -> bool | None:
    """Whether a number goes with both its neighbours, or with one; None where it goes with neither."""
    follows = before is not None and 0 < rank - before <= _NEAR
    # Those that are wanting between this one and the next may follow in the same disguise.
    precedes = after is not None and (
        0 < after - rank <= _NEAR
        or (0 < after - rank <= _FAR and all(str(number) in wanting for number in range(rank + 1, after)))
    )
    begins = before is None or (after is not None and before >= after) or (rank == 1 and before >= 1)
    alone = rank == 1 and begins and after in {None, 1}
    ends = after is None or after < rank or after == rank == 1
    if (follows and (precedes or ends)) or (precedes and begins) or alone:
        return follows and precedes
    return None


def _best(candidate: tuple[bool, int, Sign]) -> tuple[bool, int]:
    """Rather between two neighbours than beside one; else the nearest to the note."""
    return candidate[:2]


def _calls(sign: Sign, home: Entry, wanting: _Wanting) -> bool:
    """Tell whether a sign in a note calls a further note that nothing else calls."""
    if sign.strength < FAIR or sign.label not in wanting or home.rank is None:
        return False
    return home.rank < _rank(sign) <= home.rank + _FAR
