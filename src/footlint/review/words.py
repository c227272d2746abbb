"""What a comment says: the code, the fault, the evidence, the fix; places in the words of people who use Word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from footlint.diagnostic import Diagnostic
from footlint.source import Span

if TYPE_CHECKING:
    from footlint.readers.docx.layout import Layout

_FIRST_WORDS = 5
_MERE_SIGN = 2
_LONGEST_WORD = 20
#: More pieces of evidence than this help nobody.
_MOST_RELATED = 12


def lines_of(diagnostic: Diagnostic, layout: Layout, *, is_tracked: bool) -> list[str]:
    """The paragraphs of a comment."""
    return [_printable(line) for line in _lines(diagnostic, layout, is_tracked=is_tracked)]


def _lines(diagnostic: Diagnostic, layout: Layout, *, is_tracked: bool) -> Iterator[str]:
    yield f"{diagnostic.code} {diagnostic.name} ({diagnostic.severity})"
    yield diagnostic.message
    if layout.note_at(diagnostic.span.start) is not None:
        quoted = _quoted(layout, diagnostic.span)
        if quoted and "\n" not in quoted:
            yield f"In {place_of(layout, diagnostic.span)}: «{_short(quoted)}»"
    for related in diagnostic.related[:_MOST_RELATED]:
        elsewhere = related.path is not None and related.path != diagnostic.path
        where = related.path if elsewhere else place_of(layout, related.span)
        yield f"{where}: {related.message}"
    if len(diagnostic.related) > _MOST_RELATED:
        yield f"… and {len(diagnostic.related) - _MOST_RELATED} more"
    if diagnostic.fix is not None:
        certain = "" if diagnostic.fix.safety == "safe" else ", after a look"
        yield f"{diagnostic.fix.title}{f' (tracked change{certain})' if is_tracked else ''}"


def place_of(layout: Layout, span: Span) -> str:
    """`note 17`, `endnote iv`, or `paragraph 42, «first words …»`."""
    note = layout.note_at(span.start)
    if note is not None:
        kind = "endnote" if note.part.key[0] == "endnotes" else "note"
        return f"{kind} {note.part.label}"
    line = layout.line_at(span.start)
    words = layout.source.text[line.start : line.end].split()
    first = " ".join(words[:_FIRST_WORDS])
    number = layout.source.position(line.start).line
    return f"paragraph {number}, «{_short(first)}{' …' if len(words) > _FIRST_WORDS else ''}»"


def _quoted(layout: Layout, span: Span) -> str:
    """What a finding is about; of a mere sign the word in which it stands."""
    text = layout.source.text
    start, end = span.start, span.end
    if end - start < _MERE_SIGN:
        while start and not text[start - 1].isspace() and span.start - start < _LONGEST_WORD:
            start -= 1
        while end < len(text) and not text[end].isspace() and end - span.end < _LONGEST_WORD:
            end += 1
    return text[start:end].strip()


def _short(text: str, most: int = 80) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _printable(text: str) -> str:
    """Without what XML cannot hold or a reader cannot see."""
    return "".join(sign if sign.isprintable() or sign == "\t" else "\ufffd" for sign in text.replace("\n", " "))
