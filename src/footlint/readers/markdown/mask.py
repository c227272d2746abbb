"""The text as the CommonMark parser is to see it: as long as the chapter, but blank where no Markdown stands."""

from __future__ import annotations

import re

from footlint.expressions import expression
from footlint.source import Span

_SUPERSCRIPT = expression("[⁰¹²³⁴-⁹]|<[sS][uU][pP]>|\\^[0-9]+\\^")
_SIGNS = frozenset("\\={}_")


def masked(text: str) -> str:
    """The text without front matter and code in Liquid blocks; offsets stay as they are."""
    try:
        text.encode()
    except UnicodeEncodeError:
        text = re.sub("[\ud800-\udfff]", "\ufffd", text)
    pieces: list[str] = []
    at = 0
    for span in _blanks(text):
        if span.start >= at:
            pieces += (text[at : span.start], re.sub(r"[^\r\n]", " ", text[span.start : span.end]))
            at = span.end
    return "".join((*pieces, text[at:])) if pieces else text


def _blanks(text: str) -> list[Span]:
    spans = _front_matter(text) if text.startswith(("---", "+++")) else []
    if "{%" in text:
        from footlint.readers.markdown.liquid import hidden_blocks

        spans += hidden_blocks(text)
    return spans


def _front_matter(text: str) -> list[Span]:
    opening = re.match(r"(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)(?=[^\r\n]*\S)", text)
    if opening is None:
        return []
    fence = re.escape(opening[1]) + (r"|\.\.\." if opening[1] == "---" else "")
    closing = re.compile(rf"^(?:{fence})[ \t]*$", re.MULTILINE).search(text.replace("\r", "\n"), opening.end())
    return [Span(0, closing.end())] if closing else []


def may_have_superscripts(text: str) -> bool:
    """Tell whether any superscript number stands in the text."""
    return _SUPERSCRIPT.search(text) is not None


def is_money(formula: str, after: str) -> bool:
    """Tell whether what stands between two dollar signs is prose about money."""
    if after.isdigit():
        return True
    return " " in formula and _SIGNS.isdisjoint(formula) and re.search(r"[^\W\d_]{3}", formula) is not None
