"""The letter tables of all systems as one: which systems write what for a letter, as bit masks."""

from __future__ import annotations

import math
from functools import lru_cache

from msgspec import structs

from footlint.romanization.lexicon import CODES
from footlint.romanization.spelling import canonical
from footlint.romanization.systems import CYRILLIC, SIGNS, VOWELS, System, all_systems

Options = dict[str, int]
PLACES = "^" + CYRILLIC  # what can stand before a letter
MEMBERS = {"V": sorted(VOWELS), "S": sorted(SIGNS), "C": [c for c in CYRILLIC if c not in VOWELS and c not in SIGNS]}

# two systems in one letter: no system gives these, and a reading through one is never exact
BLENDS = {"žh": "ж", "čh": "ч", "šh": "ш", "tč": "ч", "ji": "и", "yi": "и", "tz": "ц", "ie": "е"}


class Tables:
    """Bit masks over a fixed order of systems: bit n is the nth system."""

    __slots__ = (
        "_after",
        "_base",
        "_before",
        "_bits",
        "_choices",
        "_seen",
        "_weights",
        "all",
        "ending",
        "systems",
        "weights",
    )

    def __init__(self, systems: tuple[System, ...]) -> None:
        """Join the tables of the systems."""
        self.systems = systems
        self.all = (1 << len(systems)) - 1
        total = sum(system.weight for system in systems)
        self.weights = tuple(system.weight / total for system in systems)
        self._base: dict[str, Options] = {letter: {} for letter in CYRILLIC}
        self._after: dict[str, tuple[int, Options]] = {}
        self._before: dict[str, tuple[int, Options]] = {}
        self.ending: dict[str, tuple[int, Options]] = {}
        self._seen: dict[str, Options] = {}
        self._choices: dict[tuple[str, str, str], tuple[tuple[str, int, int], ...]] = {}
        self._weights: dict[int, float] = {}
        self._bits = {system.id: 1 << number for number, system in enumerate(systems)}
        for system in systems:
            self._join(self._bits[system.id], system)

    def _join(self, bit: int, system: System) -> None:
        for letter in CYRILLIC:
            default = ("",) if letter in SIGNS else (letter,)
            for value in system.letters.get(letter, default):
                key = canonical(value)
                self._base[letter][key] = self._base[letter].get(key, 0) | bit
        for rules, table, place in ((system.after, self._after, 0), (system.before, self._before, 1)):
            for pair in sorted(rules, key=lambda pair, place=place: pair[place] not in MEMBERS):  # type: ignore[misc]
                for member in MEMBERS.get(pair[place], pair[place]):
                    key = member + pair[1] if place == 0 else pair[0] + member
                    _override(table, key, bit, rules[pair])
        for pair, values in system.ending.items():
            _override(self.ending, pair, bit, values)

    def options(self, prev: str, letter: str, following: str) -> Options:
        """What may be written for a letter between two neighbours (empty at the ends), and by which systems."""
        key = f"{prev or '^'}{letter}{following or '$'}"
        found = self._seen.get(key)
        if found is None:
            found = self._seen[key] = self._options(prev or "^", letter, following)
        return found

    def choices(self, prev: str, letter: str, following: str) -> tuple[tuple[str, int, int], ...]:
        """The options as (text, its length, systems)."""
        key = (prev, letter, following)
        found = self._choices.get(key)
        if found is None:
            options = self._options(prev or "^", letter, following)
            found = self._choices[key] = tuple((text, len(text), mask) for text, mask in options.items())
        return found

    def _options(self, prev: str, letter: str, following: str) -> Options:
        after_mask, after = self._after.get(prev + letter, (0, {}))
        before_mask, before = self._before.get(letter + following, (0, {}))
        out = {}
        for value, mask in self._base.get(letter, {}).items():
            if left := mask & ~(after_mask | before_mask):
                out[value] = left
        for value, mask in before.items():
            if left := mask & ~after_mask:
                out[value] = out.get(value, 0) | left
        for value, mask in after.items():
            out[value] = out.get(value, 0) | mask
        return out

    def _anywhere(self, letter: str) -> Options:
        """What may be written for a letter whatever follows it."""
        out = dict(self._base[letter])
        for pair, (_, options) in self._before.items():
            if pair[0] == letter:
                for value, mask in options.items():
                    out[value] = out.get(value, 0) | mask
        return out

    def arcs(self) -> dict[str, list[tuple[str, int, tuple[int, ...]]]]:
        """For each Latin string the letters it may stand for: letter, code, systems by the letter before."""
        out: dict[str, list[tuple[str, int, tuple[int, ...]]]] = {}
        for letter in CYRILLIC:
            base = self._anywhere(letter)
            by_place = []
            for prev in PLACES:
                taken, after = self._after.get(prev + letter, (0, {}))
                merged = {value: mask & ~taken for value, mask in base.items()}
                for value, mask in after.items():
                    merged[value] = merged.get(value, 0) | mask
                by_place.append(merged)
            for value in {value for options in by_place for value in options}:
                masks = tuple(options.get(value, 0) for options in by_place)
                out.setdefault(value, []).append((letter, CODES[letter], masks))
        for letters in out.values():
            _leave_to_ye(letters)
        for value, letter in BLENDS.items():
            out.setdefault(value, []).append((letter, CODES[letter], (0,) * len(PLACES)))
        return out

    def pairs(self) -> dict[str, list[tuple[str, int]]]:
        """The Latin letters that stand for two: x for кс, where a system leaves the first unwritten."""
        out: dict[str, list[tuple[str, int]]] = {}
        for pair, (_, options) in self._before.items():
            silent = 0 if pair[0] in SIGNS else options.get("", 0)
            for value, mask in self._after.get(pair, (0, {}))[1].items():
                if silent & mask and len(value) == 1 and value not in self._base[pair[1]]:
                    out.setdefault(value, []).append((pair, silent & mask))
        return out

    def weight(self, mask: int) -> float:
        """How much of all romanised Russian the systems of a mask write, 0 to 1."""
        found = self._weights.get(mask)
        if found is None:
            found = sum(weight for number, weight in enumerate(self.weights) if mask >> number & 1)
            self._weights[mask] = found
        return found

    def log_weight(self, mask: int) -> float:
        """The decimal logarithm of weight; -3 for no system."""
        return math.log10(max(self.weight(mask), 1e-3))

    def names(self, mask: int) -> tuple[str, ...]:
        """The ids of the systems of a mask, the most used first."""
        return tuple(system.id for number, system in enumerate(self.systems) if mask >> number & 1)

    def bit(self, system_id: str) -> int:
        """The mask of one system."""
        return self._bits[system_id]


