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
from footlint.conventions.vote import Convention
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

#: What goes to the process: the facts of the chapter and the conventions; and comes back: findings, and misspelt words.
_Question = tuple[ChapterFacts, dict[str, Convention]]
_Answer = tuple[Found, frozenset[tuple[str, Span]]]


class Beside:
    """Asks rules, those on romanised Russian in a process of their own where that is worth while."""

    def __init__(self) -> None:
        self._begun: Aside | None = None

    def begin(self, data: bytes, settings: Settings) -> None:
        """Get ready for a chapter that stands alone and is still to be read from these bytes."""
        if _codes(settings) and len(data) <= _LARGEST and sum(map(data.count, _TRACES)) >= _MANY_WORDS:
            self._begun = Aside(
                lambda question: _judged(question, settings), lambda is_asked: _look_ahead(data, is_asked)
            )

    def ask(self, codes: Sequence[str], chapters: Sequence[Chapter], book: Book, earlier: Earlier | None) -> Found:
        """What rules find in chapters of a book; where one was begun with, it is this book."""
        whole = book.whole
        romanized = [code for code in codes if code in _ROMANIZED]
        if not romanized or not _are_many(whole.chapters):
            return ask(codes, chapters, book, earlier)
        if self._begun:
            self._begun.ask(msgspec.msgpack.encode((whole.chapters[0], dict(book.conventions))))
        else:
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
    """Whether so many words may be Russian that they are worth a process of their own."""
    return sum(len(fact.suspects) for facts in chapters for fact in facts.notes) >= _MANY_WORDS


def _judged(question: bytes, settings: Settings) -> bytes:
    facts, conventions = msgspec.msgpack.decode(question, type=_Question)
    whole = Whole((facts,), settings)
    chapter = Chapter(facts, conventions, settings, whole)
    found = ask(_codes(settings), (chapter,), Book((chapter,), conventions, settings, whole))
    return msgspec.msgpack.encode((found, whole.misspelt))


def _codes(settings: Settings) -> list[str]:
    return [code for code in _ROMANIZED if is_selected(code, settings.select, settings.ignore)]


def _look_ahead(data: bytes, is_asked: Callable[[], bool]) -> None:
    """Look up the words that may be Russian, until the question comes."""
    from footlint.romanization import classify
    from footlint.suspicion import suspicious

    text = data.decode("utf-8", "ignore")
    for start, end in suspicious(text):
        if is_asked():
            return
        classify((text[start:end],))
    for code in _ROMANIZED:
        if is_asked():
            return
        rule_of(code)
