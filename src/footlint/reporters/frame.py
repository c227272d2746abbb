"""Lines of a manuscript as a terminal can show them: cut to its width, with carets under the right cells."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from footlint.expressions import expression
from footlint.record import Record
from footlint.reporters.place import printable
from footlint.source import Source, Span

#: A cut looks for the end of a word within so many signs.
_WORD = 12


class Excerpt(Record, frozen=True):
    """A piece of a line, and the cells that a mark under it leaves free and covers."""

    text: str
    indent: int
    length: int


#: Nothing but signs that take one cell: Latin, Cyrillic, dashes, quotation marks.
_PLAIN = expression("[\u0000-\u02ff\u0400-\u0481\u2010-\u2027]*")


def _is_plain(text: str) -> bool:
    return text.isascii() or _PLAIN.fullmatch(text) is not None


def cells(text: str) -> int:
    """How many terminal cells the text takes."""
    return len(text) if _is_plain(text) else sum(map(_cell, text))


def _cell(sign: str) -> int:
    if sign < "\u0300":
        return 1
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in ("W", "F") else 1


def wrap(text: str, width: int, *, first: int = 0, indent: str = "") -> list[str]:
    """The words of a text in lines; `first` cells of the first one are taken, the others begin with `indent`."""
    lines: list[str] = []
    line, room, empty = "", width - first, True
    taken = len if _is_plain(text) else cells
    for word in text.split(" "):
        needed = taken(word) + (not empty)
        if needed > room and not (empty and (lines or not first)):  # a word longer than a whole line stays whole
            lines.append(line)
            line, room, empty = indent, width - cells(indent), True
            needed = taken(word)
        line += word if empty else f" {word}"
        room -= needed
        empty = False
    return [*lines, line]


def excerpt(source: Source, span: Span, width: int) -> Excerpt:
    """The piece of the first line of `span` that shows it with what stands round it, within `width` cells."""
    start, end = _line_round(span.start, source)
    first, last = span.start, max(span.start, min(span.end, end))
    text = source.text
    if end - start <= width and cells(whole := printable(text[start:end])) <= width:
        indent = cells(printable(text[start:first]))
        return Excerpt(whole, indent, max(1, cells(printable(text[first:last]))))
    before, core, after = _around(text, start, first, last, end, width - 2)
    left, right = first - len(before), first + len(core) + len(after)
    if left > start:
        before = "…" + (before if text[left - 1] == " " else _from_word(before))
    if right < end:
        after = (after if text[right] == " " else _from_word(after[::-1])[::-1]) + "…"
    return Excerpt(before + core + after, cells(before), max(1, cells(core)))


def _around(  # noqa: PLR0913, PLR0917 - the places stand in their order
    text: str, start: int, first: int, last: int, end: int, width: int
) -> tuple[str, str, str]:
    """What fits of a line before a span in it, of the span, and behind it."""
    near = text[max(start, first - width - 1) : min(end, first + width + 1)]
    if near.isprintable() and _is_plain(near):
        size = min(last - first, width)
        room = width - size
        behind = min(end - first - size, room - min(first - start, room // 2))
        ahead = min(first - start, room - behind)
        middle = first + size
        return text[first - ahead : first], text[first:middle], text[middle : middle + behind]
    core = "".join(_fitting(text, range(first, last), width))
    room = width - cells(core)
    before = "".join(_fitting(text, range(first - 1, start - 1, -1), room // 2))
    after = "".join(_fitting(text, range(first + len(core), end), room - cells(before)))
    room -= cells(before) + cells(after)
    before = "".join(_fitting(text, range(first - 1, start - 1, -1), cells(before) + room))[::-1]
    return before, core, after


def _fitting(text: str, places: range, room: int) -> Iterator[str]:
    """The signs at the places, as long as they fit."""
    for place in places:
        sign = text[place]
        if not sign.isprintable():
            sign = printable(sign)
        room -= _cell(sign)
        if room < 0:
            return
        yield sign


def _from_word(text: str) -> str:
    """The text without the rest of a word that a cut left at its beginning."""
    space = text.find(" ", 0, _WORD)
    return text[space + 1 :] if space >= 0 else text


def _line_round(offset: int, source: Source) -> tuple[int, int]:
    """The offsets between which the line stands, its line end left out."""
    starts = source.line_starts
    number = bisect_right(starts, offset)
    start = starts[number - 1]
    end = starts[number] if number < len(starts) else len(source.text)
    while end > start and source.text[end - 1] in "\r\n":
        end -= 1
    return start, end
