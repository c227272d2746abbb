"""Latin to Cyrillic: the readings a romanised word can have, each with the systems that give exactly this spelling."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from footlint.record import Record
from footlint.romanization.align import systems_giving
from footlint.romanization.lexicon import CODES, PATH, Entry, load_lexicon
from footlint.romanization.spelling import LONGEST, canonical
from footlint.romanization.systems import VOWELS
from footlint.romanization.tables import PLACES, Tables, tables

if TYPE_CHECKING:
    from footlint.romanization.lexicon import Lexicon

Arc = tuple[str, int, tuple[int, ...]]
_PLACE = {letter: number for number, letter in enumerate(PLACES)}
_STEPS = 6000  # states visited for one word; Russian words need a few hundred
_MOST = 24  # readings kept for one word
_RARE = 2.0
_BEAM = 8
_STRANGE = 0.5
_NEVER = 45  # the cost of a pair of letters that Russian does not have
_SHORT_I = CODES["й"]
_SIGNS = (("ь", CODES["ь"]), ("ъ", CODES["ъ"]))


class Reading(Record, frozen=True):
    """A Cyrillic spelling that a romanised word can stand for."""

    text: str
    systems: int
    entry: Entry | None
    rarity: float = 0.0  # of its pairs of letters; only for a reading that the lexicon lacks

    @property
    def prior(self) -> float:
        """How likely the reading is, on a decimal logarithm, before the spelling is looked at."""
        if self.entry is None:
            return -self.rarity
        # the lexicon writes е for ё, so it cannot vouch that the word has one
        return self.entry.prior - ("ё" in self.text)

    @property
    def exact(self) -> bool:
        """Whether any one system gives the whole spelling."""
        return self.systems != 0

    def score(self, joined: Tables) -> float:
        """The likelihood of the reading given the spelling, whatever the book."""
        return self.prior + joined.log_weight(self.systems) - (0.0 if self.systems else 1.0)


class _Arcs(Record, frozen=True):
    by_text: dict[str, list[Arc]]
    lengths: dict[str, tuple[int, ...]]
    endings: dict[str, list[tuple[str, int]]]
    pairs: dict[str, list[tuple[str, int]]]


@lru_cache(maxsize=1)
def _arcs() -> _Arcs:
    joined = tables()
    by_text = joined.arcs()
    by_text.pop("", None)
    lengths: dict[str, set[int]] = {}
    for text in by_text:
        lengths.setdefault(text[0], set()).add(len(text))
    endings: dict[str, list[tuple[str, int]]] = {}
    for pair, (_, options) in joined.ending.items():
        for text, mask in options.items():
            if text:
                endings.setdefault(text, []).append((pair, mask))
    lengths_of = {first: tuple(sorted(sizes)) for first, sizes in lengths.items()}
    return _Arcs(by_text, lengths_of, endings, joined.pairs())


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


def _ranked(readings: list[Reading]) -> tuple[Reading, ...]:
    joined = tables()
    return tuple(sorted(readings, key=lambda one: (-one.score(joined), one.text))[:_MOST])


def _walk(spelling: str, lexicon: Lexicon, joined: Tables, *, exact: bool) -> list[Reading]:  # noqa: C901, PLR0912 - the inner loop
    """The readings that stand in the lexicon; exact: only those that some system gives as they are."""
    arcs = _arcs()
    by_text, lengths, endings, pairs = arcs.by_text, arcs.lengths, arcs.endings, arcs.pairs
    size, kids_of, all_systems = len(spelling), lexicon.kids, joined.all
    stack = [(0, lexicon.root, 0, all_systems, "")]
    found: dict[str, Reading] = {}
    steps = 0
    while stack and steps < _STEPS:
        steps += 1
        at, node, place, mask, text = stack.pop()
        kids = kids_of(node)
        if at == size:
            number = kids.get(0)
            whole = text
            if number is None and text.endswith("о") and _SHORT_I in kids:
                # the first half of a compound: военно- from военной
                number, whole = kids_of(kids[_SHORT_I]).get(0), text + "й"
            if number is not None and text not in found and len(found) < 4 * _MOST:
                found[text] = Reading(
                    text, systems_giving(text, spelling, joined), lexicon.entry(whole.replace("ё", "е"), number)
                )
        else:
            for length in lengths.get(spelling[at], ()):
                end = at + length
                if end > size:
                    break
                for letter, code, masks in by_text.get(spelling[at:end], ()):
                    child = kids.get(code)
                    if child is None:
                        continue
                    left = mask & masks[place] if exact else mask
                    if left:
                        stack.append((end, child, _PLACE[letter], left, text + letter))
            tails = endings.get(spelling[at:], ()) if text else ()
            for end, found_pairs in ((size, tails), (at + 1, pairs.get(spelling[at], ()))):
                for pair, systems in found_pairs:
                    child = kids.get(CODES[pair[0]])
                    child = None if child is None else kids_of(child).get(CODES[pair[1]])
                    left = mask & systems if exact else mask
                    if child is not None and left:
                        stack.append((end, child, _PLACE[pair[1]], left, text + pair))
        if text and text[-1] not in VOWELS:
            for letter, code in _SIGNS:
                if (child := kids.get(code)) is not None and text[-1] not in "ьъ":
                    stack.append((at, child, _PLACE[letter], mask, text + letter))
    return [one for one in found.values() if one.systems or not exact]


def guesses(spelling: str, within: int = 0, *, mixed: bool = False) -> list[Reading]:  # noqa: C901 - one loop over a lattice
    """Readings of a canonical spelling by the letters alone, among the systems of a mask (0: all).

    mixed: letter by letter, each in any system.
    """
    if not spelling or len(spelling) > LONGEST:
        return []
    joined, arcs = tables(), _arcs()
    allowed = within or joined.all
    size, rare = len(spelling), bigrams()
    layers: list[dict[str, tuple[float, int, int]]] = [{} for _ in range(size + 1)]
    layers[0][""] = (0.0, 0, allowed)
    for at in range(size):
        kept = sorted(layers[at].items(), key=lambda item: -item[1][0])[:_BEAM]
        for text, (score, place, mask) in kept:
            for length in arcs.lengths.get(spelling[at], ()):
                end = at + length
                if end > size:
                    break
                for letter, _, masks in arcs.by_text.get(spelling[at:end], ()):
                    left = mask if mixed else mask & masks[place]
                    if left:
                        cost = rare.get((text[-1:] or " ") + letter, _NEVER)
                        _keep(layers[end], text + letter, score - cost, _PLACE[letter], left)
            for pair, systems in arcs.endings.get(spelling[at:], ()):
                if text and mask & systems:
                    cost = rare.get(text[-1:] + pair[0], _NEVER) + rare.get(pair, _NEVER)
                    _keep(layers[size], text + pair, score - cost, _PLACE[pair[1]], mask & systems)
    for text, (score, place, mask) in layers[size].items():
        layers[size][text] = (score - rare.get(text[-1] + " ", _NEVER) + 10 * joined.log_weight(mask), place, mask)
    ranked = sorted(layers[size].items(), key=lambda item: (-item[1][0], item[0]))[:_BEAM]
    out = []
    for text, (score, _, _) in ranked:
        systems = systems_giving(text, spelling, joined) & allowed
        if systems or mixed:
            # an ordinary word pays some ten tenths for each of its letters; what it pays beyond makes it strange
            rarity = max(0.0, (10 * joined.log_weight(systems) - score) / 10 - len(text)) * _STRANGE
            out.append(Reading(text, systems, load_lexicon().find(text), rarity))
    return out


@lru_cache(maxsize=1)
def bigrams() -> dict[str, int]:
    """How rare each pair of Cyrillic letters is, in tenths of a decimal logarithm."""
    return msgspec.json.decode((PATH.parent / "bigrams.json").read_bytes(), type=dict[str, int])


def _keep(layer: dict[str, tuple[float, int, int]], text: str, score: float, place: int, mask: int) -> None:
    if text not in layer or layer[text][0] < score:
        layer[text] = (score, place, mask)
