"""Reading chapters: from a path to text and facts, from the cache where nothing has changed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache as remember

import msgspec

from footlint.cache import Cache, key_of, program_stamp
from footlint.diagnostic import Diagnostic
from footlint.discover import reason_of
from footlint.facts import ChapterFacts
from footlint.readers.decode import SIZE_LIMIT, Unreadable
from footlint.readers.options import TextOptions
from footlint.record import Record
from footlint.settings import Settings
from footlint.source import Part, Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from footlint.extract import Heard


class ReadChapter(Record, frozen=True):
    """What reading a file gave: its text as positions count it, its facts, and how often it makes which choice."""

    text: str
    facts: ChapterFacts
    parts: tuple[Part, ...] = ()
    counts: dict[str, dict[str, int]] = {}

    @property
    def source(self) -> Source:
        """The text with its path."""
        return Source(self.facts.path, self.text, self.parts)


class FactsCache:
    """Read chapters by what they were read from, and what was found in them by what it depends on."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._stamp = program_stamp()

    def beside(self, kind: str) -> Cache:
        """Another kind of entries in the same place."""
        return self._cache.beside(kind)

    def key(self, path: str, data: bytes, options: TextOptions, *, counted: bool = True) -> str:
        """Differs with content, path, reading options and program, and where a chapter is not counted."""
        return key_of(self._stamp, path, msgspec.msgpack.encode(options), data, str(counted))

    def get(self, key: str) -> ReadChapter | None:
        """The chapter read earlier, or None."""
        content = self._cache.get(key)
        if content is None:
            return None
        try:
            return _chapters().decode(content)
        except (msgspec.DecodeError, ValueError):
            return None

    def under(self, settings: Settings, keys: Sequence[str]) -> list[str]:
        """The keys of what is found in chapters under these settings."""
        rest = msgspec.msgpack.encode(settings)
        return [key_of(self._stamp, rest, key) for key in keys]

    def get_judgement(self, key: str) -> tuple[Diagnostic, ...] | None:
        """What was found earlier, or None."""
        content = self._cache.get(key)
        try:
            return None if content is None else _judgements().decode(content)
        except (msgspec.DecodeError, ValueError):
            return None

    def put_judgement(self, key: str, diagnostics: Sequence[Diagnostic]) -> None:
        """Keep what was found for later runs."""
        with suppress(UnicodeEncodeError):
            self._cache.put(key, msgspec.msgpack.encode(diagnostics))

    def put(self, key: str, chapter: ReadChapter) -> None:
        """Keep a chapter for later runs."""
        with suppress(UnicodeEncodeError):  # the name of the file may be no UTF-8
            self._cache.put(key, msgspec.msgpack.encode(chapter))

    def through(self, key: str, read: Callable[[], ReadChapter]) -> ReadChapter:
        """The chapter read earlier, or one that is read now and kept. Raises what `read` raises."""
        chapter = self.get(key)
        if chapter is None:
            chapter = read()
            self.put(key, chapter)
        return chapter


@remember
def _chapters() -> msgspec.msgpack.Decoder[ReadChapter]:
    return msgspec.msgpack.Decoder(ReadChapter)  # it has to look at all types in a chapter: only where one is found


@remember
def _judgements() -> msgspec.msgpack.Decoder[tuple[Diagnostic, ...]]:
    return msgspec.msgpack.Decoder(tuple[Diagnostic, ...])


def load(path: str) -> bytes:
    """The bytes of a file. Raises Unreadable."""
    try:
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            return file.read(min(size, SIZE_LIMIT) + 1) if size else file.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise Unreadable(path, reason_of(error)) from None
    except ValueError as error:  # a NUL in the path
        raise Unreadable(path, str(error)) from None


def read(
    path: str, data: bytes, options: TextOptions, *, counted: bool = True, heard: Heard | None = None
) -> ReadChapter:
    """Text and facts of a chapter, counted where it may be one of many. Raises Unreadable, whatever goes wrong."""
    try:
        from footlint.extract import extract
        from footlint.readers import read as read_document

        document = read_document(path, data, options)
        facts = extract(document, heard)
        return ReadChapter(document.source.text, facts, document.source.parts, _counts(facts) if counted else {})
    except Unreadable:
        raise
    except Exception as error:
        debug()
        reason = f"footlint failed to read it ({type(error).__name__}: {error}); please report this"
        raise Unreadable(path, reason) from error


def _counts(facts: ChapterFacts) -> dict[str, dict[str, int]]:
    from footlint.conventions.table import all_choices
    from footlint.conventions.vote import count

    return count(all_choices().values(), facts)


def read_through(path: str, data: bytes, options: TextOptions, cache: FactsCache | None) -> ReadChapter:
    """Text and facts of a chapter, from the cache if it has them. Raises Unreadable."""
    if cache is None:
        return read(path, data, options)
    return cache.through(cache.key(path, data, options), lambda: read(path, data, options))


def debug() -> None:
    """Show the traceback of the error at hand to whoever asked for it."""
    if os.environ.get("FOOTLINT_DEBUG"):
        import traceback

        traceback.print_exc(file=sys.stderr)
