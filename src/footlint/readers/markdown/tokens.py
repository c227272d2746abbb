"""What the Markdown reader passes from stage to stage: tokens, leaves, definitions, cuts."""

from __future__ import annotations

from enum import IntEnum
from typing import TypeAlias

from footlint.document import BlockKind, Comment, MarkerStyle
from footlint.source import Span


class Kind(IntEnum):
    """What a token is."""

    TEXT = 0  # stands so in the source
    ENTITY = 1  # text that stands for other source text
    OPEN = 2  # italics begin
    CLOSE = 3
    OPAQUE = 4
    BREAK = 5
    CALL = 6  # the parser's own footnote reference
    SUP_OPEN = 7
    SUP_CLOSE = 8


#: (kind, start, end, text); the text is empty but for TEXT and ENTITY.
Token: TypeAlias = tuple[Kind, int, int, str]


class Leaf:
    """One paragraph, heading, cell or list item with its inline tokens in source order."""

    __slots__ = ("definition", "has_bracket", "kind", "tokens")

    def __init__(self, kind: BlockKind, definition: Definition | None) -> None:
        self.kind: BlockKind = kind
        self.definition = definition
        self.tokens: list[Token] = []
        self.has_bracket = False


class Definition:
    """A note as a definition (`[^12]: text`); `interrupts` when it follows a paragraph without a blank line."""

    __slots__ = ("end", "interrupts", "label", "label_end", "start", "style")

    def __init__(self, start: int, label: str, label_end: int, style: MarkerStyle = "caret") -> None:
        self.start = start
        self.label = label
        self.label_end = label_end
        self.end = label_end
        self.style: MarkerStyle = style
        self.interrupts = False


class Structure:
    """A chapter taken apart: its leaves and definitions in source order, its comments and blocks of code."""

    __slots__ = ("code", "comments", "definitions", "leaves")

    def __init__(self) -> None:
        self.code: list[Span] = []
        self.leaves: list[Leaf] = []
        self.definitions: list[Definition] = []
        self.comments: list[Comment] = []


class CutKind(IntEnum):
    """What a stretch of text is that the parser took for mere text."""

    CALL = 0
    SUPERSCRIPT = 1
    NOTE_OPEN = 2
    NOTE_CLOSE = 3
    SKIP = 4


#: (start, end, kind, label, where its inline note ends)
Cut: TypeAlias = tuple[int, int, CutKind, str, int]
