"""Reads a plain-text chapter, whatever the form of its markers and notes, which it recognises from the chapter."""

from __future__ import annotations

from typing import Literal
from unicodedata import is_normalized

from footlint.document import PRIVATE, Block, BlockKind, Document, Layout, Marker, MarkerStyle, Note
from footlint.readers.decode import Unreadable
from footlint.readers.options import TextOptions
from footlint.readers.plain import markers, numbering, symbols
from footlint.readers.plain.apparatus import decide
from footlint.readers.plain.entries import Entry, Section, entries_of, looks_like_heading, sections_of
from footlint.readers.plain.evidence import Case, Lines
from footlint.readers.plain.form import Form, plausible, provisional, recognise
from footlint.readers.plain.furniture import without_furniture
from footlint.readers.plain.lines import Label, Paragraph, parse
from footlint.readers.plain.prose import Text, build_text
from footlint.readers.plain.references import without_references
from footlint.readers.plain.segments import Segment, segments_of
from footlint.readers.plain.signs import FAIR, Sign, numeric_signs, wrapped_signs
from footlint.record import Record
from footlint.source import Source, Span

#: A text with more signs and lines than this is no chapter; it would take minutes and gigabytes to say so.
SIGN_LIMIT = 2_000_000
_SIGNS = "\n\r*_[(†‡§"


class _Reading(Record, frozen=True):
    """What has been decided on a chapter: its notes with their blocks, and its markers."""

    notes: list[Entry]
    clusters: list[int]
    segments: list[Segment]
    markers: list[Sign]
    sections: list[Section]


def read_plain(
    source: Source,
    options: TextOptions | None = None,
    *,
    format: Literal["text", "markdown"] = "text",  # noqa: A002
) -> Document:
    """The document of a plain-text chapter. Any text is read; one of too many signs is `Unreadable`."""
    text = source.text
    if sum(text.count(sign) for sign in _SIGNS) > SIGN_LIMIT:
        raise Unreadable(source.path, f"more than {SIGN_LIMIT:,} lines and signs, no chapter has so many")
    options = options or TextOptions()
    paragraphs = without_furniture(parse(text))
    reading = _read(text, paragraphs, options)
    return _document(source, paragraphs, reading, options, format)


def _read(text: str, paragraphs: list[Paragraph], options: TextOptions) -> _Reading:
    entries = entries_of(paragraphs)
    signs = numeric_signs(text, paragraphs)
    wrapped = wrapped_signs(text, paragraphs)
    entries, signs = without_references(text, entries, signs, sections_of(paragraphs, entries, "other"))
    sections = sections_of(paragraphs, entries) if options.notes != "page-foot" else []
    likely = provisional(signs)
    form = recognise(entries, likely, sections, options.markers)
    main = plausible(likely[form.style], entries) if form else []
    shape = form or Form("symbol", "symbol")
    case = Case(Lines(text, paragraphs, entries, sections), main, shape)
    accepted = decide(case) if form else set()
    raised = symbols.symbol_signs(text, paragraphs, case.entries)
    if options.markers in {"auto", "symbol"}:
        accepted |= symbols.symbol_notes(case.entries, case.cluster, accepted, raised)
    chosen = sorted(accepted)
    notes = [case.entries[index] for index in chosen]
    clusters = [case.cluster[index] for index in chosen]
    segments = segments_of(paragraphs, notes, clusters, sections, indented=case.indented)
    home = _homes(segments, signs + wrapped + raised)
    if form:
        taken = {sign.start for sign in main}
        taken |= {note.start for note in notes}
        possible = sorted(signs + wrapped, key=lambda sign: sign.start)
        others = [
            sign for sign in possible if sign.start not in taken and (sign.style == form.style or sign.strength >= FAIR)
        ]
        found = markers.choose(main, markers.without_lists(others, form.style), notes, clusters, home)
    else:
        found = markers.without_notes(likely["superscript"]) if options.markers in {"auto", "superscript"} else []
    if options.markers in {"auto", "symbol"}:
        found = sorted(found + symbols.symbol_markers(raised, notes, home), key=lambda sign: sign.start)
    return _Reading(notes, clusters, segments, found, sections)


def _homes(segments: list[Segment], signs: list[Sign]) -> dict[int, int]:
    """For each sign that stands in a note, by its start, the note's index."""
    homes = {}
    notes = [segment for segment in segments if segment.note is not None]
    at = 0
    for sign in sorted(signs, key=lambda sign: sign.start):
        while at < len(notes) and notes[at].end <= sign.start:
            at += 1
        if at < len(notes) and notes[at].start <= sign.start:
            homes[sign.start] = notes[at].note or 0
    return homes