def _leave_to_ye(letters: list[tuple[str, int, tuple[int, ...]]]) -> None:
    """Where a system writes е and ё alike, read е: that is what the printed title had."""
    plain = next((masks for letter, _, masks in letters if letter == "е"), None)
    if plain is None:
        return
    for at, (letter, code, masks) in enumerate(letters):
        if letter == "ё":
            left = tuple(one & ~other for one, other in zip(masks, plain, strict=True))
            letters[at] = (letter, code, left)


def _override(table: dict[str, tuple[int, Options]], key: str, bit: int, values: tuple[str, ...]) -> None:
    mask, options = table.setdefault(key, (0, {}))
    for value, seen in list(options.items()):
        options[value] = seen & ~bit
    for value in values:
        text = canonical(value)
        options[text] = options.get(text, 0) | bit
    table[key] = (mask | bit, options)


@lru_cache(maxsize=1)
def strict_tables() -> Tables:
    """The tables with only what each system prefers."""
    return Tables(tuple(_strict(system) for system in all_systems()))


def _strict(system: System) -> System:
    first = {
        name: {key: values[:1] for key, values in getattr(system, name).items()}
        for name in ("letters", "after", "before", "ending")
    }
    return structs.replace(system, **first)


@lru_cache(maxsize=1)
def tables() -> Tables:
    """The joined tables of every system."""
    return Tables(all_systems())
