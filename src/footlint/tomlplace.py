"""Where a key or a value stands in a TOML file: the parser does not say, and a message without the line is no help."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from footlint.expressions import expression

_HEADER = expression(r"\s*\[\[?(?P<keys>[^\]]+)\]")
_KEY = expression(r"""\s*(?P<keys>(?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=\s*""")
_PART = expression(r""""([^"]*)"|'([^']*)'|([\w-]+)""")
_AT = expression(r"(?P<reason>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")


class Aim(Enum):
    """What a message points at: the key, its value, or one item in it."""

    KEY = 1
    VALUE = 2
    ITEM = 3


class Place(NamedTuple):
    """A stretch of a line; line and column count from 1."""

    line: int
    column: int
    length: int


def place(text: str, keys: tuple[str, ...], aim: Aim, item: object = None) -> Place | None:
    """Where the value under `keys` stands, or None where the file is written too cleverly to tell."""
    lines = text.splitlines()
    best: Place | None = None
    depth = 0
    for number, start, end, path in _entries(lines):
        shared = _shared(path, keys)
        if shared == len(keys) == len(path):
            return _aimed(lines, Place(number, start + 1, end - start), aim, item)
        if shared == len(path) > depth:  # a table that holds the key, perhaps inline
            depth = shared
            best = _within(lines, number, end, keys[-1] if aim is Aim.KEY else item) or Place(
                number, start + 1, end - start
            )
    return best


def line_of_error(text: str, message: str) -> tuple[Place, str]:
    """The place that a parser's message names, and its reason in our manner."""
    match = _AT.fullmatch(message)
    lines = text.splitlines() or [""]
    if match is None or match["line"] is None:
        return Place(len(lines), len(lines[-1]) + 1, 1), (match["reason"] if match else message).lower()
    return Place(int(match["line"]), int(match["column"]), 1), match["reason"][:1].lower() + match["reason"][1:]


def frame_at(text: str, where: Place) -> str:
    """The line, and carets under the place."""
    lines = text.splitlines() or [""]
    line = lines[min(where.line, len(lines)) - 1].replace("\t", " ")
    gutter = str(where.line)
    carets = " " * (where.column - 1) + "^" * max(1, where.length)
    return f"  {gutter} | {line}\n  {' ' * len(gutter)} | {carets}"


def _entries(lines: list[str]) -> Iterator[tuple[int, int, int, tuple[str, ...]]]:
    """Line number, start and end of the key, and the whole path, for each header and each key."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(lines, 1):
        header = _HEADER.match(line)
        if header:
            table = _parts(header["keys"])
            yield number, header.start("keys"), header.end("keys"), table
            continue
        key = _KEY.match(line)
        if key:
            yield number, key.start("keys"), key.end("keys"), (*table, *_parts(key["keys"]))


def _parts(keys: str) -> tuple[str, ...]:
    return tuple(next(part for part in match.groups() if part is not None) for match in _PART.finditer(keys))


def _shared(path: tuple[str, ...], keys: tuple[str, ...]) -> int:
    shared = 0
    for one, other in zip(path, keys, strict=False):
        if one != other:
            return 0
        shared += 1
    return shared


def _aimed(lines: list[str], key: Place, aim: Aim, item: object) -> Place:
    """The key that stands at a place, its value, or one item in the value."""
    number, end = key.line, key.column - 1 + key.length
    line = lines[number - 1]
    if aim is Aim.KEY or "=" not in line[end:]:
        return key
    if aim is Aim.ITEM:
        found = _within(lines, number, end, item)
        if found:
            return found
    value = line[end:].split("=", 1)[1]
    begin = len(line) - len(value.lstrip())
    return Place(number, begin + 1, len(value.strip()))


def _within(lines: list[str], number: int, column: int, item: object) -> Place | None:
    """The text `item` from that place on, in quotes or bare."""
    word = str(item)
    for ahead, line in enumerate(lines[number - 1 :]):
        begin = column if ahead == 0 else 0
        for written in (f'"{word}"', f"'{word}'", word):
            at = line.find(written, begin)
            if item is not None and at >= 0:
                return Place(number + ahead, at + 1, len(written))
    return None
