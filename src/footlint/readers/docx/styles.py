"""What styles and run properties come to: italic, superscript, hidden; heading, list, quotation, caption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footlint.document import BlockKind
from footlint.readers.docx.xml import W, on
from footlint.record import Record

if TYPE_CHECKING:
    from footlint.readers.docx.xml import Element

ITALIC, RAISED, HIDDEN = 1, 2, 4
_I, _VANISH, _VERT, _POSITION = f"{W}i", f"{W}vanish", f"{W}vertAlign", f"{W}position"
_STYLE, _VAL, _CHANGE = f"{W}rStyle", f"{W}val", f"{W}rPrChange"
#: Nobody bases styles on each other so often; a longer chain would be followed for ever.
_DEEPEST = 100
#: A run lifted by three points or more is raised like a note sign, by hand.
_LIFTED = 6
_NOTE_SIGNS = ("footnote reference", "endnote reference")
_QUOTATIONS = ("quote", "intense quote", "block text", "quotations", "quotation")


class Look(Record, frozen=True):
    """What one set of run properties says; None where it says nothing."""

    italic: bool | None = None
    raised: bool | None = None
    hidden: bool | None = None


_SILENT = Look()


class Style(Record, frozen=True):
    """A style as the file has it."""

    name: str
    based_on: str | None
    look: Look
    outlined: bool = False
    listed: bool = False
    list_id: str = ""


class Styles:
    """The styles of one file, their inheritance resolved."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self._looks: dict[str, Look] = {}
        self._kinds: dict[str, BlockKind] = {}
        self.default_paragraph = ""
        self._base = Look()
        if root is not None:
            self._read(root)

    def look(self, style_id: str) -> Look:
        """What a style says of runs, with all that it is based on."""
        found = self._looks.get(style_id)
        if found is None:
            found = self._looks[style_id] = self._inherited(style_id)
        return found

    def kind(self, style_id: str) -> BlockKind:
        """What a paragraph in this style is."""
        found = self._kinds.get(style_id)
        if found is None:
            found = self._kinds[style_id] = self._named_kind(style_id)
        return found

    def list_of(self, style_id: str) -> str:
        """The list that paragraphs in this style belong to; "" for none."""
        return next((style.list_id for style in self._chain(style_id) if style.list_id), "")

    def flags(self, properties: Element | None, paragraph_style: str) -> int:
        """What a run with these properties in a paragraph of that style looks like."""
        paragraph = self.look(paragraph_style)
        if properties is None or not len(properties):
            direct = character = _SILENT
        else:
            direct, style_id = _look(properties)
            character = self.look(style_id) if style_id else _SILENT
        flags = 0
        if _toggle(direct.italic, character.italic, paragraph.italic, self._base.italic):
            flags |= ITALIC
        if _toggle(direct.hidden, character.hidden, paragraph.hidden, self._base.hidden):
            flags |= HIDDEN
        if _nearest(direct.raised, character.raised, paragraph.raised):
            flags |= RAISED
        return flags

    def _read(self, root: Element) -> None:
        base = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        if base is not None:
            self._base = _look(base)[0]
        for element in root.iterfind(f"{W}style"):
            style_id = element.get(f"{W}styleId") or ""
            self._styles[style_id] = _style(element)
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in ("1", "true", "on"):
                self.default_paragraph = style_id

    def _chain(self, style_id: str) -> list[Style]:
        chain: list[Style] = []
        seen: set[str] = set()
        at: str | None = style_id
        while at is not None and at not in seen and at in self._styles and len(chain) < _DEEPEST:
            seen.add(at)
            chain.append(self._styles[at])
            at = self._styles[at].based_on
        return chain

    def _inherited(self, style_id: str) -> Look:
        chain = self._chain(style_id)
        raised = _nearest(*(style.look.raised for style in chain))
        if raised is None and any(style.name in _NOTE_SIGNS for style in chain):
            raised = True
        return Look(
            _nearest(*(style.look.italic for style in chain)),
            raised,
            _nearest(*(style.look.hidden for style in chain)),
        )

    def _named_kind(self, style_id: str) -> BlockKind:
        for style in self._chain(style_id):
            name = style.name
            if style.outlined or name.startswith("heading") or name in ("title", "subtitle"):
                return "heading"
            if name == "caption":
                return "caption"
            if name in _QUOTATIONS:
                return "quotation"
            if style.listed or name.startswith("list "):
                return "list"
        return "paragraph"


def _style(element: Element) -> Style:
    name = element.find(f"{W}name")
    based_on = element.find(f"{W}basedOn")
    properties = element.find(f"{W}rPr")
    outline = element.find(f"{W}pPr/{W}outlineLvl")
    list_id = element.find(f"{W}pPr/{W}numPr/{W}numId")
    return Style(
        (name.get(_VAL) or "").lower() if name is not None else "",
        based_on.get(_VAL) if based_on is not None else None,
        _look(properties)[0] if properties is not None else Look(),
        outlined=outline is not None and outline.get(_VAL) != "9",
        listed=element.find(f"{W}pPr/{W}numPr") is not None,
        list_id=list_id.get(_VAL) or "" if list_id is not None else "",
    )


def _look(properties: Element) -> tuple[Look, str | None]:
    italic = raised = hidden = style_id = None
    for element in properties:
        tag = element.tag
        if tag == _I:
            italic = on(element)
        elif tag == _STYLE:
            style_id = element.get(_VAL)
        elif tag == _VERT:
            raised = element.get(_VAL) == "superscript"
        elif tag == _POSITION:
            raised = raised or _number(element.get(_VAL)) >= _LIFTED
        elif tag == _VANISH:
            hidden = on(element)
    if italic is raised is hidden is None:
        return _SILENT, style_id
    return Look(italic, raised, hidden), style_id


def _number(text: str | None) -> int:
    try:
        return int(text or "")
    except ValueError:
        return 0


def _nearest(*values: bool | None) -> bool | None:
    return next((value for value in values if value is not None), None)


def _toggle(direct: bool | None, character: bool | None, paragraph: bool | None, base: bool | None) -> bool:
    """Word's toggle: direct formatting decides, two styles that both say so undo each other."""
    if direct is not None:
        return direct
    return bool(character) != bool(paragraph) if character or paragraph else bool(base)
