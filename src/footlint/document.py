"""The one form in which readers hand over a chapter, whatever its format."""

from bisect import bisect_right
from typing import Literal

from footlint.record import Record
from footlint.source import Source, Span

#: Prose is plain text. These private characters stand in it for what is no text, one code point each;
#: readers replace any such character of the manuscript itself by U+FFFD.
EMPHASIS_OPEN = "\ue000"  # italics begin
EMPHASIS_CLOSE = "\ue001"  # italics end
MARKER = "\ue002"  # a note marker stood here
OPAQUE = "\ue003"  # code, a formula, an image, raw HTML: something nobody should read as words
PRIVATE = EMPHASIS_OPEN + EMPHASIS_CLOSE + MARKER + OPAQUE
_AS_BLANKS = str.maketrans(dict.fromkeys(PRIVATE, " "))

MarkerStyle = Literal["superscript", "bracket", "caret", "inline", "symbol", "automatic"]
BlockKind = Literal["paragraph", "heading", "quotation", "list", "table", "caption"]
Layout = Literal["page-foot", "end", "definitions", "automatic"]


class Prose(Record, frozen=True):
    """A run of text with its markup taken out, normalised to NFC, and the way back to the source.

    `starts[i]` is a prose offset at which a piece begins, `sources[i]` its source offset and `lengths[i]` its
    length in the source. A piece as long in prose as in the source maps code point by code point; any other
    (a decomposed letter, an entity, a line end with its indentation) maps as a whole.
    """

    text: str
    starts: tuple[int, ...]
    sources: tuple[int, ...]
    lengths: tuple[int, ...]

    def _piece(self, index: int) -> tuple[int, int, int, int]:
        start = self.starts[index]
        end = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        return start, end - start, self.sources[index], self.lengths[index]

    def source_start(self, offset: int) -> int:
        """The source offset at which the prose code point `offset` begins."""
        if not self.starts:
            return 0
        start, length, source, source_length = self._piece(max(0, bisect_right(self.starts, offset) - 1))
        if length == source_length or offset == start:
            return source + (offset - start)
        return source if offset - start < length else source + source_length

    def source_end(self, offset: int) -> int:
        """The source offset just after the prose code point `offset - 1`."""
        if offset <= 0 or not self.starts:
            return self.source_start(0)
        start, length, source, source_length = self._piece(bisect_right(self.starts, offset - 1) - 1)
        return source + (offset - start) if length == source_length else source + source_length

    def span(self, start: int, end: int) -> Span:
        """The source span of prose `[start, end)`; it slices back to the same text but for markup."""
        if start >= end:
            at = self.source_start(start)
            return Span(at, at)
        ahead = self.ahead(start, end)
        if ahead is not None:
            return Span(start + ahead, end + ahead)
        return Span(self.source_start(start), self.source_end(end))

    def ahead(self, start: int, end: int) -> int | None:
        """How far the source is ahead of the prose, where `[start, end)` lies within one piece that stands in it so."""
        starts = self.starts
        after = bisect_right(starts, start)
        if not after:
            return None
        first = starts[after - 1]
        follows = starts[after] if after < len(starts) else len(self.text)
        return self.sources[after - 1] - first if end <= follows == first + self.lengths[after - 1] else None


def plain(text: str) -> str:
    """The text of a prose with a blank for each private character; offsets are the same."""
    return text.translate(_AS_BLANKS)


def bare(text: str) -> str:
    """The text of a prose without its private characters."""
    if not text.isascii():
        for sign in PRIVATE:
            text = text.replace(sign, "")
    return text


EMPTY_PROSE = Prose("", (), (), ())


class ProseBuilder:
    """Collects pieces of source text into a `Prose`, so far of `length`; adjoining one-to-one pieces are merged."""

    def __init__(self) -> None:
        self.length = 0
        self._texts: list[str] = []
        self._starts: list[int] = []
        self._sources: list[int] = []
        self._lengths: list[int] = []
        self._goes_on = -1  # where a run must stand in the source to belong to the piece before

    def run(self, text: str, source: int) -> None:
        """Append text that stands in the source exactly so, from offset `source`."""
        length = len(text)
        if source == self._goes_on:
            self._lengths[-1] += length
            self._texts.append(text)
            self.length += length
        else:
            self.replace(text, source, length)
        if text:
            self._goes_on = source + length

    def replace(self, text: str, source: int, length: int) -> None:
        """Append text that stands for `length` code points of the source from `source`."""
        if not text:
            return
        self._starts.append(self.length)
        self._sources.append(source)
        self._lengths.append(length)
        self._goes_on = -1
        self._texts.append(text)
        self.length += len(text)

    def build(self) -> Prose:
        """The finished prose."""
        return Prose("".join(self._texts), tuple(self._starts), tuple(self._sources), tuple(self._lengths))


class Marker(Record, frozen=True):
    """A sign that calls a note, in the body or in another note.

    `label` is as written (`166`, `19a`, `ed1`, `*`); `number` is its value where it is a plain number.
    `series` keeps apart sequences that do not count together: "" for numbers, the letters of a named label
    (`ed` for `ed1`), the sign itself for symbols, `endnotes` beside footnotes. `scope` grows by one where
    numbering starts again (page, section). `page` counts pages from 0 where the file shows them.
    `note` is the index in `Document.notes` of the note in which the marker stands, None in the body.
    `prose_offset` is where its MARKER stands in the prose of that note, or of block number `block`.
    """

    label: str
    number: int | None
    style: MarkerStyle
    span: Span
    series: str = ""
    scope: int = 0
    page: int | None = None
    note: int | None = None
    block: int | None = None
    prose_offset: int = 0


class Note(Record, frozen=True):
    """The text that a marker calls. Paragraphs of its prose are joined by a newline.

    `span` covers label and text, `label_span` the label as written with its brackets (`[^12]`, `166`);
    an inline note (`^[…]`) is its own marker and has an empty label.
    """

    label: str
    number: int | None
    style: MarkerStyle
    span: Span
    label_span: Span
    prose: Prose
    series: str = ""
    scope: int = 0
    page: int | None = None


class Block(Record, frozen=True):
    """A paragraph of the body, or a heading, table cell, list item; notes are no blocks."""

    kind: BlockKind
    span: Span
    prose: Prose
    page: int | None = None


class Comment(Record, frozen=True):
    """A comment of the format (`<!-- … -->`): its span, and its text without the delimiters."""

    span: Span
    text: str


class Document(Record, frozen=True):
    """A chapter after reading. Markers and notes stand in source order.

    `layout` says where notes stand: at each page's foot, at the end of chapters, as definitions anywhere
    (Markdown), or numbered by the program (Word). `reuse` tells whether the format lets one note be called
    twice. `unclosed` are spans of markup that never ends (an emphasis sign without its partner).
    """

    source: Source
    format: Literal["text", "markdown", "docx"]
    layout: Layout
    blocks: tuple[Block, ...]
    markers: tuple[Marker, ...]
    notes: tuple[Note, ...]
    comments: tuple[Comment, ...] = ()
    reuse: bool = False
    unclosed: tuple[Span, ...] = ()
