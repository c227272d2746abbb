"""The choices a manuscript makes in its locators: prefixes, dashes, the form of ranges, whether pages are given."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from footlint.citations.model import PageRange
from footlint.conventions import ranges
from footlint.conventions.cited_pages import cited_folios, cited_pages, cited_ranges, is_journal_extent, is_several
from footlint.conventions.places import lacks_pages
from footlint.conventions.prefixes import plural, takes_prefix
from footlint.conventions.vote import Choice, Observation
from footlint.facts import ChapterFacts


def _page_prefixes(facts: ChapterFacts) -> Iterator[Observation]:
    return _prefixes(facts, journals=False)


def _journal_page_prefixes(facts: ChapterFacts) -> Iterator[Observation]:
    return _prefixes(facts, journals=True)


def _prefixes(facts: ChapterFacts, *, journals: bool) -> Iterator[Observation]:
    for cited in cited_pages(facts):
        if is_journal_extent(cited) == journals and takes_prefix(cited):
            value = "bare" if cited.locator.prefix is None else "given"
            yield Observation(value, cited.locator.span, cited.note.label)


def _plural_prefixes(facts: ChapterFacts) -> Iterator[Observation]:
    for cited in cited_pages(facts):
        prefix = cited.locator.prefix
        if prefix is None or not is_several(cited.locator):
            continue
        doubled = plural(prefix.text)
        if doubled is not None:
            yield Observation("doubled" if doubled else "single", cited.locator.span, cited.note.label)


def _range_dashes(facts: ChapterFacts) -> Iterator[Observation]:
    for note, pages in chain(cited_ranges(facts), cited_folios(facts)):
        value = range_dash(pages, facts.format)
        if value is not None:
            yield Observation(value, pages.span, note.label)


def range_dash(pages: PageRange, text_format: str) -> str | None:
    """The dash of a range, as the reader will see it: `--` is an en dash in Markdown."""
    value = ranges.dash(pages)
    return value.replace("double", "en") if value is not None and text_format == "markdown" else value


def _range_forms(facts: ChapterFacts) -> Iterator[Observation]:
    for note, pages in cited_ranges(facts):
        value = ranges.form(pages)
        if value is not None:
            yield Observation(value, pages.span, note.label)


def _pages_given(facts: ChapterFacts) -> Iterator[Observation]:
    for note in facts.notes:
        for citation in note.citations:
            lacking = lacks_pages(note, citation)
            if lacking is not None:
                yield Observation("missing" if lacking else "given", citation.span, note.label)


def _open_ranges(facts: ChapterFacts) -> Iterator[Observation]:
    for note, pages in cited_ranges(facts):
        if pages.suffix is not None:
            yield Observation("open", pages.span, note.label)
        elif pages.last is not None:
            yield Observation("closed", pages.span, note.label)


PAGE_PREFIX = Choice(
    "page-prefix",
    {"given": "page references have a prefix", "bare": "page references stand without a prefix"},
    _page_prefixes,
)
JOURNAL_PAGE_PREFIX = Choice(
    "journal-page-prefix",
    {"given": "pages of journal articles have a prefix", "bare": "pages of journal articles stand without a prefix"},
    _journal_page_prefixes,
)
PLURAL_PREFIX = Choice(
    "plural-prefix",
    {"doubled": "references to several pages have pp.", "single": "references to several pages have p."},
    _plural_prefixes,
)
RANGE_DASH = Choice(
    "range-dash",
    {
        "en": "page ranges have an en dash",
        "hyphen": "page ranges have a hyphen",
        "em": "page ranges have an em dash",
        "minus": "page ranges have a minus sign",
        "figure": "page ranges have a figure dash",
        "double": "page ranges have two hyphens",
        "slash": "page ranges have a slash",
        "tilde": "page ranges have a tilde",
        "spaced-en": "page ranges have an en dash between spaces",
        "spaced-hyphen": "page ranges have a hyphen between spaces",
        "spaced-em": "page ranges have an em dash between spaces",
        "spaced-slash": "page ranges have a slash between spaces",
    },
    _range_dashes,
)
RANGE_FORM = Choice(
    "range-form",
    {"full": "page ranges are written in full", "condensed": "page ranges are condensed"},
    _range_forms,
)
PAGES_GIVEN = Choice(
    "pages-given",
    {"given": "citations say where in the work", "missing": "citations name the work only"},
    _pages_given,
)
OPEN_RANGES = Choice(
    "open-ranges",
    {"closed": "references to several pages name the last", "open": "references to several pages stay open"},
    _open_ranges,
)

CHOICES = (
    PAGE_PREFIX, JOURNAL_PAGE_PREFIX, PLURAL_PREFIX, RANGE_DASH, RANGE_FORM, PAGES_GIVEN, OPEN_RANGES,
)  # fmt: skip
