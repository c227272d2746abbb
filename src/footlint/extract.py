"""From a document to the facts of its chapter: the surroundings of its markers, the parse of its notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from footlint.citations.model import Text
from footlint.citations.parse import parse_note
from footlint.citations.recall import known_titles, recalled
from footlint.document import MARKER, PRIVATE, Document, Marker, Note, Prose, plain
from footlint.facts import ChapterFacts, CommentFact, MarkerFact, NoteFact
from footlint.record import replace
from footlint.source import Span
from footlint.suspicion import suspicious

#: A comment speaks to footlint when it begins so.
_ADDRESS = "footlint:"
#: What a marker set after the punctuation would stand behind.
_POINTS = frozenset(".,;:!?…")
_CLOSING_QUOTES = frozenset("\"'”’»")
#: Nobody sets so many markers and signs of emphasis side by side; without a bound a text made of them takes for ever.
_MOST_SKIPPED = 256
_LONGEST_SENTENCE = 400

#: Is told what is known of a note before the other notes have been parsed.
Heard = Callable[[NoteFact], None]


def extract(document: Document, heard: Heard | None = None) -> ChapterFacts:
    """The facts of a chapter. Never fails: what does not parse is a remark."""
    return ChapterFacts(
        path=document.source.path,
        format=document.format,
        layout=document.layout,
        length=len(document.source.text),
        markers=tuple(_marker_fact(document, marker) for marker in document.markers),
        notes=tuple(_notes(document, heard)),
        comments=tuple(_comments(document)),
        reuse=document.reuse,
        unclosed=document.unclosed,
        names=tuple(_names(document)),
    )


def _notes(document: Document, heard: Heard | None) -> Iterator[NoteFact]:
    """The notes with their parse; a second reading knows the titles that other notes have."""
    source = document.source
    facts = []
    for note in document.notes:
        elements, suspects = parse_note(note.prose), tuple(suspicious(note.prose.text))
        facts.append(NoteFact(note, source.slice(note.label_span), elements, suspects))
        if heard:
            heard(facts[-1])
    known = known_titles([fact.elements for fact in facts], source)
    callers: dict[tuple[str, int, str], Marker] = {}
    for fact in facts:
        titles = recalled(fact.elements, known, source) if known else ()
        found = replace(fact, elements=parse_note(fact.note.prose, titles)) if titles else fact
        if any(citation.title is not None and not citation.locators for citation in found.citations):
            callers = callers or {_key(marker): marker for marker in reversed(document.markers)}
            found = replace(found, sentence=_sentence(document, callers.get(_key(fact.note))))
        yield found


def _key(one: Marker | Note) -> tuple[str, int, str]:
    return one.series, one.scope, one.label


def _sentence(document: Document, marker: Marker | None) -> str:
    """What the body says before a marker, up to the marker before it."""
    prose = _prose_round(document, marker) if marker is not None else None
    if marker is None or prose is None:
        return ""
    end = marker.prose_offset
    start = max(prose.text.rfind(MARKER, 0, end) + 1, end - _LONGEST_SENTENCE)
    return plain(prose.text[start:end]).strip()


def _marker_fact(document: Document, marker: Marker) -> MarkerFact:
    text = document.source.slice(marker.span)
    prose = _prose_round(document, marker)
    if prose is None:
        return MarkerFact(marker, text)
    at = marker.prose_offset
    before = _skip(prose.text, at - 1, -1)
    after = _skip(prose.text, at + 1, 1)
    return MarkerFact(
        marker,
        text,
        before=prose.text[before] if before is not None else "",
        after=prose.text[after] if after is not None else "",
        closing=_closing(prose, after) if after is not None else None,
        touches_next=prose.text[at + 1 : at + 2] == MARKER,
        opens_block=before is None or not prose.text[max(0, at - _MOST_SKIPPED) : at].strip(PRIVATE + " \t\n"),
    )


def _closing(prose: Prose, start: int) -> Text | None:
    """The punctuation from `start` on, with the closing quotation marks that belong to it."""
    text = prose.text
    if text[start] not in _POINTS:
        return None
    end = start + 1
    while end < len(text) and (text[end] in _POINTS or text[end] in _CLOSING_QUOTES):
        end += 1
    return Text(text[start:end], prose.span(start, end))


def _prose_round(document: Document, marker: Marker) -> Prose | None:
    if marker.note is not None:
        return document.notes[marker.note].prose
    if marker.block is not None:
        return document.blocks[marker.block].prose
    return None


def _skip(text: str, at: int, step: int) -> int | None:
    """The first offset from `at` in the direction of `step` that holds text of the chapter."""
    for offset in range(at, at + step * _MOST_SKIPPED, step):
        if not 0 <= offset < len(text):
            return None
        if text[offset] not in PRIVATE and not (text[offset] == "," and _parts_markers(text, offset)):
            return offset
    return None


def _parts_markers(text: str, comma: int) -> bool:
    """Tell whether a comma only keeps two markers apart, as in ¹,² or ¹, ²."""
    return text[comma - 1 : comma] == MARKER and text[comma + 1 : comma + 3].lstrip()[:1] == MARKER


def _names(document: Document) -> Iterator[Text]:
    for block in document.blocks:
        text = block.prose.text
        for start, end in suspicious(text, names=True):
            yield Text(text[start:end], block.prose.span(start, end))


def _comments(document: Document) -> Iterator[CommentFact]:
    for comment in document.comments:
        text = comment.text.strip()
        if not text.startswith(_ADDRESS):
            continue
        yield CommentFact(
            comment.span,
            text,
            line=document.source.position(comment.span.start).line,
            last_line=document.source.position(comment.span.end).line,
            note=_note_round(document, comment.span),
        )


def _note_round(document: Document, span: Span) -> str | None:
    return next((note.label for note in document.notes if note.span.covers(span)), None)
