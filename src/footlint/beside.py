"""Judging romanised Russian in a process beside the one that asks the other rules.

It is the longest of all analyses, and only one rule needs to know what it found. For a chapter that stands alone the
process begins while the chapter is still being read: it looks up the words that it sees in the file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import msgspec

from footlint.aside import Aside
from footlint.asking import Found, ask, rule_of
from footlint.facts import ChapterFacts
from footlint.rule import Book, Chapter, Whole
from footlint.rules import MODULES
from footlint.selection import is_selected
from footlint.settings import Settings
from footlint.source import Span

if TYPE_CHECKING:
    from footlint.incremental import Earlier

_ROMANIZED = tuple(code for code in MODULES if code.startswith("TR"))
#: The rules that leave alone what those report.
_AFTER = ("CT003",)
#: From so many words on that may be Russian, a process of its own is worth its start.
_MANY_WORDS = 100
#: What romanised Russian has in one system or another, and so often in a file that it is worth the start.
_TRACES = tuple(
    trace.encode() for trace in ("kh", "zh", "ii", "iy", "ij", "ya", "ja", "vs", "sch", "tch", "č", "š", "ž", "ʹ")
)
_LARGEST = 1_000_000

#: What comes back from the process: what rules found, and the words that are misspelt.
_Answer = tuple[Found, frozenset[tuple[str, Span]]]


class Beside:
    """Asks rules, those on romanised Russian in a process of their own where that is worth while."""

    def __init__(self) -> None:
        self._begun: Aside | None = None
        self._told: ChapterFacts | None = None

    def begin(self, data: bytes, settings: Settings) -> None:
        """Get ready for a chapter that stands alone and is still to be read from these bytes."""
        if _codes(settings) and len(data) <= _LARGEST and sum(map(data.count, _TRACES)) >= _MANY_WORDS:
            self._begun = Aside(lambda facts: _judged(facts, settings), lambda is_asked: _look_ahead(data, is_asked))

    def tell(self, facts: ChapterFacts) -> None:
        """Let what was begun go on with the facts of its chapter."""
        if self._begun and _are_many((facts,)):
            self._begun.ask(msgspec.msgpack.encode(facts))
            self._told = facts

    def ask(self, codes: Sequence[str], chapters: Sequence[Chapter], book: Book, earlier: Earlier | None) -> Found:
        """What rules find in chapters of a book; where one was begun with, it is this book."""
        whole = book.whole
        romanized = [code for code in codes if code in _ROMANIZED]
        if not romanized or not _are_many(whole.chapters):
            return ask(codes, chapters, book, earlier)
        if not self._begun or self._told is not whole.chapters[0]:
            self.end()
            self._begun = Aside(
                lambda _: msgspec.msgpack.encode((ask(romanized, chapters, book, earlier), whole.misspelt))
            )
            self._begun.ask()
        found = ask([code for code in codes if code not in romanized and code not in _AFTER], chapters, book, earlier)
        for code in romanized:  # whose names stand in what they find
            rule_of(code)
        told, whole.misspelt = msgspec.msgpack.decode(self._begun.answer(), type=_Answer)
        self._begun = None
        return [*found, *told, *ask([code for code in codes if code in _AFTER], chapters, book, earlier)]

    def end(self) -> None:
        """End what has begun and was not needed."""
        if self._begun:
            self._begun.dismiss()
            self._begun = None


def _are_many(chapters: Sequence[ChapterFacts]) -> bool:
    """Whether so many words may be Russian that they are worth a process of their own, and can be told to it."""
    if sum(len(fact.suspects) for facts in chapters for fact in facts.notes) < _MANY_WORDS:
        return False
    try:
        return all(facts.path.encode() for facts in chapters)
    except UnicodeEncodeError:  # the name of a file is no UTF-8
        return False


def _judged(facts: bytes, settings: Settings) -> bytes:
    """The answer for a chapter that stands alone. No rule on romanised Russian asks for conventions."""
    whole = Whole((msgspec.msgpack.decode(facts, type=ChapterFacts),), settings)
    chapter = Chapter(whole.chapters[0], {}, settings, whole)
    found = ask(_codes(settings), (chapter,), Book((chapter,), {}, settings, whole))
    return msgspec.msgpack.encode((found, whole.misspelt))


def _codes(settings: Settings) -> list[str]:
    return [code for code in _ROMANIZED if is_selected(code, settings.select, settings.ignore)]


def _look_ahead(data: bytes, is_asked: Callable[[], bool]) -> None:
    """Load what will be needed, and look up the words that may be Russian until the question comes."""
    from footlint.romanization import classify
    from footlint.suspicion import suspicious

    for code in _ROMANIZED:
        rule_of(code)
    for module in ("transliteration.book", "transliteration.russian"):
        __import__(f"footlint.{module}")
    msgspec.msgpack.Decoder(ChapterFacts)  # which is made for good
    text = data.decode("utf-8", "ignore")
    for start, end in suspicious(text):
        if is_asked():
            return
        classify((text[start:end],))
