"""Latin to Cyrillic: the readings a romanised word can have, each with the systems that give exactly this spelling."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from footlint.record import Record
from footlint.romanization.align import systems_giving
from footlint.romanization.lexicon import BITS, PLACE, Entry, load_lexicon
from footlint.romanization.spelling import LONGEST, canonical
from footlint.romanization.systems import PLACES, SIGNS, VOWELS
from footlint.romanization.tables import bigrams, lattice, tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from footlint.romanization.lexicon import Lexicon
    from footlint.romanization.tables import Move, Tables

    #: Where a walk stands: the edge it came by, the place of the last letter, the systems that write all this, those
    #: among them to be asked again, the text.
    _State = tuple[int, int, int, int, str]
    #: The same without a lexicon: a score, the place of the last letter, the systems, those to be asked again.
    _Guess = tuple[float, int, int, int]

_WIDEST = 500  # ways to read the beginning of a word that are followed; Russian words have a few dozen
_MOST = 24  # readings kept for one word
_RARE = 2.0
_BEAM = 8
_MIXED = 3  # guesses kept where each letter may be of any system
_STRANGE = 0.5
_NEVER = 45  # the cost of a pair of letters that Russian does not have
_TAIL = 2
_LONGEST_ENDING = 4  # of the strings that systems write for the last two letters of a word
_SIGNS = tuple((sign, BITS[sign], PLACES.index(sign)) for sign in "ьъ")
_SIGN_BITS = BITS["ь"] | BITS["ъ"]
#: The places after which a sign may have been left out.
_SIGNED = frozenset(place for place, letter in enumerate(PLACES) if letter not in {"^", *VOWELS, *SIGNS})


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


def _ranked(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    if len(readings) <= 1:
        return tuple(readings)
    joined = tables()
    return tuple(sorted(readings, key=lambda one: (-one.score(joined), one.text))[:_MOST])


def _walk(spelling: str, lexicon: Lexicon, joined: Tables, *, exact: bool) -> list[Reading]:
    """The readings that stand in the lexicon; exact: only those that some system gives as they are."""
    found: dict[str, tuple[int, int, int, str]] = {}
    for edge, mask, doubt, text in _ends(spelling, lexicon, joined, exact=exact):
        number, form = lexicon.payload(edge), text
        if number is None and text.endswith("о"):
            # the first half of a compound: военно- от военной
            number, form = lexicon.payload(lexicon.after(edge, BITS["й"])), text + "й"
        if number is not None and (text in found or len(found) < 4 * _MOST):
            _, other, doubtful, _ = found.get(text, (0, 0, 0, ""))
            found[text] = number, mask | other, doubt & mask | doubtful, form
    out = []
    for text, (number, passed, doubt, form) in found.items():
        # the way here tells the systems, but for rules that look at the letter behind, and for ё, which е hides
        uncertain = doubt or not exact or "ё" in text
        mask = systems_giving(text, spelling, joined) if uncertain else passed
        if mask or not exact:
            entry = lexicon.entry(form.replace("ё", "е"), number)
            out.append(Reading(text, mask, entry, _prior(text, entry)))
    return out


def _ends(  # noqa: C901, PLR0912 - the inner loop
    spelling: str, lexicon: Lexicon, joined: Tables, *, exact: bool
) -> Iterator[tuple[int, int, int, str]]:
    """Where walks through the lexicon along a spelling end: the edge, systems, those to be asked again, the text."""
    numbers, after, moves = lexicon.numbers, lexicon.after, _moves(spelling)
    layers: list[list[_State]] = [[] for _ in range(len(moves) + 1)]
    layers[0].append((lexicon.root, 0, joined.all, 0, ""))
    for at, (steps, pairs, ahead) in enumerate(moves):
        layer = layers[at]
        for edge, place, mask, doubt, text in islice(layer, _WIDEST):
            node = edge & PLACE
            letters = numbers[node]
            for length, bits, arcs in steps:
                if letters & bits:
                    reached = layers[at + length]
                    for letter, bit, own, masks, doubtful in arcs:
                        if letters & bit and (left := mask & masks[place] if exact else mask):
                            child = numbers[node + (letters & bit - 1).bit_count() + 1]
                            reached.append((child, own, left, doubt | doubtful, text + letter))
            for length, pair, one, other, own, systems in pairs:
                child = after(after(edge, one), other)
                if child and (left := mask & systems if exact else mask):
                    layers[at + length].append((child, own, left, doubt, text + pair))
            if letters & _SIGN_BITS and place in _SIGNED:
                for sign, bit, own in _SIGNS:
                    child = after(edge, bit) if letters & bit else 0
                    if numbers[child & PLACE] & ahead if ahead else child > PLACE:
                        layer.append((child, own, mask, doubt, text + sign))
    for edge, _, mask, doubt, text in layers[-2]:
        # systems with a rule for the last two letters have written them by it or not at all
        yield edge, mask & ~joined.endings(text), doubt, text
    for edge, _, mask, doubt, text in layers[-1]:
        yield edge, mask, doubt, text


_NO_MOVE: Move = ([], [], 0)


@lru_cache(maxsize=1_000)
def _moves(spelling: str) -> list[Move]:
    """What may be read at each place of a canonical spelling, its end included.

    What ends by a rule for endings ends at a place of its own behind all others.
    """
    known, lengths, all_endings = lattice()
    size = len(spelling)
    moves: list[Move] = []
    for at, sign in enumerate(spelling):
        move = _NO_MOVE
        for length in lengths.get(sign, ()):
            if found := known.get(spelling[at : at + length]):
                move = found
                break
        moves.append(move)
    for at in range(max(1, size - _LONGEST_ENDING), size):
        if endings := all_endings.get(spelling[at:]):
            steps, pairs, ahead = moves[at]
            moves[at] = steps, pairs + endings[0], ahead | endings[1]
    return [*moves, _NO_MOVE]


def first_letters(spelling: str, count: int) -> set[str]:
    """So many first letters of whatever a canonical spelling could be read as; signs are left out, ё is е."""
    return _letters_from(_moves(spelling), 0, count)


def _letters_from(moves: list[Move], at: int, count: int) -> set[str]:
    if not count or at >= len(moves) - 1:
        return {""}
    steps, pairs, _ = moves[at]
    found: set[str] = set()
    for length, _, arcs in steps:
        letters = {arc[0].replace("ё", "е") for arc in arcs}
        if letters & SIGNS:
            found |= _letters_from(moves, at + length, count)
        if plain := letters - SIGNS:
            after = _letters_from(moves, at + length, count - 1)
            found |= {letter + rest for letter in plain for rest in after}
    for length, pair, *_ in pairs:
        found |= {(pair + rest)[:count] for rest in _letters_from(moves, at + length, max(0, count - len(pair)))}
    return found


def _prior(text: str, entry: Entry) -> float:
    # the lexicon writes е for ё, so it cannot vouch that the word has one
    return entry.prior - ("ё" in text)


@lru_cache(maxsize=20_000)
def guesses(spelling: str, within: int = 0, *, mixed: bool = False) -> tuple[Reading, ...]:
    """Readings of a canonical spelling by the letters alone, among the systems of a mask (0: all).

    mixed: the few best letter by letter, each in any system.
    """
    if not spelling or len(spelling) > LONGEST:
        return ()
    joined = tables()
    allowed = within or joined.all
    out = []
    for text, (score, _, mask, doubt) in _guessed(spelling, allowed, mixed=mixed)[: _MIXED if mixed else _BEAM]:
        # the way here tells the systems, but for what it takes to be another way, and for ё, which е hides
        unsure = doubt | joined.endings(text) & allowed
        told = not mixed and not (unsure & mask if mask == within else unsure or "ё" in text)
        systems = mask if told else systems_giving(text, spelling, joined, allowed)
        if systems or mixed:
            # an ordinary word pays some ten tenths for each of its letters; what it pays beyond makes it strange
            rarity = max(0.0, (10 * joined.log_weight(systems) - score) / 10 - len(text)) * _STRANGE
            entry = load_lexicon().find(text)
            out.append(Reading(text, systems, entry, -rarity if entry is None else _prior(text, entry), rarity))
    return tuple(out)


def _guessed(spelling: str, allowed: int, *, mixed: bool) -> list[tuple[str, _Guess]]:
    """The readings of a spelling with their scores, best first."""
    joined, moves, rare = tables(), _moves(spelling), bigrams()
    size = len(spelling)
    layers: list[dict[str, _Guess]] = [{} for _ in moves]
    layers[0][""] = (0.0, 0, allowed, 0)
    for at, (steps, pairs, _) in enumerate(moves[:-1]):
        for text, (score, place, mask, doubt) in sorted(layers[at].items(), key=lambda item: -item[1][0])[:_BEAM]:
            last = text[-1:] or " "
            for length, _, arcs in steps:
                layer = layers[at + length]
                for letter, _, own, masks, doubtful in arcs:
                    if left := mask if mixed else mask & masks[place]:
                        reading, worth = text + letter, score - rare.get(last + letter, _NEVER)
                        if reading not in layer or layer[reading][0] < worth:
                            layer[reading] = worth, own, left, doubt | doubtful
            for length, pair, _, _, own, systems in pairs:
                if at + length > size and mask & systems:
                    reading, cost = text + pair, rare.get(last + pair[0], _NEVER) + rare.get(pair, _NEVER)
                    if reading not in layers[size] or layers[size][reading][0] < score - cost:
                        layers[size][reading] = score - cost, own, mask & systems, doubt
    found = [
        (text, (score - rare.get(text[-1] + " ", _NEVER) + 10 * joined.log_weight(mask), place, mask, doubt))
        for text, (score, place, mask, doubt) in layers[size].items()
    ]
    return sorted(found, key=lambda item: (-item[1][0], item[0]))
