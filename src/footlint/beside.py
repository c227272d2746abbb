"""Judging romanised Russian in a process beside the one that asks the other rules.

It is the longest of all analyses, and hardly a rule needs to know what it found. For a chapter that stands alone the
process begins while the chapter is still being read, and looks up the words of each note that has been parsed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import msgspec

from footlint.aside import Aside, Hearing
from footlint.asking import Found, ask, rule_of
from footlint.facts import ChapterFacts, NoteFact
from footlint.rule import Book, Chapter, Misspelt, Whole
from footlint.rules import MODULES
from footlint.selection import is_selected
from footlint.settings import Settings
from footlint.transliteration.gather import ChapterWords, together, words_of

if TYPE_CHECKING:
    from footlint.incremental import Earlier

_ROMANIZED = tuple(code for code in MODULES if code.startswith("TR"))
#: The rules that may leave alone what those report, and then wait for it; the first hardly ever does.
_LAST = ("CT005", "CT003")
#: From so many words on that may be Russian, a process of its own is worth its start.
_MANY_WORDS = 100
#: What romanised Russian has in one system or another, and so often in a file that it is worth the start.
_TRACES = tuple(
    trace.encode() for trace in ("kh", "zh", "ii", "iy", "ij", "ya", "ja", "vs", "sch", "tch", "č", "š", "ž", "ʹ")
)
_LARGEST = 1_000_000

#: What goes to the process: a chapter, and its words.
_Question = tuple[ChapterFacts, ChapterWords]
#: What comes back from the process: what rules found, and the words that are misspelt.
_Answer = tuple[Found, Misspelt]


class Beside:
    """Asks rules, those on romanised Russian in a process of their own where that is worth while."""

    def __init__(self) -> None:
        self._begun: Aside | None = None
        self._told: ChapterFacts | None = None
        self._path = ""
        #: What was heard of notes, with their words, by the identity of each note.
        self._heard: dict[int, tuple[NoteFact, ChapterWords]] = {}

    def begin(self, path: str, data: bytes, settings: Settings) -> None:
        """Get ready for a chapter that stands alone and is still to be read from these bytes."""
        self._path = path
        worth_while = len(data) <= _LARGEST and sum(map(data.count, _TRACES)) >= _MANY_WORDS
        if worth_while and _codes(settings) and _can_be_told(path):
            begun = Aside(lambda question: _judged(question, settings), lambda hearing: _look_ahead(data, hearing))
            self._begun = begun if begun.lives else None  # here nothing need be told

    def hear(self, note: NoteFact) -> None:
        """Let what was begun look ahead at a note of its chapter."""
        if self._begun:
            with self._ending_by_errors():
                words = words_of(note, self._path)
                self._heard[id(note.note)] = note, words
                self._begun.hint(msgspec.msgpack.encode(words))

    def tell(self, facts: ChapterFacts) -> None:
        """Let what was begun go on with the facts of its chapter."""
        if self._begun and _are_many((facts,)):
            with self._ending_by_errors():
                # gathered here, since the other process has more to do than this one
                self._begun.ask(msgspec.msgpack.encode((facts, self._words_of(facts))))
                self._told = facts

    @contextmanager
    def _ending_by_errors(self) -> Iterator[None]:
        """What fails while a chapter is read would fail again where its rules are asked, and is reported there."""
        try:
            yield
        except Exception:  # noqa: BLE001 - as any rule's
            self.end()

    def _words_of(self, facts: ChapterFacts) -> ChapterWords:
        return together(self._words_in(note, facts.path) for note in facts.notes)

    def _words_in(self, note: NoteFact, path: str) -> ChapterWords:
        known = self._heard.get(id(note.note))
        # a note may have been parsed again since
        return known[1] if known and known[0].elements is note.elements else words_of(note, path)

    def ask(
        self,
        codes: Sequence[str],
        chapters: Sequence[Chapter],
        book: Book,
        earlier: Earlier | None,
        meanwhile: Callable[[Found], None],
    ) -> Found:
        """What rules find in chapters of a book; where one was begun with, it is this book.

        `meanwhile` is shown what has been found so far while the rest is waited for.
        """
        whole = book.whole
        romanized = [code for code in codes if code in _ROMANIZED]
        if not romanized or not _are_many(whole.chapters):
            return ask(codes, chapters, book, earlier)
        if not self._begun or self._told is not whole.chapters[0]:
            self.end()
            find = whole.find_misspelt
            self._begun = Aside(lambda _: _answer(ask(romanized, chapters, book, earlier), find))
            self._begun.ask()
        found = ask([code for code in codes if code not in romanized and code not in _LAST], chapters, book, earlier)
        # what is needed in any case is made before the other process is waited for
        for code in romanized:
            rule_of(code)
        answers: msgspec.msgpack.Decoder[_Answer] = msgspec.msgpack.Decoder(_Answer)
        meanwhile(found)
        told: Found = []

        def awaited() -> Misspelt:
            assert self._begun
            more, misspelt = answers.decode(self._begun.answer())
            self._begun = None
            told.extend(more)
            return misspelt

        whole.find_misspelt = awaited
        found += ask([code for code in _LAST if code in codes], chapters, book, earlier)
        _ = whole.misspelt  # if none of these has asked
        return [*found, *told]

    def end(self) -> None:
        """End what has begun and was not needed."""
        if self._begun:
            self._begun.dismiss()
            self._begun = None


def _are_many(chapters: Sequence[ChapterFacts]) -> bool:
    """Whether so many words may be Russian that they are worth a process of their own, and can be told to it."""
    words = sum(len(fact.suspects) for facts in chapters for fact in facts.notes)
    return words >= _MANY_WORDS and all(_can_be_told(facts.path) for facts in chapters)


def _can_be_told(path: str) -> bool:
    """Whether the name of a file is UTF-8, as all that is told must be."""
    try:
        return bool(path.encode())
    except UnicodeEncodeError:
        return False


def _judged(question: bytes, settings: Settings) -> bytes:
    """The answer for a chapter that stands alone. No rule on romanised Russian asks for conventions."""
    facts, words = msgspec.msgpack.decode(question, type=_Question)
    whole = Whole((facts,), settings, gather=lambda _: words)
    chapter = Chapter(facts, {}, settings, whole)
    found = ask(_codes(settings), (chapter,), Book((chapter,), {}, settings, whole))
    return _answer(found, whole.find_misspelt)


def _answer(found: Found, find_misspelt: Callable[[], Misspelt]) -> bytes:
    misspelt: Misspelt = frozenset()
    with suppress(Exception):  # which the rules on romanised Russian have reported
        misspelt = find_misspelt()
    return msgspec.msgpack.encode((found, misspelt))


def _codes(settings: Settings) -> list[str]:
    return [code for code in _ROMANIZED if is_selected(code, settings.select, settings.ignore)]


def _look_ahead(data: bytes, hearing: Hearing) -> None:
    """Load what will be needed, and look up words until the question comes: those of notes, or else of the file."""
    from footlint.romanization import classify, load_all, suspects
    from footlint.suspicion import suspicious

    for code in _ROMANIZED:
        rule_of(code)
    for module in ("transliteration.book", "transliteration.russian"):
        __import__(f"footlint.{module}")
    load_all()
    msgspec.msgpack.Decoder(_Question)  # which is made for good
    notes = msgspec.msgpack.Decoder(ChapterWords)
    text = data.decode("utf-8", "ignore")
    at_hand = suspicious(text)
    wait = False
    while not hearing.is_asked:
        note = hearing.hint(wait=wait)
        if note is not None:
            _look_up(notes.decode(note))
        elif (found := next(at_hand, None)) is not None:
            classify(suspects([text[slice(*found)]]))
        else:
            wait = True


def _look_up(words: ChapterWords) -> None:
    """Look up words of a note as they will be looked up when all of the chapter is known."""
    from footlint.romanization import classify
    from footlint.romanization.decode import known
    from footlint.romanization.spelling import canonical
    from footlint.transliteration.russian import texts_of

    for phrase in words.phrases:
        classify(texts_of(phrase.words))
    for run in words.apart:
        classify(word.text for word in run)
    for word in words.capitalised:
        known(canonical(word.text))
