"""Lining up two sequences of numbers that ought to be the same, in time linear but for their slips."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

#: How far ahead the two sequences are searched for the place at which they agree again.
_REACH = 64
#: They agree again when so many numbers in a row are the same (or both end).
_AGREEMENT = 2

#: Indices of what stands at one place: (i, j) both, (i, None) only the first has it, (None, j) only the second.
Pair = tuple[int | None, int | None]


def align(first: Sequence[int], second: Sequence[int]) -> Iterator[Pair]:
    """Pair up the items of two sequences. A pair may differ in value: then one of the two is misnumbered.

    Greedy: at a difference the nearest place is sought at which both agree again; what lies between is paired by
    a small table of edits. Cost: linear in length, quadratic only in the reach at each difference.
    """
    i = j = 0
    while i < len(first) and j < len(second):
        if first[i] == second[j]:
            yield i, j
            i, j = i + 1, j + 1
            continue
        skip_first, skip_second = _agree_again(first, i, second, j)
        for a, b in _edits(first[i : i + skip_first], second[j : j + skip_second]):
            yield (None if a is None else i + a), (None if b is None else j + b)
        i, j = i + skip_first, j + skip_second
    for rest in range(i, len(first)):
        yield rest, None
    for rest in range(j, len(second)):
        yield None, rest


def _agree_again(first: Sequence[int], i: int, second: Sequence[int], j: int) -> tuple[int, int]:
    """How many items to pass over in each until they agree; all that is left within reach if they never do."""
    for distance in range(1, 2 * _REACH):
        for a in range(max(0, distance - _REACH), min(distance, _REACH) + 1):
            b = distance - a
            x, y = i + a, j + b
            if x > len(first) or y > len(second):
                continue
            ahead = first[x : x + _AGREEMENT]
            if list(ahead) == list(second[y : y + _AGREEMENT]) and (ahead or (x, y) == (len(first), len(second))):
                return a, b
    return min(_REACH, len(first) - i), min(_REACH, len(second) - j)


def _edits(first: Sequence[int], second: Sequence[int]) -> Iterator[Pair]:
    """The cheapest pairing of two short runs; a substitution costs as much as a gap, so that slips stay whole."""
    rows, columns = len(first), len(second)
    cost = [[0] * (columns + 1) for _ in range(rows + 1)]
    for a in range(rows, -1, -1):
        for b in range(columns, -1, -1):
            if a == rows or b == columns:
                cost[a][b] = (rows - a) + (columns - b)
                continue
            cost[a][b] = min(
                cost[a + 1][b + 1] + (first[a] != second[b]),
                cost[a + 1][b] + 1,
                cost[a][b + 1] + 1,
            )
    a = b = 0
    while a < rows or b < columns:
        if a < rows and b < columns and cost[a][b] == cost[a + 1][b + 1] + (first[a] != second[b]):
            yield a, b
            a, b = a + 1, b + 1
        elif a < rows and cost[a][b] == cost[a + 1][b] + 1:
            yield a, None
            a += 1
        else:
            yield None, b
            b += 1


def ascending(numbers: Sequence[int]) -> list[int]:
    """The indices of a longest strictly ascending subsequence."""
    tails: list[int] = []
    tail_at: list[int] = []
    before: list[int] = [-1] * len(numbers)
    for at, number in enumerate(numbers):
        place = bisect_left(tails, number)
        before[at] = tail_at[place - 1] if place else -1
        if place == len(tails):
            tails.append(number)
            tail_at.append(at)
        else:
            tails[place] = number
            tail_at[place] = at
    chain = []
    at = tail_at[-1] if tail_at else -1
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain[::-1]
