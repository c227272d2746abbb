"""Notes that somebody typed by hand into a Word file: raised digits that call none of its own notes."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from footlint.readers.docx.pieces import COMPUTED
from footlint.readers.docx.signs import lower_digits
from footlint.record import Record
from footlint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from footlint.readers.docx.layout import Line

_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = re.compile(f"[{_DIGITS}]+")
_LONGEST = 3
#: Signs after which a note marker may stand, beside letters.
_CLOSERS = frozenset(".,;:!?…)]}’”'\"»›“‘")
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")
_UNITS = frozenset(("m", "km", "cm", "dm", "mm", "ft", "in", "yd", "mi", "ha", "м", "км", "см", "дм", "мм"))
_HEAD = re.compile(rf"\s*(?:([{_DIGITS}]{{1,{_LONGEST}}})[.)]?\s*|(\d{{1,{_LONGEST}}})[.)]?\s+)(?=\S)")
#: A paragraph of so many words is running text; what stands before the first is title, authors, affiliations.
_RUNNING_WORDS = 25


class TypedMarker(Record, frozen=True):
    """A marker typed by hand."""

    start: int
    end: int
    label: str
    number: int


class TypedNote(Record, frozen=True):
    """A paragraph that is the note of a marker typed by hand."""

    label: str
    number: int
    label_span: Span
    text_start: int


class TypedMarkers:
    """All markers typed by hand, in order."""

    def __init__(self, markers: list[TypedMarker]) -> None:
        self.markers = markers
        self._starts = [marker.start for marker in markers]

    def between(self, start: int, end: int) -> Iterator[TypedMarker]:
        """Those that lie in a stretch of text."""
        at = bisect_left(self._starts, start)
        while at < len(self.markers) and self.markers[at].end <= end:
            yield self.markers[at]
            at += 1


def typed_markers(text: str, lines: list[Line]) -> TypedMarkers:
    """The raised digits in the body that can only call a note: no square metres, powers, editions, authors' signs."""
    found: list[TypedMarker] = []
    running = False
    for line in lines:
        if not running:
            running = text.count(" ", line.start, line.end) >= _RUNNING_WORDS
        if not running:
            continue
        for at, piece in line.places:
            if piece.kind != "text" or piece.flags & COMPUTED:
                continue
            for match in _RAISED.finditer(piece.text):
                start, end = at + match.start(), at + match.end()
                if _calls_a_note(text[line.start : line.end], start - line.start, end - line.start):
                    label = lower_digits(match[0])
                    found.append(TypedMarker(start, end, label, int(label)))
    return TypedMarkers(found)


def _calls_a_note(line: str, start: int, end: int) -> bool:
    digits, before, after = line[start:end], line[start - 1 : start], line[end : end + 1]
    if len(digits) > _LONGEST or digits[0] == _DIGITS[0] or after.isalnum() or (after and after in _DIGITS):
        return False
    if before in _CLOSERS and before:
        return True
    word = _WORD_BEFORE.search(line, 0, start)
    return word is not None and len(word[0]) > 1 and word[0].lower() not in _UNITS


def typed_notes(text: str, lines: list[Line], markers: TypedMarkers) -> dict[int, TypedNote]:
    """The paragraphs that begin with the number of a marker typed before them, by where their line starts."""
    waiting: dict[int, int] = {}
    coming = iter([*markers.markers, None])
    marker = next(coming)
    found: dict[int, TypedNote] = {}
    for line in lines:
        match = _HEAD.match(text, line.start, line.end) if waiting else None
        number = int(lower_digits(match[1] or match[2])) if match is not None else 0
        if match is not None and waiting.get(number, 0):
            waiting[number] -= 1
            group = 1 if match[1] else 2
            found[line.start] = TypedNote(str(number), number, Span(match.start(group), match.end(group)), match.end())
        while marker is not None and marker.start < line.end:
            waiting[marker.number] = waiting.get(marker.number, 0) + 1
            marker = next(coming)
    return found
