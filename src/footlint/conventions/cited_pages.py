"""The pages that notes cite, one locator or one range at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from footlint.citations.model import Citation, Locator, LocatorKind, PageRange
from footlint.facts import ChapterFacts, NoteFact
from footlint.record import Record

#: The kinds of locator that list pages.
PAGED: tuple[LocatorKind, ...] = ("pages", "columns")
_LEAVED: tuple[LocatorKind, ...] = ("archive", "folios")


class CitedPages(Record, frozen=True):
    """A locator with pages, the citation it belongs to, and the note that holds them."""

    note: NoteFact
    citation: Citation
    locator: Locator


#: The chapter that was asked for last, with its locators: most rules and conventions ask for the same.
_latest: tuple[ChapterFacts | None, tuple[CitedPages, ...]] = (None, ())


def cited_pages(facts: ChapterFacts) -> tuple[CitedPages, ...]:
    """All page and column locators, in order."""
    global _latest  # noqa: PLW0603 - one value, which nothing else sees
    latest = _latest  # which another thread may replace
    if latest[0] is not facts:
        latest = _latest = facts, tuple(_all(facts))
    return latest[1]


def _all(facts: ChapterFacts) -> Iterator[CitedPages]:
    for note in facts.notes:
        for citation in note.citations:
            locators = citation.locators
            if len(locators) > 1 and _has_clock(citation):
                continue
            for locator in locators:
                if locator.kind in PAGED and locator.ranges:
                    yield CitedPages(note, citation, locator)


def _has_clock(citation: Citation) -> bool:
    """Whether numbers are joined by a colon as in 32:52–33:10, which are hours, or chapter and verse."""
    return any(
        before.kind == after.kind == "pages" and after.prefix is None and after.after == ":"
        for before, after in pairwise(citation.locators)
    )


def cited_ranges(facts: ChapterFacts) -> Iterator[tuple[NoteFact, PageRange]]:
    """All well-formed single pages and ranges of pages, in order."""
    for cited in cited_pages(facts):
        for pages in cited.locator.ranges:
            if pages.flaw is None:
                yield cited.note, pages


def cited_folios(facts: ChapterFacts) -> Iterator[tuple[NoteFact, PageRange]]:
    """All well-formed single folios and ranges of folios, in order."""
    for note in facts.notes:
        for citation in note.citations:
            for locator in citation.locators:
                if locator.kind in _LEAVED:
                    for folios in locator.ranges:
                        if folios.flaw is None:
                            yield note, folios


def is_journal_extent(cited: CitedPages) -> bool:
    """Whether the pages follow a journal's volume and year, where many styles write them without a prefix."""
    citation, locator = cited.citation, cited.locator
    if citation.kind != "article" or locator.parenthesised:
        return False
    if citation.container is None and (citation.authors or not citation.of_kind("number", "volume")):
        return False  # without an author it is an issue of the journal itself
    return locator.extent or not any(other.extent for other in citation.of_kind(*PAGED))


def is_several(locator: Locator) -> bool | None:
    """Whether more than one page is cited; None where a suffix (ff., n. 3) or a flaw leaves it open."""
    if any(pages.suffix is not None or pages.flaw is not None for pages in locator.ranges):
        return None
    return len(locator.ranges) > 1 or locator.ranges[0].last is not None
