"""The number that Word shows for each note: counted in the order of the references, restarted where the file says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from footlint.readers.docx.pieces import Reference, Series
from footlint.readers.docx.signs import sign
from footlint.readers.docx.xml import W
from footlint.record import Record

if TYPE_CHECKING:
    from footlint.readers.docx.xml import Element

Restart = Literal["continuous", "eachSect", "eachPage"]
NoteKey = tuple[Series, str]

_RESTARTS: dict[str, Restart] = {"eachSect": "eachSect", "eachPage": "eachPage"}
_PROPERTIES: dict[Series, str] = {"footnotes": f"{W}footnotePr", "endnotes": f"{W}endnotePr"}
_FORMATS: dict[Series, str] = {"footnotes": "decimal", "endnotes": "lowerRoman"}
#: A start beyond this is no number of a note.
_LARGEST_START = 1_000_000


class Scheme(Record, frozen=True):
    """How notes are numbered in one section."""

    number_format: str
    start: int = 1
    restart: Restart = "continuous"


def schemes(settings: Element | None, body: Element, series: Series) -> tuple[Scheme, ...]:
    """The scheme of each section, in order; at least one."""
    general = _said(settings.find(_PROPERTIES[series]) if settings is not None else None)
    found = [
        _scheme(series, general, _said(section.find(_PROPERTIES[series])))
        for section in body.iter(f"{W}sectPr")
        if _is_current(section)
    ]
    return tuple(found) or (_scheme(series, general, {}),)


def _is_current(section: Element) -> bool:
    parent = section.getparent()
    return parent is None or parent.tag != f"{W}sectPrChange"


def _scheme(series: Series, general: Mapping[str, str], own: Mapping[str, str]) -> Scheme:
    said = {**general, **own}
    return Scheme(
        said.get("numFmt", _FORMATS[series]),
        _start(said.get("numStart", "1")),
        _RESTARTS.get(said.get("numRestart", ""), "continuous"),
    )


def _start(text: str) -> int:
    return min(int(text), _LARGEST_START) if text.isascii() and text.isdigit() and len(text) < 10 else 1  # noqa: PLR2004


def _said(properties: Element | None) -> dict[str, str]:
    """What a `w:footnotePr` says; of alternatives the last, which every program understands."""
    said: dict[str, str] = {}
    if properties is None:
        return said
    for name in ("numFmt", "numStart", "numRestart"):
        for element in properties.iter(f"{W}{name}"):
            said[name] = element.get(f"{W}val") or ""
    return said


class _Count:
    """How far one series has counted."""

    __slots__ = ("marks", "number", "page", "scope", "section")

    def __init__(self) -> None:
        self.number: int | None = None
        self.section = 0
        self.page = 0
        self.scope = 0
        self.marks: dict[str, int] = {}


def number_references(
    body: list[Reference], nested: Mapping[NoteKey, list[Reference]], by_series: Mapping[Series, tuple[Scheme, ...]]
) -> dict[NoteKey, Reference]:
    """Give every reference its label; the result names the first reference of each note, in the order called.

    A reference inside a note counts right after the one that calls this note, unless the body calls the same note
    itself: then it only points there. A second reference to a note shows the number of the first.
    """
    called = {(reference.series, reference.note_id) for reference in body}
    counts: dict[Series, _Count] = {series: _Count() for series in by_series}
    first: dict[NoteKey, Reference] = {}
    again: list[Reference] = []

    def follow(references: list[Reference]) -> None:
        # A stack and no recursion: notes may call notes as deep as a hostile file likes.
        waiting = references[::-1]
        while waiting:
            reference = waiting.pop()
            key = (reference.series, reference.note_id)
            if key in first or (reference.nested and key in called):
                again.append(reference)
                continue
            _count(reference, counts[reference.series], by_series[reference.series])
            first[key] = reference
            for inner in reversed(nested.get(key, ())):
                inner.section, inner.page, inner.nested = reference.section, reference.page, True
                waiting.append(inner)

    follow(body)
    for key, references in nested.items():
        if key not in first:
            for reference in references:
                reference.nested = True
            follow(references)
    for reference in again:
        _repeat(reference, first)
    return first


def _count(reference: Reference, count: _Count, sections: tuple[Scheme, ...]) -> None:
    scheme = sections[min(reference.section, len(sections) - 1)]
    if reference.custom:
        # The same sign for several notes is no fault: each pair stands by itself.
        reference.scope = count.marks.get(reference.label, 0)
        count.marks[reference.label] = reference.scope + 1
        if reference.label.isascii() and reference.label.isdigit():
            reference.number, reference.scope = int(reference.label), count.scope
        return
    restarts = (scheme.restart == "eachSect" and reference.section != count.section) or (
        scheme.restart == "eachPage" and reference.page != count.page
    )
    if count.number is None:
        count.number = scheme.start
    elif restarts:
        count.number = scheme.start
        count.scope += 1
    else:
        count.number += 1
    count.section, count.page = reference.section, reference.page
    reference.number = count.number
    reference.label = sign(count.number, scheme.number_format)
    reference.scope = count.scope


def _repeat(reference: Reference, first: Mapping[NoteKey, Reference]) -> None:
    original = first[reference.series, reference.note_id]
    reference.label = reference.label if reference.custom else original.label
    reference.number, reference.scope = original.number, original.scope
