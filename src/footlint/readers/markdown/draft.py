"""Prose in the making: of a block, or of a note that may go on in a later paragraph."""

from __future__ import annotations

from footlint.document import EMPHASIS_CLOSE, EMPHASIS_OPEN, PRIVATE, MarkerStyle, ProseBuilder
from footlint.expressions import expression
from footlint.source import Span

_PRIVATE = expression(f"[{PRIVATE}]")
_REPLACEMENT = "\ufffd"


def clean(text: str) -> str:
    """Text in NFC without the characters that stand for markup in prose."""
    if text.isascii():
        return text
    from unicodedata import normalize

    return normalize("NFC", _PRIVATE.sub(_REPLACEMENT, text))


class Draft:
    """What has been written so far, and what is to be written before the next text."""

    __slots__ = ("_italic", "_pending", "builder", "end", "label", "label_end", "start", "style")

    def __init__(self, span: Span, label: str = "", label_end: int = 0, style: MarkerStyle = "caret") -> None:
        self.builder = ProseBuilder()
        self.start = span.start
        self.end = span.end
        self.label = label
        self.label_end = label_end
        self.style: MarkerStyle = style
        self._italic = 0
        self._pending: tuple[str, int] | None = None

    def write(self, source: str, start: int, end: int) -> None:
        """Append text as the source has it, but for decomposed letters."""
        text = source[start:end]
        if self._pending is not None or not self.builder.length:
            text = text.lstrip()
            start = end - len(text)
        body = text.rstrip(" ")
        if body:
            if self._pending is not None:
                self._begin(start)
            if body.isascii():
                self.builder.run(body, start)
            else:
                _write_composed(self.builder, body, start)
        if len(body) < len(text):
            self._pending = (" ", start + len(body))

    def replace(self, text: str, start: int, end: int) -> int:
        """Append text that stands for a stretch of the source; its offset in the prose."""
        if text.isspace() and (self._pending is not None or not self.builder.length):
            return self.builder.length
        if self._pending is not None:
            self._begin(start)
        offset = self.builder.length
        self.builder.replace(text, start, end - start)
        return offset

    def open(self, start: int, end: int) -> None:
        """Begin italics, unless they have begun."""
        self._italic += 1
        if self._italic == 1:
            self.replace(EMPHASIS_OPEN, start, end)

    def close(self, start: int, end: int) -> None:
        """End italics, if they have begun here."""
        self._italic -= 1
        if self._italic == 0:
            self.builder.replace(EMPHASIS_CLOSE, start, end - start)
            if self._pending is not None:
                self._pending = (self._pending[0], end)
        self._italic = max(0, self._italic)

    def end_line(self, at: int) -> None:
        """Let a space follow, if text follows."""
        if self._pending is None:
            self._pending = (" ", at)

    def end_paragraph(self, at: int) -> None:
        """End italics that are still open; let a newline follow, if text follows."""
        if self._italic:
            self._italic = 0
            self.builder.replace(EMPHASIS_CLOSE, at, 0)
        self._pending = ("\n", at)

    def _begin(self, at: int) -> None:
        if self._pending is not None and self.builder.length:
            sign, start = self._pending
            self.builder.replace(sign, start, at - start)
        self._pending = None


def _write_composed(builder: ProseBuilder, text: str, start: int) -> None:
    from unicodedata import combining, is_normalized, normalize

    if _PRIVATE.search(text) is None and is_normalized("NFC", text):
        builder.run(text, start)
        return
    at = 0
    while at < len(text):
        end = at + 1
        composed = clean(text[at])
        while end < len(text):
            # Marks belong to their letter; so does whatever melts into it.
            if combining(text[end]):
                while end < len(text) and combining(text[end]):
                    end += 1
                composed = clean(text[at:end])
                continue
            longer = normalize("NFC", composed + text[end])
            if longer == composed + text[end]:
                break
            composed = longer
            end += 1
        if composed == text[at:end]:
            builder.run(composed, start + at)
        else:
            builder.replace(composed, start + at, end - at)
        at = end
