"""Edits written into a Word file as tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from footlint.finding import Edit
from footlint.readers.docx.pieces import LINE_BREAK
from footlint.readers.docx.signs import lower_digits
from footlint.readers.docx.xml import XML_SPACE, W, attributes_of
from footlint.review.atoms import Atom, atoms_at, atoms_over

if TYPE_CHECKING:
    from footlint.readers.docx.layout import Line
    from footlint.readers.docx.xml import Element

_RUN, _PROPERTIES, _TEXT, _DELETED_TEXT = f"{W}r", f"{W}rPr", f"{W}t", f"{W}delText"
_INS, _DEL = f"{W}ins", f"{W}del"
#: A change of somebody else in which no further insertion can stand.
_OTHERS = frozenset((_INS, f"{W}moveTo"))
#: How characters that are elements in Word are written.
_ELEMENTS = {"\t": f"{W}tab", LINE_BREAK: f"{W}br", "\u2011": f"{W}noBreakHyphen", "\u00ad": f"{W}softHyphen"}


class Stamp:
    """Who makes the changes, when, and the numbers that they get."""

    def __init__(self, author: str, date: str, first_id: int) -> None:
        self.author = author
        self.date = date
        self._next = first_id

    def number(self) -> str:
        """A number that no change has yet."""
        self._next += 1
        return str(self._next - 1)

    def attributes(self) -> dict[str, str]:
        """The attributes of the next change."""
        return {f"{W}id": self.number(), f"{W}author": self.author, f"{W}date": self.date}


def make_change(line: Line, atoms: list[Atom], edit: Edit, stamp: Stamp) -> None:
    """Write one edit into a line whose runs have been cut at both of its ends."""
    start, end = edit.span.start, edit.span.end
    covered = [atom for atom in atoms_over(atoms, start, end) if start <= atom.start < atom.end <= end]
    deletion: Element | None = None
    first: Element | None = None
    for atom in covered:
        deletion = _delete(atom, deletion, stamp)
        first = first if first is not None else deletion
    if not edit.text:
        return
    if covered and first is not None:
        inserted = _inserted(first, covered[0], edit.text, stamp)
        _place_after(first, inserted, stamp)
        return
    _insert(line, atoms, edit, stamp)


def _delete(atom: Atom, before: Element | None, stamp: Stamp) -> Element:
    """Mark a run as deleted; one that follows another deleted one joins it."""
    run = atom.element
    if before is not None and before.getnext() is run:
        deletion = before
    else:
        deletion = run.makeelement(_DEL, stamp.attributes())
        run.addprevious(deletion)
    deletion.append(run)
    for text in run.iter(_TEXT):
        text.tag = _DELETED_TEXT
    return deletion


def _insert(line: Line, atoms: list[Atom], edit: Edit, stamp: Stamp) -> None:
    """Insert where nothing is deleted: in the form of the text before, else of the text behind."""
    at = edit.span.start
    near = atoms_at(atoms, at)
    before = next((atom for atom in reversed(near) if atom.end == at), None)
    after = next((atom for atom in near if atom.start == at and atom.end > at), None)
    model = next((atom for atom in (before, after) if atom is not None and not atom.locked), None)
    if before is not None:
        place = _outermost(before.element)
        _place_after(place, _inserted(place, model, edit.text, stamp), stamp)
    elif after is not None:
        place = _outermost(after.element)
        _place_before(place, _inserted(place, model, edit.text, stamp), stamp)
    elif line.paragraph is not None:
        paragraph = line.paragraph.element
        paragraph.append(_inserted(paragraph, None, edit.text, stamp))


def _outermost(element: Element) -> Element:
    """The element itself, or the deletion of ours that it has become part of."""
    parent = element.getparent()
    return parent if parent is not None and parent.tag == _DEL else element


def _inserted(near: Element, model: Atom | None, text: str, stamp: Stamp) -> Element:
    insertion = near.makeelement(_INS, stamp.attributes())
    run = near.makeelement(_RUN, {})
    if model is not None:
        properties = model.element.find(_PROPERTIES)
        if properties is not None:
            run.append(_as_typed(properties))
        text = lower_digits(text) if model.raised else text
    for element in _written(near, text):
        run.append(element)
    insertion.append(run)
    return insertion


def _as_typed(properties: Element) -> Element:
    """Run properties without the record of how they changed."""
    own = deepcopy(properties)
    own.tail = None
    for change in own.findall(f"{W}rPrChange"):
        own.remove(change)
    return own


def _written(near: Element, text: str) -> Iterator[Element]:
    start = 0
    for at, sign in enumerate(text):
        if sign in _ELEMENTS:
            if start < at:
                yield _text(near, text[start:at])
            yield near.makeelement(_ELEMENTS[sign], {})
            start = at + 1
    if start < len(text):
        yield _text(near, text[start:])


def _text(near: Element, text: str) -> Element:
    element = near.makeelement(_TEXT, {XML_SPACE: "preserve"})
    element.text = text
    return element


def _place_after(place: Element, insertion: Element, stamp: Stamp) -> None:
    parent = place.getparent()
    if parent is None or parent.tag not in _OTHERS:
        _add_next(place, insertion)
        return
    rest = _split_after(parent, place)
    rest.set(f"{W}id", stamp.number())
    _add_next(parent, insertion)
    if len(rest):
        _add_next(insertion, rest)


def _place_before(place: Element, insertion: Element, stamp: Stamp) -> None:
    parent = place.getparent()
    if parent is None or parent.tag not in _OTHERS:
        place.addprevious(insertion)
        return
    before = place.getprevious()
    if before is None:
        parent.addprevious(insertion)
    else:
        _place_after(before, insertion, stamp)


def _add_next(place: Element, element: Element) -> None:
    """Add a sibling; blanks between elements stay where they are."""
    element.tail, place.tail = place.tail, None
    place.addnext(element)


def _split_after(change: Element, place: Element) -> Element:
    """Part somebody else's insertion in two, the second part with what stood behind `place`."""
    rest = change.makeelement(change.tag, attributes_of(change))
    following = place.getnext()
    while following is not None:
        coming = following.getnext()
        rest.append(following)
        following = coming
    return rest
