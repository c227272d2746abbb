"""Decides which labelled lines of a plain-text chapter are notes.

Perfect numbering is never asked for, since its faults are what is looked for. A line is a note when a marker calls it,
when it stands among notes and its number goes with theirs, or when it stands where exactly one note is wanting.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from footlint.readers.plain.entries import Entry
from footlint.readers.plain.evidence import Case
from footlint.readers.plain.form import CLOSE


def decide(case: Case) -> set[int]:
    """The indices of the entries that are notes."""
    accepted = _believed(case)
    _fill(case, accepted)
    return {index for index, is_note in enumerate(accepted) if is_note}


def _believed(case: Case) -> list[bool]:
    """Accept the entries of every block in which enough is called."""
    members: dict[int, list[int]] = {}
    for index, number in enumerate(case.cluster):
        if case.entries[index].rank is not None:
            members.setdefault(number, []).append(index)
    accepted = [False] * len(case.entries)
    last = 0
    for indices in members.values():
        called = sum(case.called[index] for index in indices)
        likely = [index for index in indices if case.called[index] or case.is_like_note(index)]
        solid = [index for index in likely if case.called[index] or case.linked[index]]
        first = case.entries[solid[0]] if solid else None
        goes_on = first is not None and len(solid) > 1 and last > 0 and first.rank in {last + 1, last + CLOSE}
        regular = first is not None and first.family == case.form.family
        if not (called or (goes_on and regular)) or 2 * len(solid) < len(likely):
            continue
        for index in solid:
            alien = case.entries[index].family != case.form.family
            alone = len(indices) == 1 and (case.form.style != "superscript" or case.is_title(index))
            accepted[index] = not (alien and alone)
        last = case.entries[solid[-1]].rank or last
    return accepted


def _fill(case: Case, accepted: list[bool]) -> None:
    """Accept lines with a wrong number where the notes round them leave room for one, and no others."""
    solid = [index for index, is_note in enumerate(accepted) if is_note]
    if not solid:
        return
    firsts = sum(case.entries[index].rank == 1 for index in solid)
    restarting = firsts > 1 and 3 * firsts >= len({case.cluster[index] for index in solid})
    gathered = all(case.entries[index].paragraph in case.section_of for index in solid)
    listed = case.listed - {case.cluster[index] for index in solid}
    last: int | None = None
    for index, entry in enumerate(case.entries):
        if accepted[index] or entry.family != case.form.family or case.is_body(entry) or case.cluster[index] in listed:
            continue
        if gathered and entry.paragraph not in case.section_of:
            continue
        at = bisect_left(solid, index)
        before = solid[at - 1] if at else None
        if last is not None and (before is None or before < last):
            before = last
        after = solid[at] if at < len(solid) else None
        if _has_room(case, index, before, after, restarting=restarting):
            accepted[index] = True
            last = index


def _has_room(case: Case, index: int, before: int | None, after: int | None, *, restarting: bool) -> bool:
    """Tell whether exactly this line can be the note that is wanting between two notes."""
    entry = case.entries[index]
    low = case.entries[before].rank if before is not None else None
    high = case.entries[after].rank if after is not None else None
    inside = [
        number for number in (before, after) if number is not None and case.cluster[number] == case.cluster[index]
    ]
    if case.is_title(index):
        return False
    if low is not None and high is not None and low < high and high - low < CLOSE:
        return bool(inside) and entry.rank in {low, high}
    if inside and ((low is not None and high is not None and low < high) or len(inside) == 2):  # noqa: PLR2004
        return True
    return (
        _goes_between(entry, low, high, restarting=restarting)
        or (bool(inside) and inside[0] == after and high == CLOSE)
        or any(
            case.lacks(entry, number) for number in _wanting(low, high, restarting=restarting, after=after in inside)
        )
    )


def _goes_between(entry: Entry, low: int | None, high: int | None, *, restarting: bool) -> bool:
    """Tell whether the number is the very one that is wanting."""
    if low is not None and entry.rank == low + 1:
        return high in {None, 1, low + CLOSE}
    if restarting and entry.rank == 1:
        return high in {None, 1, CLOSE}
    return low is None and high == (entry.rank or 0) + 1


def _wanting(low: int | None, high: int | None, *, restarting: bool, after: bool) -> Iterator[int]:
    """The numbers that a line here might bear instead of its own; `after` tells that the next note is of its block."""
    if after and high is not None:
        yield high - 1
        return
    if restarting and high in {None, 1}:
        yield 1
    if low is not None and high in {None, 1, low + CLOSE}:
        yield low + 1
    elif low is None and high is not None:
        yield high - 1
