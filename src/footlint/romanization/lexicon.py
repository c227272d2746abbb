"""The lexicon: Russian word forms and names in a minimal automaton, mapped from its file and never read whole.

Layout of ``data/lexicon.bin`` (little-endian): a 32-byte head (magic, size of the automaton, payloads, root), the
automaton, the payload offsets, the payloads. The automaton is made of 32-bit numbers. A node is a set of letters, bit 0
for а, and then for each of these, in order, the edge to the node behind it. An edge is the place of that node; its top
bit is set where a word ends there, and then the number of the word's payload stands just before the node. Edge 0 leads
to a node without letters: no word goes on so. A payload is the word's Zipf frequency and its analyses.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from typing import TYPE_CHECKING

from footlint.record import Record
from footlint.romanization.datafiles import mapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
#: Each letter as a set of letters.
BITS = {letter: 1 << number for number, letter in enumerate(LETTERS)} | {"ё": 1 << LETTERS.index("е")}
_HEAD = 32
#: The part of an edge that is the place of its node.
PLACE = (1 << 31) - 1
_CACHED_ENTRIES = 100_000


class Analysis(Record, frozen=True):
    """One way to understand a form: its class, its lemma and, for a name, the logarithm of its count.

    Classes: N noun, A adjective, V verb, P other words, G place, S surname, s oblique case of a surname, F first name,
    T patronymic.
    """

    kind: str
    lemma: str
    level: int


class Entry(Record, frozen=True):
    """What the lexicon knows of one form; most of it is only told when asked for."""

    form: str
    payload: bytes

    @property
    def zipf(self) -> int:
        """How common the form is, on the Zipf scale; 0 where it is not among the common ones."""
        return self.payload[0] - _ZERO

    @property
    def analyses(self) -> tuple[Analysis, ...]:
        """The ways to understand the form."""
        return tuple(_analysis(self.form, part) for part in self.payload[1:].decode("cp1251").split(","))

    @property
    def lemmas(self) -> frozenset[str]:
        """The lemmas of all analyses."""
        form, parts = self.form, self.payload[1:].decode("cp1251").split(",")
        return frozenset([form[: len(form) - int(part[2], 16)] + part[3:] for part in parts])

    @property
    def word_prior(self) -> float:
        """How likely the form is as a word, on a decimal logarithm; 0 where it is no word."""
        return _priors(self.payload)[0]

    @property
    def name_prior(self) -> float:
        """How likely the form is as a name, on a decimal logarithm; 0 where it is no name."""
        return _priors(self.payload)[1]

    @property
    def prior(self) -> float:
        """The better of the two."""
        return max(_priors(self.payload))


_ZERO = ord("0")


@lru_cache(maxsize=20_000)
def _priors(payload: bytes) -> tuple[float, float]:
    """How likely any form with this payload is as a word and as a name."""
    zipf = payload[0] - _ZERO
    is_word, name = False, 0.0
    for part in payload[1:].split(b","):
        kind, level = part[:1], int(part[1:2], 16)
        is_word = is_word or not level
        if kind in b"SFT":
            # a name that the registers lack may still be in books
            name = max(name, 1.2 + 0.45 * (level or zipf))
        elif kind == b"s":
            name = max(name, 0.2 + 0.45 * level)
        elif kind == b"G":
            name = max(name, 1.5 + 0.5 * zipf)
    return max(1.5, 0.7 + zipf) if is_word else 0.5 * zipf, name


class Lexicon:
    """A read-only automaton over a mapped file. `root` is the edge to its first node."""

    __slots__ = ("_entries", "_offsets", "_texts", "numbers", "root")

    def __init__(self, data: memoryview) -> None:
        """Read the head and lay views over the rest."""
        if bytes(data[:8]) != b"footlex2":
            msg = "the lexicon is damaged: reinstall footlint"
            raise ValueError(msg)
        numbers, payloads, self.root = (int.from_bytes(data[at : at + 4], "little") for at in (8, 12, 16))
        middle = _HEAD + 4 * numbers
        end = middle + 4 * (payloads + 1)
        #: The automaton as it lies in the file.
        self.numbers: Sequence[int] = _numbers(data[_HEAD:middle])
        self._offsets: Sequence[int] = _numbers(data[middle:end])
        self._texts = data[end:]
        self._entries: dict[str, Entry | None] = {}

    def after(self, edge: int, bit: int) -> int:
        """The edge of a letter, given as its bit, from the node at the end of an edge; 0 where there is none."""
        node = edge & PLACE
        letters = self.numbers[node]
        return self.numbers[node + (letters & bit - 1).bit_count() + 1] if letters & bit else 0

    def payload(self, edge: int) -> int | None:
        """The number of the payload of the word that ends with an edge, if one does."""
        return self.numbers[(edge & PLACE) - 1] if edge > PLACE else None

    def _edges(self, edge: int) -> Iterator[tuple[str, int]]:
        """The letters that may follow, with their edges."""
        node = edge & PLACE
        left = self.numbers[node]
        while left:
            node += 1
            bit = left & -left
            left ^= bit
            yield LETTERS[bit.bit_length() - 1], self.numbers[node]

    def find(self, form: str) -> Entry | None:
        """The entry of a lower-case form (ё counts as е), or None."""
        key = form.replace("ё", "е")
        if key in self._entries:
            return self._entries[key]
        edge = self._follow(self.root, key)
        number = self.payload(edge)
        entry = None if number is None else self.entry(key, number)
        if len(self._entries) > _CACHED_ENTRIES:
            self._entries.clear()
        self._entries[key] = entry
        return entry

    def _follow(self, edge: int, text: str) -> int:
        """The edge at the end of a text, 0 where no word goes on so."""
        numbers = self.numbers
        for letter in text:
            node, bit = edge & PLACE, BITS.get(letter, 0)
            letters = numbers[node]
            if not letters & bit:
                return 0
            edge = numbers[node + (letters & bit - 1).bit_count() + 1]
        return edge

    def entry(self, form: str, number: int) -> Entry:
        """The entry of a form whose payload number is known."""
        return Entry(form, bytes(self._texts[self._offsets[number] : self._offsets[number + 1]]))

    def forms(self, prefix: str = "") -> Iterator[Entry]:
        """Every entry whose form begins with a prefix, in no useful order; without one, some three million."""
        start = self._follow(self.root, prefix)
        stack = [(start, prefix)] if start else []
        while stack:
            edge, text = stack.pop()
            number = self.payload(edge)
            if number is not None:
                yield self.entry(text, number)
            stack += [(child, text + letter) for letter, child in self._edges(edge)]

    def nearest(self, form: str) -> list[Entry]:
        """The entries within one insertion, deletion, replacement or swap, most frequent first."""
        text = form.replace("ё", "е")
        bits = [BITS.get(letter, 0) for letter in text]
        found: dict[str, int] = {}
        edge = self.root
        for at in range(len(text) + 1):
            for rest, last in self._edited(edge, text, bits, at):
                found[text[:at] + rest] = self.numbers[(last & PLACE) - 1]
            edge = self.after(edge, bits[at]) if at < len(text) else 0
            if not edge:
                break
        entries = [self.entry(text, number) for text, number in found.items()]
        return sorted(entries, key=lambda entry: (-entry.prior, entry.form))

    def _edited(self, edge: int, text: str, bits: Sequence[int], at: int) -> Iterator[tuple[str, int]]:
        """What the rest of a text, from one letter on, becomes by one edit at its beginning, with the last edge."""
        numbers, left = self.numbers, len(text) - at
        # most ways end with the next letter, or the one behind that which is replaced: a look ahead spares the way
        first, second = bits[at] if left else 0, bits[at + 1] if left > 1 else 0
        node = edge & PLACE
        letters = numbers[node]
        while letters:
            node += 1
            bit = letters & -letters
            letters ^= bit
            child = numbers[node]
            onward = numbers[child & PLACE]
            if (onward & first if left else child > PLACE) and (last := self._end(child, bits, at)):
                yield LETTERS[bit.bit_length() - 1] + text[at:], last
            if left and (onward & second if left > 1 else child > PLACE) and (last := self._end(child, bits, at + 1)):
                yield LETTERS[bit.bit_length() - 1] + text[at + 1 :], last
        if left and (last := self._end(edge, bits, at + 1)):
            yield text[at + 1 :], last
        if left > 1 and (last := self._end(self.after(self.after(edge, second), first), bits, at + 2)):
            yield text[at + 1] + text[at] + text[at + 2 :], last

    def _end(self, edge: int, bits: Sequence[int], at: int) -> int:
        """The edge at the end of the letters from one on; 0 where no word ends there."""
        numbers = self.numbers
        for bit in bits[at:]:
            node = edge & PLACE
            letters = numbers[node]
            if not letters & bit:
                return 0
            edge = numbers[node + (letters & bit - 1).bit_count() + 1]
        return edge if edge > PLACE else 0


def _analysis(form: str, part: str) -> Analysis:
    cut = int(part[2], 16)
    return Analysis(part[0], form[: len(form) - cut] + part[3:], int(part[1], 16))


def _numbers(data: memoryview) -> Sequence[int]:
    if sys.byteorder == "little":
        return data.cast("I")
    from array import array

    numbers = array("I", bytes(data))
    numbers.byteswap()
    return numbers


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """Map the lexicon file into memory (once)."""
    return Lexicon(memoryview(mapped("lexicon.bin")))
