"""The lexicon: Russian word forms and names in a minimal automaton, mapped from its file and never read whole.

Layout of ``data/lexicon.bin`` (little-endian): a 32-byte head (magic, edges, payloads, root), the edges, the payload
offsets, the payloads. An edge is 32 bits: last-of-node 1, label 6, target 25. Labels number the letters from 1; label 0
ends a word, its target then numbers the payload: the word's Zipf frequency and its analyses.
"""

from __future__ import annotations

import sys
from array import array
from functools import lru_cache
from typing import TYPE_CHECKING

from footlint.record import Record
from footlint.romanization.datafiles import path_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
CODES = {letter: number for number, letter in enumerate(LETTERS, 1)} | {"ё": 6}
_HEAD = 32
_LAST = 1 << 31
_TARGET = (1 << 25) - 1
_CACHED_NODES = 100_000

NAMES = frozenset("SFT")


class Analysis(Record, frozen=True):
    """One way to understand a form: its class, its lemma and, for a name, the logarithm of its count.

    Classes: N noun, A adjective, V verb, P other words, G place, S surname, s oblique case of a surname, F first name,
    T patronymic.
    """

    kind: str
    lemma: str
    level: int


class Entry(Record, frozen=True):
    """What the lexicon knows of one form."""

    form: str
    zipf: int
    analyses: tuple[Analysis, ...]

    @property
    def lemmas(self) -> frozenset[str]:
        """The lemmas of all analyses."""
        return frozenset(one.lemma for one in self.analyses)

    @property
    def word_prior(self) -> float:
        """How likely the form is as a word, on a decimal logarithm; 0 where it is no word."""
        if all(one.level for one in self.analyses):
            return 0.5 * self.zipf
        return max(1.5, 0.7 + self.zipf)

    @property
    def name_prior(self) -> float:
        """How likely the form is as a name, on a decimal logarithm; 0 where it is no name."""
        best = 0.0
        for one in self.analyses:
            if one.kind in "SFT":
                # a name that the registers lack may still be in books
                best = max(best, 1.2 + 0.45 * (one.level or self.zipf))
            elif one.kind == "s":
                best = max(best, 0.2 + 0.45 * one.level)
            elif one.kind == "G":
                best = max(best, 1.5 + 0.5 * self.zipf)
        return best

    @property
    def prior(self) -> float:
        """The better of the two."""
        return max(self.word_prior, self.name_prior)


class Lexicon:
    """A read-only automaton over a mapped file."""

    __slots__ = ("_edges", "_entries", "_offsets", "_texts", "nodes", "root")

    def __init__(self, data: memoryview) -> None:
        """Read the head and lay views over the rest."""
        if bytes(data[:8]) != b"footlex1":
            msg = "the lexicon is damaged: reinstall footlint"
            raise ValueError(msg)
        edges, payloads, self.root = (int.from_bytes(data[at : at + 4], "little") for at in (8, 12, 16))
        middle = _HEAD + 4 * edges
        end = middle + 4 * (payloads + 1)
        self._edges: Sequence[int] = _numbers(data[_HEAD:middle])
        self._offsets: Sequence[int] = _numbers(data[middle:end])
        self._texts = data[end:]
        #: The nodes looked at so far, each with its label → target edges.
        self.nodes: dict[int, Mapping[int, int]] = {}
        self._entries: dict[str, Entry | None] = {}

    def kids(self, node: int) -> Mapping[int, int]:
        """The label → target edges of a node."""
        seen = self.nodes.get(node)
        if seen is not None:
            return seen
        if len(self.nodes) > _CACHED_NODES:
            self.nodes.clear()
        found: dict[int, int] = {}
        at, edges = node, self._edges
        edge = edges[at]
        while edge < _LAST:
            found[edge >> 25] = edge & _TARGET
            at += 1
            edge = edges[at]
        found[edge >> 25 & 63] = edge & _TARGET
        self.nodes[node] = found
        return found

    def find(self, form: str) -> Entry | None:
        """The entry of a lower-case form (ё counts as е), or None."""
        key = form.replace("ё", "е")
        if key in self._entries:
            return self._entries[key]
        node: int | None = self.root
        for letter in key:
            node = self.kids(node).get(CODES.get(letter, 63)) if node is not None else None
        number = None if node is None else self.kids(node).get(0)
        entry = None if number is None else self.entry(key, number)
        if len(self._entries) > _CACHED_NODES:
            self._entries.clear()
        self._entries[key] = entry
        return entry

    def entry(self, form: str, number: int) -> Entry:
        """The entry of a form whose payload number is known."""
        text = bytes(self._texts[self._offsets[number] : self._offsets[number + 1]]).decode("cp1251")
        return Entry(form, int(text[0]), tuple(_analysis(form, part) for part in text[1:].split(",")))

    def forms(self, prefix: str = "") -> Iterator[Entry]:
        """Every entry whose form begins with a prefix, in no useful order; without one, some three million."""
        node: int | None = self.root
        for letter in prefix:
            node = self.kids(node).get(CODES.get(letter, 63)) if node is not None else None
        stack = [] if node is None else [(node, prefix)]
        while stack:
            node, text = stack.pop()
            for label, target in self.kids(node).items():
                if label:
                    stack.append((target, text + LETTERS[label - 1]))
                else:
                    yield self.entry(text, target)

    def nearest(self, form: str, edits: int = 1) -> list[Entry]:
        """The entries within so many insertions, deletions, replacements and swaps, most frequent first."""
        target = [CODES.get(letter, 63) for letter in form.replace("ё", "е")]
        found: dict[str, int] = {}
        self._search(self.root, target, edits, "", found)
        entries = [self.entry(text, number) for text, number in found.items()]
        return sorted(entries, key=lambda entry: (-entry.prior, entry.form))

    def _search(self, node: int, target: list[int], edits: int, text: str, found: dict[str, int]) -> None:
        """Follow the target from a node to its end; at each letter on the way an edit may be made."""
        for at, code in enumerate(target):
            kids = self.kids(node)
            if edits:
                self._edit(kids, target[at:], edits - 1, text, found)
                self._search(node, target[at + 1 :], edits - 1, text, found)
            after = kids.get(code)
            if after is None:
                return
            node, text = after, text + LETTERS[code - 1]
        kids = self.kids(node)
        if 0 in kids:
            found[text] = kids[0]
        if edits:
            self._edit(kids, [], edits - 1, text, found)

    def _edit(self, kids: Mapping[int, int], target: list[int], left: int, text: str, found: dict[str, int]) -> None:
        """Insert a letter before the target, replace its first one, or swap its first two."""
        for label, child in kids.items():
            if label:
                letter = LETTERS[label - 1]
                self._search(child, target, left, text + letter, found)
                if target:
                    self._search(child, target[1:], left, text + letter, found)
        if len(target) > 1 and (child := kids.get(target[1], 0)) and (swapped := self.kids(child).get(target[0])):
            pair = LETTERS[target[1] - 1] + LETTERS[target[0] - 1]
            self._search(swapped, target[2:], left, text + pair, found)


def _analysis(form: str, part: str) -> Analysis:
    cut = int(part[2], 16)
    return Analysis(part[0], form[: len(form) - cut] + part[3:], int(part[1], 16))


def _numbers(data: memoryview) -> Sequence[int]:
    if sys.byteorder == "little":
        return data.cast("I")
    numbers = array("I", bytes(data))
    numbers.byteswap()
    return numbers


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """Map the lexicon file into memory (once)."""
    import mmap

    with open(path_of("lexicon.bin"), "rb") as file:
        return Lexicon(memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)))
