"""A unified diff of two states of a file."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

from footlint.readers.decode import decode

_NO_NEWLINE = "\\ No newline at end of file\n"


def unified(path: str, before: bytes, after: bytes) -> str:
    """The lines that differ, with three lines round them, as `patch` reads them."""
    old, new = (decode(path, data)[0].text for data in (before, after))
    lines = unified_diff(_lines(old), _lines(new), f"a/{path.lstrip('/')}", f"b/{path.lstrip('/')}")
    return "".join(line if line.endswith("\n") else f"{line}\n{_NO_NEWLINE}" for line in lines)


def _lines(text: str) -> list[str]:
    return list(_split(text))


def _split(text: str) -> Iterator[str]:
    """Lines end at LF only, as `patch` and Git see it."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end
