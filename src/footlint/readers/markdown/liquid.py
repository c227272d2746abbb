"""Liquid tags and attribute lists: what a site generator reads in a Markdown file, and a reader never sees."""

from __future__ import annotations

import re

from footlint.expressions import expression
from footlint.source import Span

_BLOCK = expression(r"\{%-?\s*(comment|highlight|raw)\b")
_ATTRIBUTES = expression(r"\{(?:[.#:]|::)[^{}\n]*\}")


def hidden_blocks(text: str) -> list[Span]:
    """Where Liquid's blocks of code and comment stand."""
    spans: list[Span] = []
    opening = _BLOCK.search(text)
    while opening is not None:
        closing = re.compile(r"\{%-?\s*end" + opening[1] + r"\s*-?%\}").search(text, opening.end())
        if closing is None:
            break
        spans.append(Span(opening.start(), closing.end()))
        opening = _BLOCK.search(text, closing.end())
    return spans


def directives(text: str) -> list[Span]:
    """Where Liquid tags and attribute lists stand: no words for a reader, though a tag may hold a marker."""
    spans = [*_between(text, "{%", "%}"), *_between(text, "{{", "}}")]
    spans += (Span(*found.span()) for found in _ATTRIBUTES.finditer(text))
    spans.sort()
    apart: list[Span] = []
    for span in spans:
        if not apart or span.start >= apart[-1].end:
            apart.append(span)
    return apart


def _between(text: str, opening: str, closing: str) -> list[Span]:
    spans: list[Span] = []
    start = text.find(opening)
    while start >= 0:
        end = text.find(closing, start + 2)
        if end < 0:
            break
        spans.append(Span(start, end + 2))
        start = text.find(opening, end + 2)
    return spans
