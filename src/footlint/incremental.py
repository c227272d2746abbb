"""What rules found in the chapters of a book earlier, kept with all that they asked for beyond the chapter.

An edit in one chapter changes little of what stands to be found in the others. Most rules look at nothing but their
chapter and a habit or two of the book: while these are as they were, the rule would find the same again.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import cache as remember
from typing import cast

import msgspec

from footlint.cache import Cache
from footlint.conventions.vote import Convention
from footlint.facts import ChapterFacts
from footlint.finding import Finding
from footlint.record import Record
from footlint.rule import Chapter, ChapterCheck
from footlint.transliteration.gather import ChapterWords, gather


class Kept(Record, frozen=True):
    """What one rule found in one chapter. `habits` are its questions about conventions, with the answers it got."""

    findings: tuple[Finding, ...] = ()
    habits: dict[str, str] = {}


class Earlier:
    """What was found in the chapters of a book, by a key for each path that tells all of the chapter and its settings.

    What asked for anything else of the book than its `watched` conventions is not kept.
    """

    def __init__(self, cache: Cache, keys: Mapping[str, str]) -> None:
        self._cache = cache
        self._words = cache.beside("words")
        self._keys = keys
        self._conventions: Mapping[str, Convention] = {}
        self._asked: dict[str, str] = {}
        self._kept: dict[str, dict[str, Kept]] = {}
        self._changed: set[str] = set()

    def watched(self, conventions: Mapping[str, Convention]) -> Mapping[str, Convention]:
        """The conventions of the book in a form that notes what rules ask of them."""
        self._conventions = conventions
        return _AllWatched(conventions, self._asked)

    def findings(self, code: str, check: ChapterCheck, chapter: Chapter) -> tuple[Finding, ...]:
        """What a rule finds in a chapter, found anew only where that is needed."""
        kept = self._kept_in(chapter.path)
        known = kept.get(code)
        if known is not None and all(self._answer(question) == answer for question, answer in known.habits.items()):
            return known.findings
        self._asked.clear()
        chapter.asked_of_book = False
        found = tuple(check(chapter))
        if not chapter.asked_of_book:
            kept[code] = Kept(found, dict(self._asked))
            self._changed.add(chapter.path)
        return found

    def gather(self, facts: ChapterFacts) -> ChapterWords:
        """The words of a chapter that may be Russian, gathered anew where they are not known."""
        content = self._words.get(self._keys[facts.path])
        try:
            if content is not None:
                return _words_decoder().decode(content)
        except (msgspec.DecodeError, ValueError):
            pass
        words = gather(facts)
        with suppress(UnicodeEncodeError):
            self._words.put(self._keys[facts.path], msgspec.msgpack.encode(words))
        return words

    def keep(self) -> None:
        """Keep what is new for later runs."""
        for path in self._changed:
            with suppress(UnicodeEncodeError):
                self._cache.put(self._keys[path], msgspec.msgpack.encode(self._kept[path]))

    def _kept_in(self, path: str) -> dict[str, Kept]:
        if path not in self._kept:
            content = self._cache.get(self._keys[path])
            try:
                self._kept[path] = {} if content is None else _decoder().decode(content)
            except (msgspec.DecodeError, ValueError):
                self._kept[path] = {}
        return self._kept[path]

    def _answer(self, question: str) -> str | None:
        name, _, attribute = question.rpartition(" ")
        try:
            return repr(getattr(self._conventions[name], attribute))
        except KeyError:
            return None


class _AllWatched(dict[str, Convention]):
    """Conventions that note what they are asked for."""

    def __init__(self, conventions: Mapping[str, Convention], asked: dict[str, str]) -> None:
        self._conventions = conventions
        self._asked = asked

    def __missing__(self, name: str) -> Convention:
        self[name] = cast("Convention", _Watched(self._conventions[name], self._asked))
        return self[name]


class _Watched:
    """A convention that notes what it is asked for, and what it answers."""

    def __init__(self, convention: Convention, asked: dict[str, str]) -> None:
        self._convention = convention
        self._asked = asked

    def __getattr__(self, attribute: str) -> object:
        answer = getattr(self._convention, attribute)
        self._asked[f"{self._convention.name} {attribute}"] = repr(answer)
        return answer


@remember
def _decoder() -> msgspec.msgpack.Decoder[dict[str, Kept]]:
    return msgspec.msgpack.Decoder(dict[str, Kept])


@remember
def _words_decoder() -> msgspec.msgpack.Decoder[ChapterWords]:
    return msgspec.msgpack.Decoder(ChapterWords)