def _document(
    source: Source,
    paragraphs: list[Paragraph],
    reading: _Reading,
    options: TextOptions,
    format_: Literal["text", "markdown"],
) -> Document:
    text = source.text
    composed = is_normalized("NFC", text) and not any(sign in text for sign in PRIVATE)
    lengths = {sign.start: sign.end - sign.start for sign in reading.markers}
    note_ends = {segment.note: segment.end for segment in reading.segments if segment.note is not None}
    blocks_of_notes = numbering.blocks_of(reading.notes, reading.clusters)
    layout = _layout(reading, blocks_of_notes, options)
    places = numbering.places_of(
        reading.markers,
        reading.notes,
        blocks_of_notes,
        [note_ends[end - 1] for _, end in blocks_of_notes],
        _feeds(paragraphs),
        reading.sections,
        options,
        page_foot=layout == "page-foot",
    )
    blocks: list[Block] = []
    notes: list[Note] = []
    homes: list[tuple[int | None, int | None, Text, int]] = []
    for segment in reading.segments:
        if segment.note is None:
            built = build_text(text, segment.paragraphs, lengths, label=segment.start, composed=composed)
            homes.append((None, len(blocks), built, segment.end))
            blocks.append(
                Block(_kind(segment), Span(segment.start, segment.end), built.prose, places.page(segment.start))
            )
        else:
            entry = reading.notes[segment.note]
            built = build_text(text, segment.paragraphs, lengths, label=entry.text_start, composed=composed)
            homes.append((segment.note, None, built, segment.end))
            notes.append(_note(segment, entry, built, places.note_scopes[segment.note], places.page(entry.start)))
    return Document(
        source=source,
        format=format_,
        layout=layout,
        blocks=tuple(blocks),
        markers=tuple(_markers(reading.markers, homes, places)),
        notes=tuple(notes),
        unclosed=tuple(_unclosed(text, homes, reading.notes)),
    )


def _layout(reading: _Reading, blocks: list[tuple[int, int]], options: TextOptions) -> Layout:
    if options.notes != "auto":
        return options.notes
    gathered = {index for part in reading.sections for index in range(part.start, part.end)}
    in_sections = sum(entry.paragraph in gathered for entry in reading.notes)
    return "end" if len(blocks) <= 1 or 2 * in_sections > len(reading.notes) else "page-foot"


def _feeds(paragraphs: list[Paragraph]) -> list[int]:
    """Where the pages after the first begin, if form feeds part them; an empty page begins where the next does."""
    feeds: list[int] = []
    for paragraph in paragraphs:
        feeds.extend([paragraph.start] * (paragraph.page - len(feeds)))
    return feeds


def _kind(segment: Segment) -> BlockKind:
    lines = segment.paragraphs[0]
    if looks_like_heading(Paragraph(lines, 0, 0)):
        return "heading"
    if lines[0].label is not None and lines[0].label.kind == "number" and lines[0].label.delimiter.strip():
        return "list"
    return "paragraph"


_STYLES: dict[str, MarkerStyle] = {
    "superscript": "superscript",
    "bracket": "bracket",
    "parenthesis": "bracket",
    "symbol": "symbol",
}


def _note(segment: Segment, entry: Entry, built: Text, scope: int, page: int | None) -> Note:
    label: Label | None = segment.paragraphs[0][0].label
    assert label is not None
    style = "symbol" if entry.rank is None else _STYLES.get(label.kind, "superscript")
    return Note(
        label=entry.label,
        number=int(entry.label) if entry.label.isdigit() else None,
        style=style,
        span=Span(label.start, max(segment.end, label.end) if built.prose.text else label.end),
        label_span=Span(label.start, label.end),
        prose=built.prose,
        series=entry.label[0] if entry.rank is None else "",
        scope=scope,
        page=page,
    )


def _markers(
    signs: list[Sign], homes: list[tuple[int | None, int | None, Text, int]], places: numbering.Places
) -> list[Marker]:
    found = []
    at = 0
    for index, sign in enumerate(signs):
        while homes[at][3] <= sign.start:
            at += 1
        note, block, built, _ = homes[at]
        found.append(
            Marker(
                label=sign.label,
                number=sign.number,
                style=_STYLES[sign.style],
                span=Span(sign.start, sign.end),
                series=sign.label[0] if sign.style == "symbol" else "",
                scope=places.marker_scopes[index],
                page=places.page(sign.start),
                note=note,
                block=block,
                prose_offset=built.offsets[sign.start],
            )
        )
    return found


def _unclosed(text: str, homes: list[tuple[int | None, int | None, Text, int]], notes: list[Entry]) -> list[Span]:
    """Emphasis signs without a partner, of the kinds that the chapter pairs elsewhere."""
    paired = {text[start] for _, _, built, _ in homes for start in built.emphasis.roles}
    paired -= {note.label[0] for note in notes if note.rank is None}
    found = []
    for _, _, built, end in homes:
        for piece in built.emphasis.unclosed:
            after = text[piece.end] if piece.end < end else " "
            if piece.text in paired and (after.isalnum() or after in "\"'“‘«„"):
                found.append(Span(piece.start, piece.end))
        found.extend(
            Span(piece.start, piece.end) for piece in built.emphasis.loose if piece.text == "_" and "_" in paired
        )
    return sorted(found)
