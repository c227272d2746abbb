"""From the pieces of a paragraph to prose: emphasis, signs of notes, what is no text, and Unicode normalised."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from unicodedata import combining, is_normalized, normalize

from footlint.document import EMPHASIS_CLOSE, EMPHASIS_OPEN, MARKER, OPAQUE, ProseBuilder
from footlint.readers.docx.pieces import LINE_BREAK
from footlint.record import Record

#: Signs of layout that are a space to the reader, and those that are nothing.
_SPACES = f"\t\f\v{LINE_BREAK}"
_NOTHING = "\u00ad\u200b\u2060\ufeff"
_HYPHEN = "\u2011"
#: Vowels and finals of Hangul letters join the one before them though they do not combine.
_JAMO = range(0x1160, 0x1200)


class Segment(Record, frozen=True):
    """A stretch of a line. `italic` is None for what takes the emphasis of its neighbours."""

    text: str
    start: int
    italic: bool | None = False
    stands_for: str = ""


def text_segments(text: str, start: int, *, italic: bool) -> list[Segment]:
    """A run of text; blanks at its edges belong to no emphasis of their own."""
    body = text.strip()
    if not body:
        return [Segment(text, start, italic=None)]
    lead = len(text) - len(text.lstrip())
    tail = lead + len(body)
    segments = [Segment(text[lead:tail], start + lead, italic=italic)]
    if lead:
        segments.insert(0, Segment(text[:lead], start, italic=None))
    if tail < len(text):
        segments.append(Segment(text[tail:], start + tail, italic=None))
    return segments


def marker_segment(text: str, start: int) -> Segment:
    """The sign of a note."""
    return Segment(text, start, italic=None, stands_for=MARKER)


def opaque_segment(text: str, start: int) -> Segment:
    """A picture or formula."""
    return Segment(text, start, italic=None, stands_for=OPAQUE)


def append(builder: ProseBuilder, segments: list[Segment]) -> list[int]:
    """Append a paragraph; the prose offsets of its note signs, in order."""
    offsets: list[int] = []
    is_open = False
    for segment, italic in zip(segments, _emphasis(segments), strict=True):
        if italic and not is_open:
            builder.replace(EMPHASIS_OPEN, segment.start, 0)
        elif is_open and not italic:
            builder.replace(EMPHASIS_CLOSE, segment.start, 0)
        is_open = italic
        if segment.stands_for:
            if segment.stands_for == MARKER:
                offsets.append(builder.length)
            builder.replace(segment.stands_for, segment.start, len(segment.text))
        else:
            _append_text(builder, segment.text, segment.start)
    if is_open:
        builder.replace(EMPHASIS_CLOSE, segments[-1].start + len(segments[-1].text), 0)
    return offsets


def _emphasis(segments: list[Segment]) -> list[bool]:
    """Which segments are italic: one without a view of its own is, where it stands between two that are."""
    after = [False] * len(segments)
    coming = False
    for at in range(len(segments) - 1, -1, -1):
        italic = segments[at].italic
        coming = coming if italic is None else italic
        after[at] = coming
    result = []
    before = False
    for at, segment in enumerate(segments):
        if segment.italic is not None:
            before = segment.italic
        result.append(before and after[at])
    return result


def _append_text(builder: ProseBuilder, text: str, start: int) -> None:
    if text.isascii() and "\t" not in text and "\f" not in text:
        builder.run(text, start)
        return
    at = 0
    for match in _special().finditer(text):
        _append_normal(builder, text[at : match.start()], start + at)
        sign = match[0]
        if sign == _HYPHEN:
            builder.replace("-", start + match.start(), 1)
        elif sign in _SPACES:
            builder.replace(" ", start + match.start(), 1)
        at = match.end()
    _append_normal(builder, text[at:], start + at)


@cache
def _special() -> re.Pattern[str]:
    return re.compile(f"[{_SPACES}{_NOTHING}{_HYPHEN}]")


def _append_normal(builder: ProseBuilder, text: str, start: int) -> None:
    if is_normalized("NFC", text):
        builder.run(text, start)
        return
    for cluster, offset in _clusters(text):
        composed = normalize("NFC", cluster)
        if composed == cluster:
            builder.run(cluster, start + offset)
        else:
            builder.replace(composed, start + offset, len(cluster))


def _clusters(text: str) -> Iterable[tuple[str, int]]:
    """Letters with the marks that belong to them; letters without marks stay together."""
    first = 0
    for at in range(1, len(text) + 1):
        if at < len(text) and _joins(text[at]):
            continue
        yield text[first:at], first
        first = at


def _joins(sign: str) -> bool:
    return combining(sign) != 0 or ord(sign) in _JAMO
