"""The letter tables of all systems as one: which systems write what for a letter, as bit masks."""

from __future__ import annotations

import math
import os
from collections.abc import Iterable
from functools import lru_cache, reduce
from operator import or_
from typing import Any

from footlint import compiled
from footlint.romanization.datafiles import HERE, path_of, read
from footlint.romanization.systems import VOWELS

#: What is written, and by which systems.
Options = dict[str, int]
#: The same with how long those strings are.
Written = tuple[tuple[int, ...], Options]
#: For a pair of letters: the systems that have a rule for it, and what those write.
Rules = dict[str, tuple[int, Options]]
#: One letter that a Latin string may stand for: its bit in the lexicon, its place, the systems that write it so by the
#: place of the letter before, and those that do only before some letters, with AMBIGUOUS where the same letters may be
#: read in several ways.
Arc = tuple[str, int, int, tuple[int, ...], int]
#: Two letters that a Latin string may stand for: their bits, the place of the second, the systems that write them so.
Pair = tuple[str, int, int, int, int]
#: The same with how long the string is.
Jump = tuple[int, str, int, int, int, int]
#: What may be read at one place of a spelling: how long a string is, its letters as a set, and its letters; the same
#: for pairs of letters; what all these begin with, as a set.
Move = tuple[list[tuple[int, int, list[Arc]]], list[Jump], int]
#: What Tables are made of, as plain values.
State = tuple[tuple[str, ...], tuple[float, ...], dict[str, Options], Rules, Rules, Rules]

AMBIGUOUS = 1 << 62

#: Two systems in one letter: no system gives these, and a reading through one is never exact.
BLENDS = {"žh": "ж", "čh": "ч", "šh": "ш", "tč": "ч", "ji": "и", "yi": "и", "tz": "ц", "ie": "е"}


class Tables:
    """Bit masks over a fixed order of systems: bit n is the nth system.

    `ids`: the systems, the most used first. `weights`: how much of all romanised Russian each writes, together 1.
    `base`: what is written for a letter, `after`: where a letter stands before it, `before`: where one follows,
    `ending`: for the last two letters of a word.
    """

    __slots__ = ("_bits", "_logs", "after", "all", "base", "before", "ending", "ids", "weights", "written")

    def __init__(self, *state: Any) -> None:  # noqa: ANN401 - see State
        """Take over a state."""
        self.ids: tuple[str, ...]
        self.weights: tuple[float, ...]
        self.base: dict[str, Options]
        self.after: Rules
        self.before: Rules
        self.ending: Rules
        self.ids, self.weights, self.base, self.after, self.before, self.ending = state
        self.all = (1 << len(self.ids)) - 1
        self.written = _Written(self)
        self._logs: dict[int, float] = {}
        self._bits = {name: 1 << number for number, name in enumerate(self.ids)}

    def options(self, context: str) -> Options:
        """What may be written for a letter between two neighbours, and by which systems."""
        after_mask, after = self.after.get(context[:2], (0, {}))
        before_mask, before = self.before.get(context[1:], (0, {}))
        out = {}
        for value, mask in self.base.get(context[1], {}).items():
            if left := mask & ~(after_mask | before_mask):
                out[value] = left
        for value, mask in before.items():
            if left := mask & ~after_mask:
                out[value] = out.get(value, 0) | left
        for value, mask in after.items():
            out[value] = out.get(value, 0) | mask
        return out

    def endings(self, reading: str) -> int:
        """The systems that have a rule for the last two letters of a reading."""
        ending = self.ending.get(reading[-2:]) if len(reading) > len("ий") else None
        return ending[0] if ending else 0

    def weight(self, mask: int) -> float:
        """How much of all romanised Russian the systems of a mask write, 0 to 1."""
        return sum([weight for weight, digit in zip(self.weights, f"{mask:b}"[::-1], strict=False) if digit == "1"])

    def log_weight(self, mask: int) -> float:
        """The decimal logarithm of weight; -3 for no system."""
        found = self._logs.get(mask)
        if found is None:
            found = self._logs[mask] = math.log10(max(self.weight(mask), 1e-3))
        return found

    def names(self, mask: int) -> tuple[str, ...]:
        """The ids of the systems of a mask, the most used first."""
        return tuple(name for number, name in enumerate(self.ids) if mask >> number & 1)

    def bit(self, system_id: str) -> int:
        """The mask of one system."""
        return self._bits[system_id]

    def mask(self, system_ids: Iterable[str]) -> int:
        """The mask of several systems."""
        return reduce(or_, map(self.bit, system_ids), 0)


