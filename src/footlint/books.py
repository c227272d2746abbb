"""Which chapters are judged together: those that a configuration names as a book, all others each for itself."""

from __future__ import annotations

import os
from collections.abc import Sequence

from footlint.config import ConfigError, Configuration, Configurations


class Group:
    """Chapters that are judged together, in reading order, under one configuration.

    `asked` are the paths that the run was asked to check; the others of the book are read for what they know.
    """

    def __init__(self, configuration: Configuration, paths: tuple[str, ...], asked: frozenset[str]) -> None:
        self.configuration = configuration
        self.paths = paths
        self.asked = asked


def groups(paths: Sequence[str], configurations: Configurations) -> list[Group]:
    """The groups that the paths fall into, in the order of their first path. Raises ConfigError."""
    found: list[Group] = []
    placed: set[str] = set()
    books: dict[str, list[str]] = {}
    same = {_absolute(path): path for path in paths}
    for path in paths:
        if path in placed:
            continue
        configuration = configurations.of(path)
        file = configuration.file
        if file is not None and configuration.settings.book.chapters:
            if file not in books:
                books[file] = chapters_of(configuration)
            if _absolute(path) in books[file]:
                members = tuple(same.get(chapter) or _shown(chapter) for chapter in books[file])
                asked = frozenset(members).intersection(paths)
                placed |= asked
                found.append(Group(configuration, members, asked))
                continue
        placed.add(path)
        found.append(Group(configuration, (path,), frozenset((path,))))
    return found


def chapters_of(configuration: Configuration) -> list[str]:
    """The absolute paths of a book's chapters in reading order; those of one pattern as people count.

    Raises ConfigError for a name or a pattern that leads to no file.
    """
    from glob import glob

    chapters: list[str] = []
    for pattern in configuration.settings.book.chapters:
        full = os.path.join(configuration.root, pattern)
        matches = [full] if os.path.isfile(full) else sorted(glob(full, recursive=True), key=_natural)
        files = [_absolute(match) for match in matches if os.path.isfile(match)]
        if not files:
            raise ConfigError(f"{configuration.file}: [book] chapters: {pattern!r} leads to no file")
        chapters += files
    return list(dict.fromkeys(chapters))


def _natural(path: str) -> list[tuple[int, int, str]]:
    """Chapter 2 before chapter 10."""
    import re

    return [
        (0, int(piece), "") if piece.isdecimal() else (1, 0, piece.casefold()) for piece in re.split(r"(\d+)", path)
    ]


def _absolute(path: str) -> str:
    return os.path.normcase(os.path.abspath(path))


def _shown(path: str) -> str:
    """The path as it would be typed here."""
    shown = os.path.relpath(path)
    return path if shown.startswith(os.pardir + os.sep + os.pardir) else shown
