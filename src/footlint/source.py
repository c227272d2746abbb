"""Where things stand in a manuscript: spans, positions, and the text that they point into."""

from bisect import bisect_right
from functools import cached_property

from footlint.record import Record


class Span(Record, frozen=True, order=True, array_like=True):
    """A half-open range `[start, end)` of code points in the text of a `Source`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a code point, or one is empty and stands in the other."""
        return self.start < max(other.end, other.start + 1) and other.start < max(self.end, self.start + 1)

    def covers(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


class Position(Record, frozen=True):
    """A place as people count it: line and column from 1, in code points; `part` only in Word files."""

    line: int
    column: int
    part: str | None = None


class Part(Record, frozen=True):
    """A named stretch of the text that counts its own lines: body, footnotes, endnotes of a Word file."""

    name: str
    start: int


class Source:
    """The text of one chapter as the file has it (newlines untouched, byte order mark left out).

    A reader of a binary format lays the text out itself, a paragraph a line, and names its `parts`.
    """

    def __init__(self, path: str, text: str, parts: tuple[Part, ...] = ()) -> None:
        self.path = path
        self.text = text
        self.parts = parts

    @cached_property
    def line_starts(self) -> list[int]:
        r"""The offset of each line. LF, CRLF and CR end lines; form feeds and U+2028 do not."""
        text = self.text
        starts = [0]
        if "\r" not in text:
            at = text.find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = text.find("\n", at + 1)
            return starts
        for at, sign in enumerate(text):
            if sign == "\n" or (sign == "\r" and text[at + 1 : at + 2] != "\n"):
                starts.append(at + 1)
        return starts

    def position(self, offset: int) -> Position:
        """Line and column of an offset (0 … len(text), both ends allowed)."""
        line = bisect_right(self.line_starts, offset) - 1
        column = offset - self.line_starts[line] + 1
        if not self.parts:
            return Position(line + 1, column)
        part = self.parts[max(0, bisect_right([part.start for part in self.parts], offset) - 1)]
        first = bisect_right(self.line_starts, part.start) - 1
        return Position(line - first + 1, column, part.name)

    def line_number(self, offset: int) -> int:
        """The line of an offset, counted from 1 over the whole text."""
        return bisect_right(self.line_starts, offset)

    def offset(self, line: int, column: int) -> int:
        """The offset of a position counted over the whole text, kept within it."""
        starts = self.line_starts
        if line > len(starts):
            return len(self.text)
        return min(starts[max(line, 1) - 1] + max(column, 1) - 1, len(self.text))

    def line(self, number: int) -> str:
        """The text of a line counted from 1 over the whole text, without its line end."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def slice(self, span: Span) -> str:
        """The code points of a span."""
        return self.text[span.start : span.end]
