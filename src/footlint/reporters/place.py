"""Where a finding stands, in the words that people look it up by."""

from __future__ import annotations

import unicodedata

from footlint.source import Source, Span

_FEW_WORDS = 4
_FEW_LETTERS = 80


def place(path: str, span: Span, source: Source, note: str | None = None) -> str:
    """`path:line:column`; in a Word file, which shows no lines, the note or the paragraph."""
    at = source.position(span.start)
    if at.part is None:
        return f"{path}:{at.line}:{at.column}"
    if note and at.part != "body":
        return f"{path}: {'endnote' if at.part == 'endnotes' else 'note'} {note}"
    words = source.line(source.line_number(span.start))[:_FEW_LETTERS].split()
    first = f"{' '.join(words[:_FEW_WORDS])}{' …' if len(words) > _FEW_WORDS else ''}"
    where = "paragraph" if at.part == "body" else f"{at.part}, paragraph"
    return f"{path}: {where} {at.line}, «{first}»" if first else f"{path}: {where} {at.line}"


def printable(text: str) -> str:
    """The text on one line and without characters that would command the terminal or turn the line round."""
    if text.isprintable():
        return text
    return "".join(_shown(sign) for sign in text)


def _shown(sign: str) -> str:
    if sign in "\t\n\r\v\f\u2028\u2029":
        return " "
    if sign == "\u00ad":  # terminals do not agree on its width
        return "-"
    category = unicodedata.category(sign)
    if category == "Cs":  # a byte of a path that is no UTF-8
        return "\ufffd"
    return "\ufffd" if category in ("Cc", "Cf") and sign not in "\u200b\u200c\u200d" else sign
