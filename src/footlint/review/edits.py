"""Which edits of the laid-out text can be made in the XML, and in what steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from footlint.expressions import expression
from footlint.finding import Edit
from footlint.review.atoms import Locked, locked_in
from footlint.source import Span

if TYPE_CHECKING:
    from footlint.readers.docx.layout import Layout

#: Characters that XML cannot hold, and those that would end the paragraph.
_IMPOSSIBLE = expression("[\x00-\x08\n\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def steps_of(edits: Iterable[Edit], layout: Layout) -> list[Edit] | None:
    """The edits as steps that leave alone what Word computes; None where that cannot be done."""
    steps: list[Edit] = []
    for edit in _joined(edits):
        made = _steps(edit, layout)
        if made is None:
            return None
        steps += made
    return steps


def _joined(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Edits that touch as one: two that swap a marker and a stop leave the marker where it is."""
    last: Edit | None = None
    for edit in sorted(edits, key=lambda edit: edit.span):
        if last is not None and last.span.end == edit.span.start:
            last = Edit(Span(last.span.start, edit.span.end), last.text + edit.text)
            continue
        if last is not None:
            yield last
        last = edit
    if last is not None:
        yield last


def _steps(edit: Edit, layout: Layout) -> list[Edit] | None:
    span, text = edit.span, edit.text
    if not 0 <= span.start <= span.end <= len(layout.source.text) or _IMPOSSIBLE.search(text):
        return None
    line = layout.line_at(span.start)
    if span.end > line.end or line.paragraph is None:
        return None
    locked = locked_in(line, span.start, span.end)
    if any(lock.start < span.start or lock.end > span.end for lock in locked):
        return None
    return _round(locked, edit, layout.source.text)


def _round(locked: list[Locked], edit: Edit, text: str) -> list[Edit] | None:
    """The edit in pieces between the stretches that must stay; None if one of them would not."""
    steps = []
    at, rest = edit.span.start, edit.text
    for lock in locked:
        before, found, rest = rest.partition(lock.text)
        if not found or not lock.text:
            return None
        steps.append(Edit(Span(at, lock.start), before))
        at = lock.end
    steps.append(Edit(Span(at, edit.span.end), rest))
    return [step for step in steps if text[step.span.start : step.span.end] != step.text]


def narrowed(edit: Edit, text: str) -> Edit:
    """The edit without what it leaves as it was at either end."""
    old, new = text[edit.span.start : edit.span.end], edit.text
    lead = 0
    while lead < min(len(old), len(new)) and old[lead] == new[lead]:
        lead += 1
    tail = 0
    while tail < min(len(old), len(new)) - lead and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return Edit(Span(edit.span.start + lead, edit.span.end - tail), new[lead : len(new) - tail])
