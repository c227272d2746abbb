"""What earlier runs printed: a run in which nothing has changed prints it again and loads nothing else."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from footlint.cache import Cache, key_of, program_stamp
from footlint.config import Configurations, fingerprint

#: Runs over more than this are not remembered: their files would all have to be held to tell that nothing changed.
MOST_BYTES = 32 * 1024 * 1024


class Memo:
    """The output of one run, by everything that it depends on."""

    def __init__(self, key: str, contents: Mapping[str, bytes]) -> None:
        self.contents = contents
        self._key = key
        self._cache = Cache("runs")

    def recall(self) -> tuple[int, str] | None:
        """The exit status and the output of the same run, if there was one."""
        content = self._cache.get(self._key)
        if content is None:
            return None
        return content[0], content[1:].decode("utf-8", "surrogatepass")

    def keep(self, status: int, output: str) -> None:
        """Remember what this run printed."""
        self._cache.put(self._key, bytes([status]) + output.encode("utf-8", "surrogatepass"))


def memo_of(
    asked: Sequence[str],
    configurations: Configurations,
    options: str,
    given: Mapping[str, bytes],
) -> Memo | None:
    """The memo of a run over these paths, or None where a file cannot be read or there is too much. Raises ConfigError.

    `options` is all of the command line and the surroundings that shapes the output; `given` holds the bytes of paths
    that are no files.
    """
    paths = _with_books(asked, configurations)
    contents = dict(given)
    left = MOST_BYTES
    for path in paths:
        try:
            if path not in contents:
                if os.stat(path).st_size > left:
                    return None
                with open(path, "rb") as file:
                    contents[path] = file.read()
        except (OSError, ValueError):
            return None
        left -= len(contents[path])
        if left < 0:
            return None
    parts: list[str | bytes] = [program_stamp(), options, os.getcwd(), str(len(asked))]
    for path in paths:
        parts += (path, contents[path])
    return Memo(key_of(*parts, *fingerprint(configurations, list(paths))), contents)


def _with_books(paths: Sequence[str], configurations: Configurations) -> list[str]:
    """The paths and, where a configuration names a book, the book's other chapters. Raises ConfigError.

    Only a configuration that has the word is read for it: a run in which nothing has changed should read none.
    """
    if not any(b"book" in part for part in fingerprint(configurations, list(paths)) if isinstance(part, bytes)):
        return list(paths)
    from footlint.books import groups

    every = [path for group in groups(paths, configurations) for path in group.paths]
    return list(dict.fromkeys((*paths, *every)))
