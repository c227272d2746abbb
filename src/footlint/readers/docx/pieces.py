"""What the reader of a Word file passes on: paragraphs as pieces of text that remember their XML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from footlint.document import BlockKind

if TYPE_CHECKING:
    from footlint.readers.docx.xml import Element

Series = Literal["footnotes", "endnotes"]
Changes = Literal["accepted", "rejected"]
#: text: characters of a `w:t`, one for one; sign: one character that an empty element stands for; picture: what is
#: no text; reference: the sign of a note; mark: the number at the head of a note; field: a text Word computes.
PieceKind = Literal["text", "sign", "picture", "reference", "mark", "field"]
#: Beside the flags of a run: it is what a field computed, not what somebody typed.
COMPUTED = 8

LINE_BREAK = "\u2028"
PAGE_BREAK = "\f"
PICTURE = "\ufffc"


class Reference:
    """A reference to a note: its series and note part, where it stands, and what is shown for it."""

    __slots__ = ("custom", "label", "nested", "note_id", "number", "page", "scope", "section", "series")

    def __init__(self, series: Series, note_id: str, *, custom: bool, section: int, page: int) -> None:
        self.series: Series = series
        self.note_id = note_id
        self.custom = custom
        self.section = section
        self.page = page
        self.label = ""
        self.number: int | None = None
        self.scope = 0
        self.nested = False


class Field:
    """A field that is being read: its instruction, whether its result has begun, what was read of it."""

    __slots__ = ("instruction", "result", "shown")

    def __init__(self, instruction: str = "", *, shown: bool = False) -> None:
        self.instruction = instruction
        self.shown = shown
        self.result: Piece | None = None


class Piece:
    """A stretch of a paragraph.

    `element` is its `w:t`, `skipped` the blanks there that Word leaves out, `target` the bookmark that a field
    points at.
    """

    __slots__ = ("element", "flags", "kind", "reference", "skipped", "target", "text")

    def __init__(  # noqa: PLR0913 - what a piece is made of
        self,
        kind: PieceKind,
        text: str,
        element: Element,
        flags: int = 0,
        *,
        skipped: int = 0,
        reference: Reference | None = None,
        target: str = "",
    ) -> None:
        self.kind: PieceKind = kind
        self.text = text
        self.element = element
        self.flags = flags
        self.skipped = skipped
        self.reference = reference
        self.target = target


class Paragraph:
    """One paragraph: its pieces, what it is, the page on which it begins."""

    __slots__ = ("element", "kind", "page", "pieces")

    def __init__(self, element: Element, page: int) -> None:
        self.element = element
        self.pieces: list[Piece] = []
        self.kind: BlockKind = "paragraph"
        self.page = page


class Story:
    """What was read of one story."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.references: list[Reference] = []
        #: Notes called from text that a tracked change takes away.
        self.withdrawn: set[tuple[Series, str]] = set()
        #: The bookmarks that enclose a reference, for NOTEREF fields.
        self.bookmarks: dict[str, Reference] = {}
        self.shows_pages = False
