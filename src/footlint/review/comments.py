"""Comments of a Word file: their part, what they say, and the marks that anchor them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footlint.readers.docx.xml import XML_SPACE, W
from footlint.review.atoms import Atom, atoms_at, atoms_over

if TYPE_CHECKING:
    from collections.abc import Iterable

    from footlint.readers.docx.layout import Line
    from footlint.readers.docx.xml import Element

_RUN, _TEXT_BOX = f"{W}r", f"{W}txbxContent"
INITIALS = "fl"


class CommentStyles:
    """What the file calls the styles of comments; "" where it has none."""

    def __init__(self, styles: Element | None) -> None:
        self.text = self.reference = ""
        for style in styles.iterfind(f"{W}style") if styles is not None else ():
            name = style.find(f"{W}name")
            said = (name.get(f"{W}val") or "").lower() if name is not None else ""
            if said == "annotation text":
                self.text = style.get(f"{W}styleId") or ""
            elif said == "annotation reference":
                self.reference = style.get(f"{W}styleId") or ""


def comment(root: Element, number: str, who: tuple[str, str], lines: Iterable[str], styles: CommentStyles) -> Element:
    """A comment of several paragraphs, by `who`: author and date."""
    author, date = who
    element = root.makeelement(
        f"{W}comment",
        {f"{W}id": number, f"{W}author": author, f"{W}date": date, f"{W}initials": INITIALS},
    )
    for at, line in enumerate(lines):
        paragraph = _child(element, "p")
        if styles.text:
            _child(_child(paragraph, "pPr"), "pStyle", styles.text)
        if at == 0:
            _child(_reference_run(paragraph, styles), "annotationRef")
        text = _child(_child(paragraph, "r"), "t")
        text.text = line
        text.set(XML_SPACE, "preserve")
    return element


def _child(parent: Element, name: str, value: str | None = None) -> Element:
    child = parent.makeelement(f"{W}{name}", {f"{W}val": value} if value is not None else {})
    parent.append(child)
    return child


def _reference_run(parent: Element, styles: CommentStyles) -> Element:
    run = _child(parent, "r")
    if styles.reference:
        _child(_child(run, "rPr"), "rStyle", styles.reference)
    return run


class Anchor:
    """The elements between which a comment stands; both None for an empty paragraph."""

    def __init__(self, line: Line, first: Element | None, last: Element | None) -> None:
        self.line = line
        self.first = first
        self.last = last


def anchor_of(line: Line, atoms: list[Atom], start: int, end: int) -> Anchor:
    """Where a comment on a stretch of a line is anchored. Word has no comments inside text boxes."""
    shown = atoms_over(atoms, start, end) or atoms_at(atoms, start) or atoms[-1:]
    if not shown:
        return Anchor(line, None, None)
    return Anchor(line, _outside_boxes(shown[0].element), _outside_boxes(shown[-1].element))


def _outside_boxes(element: Element) -> Element:
    boxes = list(element.iterancestors(_TEXT_BOX))
    if not boxes:
        return element
    return next(boxes[-1].iterancestors(_RUN), element)


def set_marks(anchor: Anchor, number: str, styles: CommentStyles) -> None:
    """Write where a comment begins and ends."""
    paragraph = anchor.line.paragraph
    if anchor.first is None or anchor.last is None:
        if paragraph is not None:
            _append_marks(paragraph.element, number, styles)
        return
    begin = anchor.first.makeelement(f"{W}commentRangeStart", {f"{W}id": number})
    anchor.first.addprevious(begin)
    last = anchor.last
    end = last.makeelement(f"{W}commentRangeEnd", {f"{W}id": number})
    end.tail, last.tail = last.tail, None
    last.addnext(end)
    end.addnext(_sign(last, number, styles))


def _append_marks(paragraph: Element, number: str, styles: CommentStyles) -> None:
    paragraph.append(paragraph.makeelement(f"{W}commentRangeStart", {f"{W}id": number}))
    paragraph.append(paragraph.makeelement(f"{W}commentRangeEnd", {f"{W}id": number}))
    paragraph.append(_sign(paragraph, number, styles))


def _sign(near: Element, number: str, styles: CommentStyles) -> Element:
    run = near.makeelement(_RUN, {})
    if styles.reference:
        _child(_child(run, "rPr"), "rStyle", styles.reference)
    sign = run.makeelement(f"{W}commentReference", {f"{W}id": number})
    run.append(sign)
    return run
