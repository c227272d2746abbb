"""The paragraphs of one story of a Word file (the body, or one note) as pieces of text that remember their XML."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from footlint.document import PRIVATE, BlockKind
from footlint.readers.docx.pieces import (
    COMPUTED,
    LINE_BREAK,
    PAGE_BREAK,
    PICTURE,
    Changes,
    Field,
    Paragraph,
    Piece,
    Reference,
    Series,
    Story,
)
from footlint.readers.docx.signs import lower_digits, raise_digits, symbol
from footlint.readers.docx.styles import HIDDEN, ITALIC, RAISED, Styles
from footlint.readers.docx.xml import MATH, MC, XML_SPACE, W, on

if TYPE_CHECKING:
    from footlint.readers.docx.xml import Element

#: A paragraph is one line of the laid-out text, so no character in it may end a line.
_CLEAN = str.maketrans({**dict.fromkeys(PRIVATE, "\ufffd"), "\n": " ", "\r": " "})
_XML_BLANK = " \t\r\n"
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": LINE_BREAK,
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
_PICTURES = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
_REFERENCES: dict[str, Series] = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_MARKS = frozenset((f"{W}footnoteRef", f"{W}endnoteRef"))
_T, _DEL_TEXT, _R, _P, _BR = f"{W}t", f"{W}delText", f"{W}r", f"{W}p", f"{W}br"
_PARAGRAPH_PROPERTIES, _MARK_PROPERTIES, _FORMER_PROPERTIES = f"{W}pPr", f"{W}rPr", f"{W}rPrChange/{W}rPr"
_STYLE, _OUTLINE, _LISTED = f"{W}pStyle", f"{W}outlineLvl", f"{W}numPr"
_BREAK_BEFORE, _SECTION = f"{W}pageBreakBefore", f"{W}sectPr"
_INS, _DEL = f"{W}ins", f"{W}del"
_INSERTED = frozenset((_INS, f"{W}moveTo"))
_DELETED = frozenset((_DEL, f"{W}moveFrom"))
#: What stands round blocks, rows, cells and runs without being one.
_WRAPPERS = _INSERTED | _DELETED | {f"{W}sdt", f"{W}sdtContent", f"{W}customXml"}
_NOT_INLINE = frozenset((f"{W}pPr", f"{W}rPr", f"{W}sdtPr", f"{W}sdtEndPr", f"{W}customXmlPr", f"{W}smartTagPr"))
_ID, _NAME, _VAL = f"{W}id", f"{W}name", f"{W}val"
_TEXT_BOX = f"{W}txbxContent"
_LONGEST_MARK = 10
#: What stands for the sign of a note in any font of symbols.
_SYMBOL_SIGNS = {0x2A: "*", 0xF02A: "*", 0xF0A7: "§", 0x2020: "†", 0x2021: "‡"}


def _section_types(root: Element) -> list[str]:
    """How each section begins: on a new page unless it says "continuous"."""
    types = []
    for section in root.iter(f"{W}sectPr"):
        kind = section.find(f"{W}type")
        types.append(kind.get(_VAL) or "" if kind is not None else "")
    return types


class StoryReader:
    """Reads the stories of one file, one after the other."""

    def __init__(self, styles: Styles, changes: Changes) -> None:
        self._styles = styles
        self._rejecting = changes == "rejected"
        self._gone = _INSERTED if self._rejecting else _DELETED
        self._inline_children: dict[str, Callable[[Element], None]] = {
            f"{W}bookmarkStart": self._bookmark,
            f"{W}bookmarkEnd": self._bookmark,
            f"{W}fldSimple": self._simple_field,
            f"{MC}AlternateContent": self._inline_choice,
            f"{MATH}oMath": self._formula,
            f"{MATH}oMathPara": self._formula,
            **dict.fromkeys(self._gone, self._withdraw),
        }
        self._run_children: dict[str, Callable[[Element, int], None]] = {
            _BR: self._break,
            f"{W}sym": self._symbol,
            f"{W}lastRenderedPageBreak": self._rendered_break,
            f"{W}fldChar": self._field_sign,
            f"{W}instrText": self._instruction,
            f"{W}delInstrText": self._instruction,
            f"{MC}AlternateContent": self._alternatives,
            f"{W}ruby": self._ruby,
        }
        self._start([], ignores_fields=False)

    def read(self, root: Element) -> Story:
        """Read the body, or one note."""
        section_types = _section_types(root)
        self._start(section_types, ignores_fields=False)
        self._blocks(root, "paragraph")
        if self._waiting_fields:
            # A field that never shows its result would swallow the rest: show its text instead.
            self._start(section_types, ignores_fields=True)
            self._blocks(root, "paragraph")
        return self._story

    def _start(self, section_types: list[str], *, ignores_fields: bool) -> None:
        self._story = Story()
        self._section_types = section_types
        self._ignores_fields = ignores_fields
        self._paragraph: Paragraph | None = None
        self._style = ""
        self._continues = False
        self._mark_is_gone = False
        self._fields: list[Field] = []
        self._waiting_fields = 0
        self._open_bookmarks: dict[str, str] = {}
        self._boxes: list[Element] = []
        self._custom: Piece | None = None
        self._section = 0
        self._page = 0
        self._page_is_fresh = True

    # --- blocks

    def _blocks(self, parent: Element, kind: BlockKind) -> None:
        for child in parent:
            tag = child.tag
            if tag == _P:
                self._read_paragraph(child, kind)
            elif tag == f"{W}tbl":
                self._table(child)
            elif tag == f"{MC}AlternateContent":
                self._inside(_choice(child), kind)
            elif tag in self._gone:
                self._withdraw(child)
            elif tag in _WRAPPERS:
                self._blocks(child, kind)
            elif tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd"):
                self._bookmark(child)

    def _inside(self, content: Element | None, kind: BlockKind) -> None:
        if content is not None:
            self._blocks(content, kind)

    def _table(self, table: Element) -> None:
        lost = f"{W}trPr/{W}ins" if self._rejecting else f"{W}trPr/{W}del"
        for row in table:
            tag = row.tag
            if tag == f"{W}tr" and row.find(lost) is not None:
                self._withdraw(row)
            elif tag == f"{W}tr":
                self._row(row)
            elif tag in _WRAPPERS:
                self._table(row)

    def _row(self, row: Element) -> None:
        for cell in row:
            if cell.tag == f"{W}tc":
                self._continues = False
                self._blocks(cell, "table")
            elif cell.tag in _WRAPPERS:
                self._row(cell)

    def _read_paragraph(self, element: Element, kind: BlockKind) -> None:
        properties = element.find(_PARAGRAPH_PROPERTIES)
        paragraph = self._paragraph if self._continues else None
        if paragraph is None:
            paragraph = Paragraph(element, self._page)
            self._story.paragraphs.append(paragraph)
        self._paragraph = paragraph
        self._style = self._styles.default_paragraph
        paragraph.kind = kind
        section_ends = self._mark_is_gone = False
        if properties is not None:
            section_ends = self._properties(properties, paragraph, kind)
        elif kind == "paragraph":
            paragraph.kind = self._styles.kind(self._style)
        self._inline(element)
        self._continues = self._mark_is_gone and _followed_by_paragraph(element)
        self._custom = None
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._read_box(box, kind)
        if section_ends:
            self._section += 1
            if self._section_types[self._section : self._section + 1] != ["continuous"]:
                self._turn_page()

    def _read_box(self, box: Element, kind: BlockKind) -> None:
        state = self._paragraph, self._continues, self._style
        self._continues = False
        self._blocks(box, kind)
        self._paragraph, self._continues, self._style = state

    def _properties(self, properties: Element, paragraph: Paragraph, kind: BlockKind) -> bool:
        """Take in what a paragraph says of itself; whether a section ends with it."""
        is_listed = is_heading = ends_section = self._mark_is_gone = False
        for child in properties:
            tag = child.tag
            if tag == _STYLE:
                self._style = child.get(_VAL) or ""
            elif tag == _MARK_PROPERTIES:
                self._mark_is_gone = child.find(_INS if self._rejecting else _DEL) is not None
            elif tag == _OUTLINE:
                is_heading = child.get(_VAL) != "9"
            elif tag == _LISTED:
                is_listed = True
            elif tag == _BREAK_BEFORE and on(child):
                self._turn_page()
                paragraph.page = self._page
            elif tag == _SECTION:
                ends_section = True
        if kind == "paragraph":
            paragraph.kind = "heading" if is_heading else self._styles.kind(self._style)
            if is_listed and paragraph.kind == "paragraph":
                paragraph.kind = "list"
        return ends_section

    # --- inside a paragraph

    def _inline(self, parent: Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == _R:
                self._run(child)
            elif tag in self._inline_children:
                self._inline_children[tag](child)
            elif isinstance(tag, str) and tag not in _NOT_INLINE:
                self._inline(child)

    def _formula(self, element: Element) -> None:
        text = "".join(part.text or "" for part in element.iter(f"{MATH}t")).translate(_CLEAN)
        self._add(Piece("picture", text or PICTURE, element))

    def _inline_choice(self, element: Element) -> None:
        content = _choice(element)
        if content is not None:
            self._inline(content)

    def _run(self, run: Element) -> None:
        properties = run.find(_MARK_PROPERTIES)
        if self._rejecting and properties is not None:
            before = properties.find(_FORMER_PROPERTIES)
            properties = before if before is not None else properties
        flags = self._styles.flags(properties, self._style)
        if flags & HIDDEN:
            self._withdraw(run)
            return
        self._run_content(run, flags)

    def _run_content(self, run: Element, flags: int) -> None:
        for child in run:
            tag = child.tag
            if tag == _T or (tag == _DEL_TEXT and self._rejecting):
                self._text(child, flags)
            elif tag in _SIGNS:
                self._add(Piece("sign", _SIGNS[tag], child, flags))
            elif tag in _REFERENCES:
                self._reference(child, _REFERENCES[tag], flags)
            elif tag in _MARKS:
                self._add(Piece("mark", "", child, flags))
            elif tag in _PICTURES:
                self._picture(child)
            elif tag in self._run_children:
                self._run_children[tag](child, flags)

    def _text(self, element: Element, flags: int) -> None:
        text = element.text or ""
        skipped = 0
        if element.get(XML_SPACE) != "preserve":
            bare = text.lstrip(_XML_BLANK)
            skipped = len(text) - len(bare)
            text = bare.rstrip(_XML_BLANK)
        if not text:
            return
        text = text.translate(_CLEAN)
        if flags & RAISED:
            text = raise_digits(text)
        if not self._is_custom_mark(element, text, flags):
            self._add(Piece("text", text, element, flags, skipped=skipped))

    def _is_custom_mark(self, element: Element, text: str, flags: int) -> bool:
        """Whether this is the sign that follows a reference with a mark of its own."""
        if self._custom is None:
            return False
        piece, self._custom = self._custom, None
        if piece.reference is None:
            return False
        if element.getparent() is not piece.element.getparent() and not flags & RAISED:
            return False
        mark = lower_digits(text.strip())
        if not mark or len(mark) > _LONGEST_MARK:
            return False
        piece.reference.label = mark
        piece.text = text
        return True

    def _add(self, piece: Piece) -> None:
        if self._fields and not self._in_result(piece):
            return
        if self._paragraph is not None:
            self._paragraph.pieces.append(piece)
            self._page_is_fresh = False

    def _in_result(self, piece: Piece) -> bool:
        """Whether a piece of a field is to be kept. The result of a NOTEREF field becomes one piece."""
        if self._waiting_fields and not self._ignores_fields:
            return False
        piece.flags |= COMPUTED
        field = self._fields[-1]
        target = _note_target(field.instruction)
        if not target or piece.kind != "text":
            return True
        if field.result is None:
            field.result = piece
            piece.kind, piece.target = "field", target
            return True
        field.result.text += piece.text
        return False

    def _reference(self, element: Element, series: Series, flags: int) -> None:
        custom = (element.get(f"{W}customMarkFollows") or "0") in ("1", "true", "on")
        reference = Reference(series, element.get(_ID) or "", custom=custom, section=self._section, page=self._page)
        piece = Piece("reference", "", element, flags & ~ITALIC, reference=reference)
        self._add(piece)
        self._story.references.append(reference)
        for name in self._open_bookmarks.values():
            self._story.bookmarks.setdefault(name, reference)
        self._open_bookmarks.clear()
        self._custom = piece if custom else None

    def _break(self, element: Element, flags: int) -> None:
        if element.get(f"{W}type") == "page":
            self._add(Piece("sign", PAGE_BREAK, element, flags))
            self._turn_page()
        else:
            self._add(Piece("sign", LINE_BREAK, element, flags))

    def _symbol(self, element: Element, flags: int) -> None:
        try:
            code = int(element.get(f"{W}char") or "", 16)
            text = _SYMBOL_SIGNS.get(code) or symbol(code, element.get(f"{W}font") or "").translate(_CLEAN)
        except (ValueError, OverflowError):
            return
        if not self._is_custom_mark(element, text, flags):
            self._add(Piece("sign", text, element, flags))

    def _rendered_break(self, element: Element, flags: int) -> None:
        del element, flags
        self._story.shows_pages = True
        if not self._page_is_fresh:
            self._turn_page()
            if self._paragraph is not None and not self._paragraph.pieces:
                self._paragraph.page = self._page

    def _turn_page(self) -> None:
        if not self._page_is_fresh:
            self._page += 1
        self._page_is_fresh = True

    def _picture(self, element: Element) -> None:
        boxes = [box for box in element.iter(_TEXT_BOX) if next(box.iterancestors(_TEXT_BOX), None) is None]
        self._boxes.extend(boxes)
        if not boxes:
            self._add(Piece("picture", PICTURE, element))

    def _alternatives(self, element: Element, flags: int) -> None:
        content = _choice(element)
        if content is not None:
            self._run_content(content, flags)

    def _ruby(self, element: Element, flags: int) -> None:
        del flags
        base = element.find(f"{W}rubyBase")
        if base is not None:
            self._inline(base)

    # --- fields and bookmarks

    def _field_sign(self, element: Element, flags: int) -> None:
        del flags
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(Field())
            self._waiting_fields += 1
        elif kind == "separate" and self._fields and not self._fields[-1].shown:
            self._fields[-1].shown = True
            self._waiting_fields -= 1
        elif kind == "end" and self._fields and not self._fields.pop().shown:
            self._waiting_fields -= 1

    def _instruction(self, element: Element, flags: int) -> None:
        del flags
        if self._fields and not self._fields[-1].shown:
            self._fields[-1].instruction += element.text or ""

    def _simple_field(self, element: Element) -> None:
        self._fields.append(Field(element.get(f"{W}instr") or "", shown=True))
        self._inline(element)
        self._fields.pop()

    def _bookmark(self, element: Element) -> None:
        if element.tag == f"{W}bookmarkStart":
            self._open_bookmarks[element.get(_ID) or ""] = (element.get(_NAME) or "").lower()
        else:
            self._open_bookmarks.pop(element.get(_ID) or "", None)

    def _withdraw(self, element: Element) -> None:
        """Pass over what is not shown, but keep count of fields that begin or end in it."""
        for child in element.iter(*_REFERENCES, f"{W}fldChar"):
            if child.tag == f"{W}fldChar":
                self._field_sign(child, 0)
            else:
                self._story.withdrawn.add((_REFERENCES[str(child.tag)], child.get(_ID) or ""))


def _choice(alternatives: Element) -> Element | None:
    """What a reader of today takes of an `mc:AlternateContent`: the first choice, else the fallback."""
    choice = alternatives.find(f"{MC}Choice")
    return choice if choice is not None else alternatives.find(f"{MC}Fallback")


def _note_target(instruction: str) -> str:
    """The bookmark that a NOTEREF field shows the number of; "" for other fields, and for "above" and "below"."""
    words = instruction.split()
    if len(words) < 2 or words[0].upper() != "NOTEREF" or "\\p" in words:  # noqa: PLR2004 - name and target
        return ""
    return words[1].strip('"').lower()


def _followed_by_paragraph(element: Element) -> bool:
    following = element.getnext()
    while following is not None and not isinstance(following.tag, str):
        following = following.getnext()
    return following is not None and following.tag == _P
