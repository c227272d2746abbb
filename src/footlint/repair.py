"""Repairing a chapter: apply fixes, look again, until there is nothing more to repair."""

from __future__ import annotations

from collections.abc import Sequence

from footlint.chapters import FactsCache, ReadChapter, load, read_through
from footlint.config import Configuration
from footlint.diagnostic import Diagnostic
from footlint.engine import judge
from footlint.finding import Safety
from footlint.fixes import apply
from footlint.readers.decode import Unreadable, decode, encode
from footlint.record import Record

#: Each round makes room for fixes that met others in the round before; real chapters need two.
_MOST_ROUNDS = 32


class Repaired(Record, frozen=True):
    """A chapter before and after; `fixed` are the findings that were repaired, `left` those that remain."""

    before: bytes
    after: bytes
    chapter: ReadChapter
    fixed: tuple[Diagnostic, ...]
    left: tuple[Diagnostic, ...]


def repair(
    path: str,
    configuration: Configuration,
    threshold: Safety,
    *,
    data: bytes | None = None,
    cache: FactsCache | None = None,
    book: Sequence[ReadChapter] = (),
) -> Repaired:
    """What a file becomes when all fixes that are safe enough have been applied. Raises Unreadable.

    `book` are the chapters that it is judged with, itself among them, in reading order. A file that is not the plain
    encoding of its text, as a Word file, is left alone.
    """
    before = load(path) if data is None else data
    chapter, left = _look(path, before, configuration, cache, book)
    fixed: list[Diagnostic] = []
    if not _is_plain(path, before, chapter):
        return Repaired(before, before, chapter, (), tuple(left))
    _, encoding = decode(path, before)
    first = Repaired(before, before, chapter, (), tuple(left))
    after = before
    for _ in range(_MOST_ROUNDS):
        text, applied = apply(chapter.text, left, threshold)
        new = encode(text, encoding)
        if not applied or new == after:
            return Repaired(before, after, chapter, tuple(fixed), tuple(left))
        after = new
        fixed += applied
        chapter, left = _look(path, after, configuration, cache, book)
    return first  # fixes that undo each other: rather none than a text that never settles


def _look(
    path: str, data: bytes, configuration: Configuration, cache: FactsCache | None, book: Sequence[ReadChapter]
) -> tuple[ReadChapter, list[Diagnostic]]:
    chapter = read_through(path, data, configuration.settings.text, cache)
    together = [chapter if one.facts.path == path else one for one in book] or [chapter]
    return chapter, judge(together, configuration, {one.facts.path: one.source for one in together}, {path})


def _is_plain(path: str, data: bytes, chapter: ReadChapter) -> bool:
    try:
        source, encoding = decode(path, data)
    except Unreadable:
        return False
    return source.text == chapter.text and encode(source.text, encoding) == data
