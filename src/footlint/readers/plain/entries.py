"""Lines that open with a label, and so may be notes; and the sections that a heading says are notes."""

from __future__ import annotations

from footlint.readers.plain.lines import Label, Line, Paragraph
from footlint.readers.plain.signs import number_of, plain_label
from footlint.readers.plain.words import words
from footlint.record import Record

_LONGEST_HEADING = 90
_ENDS = tuple(".,;:!?…")
_CLOSING = "*_ \"'”’»)]⁰¹²³⁴⁵⁶⁷⁸⁹"


class Entry(Record, frozen=True):
    """A line with a label. `first` tells that it begins its paragraph; `rank` is the number without its letter.

    `family` is the form of the label: all notes of a chapter are mostly of one.
    """

    paragraph: int
    line: int
    first: bool
    text: str
    label: str
    rank: int | None
    family: str
    start: int
    text_start: int
    indent: int


class Section(Record, frozen=True):
    """Paragraphs `[start, end)` under a heading that announces notes; the heading's own is `start`."""

    start: int
    end: int


def entries_of(paragraphs: list[Paragraph]) -> list[Entry]:
    """Every line that opens with a label, in order."""
    found = []
    for index, paragraph in enumerate(paragraphs):
        first = True
        for number, line in enumerate(paragraph.lines):
            if line.label is not None:
                found.append(_entry(line, line.label, index, number, first=first))
            first = first and (line.furniture or is_notes_heading(line))
    return found


def _entry(line: Line, label: Label, paragraph: int, number: int, *, first: bool) -> Entry:
    plain = plain_label(label.text)
    rank = number_of(plain.rstrip("abcd"))
    family = f"number{label.delimiter.strip()}" if label.kind == "number" else label.kind
    if rank is None:
        family = "symbol"
    return Entry(paragraph, number, first, label.text, plain, rank, family, label.start, label.text_start, line.indent)


def line_text(line: Line) -> str:
    """The line as it stands, without its indent."""
    return "".join(piece.text for piece in line.all_pieces()).strip()


def is_notes_heading(line: Line) -> bool:
    """Tell whether the line is a heading such as "Notes" and nothing else."""
    return _is_heading_of(line, "notes")


def _is_heading_of(line: Line, kind: str) -> bool:
    if line.end - line.start > _LONGEST_HEADING or line.furniture:
        return False
    return line_text(line).strip(" .:*_#=-—[]").casefold() in words(kind)


def looks_like_heading(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is one short line that ends without a stop, or in capitals."""
    lines = [line for line in paragraph.lines if not line.furniture]
    if len(lines) != 1 or lines[0].end - lines[0].start > _LONGEST_HEADING:
        return False
    text = line_text(lines[0]).rstrip(_CLOSING)
    if not any(sign.isalpha() for sign in text):
        return False
    return text.isupper() or not text.endswith(_ENDS)


def sections_of(paragraphs: list[Paragraph], entries: list[Entry], kind: str = "notes") -> list[Section]:
    """The sections of notes, or of another kind, that headings announce, each up to where the text goes on."""
    opening = {entry.paragraph: entry for entry in reversed(entries) if entry.first}
    found = []
    index = 0
    while index < len(paragraphs):
        if any(_is_heading_of(line, kind) for line in paragraphs[index].lines[:2]):
            end = _section_end(paragraphs, opening, index)
            if any(number in opening for number in range(index, end)):
                found.append(Section(index, end))
            index = max(end, index + 1)
        else:
            index += 1
    return found


def _section_end(paragraphs: list[Paragraph], opening: dict[int, Entry], start: int) -> int:
    widest = 0
    last: Entry | None = opening.get(start)
    for index in range(start + 1, len(paragraphs)):
        paragraph = paragraphs[index]
        entry = opening.get(index)
        if entry is not None and not _is_next_chapter(paragraphs, opening, index, last):
            if last is not None:
                widest = max(widest, paragraph.gap)
            last = entry
            continue
        if any(is_notes_heading(line) or _is_heading_of(line, "other") for line in paragraph.lines[:1]):
            return index
        if looks_like_heading(paragraph) and paragraph.lines[0].indent == 0 and index + 1 not in opening:
            return index
        if last is not None and paragraph.gap >= max(widest, 2) + 2:
            return index
    return len(paragraphs)


def _is_next_chapter(paragraphs: list[Paragraph], opening: dict[int, Entry], index: int, last: Entry | None) -> bool:
    """Tell whether a labelled line after the notes is a numbered heading, as "2. The Autumn" after note 40."""
    if last is None or not looks_like_heading(paragraphs[index]) or index + 1 in opening:
        return False
    rank, before = opening[index].rank, last.rank
    return rank is not None and before is not None and not before < rank <= before + 3
