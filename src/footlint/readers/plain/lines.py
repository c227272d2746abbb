"""The parse of a plain-text chapter as values: pages, paragraphs, lines, pieces. The parser is seen here only."""

from __future__ import annotations

from typing import cast

from footlint.record import Record

#: The terminals of labels, and what kind of sign each is.
LABELS = {
    "NUMBER": "number",
    "SUPERSCRIPT_LABEL": "superscript",
    "BRACKET_LABEL": "bracket",
    "PARENTHESIS_LABEL": "parenthesis",
    "SYMBOL_LABEL": "symbol",
}
#: A label that turns out to open no note is read as the piece that it would be elsewhere in a line.
_AS_PIECE = {
    "number": "TEXT",
    "superscript": "SUPERSCRIPT",
    "bracket": "BRACKET",
    "parenthesis": "PARENTHESIS",
    "symbol": "SYMBOL",
}


class Piece(Record, frozen=True):
    """A terminal of a line: its name in the grammar, where it begins and ends, its text."""

    kind: str
    start: int
    end: int
    text: str


class Label(Record, frozen=True):
    """What a line opens with if it opens with a label; `delimiter` is the stop and the space after it."""

    kind: str
    text: str
    start: int
    delimiter: str = ""

    @property
    def end(self) -> int:
        """Where the label itself ends."""
        return self.start + len(self.text)

    @property
    def text_start(self) -> int:
        """Where the text behind the label begins."""
        return self.end + len(self.delimiter)

    def pieces(self) -> list[Piece]:
        """The label as ordinary pieces."""
        kind = _AS_PIECE[self.kind]
        if kind == "SYMBOL" and self.text[0] == "*":
            kind = "STARS"
        sign = Piece(kind, self.start, self.end, self.text)
        return [sign, Piece("TEXT", self.end, self.text_start, self.delimiter)] if self.delimiter else [sign]


class Line(Record, frozen=True):
    """A line without its end; `start` is where its indent ends. A furniture line holds no text of the chapter."""

    start: int
    end: int
    indent: int
    label: Label | None
    pieces: list[Piece]
    furniture: bool = False

    def all_pieces(self) -> list[Piece]:
        """The pieces of the line, its label among them."""
        return self.label.pieces() + self.pieces if self.label else self.pieces


class Paragraph(Record, frozen=True):
    """Lines without a blank one between them; `gap` counts the line ends before, `page` the form feeds."""

    lines: list[Line]
    page: int
    gap: int

    @property
    def start(self) -> int:
        """Where the text of its first line begins."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where its last line ends."""
        return self.lines[-1].end


def parse(text: str) -> list[Paragraph]:
    """The paragraphs of a chapter in order; blank ones are left out."""
    from footlint.grammars import load

    pages = cast("list[list[tuple[int, list[Line]]]]", load("chapter", _Values(), Piece).parse(text))
    return [Paragraph(lines, number, gap) for number, page in enumerate(pages) for gap, lines in page if lines]


class _Values:
    """What the parser calls for each rule of `chapter.lark`."""

    def chapter(self, children: list[object]) -> list[object]:
        return [child for child in children if isinstance(child, list)]

    def page(self, children: list[Piece | list[Line]]) -> list[tuple[int, list[Line]]]:
        gap = 1
        paragraphs = []
        for child in children:
            if isinstance(child, list):
                paragraphs.append((gap, child))
            else:
                gap = child.text.count("\n") or child.text.count("\r")
        return paragraphs

    def paragraph(self, children: list[Line | None]) -> list[Line]:
        return [child for child in children if child is not None]

    def line(self, children: list[Piece | Label]) -> Line | None:
        indent = 0
        label = None
        pieces = []
        for child in children:
            if isinstance(child, Label):
                label = child
            elif child.kind == "INDENT":
                indent = len(child.text)
            else:
                pieces.append(child)
        if label is None and (not pieces or (len(pieces) == 1 and not pieces[0].text.strip())):
            return None
        start = label.start if label else pieces[0].start
        end = pieces[-1].end if pieces else label.text_start if label else start
        return Line(start, end, indent, label, pieces)

    def furniture(self, children: list[Piece]) -> Line:
        sign = children[0]
        return Line(sign.start, sign.end, 0, None, [], furniture=True)

    def label(self, children: list[Piece]) -> Label:
        sign = children[0]
        delimiter = children[1].text if len(children) > 1 else ""
        return Label(LABELS[sign.kind], sign.text, sign.start, delimiter)
