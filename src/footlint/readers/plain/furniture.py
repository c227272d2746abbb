"""Page numbers and running heads between form feeds: what a page has that the chapter has not."""

from __future__ import annotations

from collections import Counter

from footlint.readers.plain.entries import line_text
from footlint.readers.plain.lines import Line, Paragraph
from footlint.record import Record

_LONGEST = 90
#: A running head stands on so many pages, a page number on so many with the same distance to the count of pages.
_OFTEN = 3
_TWICE = 2


class _Edge(Record, frozen=True):
    """The first or last line of a page: where it stands, its number if it is nothing else, its words if it is short.

    `numbers` are those among the words: a page number, or the same one on every page ("Chapter 2"). `heading` is the
    one that opens or closes the first line.
    """

    paragraph: int
    line: int
    page: int
    number: int | None
    words: str
    numbers: list[int]
    heading: int | None


def without_furniture(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs, with the lines that belong to the page marked as furniture."""
    if not paragraphs or paragraphs[-1].page == 0:
        return paragraphs
    edges = _edges(paragraphs)
    counted = Counter(edge.number - edge.page for edge in edges if edge.number is not None)
    # a page may have its number at the foot, where the next has it in its running head
    counted.update({edge.heading - edge.page for edge in edges if edge.heading is not None})
    repeated = Counter((edge.words, edge.page) for edge in edges if edge.words)
    heads = Counter(words for words, _ in repeated)
    steady = Counter((edge.words, way) for edge in edges for ways in _ways(edge) for way in ways)
    dropped: dict[int, set[int]] = {}
    for edge in edges:
        is_number = edge.number is not None and counted[edge.number - edge.page] >= _TWICE
        is_head = heads[edge.words] >= _OFTEN and all(
            any(steady[edge.words, way] >= _OFTEN for way in ways) for ways in _ways(edge)
        )
        if is_number or is_head:
            dropped.setdefault(edge.paragraph, set()).add(edge.line)
    return [
        _marked(paragraph, dropped[index]) if index in dropped else paragraph
        for index, paragraph in enumerate(paragraphs)
    ]


def _edges(paragraphs: list[Paragraph]) -> list[_Edge]:
    edges = []
    for index, paragraph in enumerate(paragraphs):
        if index == 0 or paragraphs[index - 1].page != paragraph.page:
            edges.append(_edge(paragraph, index, 0, is_first=True))
        if index + 1 == len(paragraphs) or paragraphs[index + 1].page != paragraph.page:
            edges.append(_edge(paragraph, index, len(paragraph.lines) - 1))
    return edges


def _ways(edge: _Edge) -> list[list[tuple[str, int]]]:
    """For each number among the words, how it may stay the same from page to page: counting with them, or as it is.

    "12 Ibid., p. 40" closes many a page, but its numbers do neither.
    """
    return [[("counts", number - edge.page), ("stays", number)] for number in edge.numbers]


def _edge(paragraph: Paragraph, index: int, number: int, *, is_first: bool = False) -> _Edge:
    line = paragraph.lines[number]
    text = line_text(line)
    alone = line.label is not None and not line.pieces
    is_note = line.label is not None and not alone and (line.label.kind != "number" or text.endswith("."))
    is_text = any(piece.kind in {"SUPERSCRIPT", "BRACKET"} for piece in line.pieces)
    if is_note or is_text or line.end - line.start > _LONGEST:
        return _Edge(index, number, paragraph.page, None, "", [], None)
    parts = [(part, part.strip(".,-–—[]()")) for part in text.split()]
    outer = [core for _, core in (*parts[:1], *parts[-1:]) if core.isdecimal()] if is_first and not alone else []
    return _Edge(
        index,
        number,
        paragraph.page,
        int(text.strip(".) ")) if alone and text.strip(".) ").isdecimal() else None,
        " ".join(part for part, core in parts if not core.isdecimal()),
        [int(core) for _, core in parts if core.isdecimal()],
        int(outer[0]) if outer else None,
    )


def _marked(paragraph: Paragraph, dropped: set[int]) -> Paragraph:
    lines = [
        Line(line.start, line.end, 0, None, [], furniture=True) if number in dropped else line
        for number, line in enumerate(paragraph.lines)
    ]
    return Paragraph(lines, paragraph.page, paragraph.gap)
