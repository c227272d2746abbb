"""Notes that somebody typed by hand into a Word file: signs that call none of its own notes.

A file without notes of its own is read as plain text is. Beside real notes, only what can hardly be anything else is
taken for a typed one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from footlint.document import Layout, MarkerStyle
from footlint.expressions import expression
from footlint.readers.docx.pieces import COMPUTED, LINE_BREAK
from footlint.readers.docx.signs import lower_digits
from footlint.record import Record
from footlint.source import Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from footlint.readers.docx.layout import Line

_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = expression(f"[{_DIGITS}]+")
_LONGEST = 3
_LIKE_A_MARKER = expression(rf"[{_DIGITS}]|\[\d{{1,{_LONGEST}}}\]")
#: Signs after which a note marker may stand, beside letters.
_CLOSERS = frozenset(".,;:!?…)]}’”'\"»›“‘")
_WORD_BEFORE = expression(r"[^\W\d_]+$")
_UNITS = frozenset(("m", "km", "cm", "dm", "mm", "ft", "in", "yd", "mi", "ha", "м", "км", "см", "дм", "мм"))
_HEAD = expression(rf"\s*(?:([{_DIGITS}]{{1,{_LONGEST}}})[.)]?\s*|(\d{{1,{_LONGEST}}})[.)]?\s+)(?=\S)")
#: So far back it is clear that a word is longer than any unit.
_LONGEST_UNIT = 8
#: A paragraph of so many words is running text; what stands before the first is title, authors, affiliations.
_RUNNING_WORDS = 25


class TypedMarker(Record, frozen=True):
    """A marker typed by hand."""

    start: int
    end: int
    label: str
    number: int | None
    style: MarkerStyle = "superscript"
    series: str = ""
    scope: int = 0


class TypedNote(Record, frozen=True):
    """The paragraphs that are the note of a marker typed by hand; `end` is where the last one ends."""

    label: str
    number: int | None
    label_span: Span
    text_start: int
    end: int
    style: MarkerStyle = "superscript"
    series: str = ""
    scope: int = 0


class Typed:
    """All that was typed by hand: markers in order, notes by where their first line starts."""

    def __init__(self, markers: list[TypedMarker], notes: dict[int, TypedNote], layout: Layout = "automatic") -> None:
        self.markers = markers
        self.notes = notes
        self.layout: Layout = layout
        self._starts = [marker.start for marker in markers]

    def between(self, start: int, end: int) -> Iterator[TypedMarker]:
        """Those that lie in a stretch of text."""
        at = bisect_left(self._starts, start)
        while at < len(self.markers) and self.markers[at].end <= end:
            yield self.markers[at]
            at += 1


def may_call(text: str) -> bool:
    """Whether anything in a text looks like a marker with a figure."""
    return _LIKE_A_MARKER.search(text) is not None


def typed_alone(path: str, text: str, lines: list[Line], labels: dict[int, str]) -> Typed:
    """The markers and notes of a file that has no notes of its own, told as in a plain-text chapter.

    `labels` are the numbers that Word shows before a paragraph, by where its line starts.
    """
    from footlint.readers.plain import read_plain

    plain = _Plain(text, lines, labels)
    document = read_plain(Source(path, plain.text))
    markers = []
    for marker in document.markers:
        at = plain.span(marker.span)
        markers.append(
            TypedMarker(at.start, at.end, marker.label, marker.number, marker.style, marker.series, marker.scope)
        )
    notes = {}
    for note in document.notes:
        label, whole = plain.span(note.label_span), plain.span(note.span)
        first = plain.back(note.prose.source_start(0)) if note.prose.text else label.end
        notes[plain.line_at(note.span.start).start] = TypedNote(
            note.label, note.number, label, first, whole.end, note.style, note.series, note.scope
        )
    return Typed(markers, notes, document.layout if markers or notes else "automatic")


class _Plain:
    """The paragraphs as plain text, parted by an empty line, and the way back from its offsets.

    Digits that a program raised call no typed note.
    """

    def __init__(self, text: str, lines: list[Line], labels: dict[int, str]) -> None:
        self._lines = lines
        self._starts: list[int] = []
        pieces: list[str] = []
        at = 0
        for line in lines:
            label = labels.get(line.start, "")
            at += len(label)
            self._starts.append(at)
            pieces.append(label)
            for start, piece in line.places:
                shown = text[start : start + len(piece.text)]
                pieces.append(_RAISED.sub(_blank, shown) if piece.flags & COMPUTED else shown)
            pieces.append("\n\n")
            at += line.end - line.start + 2
        self._first = [start - len(labels.get(line.start, "")) for start, line in zip(self._starts, lines, strict=True)]
        self.text = "".join(pieces).replace(LINE_BREAK, "\n")

    def line_at(self, offset: int) -> Line:
        """The paragraph in which an offset stands, or before whose text it stands in the label."""
        return self._lines[self._index(offset)]

    def back(self, offset: int) -> int:
        """The offset in the text of the file. A label is the place before its paragraph."""
        index = self._index(offset)
        return self._lines[index].start + max(0, offset - self._starts[index])

    def span(self, span: Span) -> Span:
        """The span in the text of the file."""
        start = self.back(span.start)
        last = span.end - 1
        if span.start >= span.end or last < self._starts[self._index(last)]:
            return Span(start, start)
        return Span(start, self.back(last) + 1)

    def _index(self, offset: int) -> int:
        return max(0, bisect_right(self._first, offset) - 1)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def typed_among(text: str, lines: list[Line]) -> Typed:
    """What was typed by hand in a file that has notes of its own."""
    markers = typed_markers(text, lines)
    return Typed(markers, typed_notes(text, lines, markers))


def typed_markers(text: str, lines: list[Line]) -> list[TypedMarker]:
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
                if _calls_a_note(text, line, start, end):
                    label = lower_digits(match[0])
                    found.append(TypedMarker(start, end, label, int(label)))
    return found


def _calls_a_note(text: str, line: Line, start: int, end: int) -> bool:
    digits, after = text[start:end], text[end : min(end + 1, line.end)]
    before = text[start - 1 : start] if start > line.start else ""
    if len(digits) > _LONGEST or digits[0] == _DIGITS[0] or after.isalnum() or (after and after in _DIGITS):
        return False
    if before in _CLOSERS and before:
        return True
    word = _WORD_BEFORE.search(text, max(line.start, start - _LONGEST_UNIT), start)
    return word is not None and len(word[0]) > 1 and word[0].lower() not in _UNITS


def typed_notes(text: str, lines: list[Line], markers: list[TypedMarker]) -> dict[int, TypedNote]:
    """The paragraphs that begin with the number of a marker typed before them, by where their line starts."""
    waiting: dict[int, int] = {}
    coming = iter([*markers, None])
    marker = next(coming)
    found: dict[int, TypedNote] = {}
    for line in lines:
        match = _HEAD.match(text, line.start, line.end) if waiting else None
        number = int(lower_digits(match[1] or match[2])) if match is not None else 0
        if match is not None and waiting.get(number, 0):
            waiting[number] -= 1
            group = 1 if match[1] else 2
            label_span = Span(match.start(group), match.end(group))
            found[line.start] = TypedNote(str(number), number, label_span, match.end(), line.end)
        while marker is not None and marker.start < line.end:
            number = marker.number or 0
            waiting[number] = waiting.get(number, 0) + 1
            marker = next(coming)
    return found
