"""From spans in the source to the prose that is shown: which words a finding is about."""

from __future__ import annotations

from bisect import bisect_right

from footlint.document import Document, Prose
from footlint.source import Span


def range_in(prose: Prose, span: Span) -> tuple[int, int] | None:
    """The prose offsets that show what stands in `span`; both alike for a mere point; None where nothing shows it."""
    start: int | None = None
    end = 0
    first = max(0, bisect_right(prose.sources, span.start) - 1)
    while first and prose.sources[first] + prose.lengths[first] >= span.start:
        first -= 1
    for at in range(first, len(prose.starts)):
        source, length = prose.sources[at], prose.lengths[at]
        if source > span.end or (source == span.end and span.start < span.end):
            break
        begin = prose.starts[at]
        size = (prose.starts[at + 1] if at + 1 < len(prose.starts) else len(prose.text)) - begin
        if not length or source + length < span.start or (source + length == span.start and len(span)):
            continue
        if size == length:
            left = begin + max(0, span.start - source)
            right = begin + min(size, span.end - source)
        else:
            left, right = begin, begin + size
        start = left if start is None else start
        end = max(end, right)
    return None if start is None else (start, end)


class Homes:
    """Where each offset of a chapter is shown: in which note, or in which block."""

    def __init__(self, document: Document) -> None:
        self._notes = sorted((note.span.start, note.span.end, at) for at, note in enumerate(document.notes))
        self._note_starts = [start for start, _, _ in self._notes]
        self._blocks = [block.span.start for block in document.blocks]

    def note_at(self, offset: int) -> int | None:
        """The index of the innermost note that an offset stands in."""
        at = bisect_right(self._note_starts, offset) - 1
        while at >= 0:
            start, end, index = self._notes[at]
            if start <= offset <= end:
                return index
            if at and self._notes[at - 1][1] < offset:
                return None
            at -= 1
        return None

    def block_at(self, offset: int) -> int | None:
        """The index of the block that an offset stands in, or behind."""
        if not self._blocks:
            return None
        return max(0, bisect_right(self._blocks, offset) - 1)
