"""Deals the lines of a chapter out to its notes and to the blocks of its body."""

from __future__ import annotations

from footlint.readers.plain.entries import Entry, Section, is_notes_heading, looks_like_heading
from footlint.readers.plain.lines import Line, Paragraph
from footlint.record import Record


class Segment(Record, frozen=True):
    """Lines that belong together, by paragraphs: a block of the body, or the note whose index is `note`."""

    note: int | None
    paragraphs: list[list[Line]]
    page: int

    @property
    def start(self) -> int:
        """Where its first line begins."""
        return self.paragraphs[0][0].start

    @property
    def end(self) -> int:
        """Where its last line ends."""
        return self.paragraphs[-1][-1].end


def segments_of(
    paragraphs: list[Paragraph], notes: list[Entry], clusters: list[int], sections: list[Section], *, indented: bool
) -> list[Segment]:
    """The segments in source order."""
    opened_by = {(entry.paragraph, entry.line): index for index, entry in enumerate(notes)}
    section_end = {index: part.end for part in sections for index in range(part.start, part.end)}
    segments: list[Segment] = []
    note: int | None = None
    for index, paragraph in enumerate(paragraphs):
        if note is not None and not _goes_on(paragraph, index, note, notes, clusters, section_end, indented=indented):
            note = None
        added = False
        for number, line in enumerate(paragraph.lines):
            if line.furniture:
                continue
            opens = opened_by.get((index, number))
            if opens is not None:
                note = opens
            if opens is not None or not added or (number == 1 and is_notes_heading(paragraph.lines[0])):
                if note is not None and opens is None:
                    segments[-1].paragraphs.append([line])
                else:
                    segments.append(Segment(note, [[line]], paragraph.page))
                added = True
            else:
                segments[-1].paragraphs[-1].append(line)
    return segments


def _goes_on(  # noqa: PLR0913, PLR0917 - one look at everything round a paragraph
    paragraph: Paragraph,
    index: int,
    note: int,
    notes: list[Entry],
    clusters: list[int],
    section_end: dict[int, int],
    *,
    indented: bool,
) -> bool:
    """Tell whether a paragraph that opens no note belongs to the note before."""
    if is_notes_heading(paragraph.lines[0]):
        return False
    entry = notes[note]
    following = notes[note + 1] if note + 1 < len(notes) and clusters[note + 1] == clusters[note] else None
    gathered = index < section_end.get(entry.paragraph, 0)
    deeper = paragraph.lines[0].indent > entry.indent
    if gathered and looks_like_heading(paragraph) and not deeper and following is not None:
        return following.rank is None or entry.rank is None or following.rank == entry.rank + 1
    if following is not None or gathered:
        return True
    return deeper and not indented and paragraph.lines[0].label is None
