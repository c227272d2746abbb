"""Raw HTML in Markdown: which tags are italics, breaks, or hide what they hold; and blocks of it taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from footlint.expressions import expression
from footlint.readers.markdown.tokens import Kind, Token

ITALICS = frozenset({"em", "i", "cite"})
#: What stands inside is no text of the author's.
HIDING = frozenset({"code", "kbd", "samp", "tt", "pre", "script", "style", "textarea", "math", "svg"})
PICTURES = frozenset({"img", "iframe", "audio", "video", "object", "embed", "canvas", "input"})
#: Tags after which words no longer belong together.
BREAKING = frozenset(
    (
        *("address", "article", "aside", "blockquote", "br", "caption", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "li", "main", "nav", "ol", "p"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "section", "summary", "ul"),
        *("table", "tbody", "td", "tfoot", "th", "thead", "tr"),
    )
)

_TAG = expression(r"<(/?)([A-Za-z][A-Za-z0-9-]*)[^<>]*>?")
_PIECE = expression(
    r"<!--|</?[A-Za-z][^<>]*>|<[?!][^<>]*>|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});|[\r\n]+[ \t]*"
)


def tag_of(markup: str) -> tuple[str, bool]:
    """The lower-case name of a tag, and whether it closes; an empty name for what is no tag."""
    found = _TAG.match(markup)
    return (found[2].lower(), found[1] == "/") if found else ("", False)


def tag_token(markup: str, start: int) -> Token | None:
    """What a tag means for the prose around it, if anything."""
    name, closes = tag_of(markup)
    end = start + len(markup)
    if name in ITALICS:
        return (Kind.CLOSE if closes else Kind.OPEN, start, end, "")
    if name == "sup":
        return (Kind.SUP_CLOSE if closes else Kind.SUP_OPEN, start, end, "")
    if name in PICTURES:
        return (Kind.OPAQUE, start, end, "")
    if name in BREAKING:
        return (Kind.BREAK, start, end, "")
    return None


def block_tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of a block of raw HTML; a comment comes as an ENTITY without text."""
    at = start
    while at < end:
        piece = _PIECE.search(text, at, end)
        if piece is None:
            break
        if piece.start() > at:
            yield (Kind.TEXT, at, piece.start(), text[at : piece.start()])
        markup = piece[0]
        at = piece.end()
        if markup == "<!--":
            at = _after_comment(text, piece.end(), end)
            yield (Kind.ENTITY, piece.start(), at, "")
        elif markup[0] == "&":
            yield (Kind.ENTITY, piece.start(), at, _unescaped(markup))
        elif markup[0] != "<":
            yield (Kind.BREAK, piece.start(), at, "")
        elif tag_of(markup) in ((name, False) for name in HIDING):
            at = _after_hidden(text, tag_of(markup)[0], at, end)
            yield (Kind.OPAQUE, piece.start(), at, "")
        else:
            token = tag_token(markup, piece.start())
            if token is not None:
                yield token
    if at < end:
        yield (Kind.TEXT, at, end, text[at:end])


def _after_comment(text: str, at: int, end: int) -> int:
    found = text.find("-->", at, end)
    return end if found < 0 else found + 3


def _after_hidden(text: str, name: str, at: int, end: int) -> int:
    closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, at, end)
    return closing.end() if closing else end


def _unescaped(entity: str) -> str:
    from html import unescape

    return unescape(entity)
