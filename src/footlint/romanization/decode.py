"""Latin to Cyrillic: the readings a romanised word can have, each with the systems that give exactly this spelling."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from footlint.record import Record
from footlint.romanization.align import systems_giving
from footlint.romanization.datafiles import read
from footlint.romanization.lexicon import CODES, Entry, load_lexicon
from footlint.romanization.spelling import LONGEST, canonical
from footlint.romanization.systems import PLACES, VOWELS
from footlint.romanization.tables import Arc, Tables, lattice, tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from footlint.romanization.lexicon import Lexicon

_PLACE = {letter: number for number, letter in enumerate(PLACES)}
_STEPS = 6000  # states visited for one word; Russian words need a few hundred
_MOST = 24  # readings kept for one word
_RARE = 2.0
_BEAM = 8
_STRANGE = 0.5
_NEVER = 45  # the cost of a pair of letters that Russian does not have
_TAIL = 2
_LONGEST_ENDING = 4  # of the strings that systems write for the last two letters of a word
_SHORT_I = CODES["й"]
_SIGNS = (("ь", CODES["ь"]), ("ъ", CODES["ъ"]))


class Reading(Record, frozen=True):
    """A Cyrillic spelling that a romanised word can stand for.

    `prior`: how likely it is, on a decimal logarithm, before the spelling is looked at.
    """

    text: str
    systems: int
    entry: Entry | None
    prior: float
    rarity: float = 0.0  # of its pairs of letters; only for a reading that the lexicon lacks

    @property
    def exact(self) -> bool:
        """Whether any one system gives the whole spelling."""
        return self.systems != 0

    def score(self, joined: Tables) -> float:
        """The likelihood of the reading given the spelling, whatever the book."""
        return self.prior + joined.log_weight(self.systems) - (0.0 if self.systems else 1.0)


@lru_cache(maxsize=20_000)
def decode(word: str) -> tuple[Reading, ...]:
    """The readings of one word without hyphens, the likeliest first; none for what no table can read."""
    spelling = canonical(word)
    return known(spelling) or _ranked(guesses(spelling))


@lru_cache(maxsize=20_000)
def known(spelling: str) -> tuple[Reading, ...]:
    """The readings of a canonical spelling that stand in the lexicon, the likeliest first."""
    if not spelling or len(spelling) > LONGEST:
        return ()
    joined, lexicon = tables(), load_lexicon()
    found = _walk(spelling, lexicon, joined, exact=True)
    # a word that only a rare reading explains exactly may be a slip: look at mixed spellings too
    if max((reading.score(joined) for reading in found), default=0.0) < _RARE:
        seen = {reading.text for reading in found}
        found += [one for one in _walk(spelling, lexicon, joined, exact=False) if one.text not in seen]
    return _ranked(found)


def _ranked(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    joined = tables()
    return tuple(sorted(readings, key=lambda one: (-one.score(joined), one.text))[:_MOST])


def _walk(spelling: str, lexicon: Lexicon, joined: Tables, *, exact: bool) -> list[Reading]:  # noqa: C901, PLR0912, PLR0915 - the inner loop
    """The readings that stand in the lexicon; exact: only those that some system gives as they are."""
    by_text, lengths, endings, pairs = lattice()
    size, kids_of, nodes = len(spelling), lexicon.kids, lexicon.nodes
    ahead: list[list[tuple[int, list[Arc]]] | None] = [None] * size
    paired = [sign in pairs for sign in spelling]
    # where, node, place of the last letter, systems, those among them to be asked again, text, whether an ending
    stack = [(0, lexicon.root, 0, joined.all, 0, "", False)]
    found: dict[str, list[int]] = {}
    steps = 0
    while stack and steps < _STEPS:
        steps += 1
        at, node, place, mask, doubt, text, ended = stack.pop()
        kids = nodes.get(node) or kids_of(node)
        if at == size:
            number = kids.get(0)
            if number is None and text.endswith("о") and _SHORT_I in kids:
                # the first half of a compound: военно- from военной
                number = kids_of(kids[_SHORT_I]).get(0)
            if number is not None:
                left = mask
                if not ended and len(text) > _TAIL:
                    left &= ~joined.ending.get(text[-_TAIL:], _NOBODY)[0]
                if text in found:
                    found[text][1] |= left
                    found[text][2] |= doubt & left
                elif len(found) < 4 * _MOST:
                    found[text] = [number, left, doubt & left, 0 in kids]
        else:
            reached = ahead[at]
            if reached is None:
                reached = ahead[at] = _reached(spelling, at, by_text, lengths)
            for end, arcs in reached:
                for letter, code, masks, doubtful in arcs:
                    child = kids.get(code)
                    if child is None:
                        continue
                    left = mask & masks[place] if exact else mask
                    if left:
                        stack.append((end, child, _PLACE[letter], left, doubt | doubtful, text + letter, False))
            jumps = []
            if text and size - at <= _LONGEST_ENDING and spelling[at:] in endings:
                jumps.append((size, endings[spelling[at:]], True))
            if paired[at]:
                jumps.append((at + 1, pairs[spelling[at]], False))
            for end, found_pairs, ending in jumps:
                for pair, systems in found_pairs:
                    child = kids.get(CODES[pair[0]])
                    child = None if child is None else kids_of(child).get(CODES[pair[1]])
                    left = mask & systems if exact else mask
                    if child is not None and left:
                        stack.append((end, child, _PLACE[pair[1]], left, doubt, text + pair, ending))
        if text and not ended and text[-1] not in VOWELS:
            for letter, code in _SIGNS:
                if (child := kids.get(code)) is not None and text[-1] not in "ьъ":
                    stack.append((at, child, _PLACE[letter], mask, doubt, text + letter, False))
    out = []
    for text, (number, passed, doubt, whole) in found.items():
        # the way here tells the systems, but for rules that look at the letter behind, and for ё, which е hides
        uncertain = doubt or not exact or "ё" in text
        mask = systems_giving(text, spelling, joined) if uncertain else passed
        if mask or not exact:
            entry = lexicon.entry((text if whole else text + "й").replace("ё", "е"), number)
            out.append(Reading(text, mask, entry, _prior(text, entry)))
    return out


_NOBODY: tuple[int, dict[str, int]] = (0, {})


def _reached(
    spelling: str, at: int, by_text: dict[str, list[Arc]], lengths: dict[str, tuple[int, ...]]
) -> list[tuple[int, list[Arc]]]:
    """The letters that may stand for what comes next in a spelling, by where they end."""
    return [
        (at + length, by_text[text])
        for length in lengths.get(spelling[at], ())
        if (text := spelling[at : at + length]) in by_text and len(text) == length
    ]


def _prior(text: str, entry: Entry) -> float:
    # the lexicon writes е for ё, so it cannot vouch that the word has one
    return entry.prior - ("ё" in text)


@lru_cache(maxsize=20_000)
def guesses(spelling: str, within: int = 0, *, mixed: bool = False) -> tuple[Reading, ...]:  # noqa: C901 - one loop over a lattice
    """Readings of a canonical spelling by the letters alone, among the systems of a mask (0: all).

    mixed: letter by letter, each in any system.
    """
    if not spelling or len(spelling) > LONGEST:
        return ()
    joined, (by_text, lengths, endings, _) = tables(), lattice()
    allowed = within or joined.all
    size, rare = len(spelling), bigrams()
    layers: list[dict[str, tuple[float, int, int]]] = [{} for _ in range(size + 1)]
    layers[0][""] = (0.0, 0, allowed)
    for at in range(size):
        kept = sorted(layers[at].items(), key=lambda item: -item[1][0])[:_BEAM]
        reached = _reached(spelling, at, by_text, lengths) if kept else []
        for text, (score, place, mask) in kept:
            for end, arcs in reached:
                for letter, _, masks, _ in arcs:
                    left = mask if mixed else mask & masks[place]
                    if left:
                        cost = rare.get((text[-1:] or " ") + letter, _NEVER)
                        _keep(layers[end], text + letter, score - cost, _PLACE[letter], left)
            for pair, systems in endings.get(spelling[at:], ()):
                if text and mask & systems:
                    cost = rare.get(text[-1:] + pair[0], _NEVER) + rare.get(pair, _NEVER)
                    _keep(layers[size], text + pair, score - cost, _PLACE[pair[1]], mask & systems)
    for text, (score, place, mask) in layers[size].items():
        layers[size][text] = (score - rare.get(text[-1] + " ", _NEVER) + 10 * joined.log_weight(mask), place, mask)
    ranked = sorted(layers[size].items(), key=lambda item: (-item[1][0], item[0]))[:_BEAM]
    out = []
    for text, (score, _, _) in ranked:
        systems = systems_giving(text, spelling, joined, allowed)
        if systems or mixed:
            # an ordinary word pays some ten tenths for each of its letters; what it pays beyond makes it strange
            rarity = max(0.0, (10 * joined.log_weight(systems) - score) / 10 - len(text)) * _STRANGE
            entry = load_lexicon().find(text)
            out.append(Reading(text, systems, entry, -rarity if entry is None else _prior(text, entry), rarity))
    return tuple(out)


@lru_cache(maxsize=1)
def bigrams() -> dict[str, int]:
    """How rare each pair of Cyrillic letters is, in tenths of a decimal logarithm."""
    return msgspec.json.decode(read("bigrams.json"), type=dict[str, int])


def _keep(layer: dict[str, tuple[float, int, int]], text: str, score: float, place: int, mask: int) -> None:
    if text not in layer or layer[text][0] < score:
        layer[text] = (score, place, mask)
