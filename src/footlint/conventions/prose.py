"""The text of a note between two places of the source."""

from __future__ import annotations

from bisect import bisect_right

from footlint.document import PRIVATE, Prose

_NO_MARKUP = str.maketrans("", "", PRIVATE)


def offset_in(prose: Prose, source: int) -> int:
    """The prose offset of a source offset; what lies outside is brought to the nearest end."""
    if not prose.starts or source <= prose.sources[0]:
        return 0
    piece = bisect_right(prose.sources, source) - 1
    start = prose.starts[piece]
    end = prose.starts[piece + 1] if piece + 1 < len(prose.starts) else len(prose.text)
    return min(start + source - prose.sources[piece], end)


def between(prose: Prose, start: int, end: int) -> str:
    """What is read between two source offsets, without emphasis signs and markers."""
    return prose.text[offset_in(prose, start) : offset_in(prose, end)].translate(_NO_MARKUP)
