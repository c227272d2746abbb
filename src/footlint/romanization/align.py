"""Which systems write a reading exactly so, and which letters of the spelling stand for which of the reading."""

from __future__ import annotations

from footlint.record import Record
from footlint.romanization.systems import SIGNS
from footlint.romanization.tables import BLENDS, Tables

_BLENDS_OF: dict[str, list[str]] = {}
for _latin, _letter in BLENDS.items():
    _BLENDS_OF.setdefault(_letter, []).append(_latin)


class Step(Record, frozen=True):
    """One letter (or, at the end, two) of a reading and what the spelling writes for it."""

    feature: str
    latin: str


def systems_giving(reading: str, spelling: str, tables: Tables, *, drop: bool = True) -> int:
    """The mask of systems that give exactly this canonical spelling; drop: whether any of them may leave a sign out."""
    size, length = len(reading), len(spelling)
    final = 0
    ends = tables.ending.get(reading[-2:]) if size > 2 else None
    states: dict[int, int] = {0: tables.all}
    prev = ""
    for at, letter in enumerate(reading):
        if ends and at == size - 2:
            tail_mask, tails = ends
            for start, mask in states.items():
                final |= mask & tails.get(spelling[start:], 0)
            states = {start: left for start, mask in states.items() if (left := mask & ~tail_mask)}
        choices = tables.choices(prev, letter, reading[at + 1] if at + 1 < size else "")
        prev = letter
        out: dict[int, int] = {}
        for start, mask in states.items():
            for latin, width, systems in choices:
                if left := mask & systems:
                    end = start + width
                    if spelling[start:end] == latin:
                        out[end] = out.get(end, 0) | left
            if drop and letter in SIGNS:
                out[start] = out.get(start, 0) | mask
        if not out:
            return final
        states = out
    return final | states.get(length, 0)


def alignment(reading: str, spelling: str, tables: Tables, mask: int = 0) -> tuple[Step, ...] | None:
    """The likeliest alignment, among the systems of a mask (0: letter by letter, any system); None where there is none."""
    size, length = len(reading), len(spelling)
    best: list[dict[int, tuple[float, int, str]]] = [{0: (0.0, 0, "")}]
    tail: tuple[float, int] | None = None
    ends = tables.ending.get(reading[-2:]) if size > 2 else None
    for at, letter in enumerate(reading):
        if ends and at == size - 2:
            for start, (cost, _, _) in best[at].items():
                systems = ends[1].get(spelling[start:], 0)
                if (systems & mask if mask else systems) and (tail is None or cost < tail[0]):
                    tail = (cost - tables.log_weight(systems), start)
        layer: dict[int, tuple[float, int, str]] = {}
        options = tables.options(reading[at - 1] if at else "", letter, reading[at + 1] if at + 1 < size else "")
        for start, (cost, _, _) in best[at].items():
            for latin, systems in options.items():
                if mask and not systems & mask:
                    continue
                if spelling.startswith(latin, start):
                    _better(layer, start + len(latin), cost - tables.log_weight(systems), start, latin)
            if letter in SIGNS:
                _better(layer, start, cost + 0.3, start, "")
            if not mask:
                for latin in _BLENDS_OF.get(letter, ()):
                    if spelling.startswith(latin, start):
                        _better(layer, start + len(latin), cost + 3.0, start, latin)
        best.append(layer)
    whole = best[size].get(length)
    if whole is None and tail is None:
        return None
    steps: list[Step] = []
    if tail is not None and (whole is None or tail[0] < whole[0]):
        at, end = size - 2, tail[1]
        steps.append(Step(reading[-2:] + "$", spelling[end:]))
    else:
        at, end = size, length
    while at:
        _, start, latin = best[at][end]
        at -= 1
        steps.append(Step(feature_of(reading, at), latin))
        end = start
    steps.reverse()
    return _joined_tail(reading, tuple(steps))


def _better(layer: dict[int, tuple[float, int, str]], end: int, cost: float, start: int, latin: str) -> None:
    if end not in layer or cost < layer[end][0]:
        layer[end] = (cost, start, latin)


def _joined_tail(reading: str, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Write the two letters of an adjective's ending as one feature, however they were spelled."""
    if len(reading) > 3 and reading.endswith(("ий", "ый")) and len(steps) == len(reading):
        return (*steps[:-2], Step(reading[-2:] + "$", steps[-2].latin + steps[-1].latin))
    return steps


def feature_of(reading: str, at: int) -> str:
    """The name of the choice made at one letter: the letter, and where its neighbours matter, their class."""
    letter = reading[at]
    if letter in "еёэюяй":
        prev = reading[at - 1] if at else ""
        if not prev:
            return "^" + letter
        if letter in "еёюя":
            if prev in "аеёиоуыэюяй":
                return "V" + letter
            if prev in SIGNS:
                return "S" + letter
    if letter in SIGNS:
        return letter
    if letter == "в" and at == len(reading) - 1:
        return "в$"
    return letter
