"""Prose made of one line of text in which `*…*` is emphasis: what a person types to try the parser."""

from __future__ import annotations

from footlint.document import EMPHASIS_CLOSE, EMPHASIS_OPEN, Prose, ProseBuilder


def prose_of(text: str) -> Prose:
    """The prose of a note as typed; offsets point into the text as it stands. A lone asterisk stays a sign."""
    builder = ProseBuilder()
    at = 0
    while True:
        opening = text.find("*", at)
        closing = text.find("*", opening + 1) if opening >= 0 else -1
        if closing < 0:
            builder.run(text[at:], at)
            return builder.build()
        builder.run(text[at:opening], at)
        builder.replace(EMPHASIS_OPEN, opening, 1)
        builder.run(text[opening + 1 : closing], opening + 1)
        builder.replace(EMPHASIS_CLOSE, closing, 1)
        at = closing + 1
