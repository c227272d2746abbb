"""Which systems write a reading exactly so, and which letters of the spelling stand for which of the reading."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from footlint.record import Record
from footlint.romanization.systems import SIGNS
from footlint.romanization.tables import BLENDS, Options, Tables, contexts

if TYPE_CHECKING:
    from footlint.romanization.book import Choice

_BLENDS_OF: dict[str, list[str]] = {}
for _latin, _letter in BLENDS.items():
    _BLENDS_OF.setdefault(_letter, []).append(_latin)


_Layer = dict[int, tuple[float, int, str]]
_TAIL = 2
_DROPPED_SIGN = 0.3  # the cost of a sign left out
_BLEND = 3.0  # and of a letter that no one system writes so


class Step(Record, frozen=True):
    """One letter (or, at the end, two) of a reading and what the spelling writes for it."""

    feature: str
    latin: str


def systems_giving(reading: str, spelling: str, tables: Tables, within: int = 0, *, drop: bool = True) -> int:
    """The mask of systems (of those within; 0: of all) that give exactly this canonical spelling.

    drop: whether any of them may leave a sign out.
    """
    size, length = len(reading), len(spelling)
    final = 0
    ends = _tails(reading, tables)
    states: dict[int, int] = {0: within or tables.all}
    for at, context in enumerate(contexts(reading)):
        if ends and at == size - 2:
            tail_mask, tails = ends
            for start, mask in states.items():
                final |= mask & tails.get(spelling[start:], 0)
            states = {start: left for start, mask in states.items() if (left := mask & ~tail_mask)}
        widths, options = tables.written[context]
        out: dict[int, int] = {}
        for start, mask in states.items():
            for width in widths:
                end = start + width
                if end > length:
                    break
                if left := mask & options.get(spelling[start:end], 0):
                    out[end] = out.get(end, 0) | left
            if drop and context[1] in SIGNS:
                out[start] = out.get(start, 0) | mask
        if not out:
            return final
        states = out
    return final | states.get(length, 0)


def _tails(reading: str, tables: Tables) -> tuple[int, Options] | None:
    """What systems with rules for a word's last two letters write for them."""
    return tables.ending.get(reading[-2:]) if len(reading) > _TAIL else None


def alignment(reading: str, spelling: str, tables: Tables, mask: int = 0) -> tuple[Step, ...] | None:
    """The likeliest alignment among the systems of a mask (0: letter by letter, any); None where there is none."""
    size, length = len(reading), len(spelling)
    layers: list[_Layer] = [{0: (0.0, 0, "")}]
    around = contexts(reading)
    for context in around:
        layers.append(_next_layer(layers[-1], context, spelling, tables, mask))
    whole = layers[size].get(length)
    tail = _best_tail(layers, reading, spelling, tables, mask)
    steps: list[Step] = []
    if tail is not None and (whole is None or tail[0] < whole[0]):
        at, end = size - _TAIL, tail[1]
        steps.append(Step(reading[-_TAIL:] + "$", spelling[end:]))
    elif whole is not None:
        at, end = size, length
    else:
        return None
    while at:
        _, end, latin = layers[at][end]
        at -= 1
        steps.append(Step(feature_of(around[at]), latin))
    steps.reverse()
    return _joined_tail(reading, tuple(steps))


def only_way(reading: str, spelling: str, letters: Sequence[Choice]) -> tuple[Step, ...] | None:
    """The alignment in one system, by what it may write for each letter, where no other leads through the spelling."""
    at, steps = 0, []
    for feature, values in letters:
        fitting = [latin for latin in values if spelling.startswith(latin, at)]
        # a sign may be left out, and an ending written by its rule or letter by letter
        if len(fitting) != 1 or feature in SIGNS or len(feature) == len("ий$"):
            return None
        steps.append(Step(feature, fitting[0]))
        at += len(fitting[0])
    return _joined_tail(reading, tuple(steps)) if at == len(spelling) else None


def _next_layer(layer: _Layer, context: str, spelling: str, tables: Tables, mask: int) -> _Layer:
    """Where the spelling can stand after one more letter of the reading: end → cost, start, text."""
    (widths, options), letter = tables.written[context], context[1]
    length, out = len(spelling), dict[int, tuple[float, int, str]]()
    blends = () if mask else _BLENDS_OF.get(letter, ())
    for start, (cost, _, _) in layer.items():
        for width in widths:
            end = start + width
            latin = spelling[start:end]
            systems = options.get(latin)
            if systems and end <= length and (not mask or systems & mask):
                paid = cost - tables.log_weight(systems)
                if end not in out or paid < out[end][0]:
                    out[end] = paid, start, latin
        if letter in SIGNS:
            _reach(out, start, "", cost + _DROPPED_SIGN)
        for latin in blends:
            if spelling.startswith(latin, start):
                _reach(out, start, latin, cost + _BLEND)
    return out


def _reach(layer: _Layer, start: int, latin: str, cost: float) -> None:
    end = start + len(latin)
    if end not in layer or cost < layer[end][0]:
        layer[end] = (cost, start, latin)


def _best_tail(
    layers: list[_Layer], reading: str, spelling: str, tables: Tables, mask: int
) -> tuple[float, int] | None:
    """The cost and start of the last two letters where a rule for endings writes them."""
    ends = _tails(reading, tables)
    if ends is None:
        return None
    found = []
    for start, (cost, _, _) in layers[-1 - _TAIL].items():
        systems = ends[1].get(spelling[start:], 0)
        if systems & mask if mask else systems:
            found.append((cost - tables.log_weight(systems), start))
    return min(found, default=None)


def _joined_tail(reading: str, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Write the two letters of an adjective's ending as one feature, however they were spelled."""
    if len(reading) > len("кий") and reading.endswith(("ий", "ый")) and len(steps) == len(reading):
        return (*steps[:-2], Step(reading[-2:] + "$", steps[-2].latin + steps[-1].latin))
    return steps


@lru_cache(maxsize=20_000)
def feature_of(context: str) -> str:
    """The name of the choice made at one letter: the letter, and where its neighbours matter, their class."""
    prev, letter = context[0], context[1]
    if letter in "еёэюяй":
        if prev == "^":
            return "^" + letter
        if letter in "еёюя":
            if prev in "аеёиоуыэюяй":
                return "V" + letter
            if prev in SIGNS:
                return "S" + letter
    if letter == "в" and context[2] == "$":
        return "в$"
    return letter
