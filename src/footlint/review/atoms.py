"""Runs of a Word file cut where a comment or a change begins or ends; what each run then holds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import pairwise
from typing import TYPE_CHECKING

from footlint.readers.docx.xml import XML_SPACE, W, attributes_of
from footlint.record import Record

if TYPE_CHECKING:
    from footlint.readers.docx.layout import Line
    from footlint.readers.docx.pieces import Piece
    from footlint.readers.docx.xml import Element

_RUN, _PROPERTIES, _TEXT = f"{W}r", f"{W}rPr", f"{W}t"
#: What may be deleted and typed anew; all else Word computes, or is no text.
_EDITABLE = frozenset(("text", "sign"))


class Locked(Record, frozen=True):
    """A stretch that no change may touch: the sign of a note, a computed number, a picture."""

    start: int
    end: int
    text: str


class Atom:
    """A run, or what stands beside runs, and the stretch of laid-out text that it shows."""

    __slots__ = ("element", "end", "locked", "raised", "start")

    def __init__(self, element: Element, start: int, end: int, *, locked: bool, raised: bool = False) -> None:
        self.element = element
        self.start = start
        self.end = end
        self.locked = locked
        self.raised = raised


class Cuts:
    """Where a line is to be cut, asked in the order of offsets."""

    __slots__ = ("_all", "_ordered")

    def __init__(self, cuts: Iterable[int]) -> None:
        self._all = set(cuts)
        self._ordered = sorted(self._all)

    def __contains__(self, offset: int) -> bool:
        return offset in self._all

    def inside(self, start: int, end: int) -> list[int]:
        """Those between two offsets."""
        return self._ordered[bisect_right(self._ordered, start) : bisect_left(self._ordered, end)]

    def touch(self, start: int, end: int) -> bool:
        """Whether one falls between two offsets, or on one of them."""
        at = bisect_left(self._ordered, start)
        return at < len(self._ordered) and self._ordered[at] <= end


class _Child(Record, frozen=True):
    """A child of a run with the stretch that it shows; None for what shows nothing."""

    element: Element
    start: int
    piece: Piece | None

    @property
    def end(self) -> int:
        return self.start + (len(self.piece.text) if self.piece is not None else 0)


def locked_in(line: Line, start: int, end: int) -> list[Locked]:
    """What no change may touch in a stretch of a line."""
    return [
        Locked(at, at + len(piece.text), piece.text)
        for at, piece in line.over(start, end)
        if piece.kind not in _EDITABLE or _host(piece.element) is not piece.element.getparent()
    ]


def atoms_of(line: Line, cuts: Cuts) -> list[Atom]:
    """The runs of a line after they have been cut; none begins before the one before it ends."""
    atoms: list[Atom] = []
    places: list[tuple[int, Piece]] = []
    for at, piece in line.places:
        if places and _host(places[0][1].element) is not _host(piece.element):
            atoms.extend(_cut(places, cuts))
            places = []
        places.append((at, piece))
    if places:
        atoms.extend(_cut(places, cuts))
    return atoms


def atoms_over(atoms: list[Atom], start: int, end: int) -> list[Atom]:
    """Those that show something of a stretch."""
    return atoms[bisect_right(atoms, start, key=_end) : bisect_left(atoms, end, key=_start)]


def atoms_at(atoms: list[Atom], offset: int) -> list[Atom]:
    """Those that end at an offset, begin at it, or hold it."""
    return atoms[bisect_left(atoms, offset, key=_end) : bisect_right(atoms, offset, key=_start)]


def _start(atom: Atom) -> int:
    return atom.start


def _end(atom: Atom) -> int:
    return atom.end


def _host(element: Element) -> Element:
    """The run in which an element stands, or the element itself where it stands in none."""
    at: Element | None = element
    while at is not None and at.tag != f"{W}p":
        if at.tag == _RUN:
            return at
        at = at.getparent()
    return element


def _cut(places: list[tuple[int, Piece]], cuts: Cuts) -> Iterator[Atom]:
    host = _host(places[0][1].element)
    start, end = places[0][0], places[-1][0] + len(places[-1][1].text)
    if host.tag != _RUN or any(piece.element.getparent() is not host for _, piece in places):
        yield Atom(host, start, end, locked=True)
        return
    touched = cuts.touch(start, end)
    groups = list(_groups(host, places, cuts)) if touched else []
    if len(groups) < 2:  # noqa: PLR2004 - nothing to part
        locked = any(piece.kind not in _EDITABLE for _, piece in places) or (not touched and _holds_more(host, places))
        yield Atom(host, start, end, locked=locked, raised=_is_raised(places[0][1]))
        return
    run = host
    for number, group in enumerate(groups):
        if number:
            run = _next_run(host, run, group)
        shown = [child for child in group if child.piece is not None]
        if shown:
            locked = any(child.piece is not None and child.piece.kind not in _EDITABLE for child in group)
            first = shown[0].piece
            yield Atom(
                run, shown[0].start, shown[-1].end, locked=locked, raised=first is not None and _is_raised(first)
            )


def _is_raised(piece: Piece) -> bool:
    from footlint.readers.docx.styles import RAISED

    return bool(piece.flags & RAISED)


def _holds_more(run: Element, places: list[tuple[int, Piece]]) -> bool:
    shown = {id(piece.element) for _, piece in places}
    return any(id(child) not in shown and child.tag != _PROPERTIES for child in run)


def _next_run(host: Element, before: Element, group: list[_Child]) -> Element:
    run = host.makeelement(_RUN, attributes_of(host))
    properties = host.find(_PROPERTIES)
    if properties is not None:
        run.append(deepcopy(properties))
        run[0].tail = None
    for child in group:
        run.append(child.element)
    run.tail = before.tail
    before.tail = None
    before.addnext(run)
    return run


def _groups(host: Element, places: list[tuple[int, Piece]], cuts: Cuts) -> Iterator[list[_Child]]:
    """The children of a run, parted at the cuts; what shows no text stands apart, but for the text of a custom mark."""
    group: list[_Child] = []
    for child in list(_children(host, places, cuts)):
        last = group[-1] if group else None
        if last is not None and not _belong_together(last, child, cuts):
            yield group
            group = []
        group.append(child)
    if group:
        yield group


def _belong_together(last: _Child, child: _Child, cuts: Cuts) -> bool:
    if child.piece is None:
        follows_mark = last.piece is not None and last.piece.reference is not None and last.piece.reference.custom
        return follows_mark or last.piece is None
    if last.piece is None or child.start in cuts:
        return False
    return last.piece.kind in _EDITABLE and child.piece.kind in _EDITABLE


def _children(host: Element, places: list[tuple[int, Piece]], cuts: Cuts) -> Iterator[_Child]:
    """The children of a run, texts cut in two where a cut falls into them."""
    shown = {id(piece.element): (at, piece) for at, piece in places}
    at = places[0][0]
    for element in list(host):
        if element.tag == _PROPERTIES:
            continue
        place = shown.get(id(element))
        if place is None:
            yield _Child(element, at, None)
            continue
        start, piece = place
        at = start + len(piece.text)
        inner = cuts.inside(start, at) if element.tag == _TEXT and piece.kind == "text" else []
        if not inner:
            yield _Child(element, start, piece)
            continue
        yield from _cut_text(element, start, piece, [start, *inner, at])


def _cut_text(element: Element, start: int, piece: Piece, bounds: list[int]) -> Iterator[_Child]:
    from footlint.readers.docx.pieces import Piece

    raw = (element.text or "")[piece.skipped : piece.skipped + len(piece.text)]
    before = element
    for left, right in pairwise(bounds):
        part = element if left == start else element.makeelement(element.tag, attributes_of(element))
        part.text = raw[left - start : right - start]
        part.set(XML_SPACE, "preserve")
        if part is not element:
            before.addnext(part)
        before = part
        yield _Child(part, left, Piece("text", piece.text[left - start : right - start], part, piece.flags))