class _Written(dict[str, Written]):
    """What may be written for letters in their contexts, found when asked for."""

    def __init__(self, tables: Tables) -> None:
        super().__init__()
        self._tables = tables

    def __missing__(self, context: str) -> Written:
        options = self._tables.options(context)
        found = self[context] = tuple(sorted({*map(len, options)})), options
        return found


@lru_cache(maxsize=20_000)
def contexts(reading: str) -> list[str]:
    """Each letter of a reading between its neighbours: ^ and $ at the ends, - where they make no difference."""
    framed, alike = f"^{reading}$", _alike()
    return [alike[framed[at : at + 3]] for at in range(len(reading))]


class _Alike(dict[str, str]):
    """Letters between neighbours, without those that make no difference to what any system writes."""

    def __init__(self, tables: Tables) -> None:
        super().__init__()
        self._tables = tables

    def __missing__(self, three: str) -> str:
        prev, letter, following = three[0], three[1], three[2]
        if three[:2] not in self._tables.after and not (letter in "еёэюяй" and prev in _TELLING):
            prev = "-"
        if three[1:] not in self._tables.before and three[1:] != "в$":
            following = "-"
        found = self[three] = prev + letter + following
        return found


#: What before е, ё, э, ю, я and й makes a feature of its own.
_TELLING = "^йьъ" + "".join(VOWELS)


@lru_cache(maxsize=1)
def _alike() -> _Alike:
    return _Alike(tables())


#: The tables read from the Latin side. What may be read where a string stands that stands for letters, and no longer
#: one; how long those are that begin with a letter, longest first; the last two letters that the end of a word may be,
#: and what these begin with, as a set.
Lattice = tuple[dict[str, Move], dict[str, tuple[int, ...]], dict[str, tuple[list[Jump], int]]]


@lru_cache(maxsize=1)
def tables() -> Tables:
    """The joined tables of every system."""
    return Tables(*_compiled()[0])


@lru_cache(maxsize=1)
def strict_tables() -> Tables:
    """The tables with only what each system prefers."""
    return Tables(*_compiled()[1])


@lru_cache(maxsize=1)
def lattice() -> Lattice:
    """The tables of every system from the Latin side."""
    return _compiled()[2]


def bigrams() -> dict[str, int]:
    """How rare each pair of Cyrillic letters is, in tenths of a decimal logarithm."""
    return _compiled()[3]


#: Both tables, the lattice, and the pairs of letters.
_All = tuple[State, State, Lattice, dict[str, int]]


@lru_cache(maxsize=1)
def _compiled() -> _All:
    found: _All = compiled.load(FOLDER, NAME, sources(), _make)
    return found


def packed() -> bytes:
    """The tables as the build hook writes them into a wheel."""
    return compiled.pack(sources(), _make())


FOLDER = os.path.join(HERE, "systems")
NAME = "systems"
_BIGRAMS = "bigrams.json"
_CODE = ("joining.py", "lexicon.py", "spelling.py", "systems.py")


def sources() -> compiled.Sources:
    """The tables depend on the files of the systems and on how these are read and joined."""
    files = sorted(file for file in os.listdir(FOLDER) if file.endswith(".json"))
    paths = [path_of(_BIGRAMS), *(os.path.join(FOLDER, file) for file in files)]
    paths += [os.path.join(HERE, file) for file in _CODE]
    return NAME, paths


def _make() -> _All:
    import json

    from footlint.romanization.joining import join, read_backwards, strict
    from footlint.romanization.systems import all_systems

    systems = all_systems()
    joined = join(systems)
    return joined, join(strict(systems)), read_backwards(joined), json.loads(read(_BIGRAMS))
