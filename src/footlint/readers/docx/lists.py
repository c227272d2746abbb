"""The numbers that Word gives the paragraphs of a list, for notes that somebody keeps as a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from footlint.expressions import expression
from footlint.readers.docx.xml import W
from footlint.record import Record

if TYPE_CHECKING:
    from footlint.readers.docx.layout import Line
    from footlint.readers.docx.parts import Manuscript
    from footlint.readers.docx.styles import Styles
    from footlint.readers.docx.xml import Element

_VAL = f"{W}val"
_NUMBERED = expression(r"[\[(]?%1[\]).:]?")
#: A start beyond this is no number of a note.
_LONGEST = 6


class _List(Record, frozen=True):
    """The outermost level of a list: which counter it goes on with, where it starts over, how a note begins in it."""

    counter: str
    start: int
    restart: int | None
    form: str


def list_labels(manuscript: Manuscript, lines: Iterable[Line]) -> dict[int, str]:
    """The numbers that Word shows before paragraphs, by where their line starts. Inner levels of lists have none."""
    name = manuscript.package.related("numbering")
    if name is None:
        return {}
    lists = dict(_lists(manuscript.package.tree(name)))
    counts: dict[str, int] = {}
    restarted: set[str] = set()
    labels: dict[int, str] = {}
    for line in lines:
        number_id = _list_of(line, manuscript.styles)
        one = lists.get(number_id)
        if one is None:
            continue
        if one.restart is not None and number_id not in restarted:
            counts[one.counter] = one.restart
        else:
            counts[one.counter] = counts.get(one.counter, one.start - 1) + 1
        restarted.add(number_id)
        if one.form:
            labels[line.start] = one.form.format(counts[one.counter])
    return labels


def _list_of(line: Line, styles: Styles) -> str:
    """The list in whose outermost level a paragraph stands; "" for none."""
    if line.paragraph is None:
        return ""
    properties = line.paragraph.element.find(f"{W}pPr")
    if properties is None:
        return ""
    own = properties.find(f"{W}numPr")
    style = _said(properties, "pStyle")
    number_id = _said(own, "numId") or styles.list_of(style or styles.default_paragraph)
    return number_id if (_said(own, "ilvl") or "0") == "0" else ""


def _lists(root: Element) -> Iterator[tuple[str, _List]]:
    levels = {
        outline.get(f"{W}abstractNumId") or "": level
        for outline in root.iterfind(f"{W}abstractNum")
        if (level := outline.find(f"{W}lvl[@{W}ilvl='0']")) is not None
    }
    for number in root.iterfind(f"{W}num"):
        counter = _said(number, "abstractNumId")
        level = levels.get(counter)
        if level is None:
            continue
        override = number.find(f"{W}lvlOverride[@{W}ilvl='0']")
        restart = _said(override, "startOverride")
        yield (
            number.get(f"{W}numId") or "",
            _List(
                counter,
                _start(_said(level, "start")),
                _start(restart) if restart else None,
                _form(_said(level, "numFmt"), _said(level, "lvlText").strip()),
            ),
        )


def _form(number_format: str, shown: str) -> str:
    """How somebody would have typed the number that is shown; "" for what is no number of a note."""
    if number_format != "decimal" or _NUMBERED.fullmatch(shown) is None:
        return ""
    return "[{}] " if shown.startswith("[") else "{}. "


def _said(element: Element | None, name: str) -> str:
    child = element.find(f"{W}{name}") if element is not None else None
    return child.get(_VAL) or "" if child is not None else ""


def _start(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST else 1
