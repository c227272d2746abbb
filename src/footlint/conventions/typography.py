"""The choices a manuscript makes in setting its notes: quotation marks, spaces."""

from __future__ import annotations

from collections.abc import Iterator

from footlint.conventions.cited_pages import cited_pages
from footlint.conventions.vote import Choice, Observation
from footlint.expressions import expression
from footlint.facts import ChapterFacts
from footlint.suspicion import is_hard_sign

#: A unit of a shelf-mark and its number: f. 17, op.3, ll. 4.
_UNIT = expression(r"(?<![\w.])(?:[fdl]|ll|dd|op|fols?|[фдл]|лл|оп)\.(?P<space>\s?)\d+")
_OPENING = expression('[“"]')


def _quotes(facts: ChapterFacts) -> Iterator[Observation]:
    """Each pair once, at its opening mark; in Markdown, where both kinds are set alike, none."""
    if facts.format == "markdown":
        return
    for note in facts.notes:
        prose = note.note.prose
        opened = False
        for mark in _OPENING.finditer(prose.text):
            at = mark.start()
            if mark[0] == "“":
                yield Observation("curly", prose.span(at, at + 1), note.label)
            elif not prose.text[at - 1 : at].isdigit() and not is_hard_sign(prose.text, at):
                opened = not opened
                if opened:
                    yield Observation("straight", prose.span(at, at + 1), note.label)


def _prefix_spaces(facts: ChapterFacts) -> Iterator[Observation]:
    for cited in cited_pages(facts):
        prefix = cited.locator.prefix
        if prefix is not None:
            gap = cited.locator.ranges[0].span.start - prefix.span.end
            yield Observation("space" if gap else "none", cited.locator.span, cited.note.label)


def _shelf_mark_spaces(facts: ChapterFacts) -> Iterator[Observation]:
    for note in facts.notes:
        if not any(citation.kind in {"archive", "ibid"} for citation in note.citations):
            continue
        prose = note.note.prose
        for unit in _UNIT.finditer(prose.text):
            yield Observation("space" if unit["space"] else "none", prose.span(*unit.span()), note.label)


QUOTES = Choice(
    "quotes",
    {"curly": "quotation marks are curly", "straight": "quotation marks are straight"},
    _quotes,
)
PREFIX_SPACE = Choice(
    "prefix-space",
    {
        "space": "page references have a space after the prefix",
        "none": "page references have no space after the prefix",
    },
    _prefix_spaces,
)
SHELF_MARK_SPACE = Choice(
    "shelf-mark-space",
    {"space": "units of shelf-marks have a space after them", "none": "units of shelf-marks have no space after them"},
    _shelf_mark_spaces,
)
CHOICES = (QUOTES, PREFIX_SPACE, SHELF_MARK_SPACE)
