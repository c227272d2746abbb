"""A Word file laid out as text, a paragraph a line, with the way back from each offset to the XML."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import chain
from typing import TYPE_CHECKING

from footlint.document import Block, Document, Marker, Note, ProseBuilder
from footlint.readers.docx.prose import Segment, append, marker_segment, opaque_segment, text_segments
from footlint.readers.docx.signs import lower_digits
from footlint.readers.docx.styles import ITALIC
from footlint.readers.docx.typed import Typed, TypedMarker, TypedNote, may_call, typed_alone, typed_among
from footlint.source import Part, Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from footlint.readers.docx.parts import Manuscript, NotePart
    from footlint.readers.docx.pieces import Paragraph, Piece, Reference

#: What may close the number at the head of a note.
_CLOSING = ".):]"


class Line:
    """One paragraph in the laid-out text."""

    __slots__ = ("end", "paragraph", "places", "start")

    def __init__(self, paragraph: Paragraph | None, start: int) -> None:
        self.paragraph = paragraph
        self.start = start
        self.end = start
        self.places: list[tuple[int, Piece]] = []

    def over(self, start: int, end: int) -> list[tuple[int, Piece]]:
        """The pieces that show something of a stretch, each with its offset."""
        first = bisect_right(self.places, start, key=_piece_end)
        return self.places[first : bisect_left(self.places, end, key=_piece_start)]


def _piece_start(place: tuple[int, Piece]) -> int:
    return place[0]


def _piece_end(place: tuple[int, Piece]) -> int:
    return place[0] + len(place[1].text)


class LaidOutNote:
    """A note, its lines, and where its label and its text begin."""

    __slots__ = ("label_span", "lines", "part", "text_start")

    def __init__(self, part: NotePart, lines: list[Line], label_span: Span, text_start: int) -> None:
        self.part = part
        self.lines = lines
        self.label_span = label_span
        self.text_start = text_start


class Layout:
    """The text, and every line of it: the way from an offset back to the piece of XML that stands there."""

    def __init__(self, source: Source, body: list[Line], notes: list[LaidOutNote]) -> None:
        self.source = source
        self.body = body
        self.notes = notes
        self.lines = list(chain(body, *(note.lines for note in notes)))
        self._starts = [line.start for line in self.lines]
        self._note_starts = [note.lines[0].start for note in notes]

    def line_at(self, offset: int) -> Line:
        """The line in which an offset stands."""
        return self.lines[max(0, bisect_right(self._starts, offset) - 1)]

    def note_at(self, offset: int) -> LaidOutNote | None:
        """The note in which an offset stands; None in the body."""
        at = bisect_right(self._note_starts, offset) - 1
        return self.notes[at] if at >= 0 else None


def lay_out(path: str, manuscript: Manuscript) -> Layout:
    """Write every paragraph as a line: the body, then footnotes, then endnotes as they are shown."""
    writer = _Writer()
    body = [writer.line(paragraph) for paragraph in manuscript.body.paragraphs] or [writer.line(None)]
    parts = [Part("body", 0)]
    written: list[tuple[NotePart, list[Line]]] = []
    for note in manuscript.notes:
        if parts[-1].name != note.key[0]:
            parts.append(Part(note.key[0], writer.length))
        written.append((note, [writer.line(paragraph) for paragraph in note.story.paragraphs] or [writer.line(None)]))
    source = Source(path, "".join(writer.texts), tuple(parts))
    notes = []
    for note, lines in written:
        label_span, text_start = _head(source.text, note, lines[0])
        notes.append(LaidOutNote(note, lines, label_span, text_start))
    return Layout(source, body, notes)


class _Writer:
    def __init__(self) -> None:
        self.texts: list[str] = []
        self.length = 0

    def line(self, paragraph: Paragraph | None) -> Line:
        line = Line(paragraph, self.length)
        for piece in paragraph.pieces if paragraph is not None else ():
            line.places.append((self.length, piece))
            self.texts.append(piece.text)
            self.length += len(piece.text)
        line.end = self.length
        self.texts.append("\n")
        self.length += 1
        return line


def _head(text: str, note: NotePart, line: Line) -> tuple[Span, int]:
    """Where the label of a note stands, if it is shown, and where its text begins."""
    start = line.start + _blanks(text, line.start, line.end)
    end = start
    mark = next(((at, piece) for at, piece in line.places if piece.kind == "mark"), None)
    if mark is not None and mark[0] <= start:
        start = mark[0]
        end = start + len(mark[1].text)
    elif _is_typed_label(text, note.label, start):
        end = start + len(note.label)
    elif note.reference is None and text[start : start + 1] in ("*", "†", "‡", "§"):
        end = start + 1
        note.label = text[start]
    if end == start and mark is None:
        return Span(start, start), start
    closing = end
    if text[end : end + 1] in tuple(_CLOSING) and text[end + 1 : end + 2].isspace() and end + 1 < line.end:
        closing = end + 1
    return Span(start, closing), closing + _blanks(text, closing, line.end)


def _is_typed_label(text: str, label: str, start: int) -> bool:
    """Whether somebody typed the note's own label at its head, where Word would have put it."""
    end = start + len(label)
    return bool(label) and lower_digits(text[start:end]) == label and not text[end : end + 1].isalnum()


