"""Whether two words are one with a slip of the pen."""

from __future__ import annotations

from functools import lru_cache


def distance(first: str, second: str, limit: int) -> int:
    """Letters to change, add, drop or swap to make one of the other; `limit + 1` when more than `limit`."""
    if abs(len(first) - len(second)) > limit or len({*first} ^ {*second}) > 2 * limit:  # a change trades two letters
        return limit + 1
    first, second = _apart(first, second)
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        last, before, row = before, row, [i]
        for j, b in enumerate(second, 1):
            cost = before[j - 1] + (a != b)
            if before[j] < cost:
                cost = before[j] + 1
            if row[-1] < cost:
                cost = row[-1] + 1
            if i > 1 and j > 1 and a == second[j - 2] and first[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def _apart(first: str, second: str) -> tuple[str, str]:
    """What is left of two words without the letters that both begin and end with."""
    shorter = min(len(first), len(second))
    head = next((at for at in range(shorter) if first[at] != second[at]), shorter)
    tail = next((at for at in range(shorter - head) if first[~at] != second[~at]), shorter - head)
    return first[head : len(first) - tail], second[head : len(second) - tail]


def slips(length: int) -> int:
    """How many slips a word of so many letters may have and still be itself."""
    return 0 if length < 4 else 1 if length < 7 else 2 if length < 11 else 3  # noqa: PLR2004


@lru_cache(maxsize=50_000)
def is_near(first: str, second: str) -> bool:
    """Whether two words may be one: the longer the words, the more may differ. Numbers must be equal."""
    if first == second:
        return True
    if first.isdigit() or second.isdigit():
        return False
    size, other = len(first), len(second)
    limit = slips(min(size, other))
    return limit > 0 and abs(size - other) <= limit and distance(first, second, limit) <= limit
