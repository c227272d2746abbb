"""Prose as HTML: emphasis, the signs of notes, and the words that findings are about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from itertools import pairwise

from footlint.document import EMPHASIS_CLOSE, EMPHASIS_OPEN, MARKER, OPAQUE, Prose
from footlint.expressions import expression
from footlint.record import Record

#: Characters that would command the browser or turn a line round.
_COMMANDS = expression("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


class Mark(Record, frozen=True):
    """The prose that a finding is about; `start` and `end` are alike for a point."""

    number: int
    severity: str
    start: int
    end: int


def shown(text: str) -> str:
    """Text for a page: escaped, and without characters that nobody sees."""
    return escape(_COMMANDS.sub("\ufffd", text))


def prose_html(prose: Prose, marks: list[Mark], calls: Mapping[int, str], opaque: Mapping[int, str]) -> str:
    """The prose with its marks. `calls` and `opaque` give what to show for a note's sign, for what is no text."""
    pieces = []
    italic = False
    opened: set[int] = set()
    points: dict[int, list[Mark]] = {}
    for mark in marks:
        if mark.start == mark.end:
            points.setdefault(min(mark.start, len(prose.text)), []).append(mark)
    coming = sorted((mark for mark in marks if mark.start < mark.end), key=lambda mark: -mark.start)
    here: list[Mark] = []
    for start, end in _stretches(prose.text, marks):
        here = [mark for mark in here if mark.end > start]
        while coming and coming[-1].start <= start:
            here.append(coming.pop())
        pieces += [_point(mark) for mark in points.pop(start, ())]
        text = prose.text[start:end]
        if text in (EMPHASIS_OPEN, EMPHASIS_CLOSE):
            italic = text == EMPHASIS_OPEN
            continue
        if text == MARKER:
            inner = calls.get(start, "")
        elif text == OPAQUE:
            inner = f'<span class="opaque">{opaque.get(start, "")}</span>'
        else:
            inner = shown(text).replace("\n", "<br>\n")
        inner = f"<em>{inner}</em>" if italic and text != MARKER else inner
        pieces.append(_marked(inner, here, opened, is_link=text == MARKER))
    pieces += [_point(mark) for last in points.values() for mark in last]
    return "".join(pieces)


def _stretches(text: str, marks: list[Mark]) -> Iterator[tuple[int, int]]:
    """The prose cut at marks and private characters."""
    cuts = {0, len(text)}
    for mark in marks:
        cuts.update((min(mark.start, len(text)), min(mark.end, len(text))))
    for match in re.finditer(f"[{EMPHASIS_OPEN}{EMPHASIS_CLOSE}{MARKER}{OPAQUE}]", text):
        cuts.update((match.start(), match.end()))
    yield from pairwise(sorted(cuts))


_RANK = {"error": 2, "warning": 1, "hint": 0}


def _marked(inner: str, marks: list[Mark], opened: set[int], *, is_link: bool) -> str:
    if not marks:
        return inner
    worst = max(marks, key=lambda mark: _RANK[mark.severity])
    numbers = [mark.number for mark in marks]
    anchors = "".join(f'<span id="at{number}"></span>' for number in numbers if number not in opened)
    opened.update(numbers)
    described = " ".join(f"m{number}" for number in numbers)
    if not is_link:
        inner = f'<a href="#f{worst.number}" aria-describedby="{described}">{inner}</a>'
    listed = " ".join(map(str, numbers))
    return f'{anchors}<mark class="{worst.severity}" data-findings="{listed}">{inner}</mark>'


def _point(mark: Mark) -> str:
    return (
        f'<span id="at{mark.number}"></span><mark class="point {mark.severity}" data-findings="{mark.number}">'
        f'<a href="#f{mark.number}" aria-describedby="m{mark.number}"><span aria-hidden="true">‸</span>'
        f'<span class="unseen">here</span></a></mark>'
    )