def _blanks(text: str, start: int, end: int) -> int:
    return len(text[start:end]) - len(text[start:end].lstrip())


def document_of(manuscript: Manuscript, layout: Layout) -> Document:
    """The chapter as rules see it."""
    return _Assembly(manuscript, layout).document()


class _Assembly:
    def __init__(self, manuscript: Manuscript, layout: Layout) -> None:
        self._manuscript = manuscript
        self._layout = layout
        self._shows_pages = manuscript.body.shows_pages
        self._blocks: list[Block] = []
        self._markers: list[Marker] = []
        self._notes: list[Note] = []
        self._typed = _typed(manuscript, layout)

    def document(self) -> Document:
        lines = iter(self._layout.body)
        for line in lines:
            typed = self._typed.notes.get(line.start)
            if typed is None:
                self._add_block(line)
                continue
            more = [next(lines) for _ in range(self._lines_after(line, typed.end))]
            self._add_typed_note(typed, [line, *more])
        for note in self._layout.notes:
            self._add_note(note)
        return Document(
            source=self._layout.source,
            format="docx",
            layout=self._typed.layout,
            blocks=tuple(self._blocks),
            markers=tuple(self._markers),
            notes=tuple(self._notes),
        )

    def _lines_after(self, line: Line, end: int) -> int:
        body = self._layout.body
        first = bisect_right(body, line.start, key=_start)
        return max(0, bisect_left(body, end, key=_start) - first)

    def _add_block(self, line: Line) -> None:
        paragraph = line.paragraph
        if paragraph is None or line.start == line.end:
            return
        builder = ProseBuilder()
        called = self._fill(builder, [(line, line.start)])
        page = self._page(paragraph.page)
        self._blocks.append(Block(paragraph.kind, Span(line.start, line.end), builder.build(), page))
        self._add_markers(called, block=len(self._blocks) - 1)

    def _add_typed_note(self, typed: TypedNote, lines: list[Line]) -> None:
        builder = ProseBuilder()
        starts = [(line, line.start) for line in lines[1:]]
        called = self._fill(builder, [(lines[0], typed.text_start), *starts])
        paragraph = lines[0].paragraph
        self._notes.append(
            Note(
                label=typed.label,
                number=typed.number,
                style=typed.style,
                span=Span(typed.label_span.start, max(lines[-1].end, typed.label_span.end)),
                label_span=typed.label_span,
                prose=builder.build(),
                series=typed.series,
                scope=typed.scope,
                page=self._page(paragraph.page) if paragraph is not None else None,
            )
        )
        self._add_markers(called, note=len(self._notes) - 1)

    def _add_note(self, note: LaidOutNote) -> None:
        builder = ProseBuilder()
        first = note.lines[0]
        starts = [(line, line.start) for line in note.lines[1:] if line.end > line.start]
        called = self._fill(builder, [(first, note.text_start), *starts])
        reference = note.part.reference
        self._notes.append(
            Note(
                label=note.part.label,
                number=reference.number if reference is not None else None,
                style="automatic",
                span=Span(first.start, note.lines[-1].end),
                label_span=note.label_span,
                prose=builder.build(),
                series=note.part.key[0],
                scope=reference.scope if reference is not None else 0,
                page=self._page(reference.page) if reference is not None else None,
            )
        )
        self._add_markers(called, note=len(self._notes) - 1)

    def _fill(
        self, builder: ProseBuilder, lines: list[tuple[Line, int]]
    ) -> list[tuple[int, int, Reference | TypedMarker, int]]:
        """Write lines into the prose; the signs in them as (start, end, what they are, prose offset)."""
        found: list[tuple[int, int, Reference | TypedMarker, int]] = []
        written = False
        for line, start in lines:
            signs: list[tuple[int, int, Reference | TypedMarker]] = []
            segments = list(self._segments(line, start, signs))
            while segments and segments[-1].italic is None and not segments[-1].text.strip():
                segments.pop()
            if not segments:
                continue
            if written:
                builder.run("\n", line.start - 1)
            written = True
            offsets = append(builder, segments)
            found.extend((*sign, offset) for sign, offset in zip(signs, offsets, strict=True))
        return found

    def _segments(
        self, line: Line, start: int, signs: list[tuple[int, int, Reference | TypedMarker]]
    ) -> Iterator[Segment]:
        for at, piece in line.places:
            end = at + len(piece.text)
            if piece.reference is not None:
                if at >= start:
                    signs.append((at, end, piece.reference))
                    yield marker_segment(piece.text, at)
            elif end <= start or piece.kind == "mark":
                continue
            elif piece.kind == "picture":
                yield opaque_segment(piece.text, at)
            else:
                yield from self._text(piece, at, max(at, start), signs)

    def _text(
        self, piece: Piece, at: int, start: int, signs: list[tuple[int, int, Reference | TypedMarker]]
    ) -> Iterator[Segment]:
        italic = bool(piece.flags & ITALIC)
        end = at + len(piece.text)
        for typed in self._typed.between(start, end):
            if typed.start > start:
                yield from text_segments(piece.text[start - at : typed.start - at], start, italic=italic)
            signs.append((typed.start, typed.end, typed))
            yield marker_segment(piece.text[typed.start - at : typed.end - at], typed.start)
            start = typed.end
        if start < end:
            yield from text_segments(piece.text[start - at :], start, italic=italic)

    def _add_markers(
        self,
        called: list[tuple[int, int, Reference | TypedMarker, int]],
        *,
        block: int | None = None,
        note: int | None = None,
    ) -> None:
        for start, end, sign, offset in called:
            self._markers.append(
                Marker(
                    label=sign.label,
                    number=sign.number,
                    style=sign.style if isinstance(sign, TypedMarker) else "automatic",
                    span=Span(start, end),
                    series=sign.series,
                    scope=sign.scope,
                    page=None if isinstance(sign, TypedMarker) else self._page(sign.page),
                    note=note,
                    block=block,
                    prose_offset=offset,
                )
            )

    def _page(self, page: int) -> int | None:
        return page if self._shows_pages else None


def _typed(manuscript: Manuscript, layout: Layout) -> Typed:
    source = layout.source
    if manuscript.notes or manuscript.body.references:
        return typed_among(source.text, layout.body)
    return typed_alone(source.path, source.text, layout.body, _list_labels(manuscript, layout))


def _list_labels(manuscript: Manuscript, layout: Layout) -> dict[int, str]:
    """The numbers of lists, where something in the text may call a note that is kept in one."""
    from footlint.readers.docx.lists import list_labels

    return list_labels(manuscript, layout.body) if may_call(layout.source.text) else {}


def _start(line: Line) -> int:
    return line.start
