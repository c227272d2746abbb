"""Repairing a chapter: apply fixes, look again, until there is nothing more to repair."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from footlint.chapters import FactsCache, ReadChapter, load, read_through
from footlint.config import Configuration
from footlint.diagnostic import Diagnostic
from footlint.finding import Safety
from footlint.fixes import apply
from footlint.judgement import judge
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
) -> Repaired:
    """What a lone chapter becomes when all fixes that are safe enough have been applied. Raises Unreadable.

    A file that is not the plain encoding of its text, as a Word file, is left alone.
    """
    before = load(path) if data is None else data
    chapter = read_through(path, before, configuration.settings.text, cache)
    return repair_book([chapter], {path: before}, configuration, threshold, cache=cache)[path]


def repair_book(  # noqa: PLR0913 - each has its name
    chapters: Sequence[ReadChapter],
    contents: Mapping[str, bytes],
    configuration: Configuration,
    threshold: Safety,
    *,
    cache: FactsCache | None = None,
    is_complete: bool = True,
) -> dict[str, Repaired]:
    """What the chapters of a book become.

    `contents` are the bytes of those to repair, the others lend what they know; `is_complete` is false where one of
    them could not be read.

    Each round judges all of them anew, as what is repaired in one chapter may bear upon another.
    """
    now = {chapter.facts.path: chapter for chapter in chapters}
    after = dict(contents)
    fixed: dict[str, list[Diagnostic]] = {path: [] for path in contents}
    left = first_left = _judged(now, configuration, contents, is_complete=is_complete)
    encodings = {path: decode(path, data)[1] for path, data in contents.items() if _is_plain(path, data, now[path])}
    moving = list(encodings)
    for _ in range(_MOST_ROUNDS):
        moving = []
        for path, encoding in encodings.items():
            text, applied = apply(now[path].text, left[path], threshold)
            new = encode(text, encoding)
            if not applied or new == after[path]:
                continue
            moving.append(path)
            after[path] = new
            fixed[path] += applied
            now[path] = read_through(path, new, configuration.settings.text, cache)
        if not moving:
            break
        left = _judged(now, configuration, contents, is_complete=is_complete)
    originals = {chapter.facts.path: chapter for chapter in chapters}
    for path in moving:  # fixes that undo each other: rather none than a text that never settles
        now[path], after[path], fixed[path] = originals[path], contents[path], []
        left[path] = first_left[path]
    return {
        path: Repaired(contents[path], after[path], now[path], tuple(fixed[path]), tuple(left[path]))
        for path in contents
    }


def _judged(
    chapters: Mapping[str, ReadChapter], configuration: Configuration, asked: Mapping[str, bytes], *, is_complete: bool
) -> dict[str, list[Diagnostic]]:
    sources = {path: chapter.source for path, chapter in chapters.items()}
    found: dict[str, list[Diagnostic]] = {path: [] for path in asked}
    for diagnostic in judge(list(chapters.values()), configuration, sources, asked.keys(), is_complete=is_complete):
        found[diagnostic.path].append(diagnostic)
    return found


def _is_plain(path: str, data: bytes, chapter: ReadChapter) -> bool:
    try:
        source, encoding = decode(path, data)
    except Unreadable:
        return False
    return source.text == chapter.text and encode(source.text, encoding) == data
