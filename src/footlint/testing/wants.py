"""Wants: what a manuscript says should be found in it, and how wants and diagnostics pair."""

from __future__ import annotations

import re
from collections.abc import Sequence

from footlint.diagnostic import Diagnostic
from footlint.record import Record
from footlint.source import Source

_COMMENT = re.compile(r"<!--\s*want\s+(?P<wants>.*?)\s*-->")
_WANT = re.compile(r'(?P<code>[A-Z]+\d+)\s+"(?P<pattern>(?:[^"\\]|\\.)*)"')
_ROW = re.compile(r'(?P<place>:\d+|\S+)\s+(?P<code>[A-Z]+\d+)\s+"(?P<pattern>(?:[^"\\]|\\.)*)"')


class WantError(ValueError):
    """A want that cannot be read."""


class Want(Record, frozen=True):
    """One expected diagnostic: its code, a pattern found in its message, and where.

    The diagnostic begins in the lines `first` … `last`; or, where they are 0, it speaks of the note `note`.
    """

    code: str
    pattern: str
    first: int = 0
    last: int = 0
    note: str | None = None

    @property
    def place(self) -> str:
        """Where it is wanted, for people."""
        if self.note is not None:
            return f"note {self.note}"
        return f"line {self.first}" if self.first == self.last else f"lines {self.first}–{self.last}"

    def meets(self, diagnostic: Diagnostic, source: Source) -> bool:
        """Whether this diagnostic is what is wanted."""
        if diagnostic.code != self.code or not re.search(self.pattern, diagnostic.message):
            return False
        if self.note is not None:
            return diagnostic.note == self.note
        return self.first <= source.position(diagnostic.span.start).line <= self.last


def wants_in_comments(text: str) -> list[Want]:
    r"""The wants of a Markdown manuscript: `<!-- want PG002 "regex on the message" PG003 "…" -->`.

    A want speaks of the line in which it begins; one that stands alone on its line, of the paragraph before it.
    """
    wants = []
    source = Source("", text)
    for match in _COMMENT.finditer(text):
        line = source.position(match.start()).line
        first = last = line
        if source.line(line).lstrip().startswith("<!--") and not _COMMENT.sub("", source.line(line)).strip():
            last = _up(source, line - 1, blank=True)
            first = _up(source, last, blank=False) + 1
        wants += _read(_WANT, match["wants"], first, last)
    return wants


def wants_in_rows(text: str) -> list[Want]:
    """The wants of a `.want` file: rows of `NOTE CODE "regex"`, or `:LINE CODE "regex"`; `#` begins a comment."""
    wants = []
    for number, row in enumerate(text.splitlines(), 1):
        if not row.strip() or row.lstrip().startswith("#"):
            continue
        match = _ROW.fullmatch(row.strip())
        if match is None:
            raise WantError(f'row {number} is no want: {row.strip()!r}; write: 12 PG001 "regex"')
        place = match["place"]
        if place.startswith(":"):
            wants.append(_want(match, int(place[1:]), int(place[1:])))
        else:
            wants.append(_want(match, 0, 0, place))
    return wants


def unpaired(
    wants: Sequence[Want], diagnostics: Sequence[Diagnostic], source: Source
) -> tuple[list[Want], list[Diagnostic]]:
    """What is left on either side when as many wants as possible have each a diagnostic of its own."""
    suits = [[i for i, diagnostic in enumerate(diagnostics) if want.meets(diagnostic, source)] for want in wants]
    taken: dict[int, int] = {}

    def place(want: int, tried: set[int]) -> bool:
        for i in suits[want]:
            if i in tried:
                continue
            tried.add(i)
            if i not in taken or place(taken[i], tried):
                taken[i] = want
                return True
        return False

    missing = [want for number, want in enumerate(wants) if not place(number, set())]
    return missing, [diagnostic for i, diagnostic in enumerate(diagnostics) if i not in taken]


def _up(source: Source, line: int, *, blank: bool) -> int:
    """The nearest line at or above `line` whose blankness is not `blank`; lines that hold only wants are blank."""
    while line > 0 and (not _COMMENT.sub("", source.line(line)).strip()) == blank:
        line -= 1
    return line


def _read(pattern: re.Pattern[str], text: str, first: int, last: int) -> list[Want]:
    wants = [_want(match, first, last) for match in pattern.finditer(text)]
    if not wants or pattern.sub("", text).strip():
        raise WantError(f'this is no want: {text!r}; write: want PG001 "regex"')
    return wants


def _want(match: re.Match[str], first: int, last: int, note: str | None = None) -> Want:
    try:
        re.compile(match["pattern"])
    except re.error as error:
        raise WantError(f"{match['pattern']!r} is no regular expression: {error}") from None
    return Want(match["code"], match["pattern"].replace('\\"', '"'), first, last, note)
