"""The text as the CommonMark parser is to see it: as long as the chapter, but blank where no Markdown stands."""

from __future__ import annotations

import re

from footlint.source import Span

_FRONT_MATTER = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)(?=[^\r\n]*\S)")
_LIQUID_BLOCK = re.compile(r"\{%-?\s*(comment|highlight|raw)\b")
_ATTRIBUTES = re.compile(r"\{(?:[.#:]|::)[^{}\n]*\}")
_VISIBLE = re.compile(r"[^\r\n]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_WORD = re.compile(r"[^\W\d_]{3}")
_SIGNS = frozenset("\\={}_")


def masked(text: str) -> str:
    """The text without front matter and code in Liquid blocks; offsets stay as they are."""
    if not text.isascii():
        text = _SURROGATE.sub("\ufffd", text)
    pieces: list[str] = []
    at = 0
    for span in (*_front_matter(text), *_liquid_blocks(text)):
        if span.start >= at:
            pieces += (text[at : span.start], _VISIBLE.sub(" ", text[span.start : span.end]))
            at = span.end
    return "".join((*pieces, text[at:])) if pieces else text


def _front_matter(text: str) -> list[Span]:
    opening = _FRONT_MATTER.match(text)
    if opening is None:
        return []
    fence = re.escape(opening[1]) + (r"|\.\.\." if opening[1] == "---" else "")
    closing = re.compile(rf"^(?:{fence})[ \t]*$", re.MULTILINE).search(text.replace("\r", "\n"), opening.end())
    return [Span(0, closing.end())] if closing else []


def _liquid_blocks(text: str) -> list[Span]:
    spans: list[Span] = []
    opening = _LIQUID_BLOCK.search(text) if "{%" in text else None
    while opening is not None:
        closing = re.compile(r"\{%-?\s*end" + opening[1] + r"\s*-?%\}").search(text, opening.end())
        if closing is None:
            break
        spans.append(Span(opening.start(), closing.end()))
        opening = _LIQUID_BLOCK.search(text, closing.end())
    return spans


def directives(text: str) -> list[Span]:
    """Where Liquid tags and attribute lists stand: no words for a reader, though a tag may hold a marker."""
    if "{" not in text:
        return []
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


def is_money(formula: str, after: str) -> bool:
    """Tell whether what stands between two dollar signs is prose about money."""
    if after.isdigit():
        return True
    return " " in formula and _SIGNS.isdisjoint(formula) and _WORD.search(formula) is not None
