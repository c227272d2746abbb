"""Joins the tables of the systems into one, and reads them from the Latin side; done once, when tables are compiled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_

from footlint.record import replace
from footlint.romanization.lexicon import BITS
from footlint.romanization.spelling import canonical
from footlint.romanization.systems import CYRILLIC, PLACES, SIGNS, VOWELS, System
from footlint.romanization.tables import AMBIGUOUS, BLENDS, Arc, Lattice, Move, Options, Pair, Rules, State

MEMBERS = {"V": sorted(VOWELS), "S": sorted(SIGNS), "C": [c for c in CYRILLIC if c not in VOWELS and c not in SIGNS]}


def join(systems: Sequence[System]) -> State:
    """The state of the tables that the systems share."""
    base: dict[str, Options] = {letter: {} for letter in CYRILLIC}
    after: Rules = {}
    before: Rules = {}
    ending: Rules = {}
    total = sum(system.weight for system in systems)
    for number, system in enumerate(systems):
        bit = 1 << number
        for letter in CYRILLIC:
            default = ("",) if letter in SIGNS else (letter,)
            for value in system.letters.get(letter, default):
                key = canonical(value)
                base[letter][key] = base[letter].get(key, 0) | bit
        for rules, table, place in ((system.after, after, 0), (system.before, before, 1)):
            for pair in sorted(rules, key=lambda pair, place=place: pair[place] not in MEMBERS):  # type: ignore[misc]
                for member in MEMBERS.get(pair[place], pair[place]):
                    key = member + pair[1] if place == 0 else pair[0] + member
                    _override(table, key, bit, rules[pair])
        for pair, values in system.ending.items():
            _override(ending, pair, bit, values)
    ids = tuple(system.id for system in systems)
    return ids, tuple(system.weight / total for system in systems), base, after, before, ending


def _override(table: Rules, key: str, bit: int, values: tuple[str, ...]) -> None:
    mask, options = table.setdefault(key, (0, {}))
    for value, seen in list(options.items()):
        options[value] = seen & ~bit
    for value in values:
        text = canonical(value)
        options[text] = options.get(text, 0) | bit
    table[key] = (mask | bit, options)


def strict(systems: Iterable[System]) -> list[System]:
    """The systems with only what each prefers."""
    return [
        replace(
            system,
            **{
                name: {key: values[:1] for key, values in getattr(system, name).items()}
                for name in ("letters", "after", "before", "ending")
            },
        )
        for system in systems
    ]


def read_backwards(state: State) -> Lattice:
    """For each Latin string what it may stand for."""
    _, _, base, after, before, ending = state
    endings: dict[str, list[Pair]] = {}
    for pair, (_, options) in ending.items():
        for text, mask in options.items():
            if text:
                endings.setdefault(text, []).append(_pair(pair, mask))
    arcs = _arcs(base, after, before)
    lengths: dict[str, set[int]] = {}
    for text in arcs:
        lengths.setdefault(text[0], set()).add(len(text))
    longest_first = {first: tuple(sorted(sizes, reverse=True)) for first, sizes in lengths.items()}
    pairs = _pairs(base, after, before)
    # an ending leads to a place of its own behind the word
    jumps = {text: [(len(text) + 1, *pair) for pair in found] for text, found in endings.items()}
    ends = {text: (found, reduce(or_, (jump[2] for jump in found))) for text, found in jumps.items()}
    return {text: _move(text, arcs, pairs) for text in {**arcs, **pairs}}, longest_first, ends


def _arcs(base: dict[str, Options], after: Rules, before: Rules) -> dict[str, list[Arc]]:
    """For each Latin string the letters it may stand for."""
    arcs: dict[str, list[Arc]] = {}
    for letter in CYRILLIC:
        silent = AMBIGUOUS if _may_be_silent(letter, base, after) else 0
        for value, masks in _by_place(letter, base, after, before).items():
            if value:
                doubtful = silent | _doubtful(letter, value, base, before)
                arcs.setdefault(value, []).append((letter, BITS[letter], PLACES.index(letter), masks, doubtful))
    for letters in arcs.values():
        _leave_to_ye(letters)
    for value, letter in BLENDS.items():
        arcs.setdefault(value, []).append((letter, BITS[letter], PLACES.index(letter), (0,) * len(PLACES), 0))
    return arcs


def _move(text: str, arcs: dict[str, list[Arc]], pairs: dict[str, list[Pair]]) -> Move:
    """What may be read where a string stands and no longer one that stands for letters."""
    found = {size: arcs[text[:size]] for size in range(1, len(text) + 1) if text[:size] in arcs}
    letters = [arc[0] for row in found.values() for arc in row]
    steps, ahead = [], 0
    for size, row in found.items():
        # a letter that may end here or there has several ways to the same reading
        marked = [(*arc[:-1], arc[-1] | AMBIGUOUS) if letters.count(arc[0]) > 1 else arc for arc in row]
        bits = reduce(or_, (arc[1] for arc in row))
        steps.append((size, bits, marked))
        ahead |= bits
    jumps = [(1, *pair) for pair in pairs.get(text[0], ())]
    return steps, jumps, reduce(or_, (jump[2] for jump in jumps), ahead)


def _pair(letters: str, systems: int) -> Pair:
    return letters, BITS[letters[0]], BITS[letters[1]], PLACES.index(letters[1]), systems


def _by_place(letter: str, base: dict[str, Options], after: Rules, before: Rules) -> dict[str, tuple[int, ...]]:
    """What may be written for a letter whatever follows it, and by which systems after each place."""
    anywhere = dict(base[letter])
    for pair, (_, options) in before.items():
        if pair[0] == letter:
            for value, mask in options.items():
                anywhere[value] = anywhere.get(value, 0) | mask
    by_place = []
    for prev in PLACES:
        taken, options = after.get(prev + letter, (0, {}))
        merged = {value: mask & ~taken for value, mask in anywhere.items()}
        for value, mask in options.items():
            merged[value] = merged.get(value, 0) | mask
        by_place.append(merged)
    values = {value for options in by_place for value in options}
    return {value: tuple(options.get(value, 0) for options in by_place) for value in sorted(values)}


def _doubtful(letter: str, value: str, base: dict[str, Options], before: Rules) -> int:
    """The systems that write this for the letter before some letters and not before others."""
    own, out = base[letter].get(value, 0), 0
    for pair, (mask, options) in before.items():
        if pair[0] == letter:
            out |= mask & (own ^ options.get(value, 0))
    return out


def _may_be_silent(letter: str, base: dict[str, Options], after: Rules) -> bool:
    """Whether any system leaves a letter unwritten, but for those that write another for both."""
    return "" in base[letter] or any("" in options for pair, (_, options) in after.items() if pair[1] == letter)


def _leave_to_ye(letters: list[Arc]) -> None:
    """Where a system writes е and ё alike, read е: that is what the printed title had."""
    plain = next((masks for letter, _, _, masks, _ in letters if letter == "е"), None)
    if plain is None:
        return
    for at, (letter, bit, place, masks, doubtful) in enumerate(letters):
        if letter == "ё":
            left = tuple(one & ~other for one, other in zip(masks, plain, strict=True))
            letters[at] = (letter, bit, place, left, doubtful)


def _pairs(base: dict[str, Options], after: Rules, before: Rules) -> dict[str, list[Pair]]:
    """The Latin letters that stand for two: x for кс, where a system leaves the first unwritten."""
    out: dict[str, list[Pair]] = {}
    for pair, (_, options) in before.items():
        silent = 0 if pair[0] in SIGNS else options.get("", 0)
        for value, mask in after.get(pair, (0, {}))[1].items():
            if silent & mask and len(value) == 1 and value not in base[pair[1]]:
                out.setdefault(value, []).append(_pair(pair, silent & mask))
    return out
