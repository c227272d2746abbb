"""The choices a manuscript makes in its locators: prefixes, dashes, the form of ranges, whether pages are given."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from footlint.citations.model import Citation, Locator, LocatorKind, PageRange, Remark
from footlint.conventions import ranges
from footlint.conventions.vote import Choice, Observation
from footlint.facts import ChapterFacts, NoteFact
from footlint.record import Record

#: Singular and plural where a language has two words; S., s., str. serve for both.
PLURALS = {"p": "pp", "pg": "pgs", "pag": "pagg", "pág": "págs", "pàg": "pàgs"}
_SINGULARS = {plural: singular for singular, plural in PLURALS.items()}
#: In these a page may be missing or bare by custom, whatever the books cited beside them have.
OTHER_CUSTOMS = ("newspaper", "archive", "web", "legal")
#: With so many works in one note and not a page among them, the note is a list of literature.
_LIST = 3
#: Bare numbers that look like years.
_YEARS = range(1500, 2100)
_EXPECTED_IN = frozenset({"book", "article", "contribution", "short"})
#: "See, for example, …" names a work as one of many and not for what stands on a page.
_EXAMPLES = ("example", "instance", "e.g", "e. g", "z.b", "z. b", "etwa", "beispiel", "exemple", "ejemplo", "esempio")
_PAGED: tuple[LocatorKind, ...] = ("pages", "columns")
#: Locators that say where in a work as well as a page does.
_PLACES: tuple[LocatorKind, ...] = (
    "pages", "columns", "folios", "chapter", "section", "paragraph", "figure", "line", "archive", "identifier", "part",
)  # fmt: skip


class CitedPages(Record, frozen=True):
    """A locator with pages, the citation it belongs to, and the note that holds them."""

    note: NoteFact
    citation: Citation
    locator: Locator


def cited_pages(facts: ChapterFacts) -> Iterator[CitedPages]:
    """All page and column locators, in order."""
    for note in facts.notes:
        for citation in note.citations:
            if _has_clock(citation):
                continue
            for locator in citation.of_kind(*_PAGED):
                if locator.ranges:
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


def is_journal_extent(cited: CitedPages) -> bool:
    """Whether the pages follow a journal's volume and year, where many styles write them without a prefix."""
    citation, locator = cited.citation, cited.locator
    if citation.kind != "article" or citation.container is None or locator.parenthesised:
        return False
    return locator.extent or not any(other.extent for other in citation.of_kind(*_PAGED))


def takes_prefix(cited: CitedPages) -> bool:
    """Whether a prefix is a matter of choice here; `2:345`, `II, 345`, `(1)`, a year, a newspaper's page are not."""
    locator = cited.locator
    if cited.citation.kind in OTHER_CUSTOMS or locator.kind != "pages":
        return False
    if locator.prefix is not None:
        return True
    if locator.parenthesised or _is_explained(cited) or all(_is_ambiguous(pages) for pages in locator.ranges):
        return False
    if cited.citation.title is None and cited.citation.back is None and not cited.citation.authors:
        return False
    if locator.after == ":" and not is_journal_extent(cited):
        return False
    return not _follows_bare_volume(cited)


def _is_explained(cited: CitedPages) -> bool:
    """Whether a bare number leans on its neighbours: "pp. 110–115, at 112"; the issue in "1983, 3, pp. 201–30"."""
    paged = cited.citation.of_kind(*_PAGED)
    at = next(i for i, locator in enumerate(paged) if locator is cited.locator)
    if any(before.extent for before in paged[:at]):
        return True
    return is_journal_extent(cited) and any(after.prefix is not None for after in paged[at + 1 :])


def _is_ambiguous(pages: PageRange) -> bool:
    """Whether a bare number is a year or, in roman figures, a volume as likely as a page."""
    return pages.roman or (pages.first_number in _YEARS and pages.first.isdigit())


def _follows_bare_volume(cited: CitedPages) -> bool:
    before: Locator | None = None
    for locator in cited.citation.locators:
        if locator is cited.locator:
            break
        before = locator
    if before is None or is_journal_extent(cited):
        return False
    return before.kind in {"volume", "number", "part"} and before.prefix is None


def plural(prefix: str) -> bool | None:
    """Whether a prefix is a plural ("pp."), a singular ("p."); None for a word that serves for both."""
    stem = prefix.strip().rstrip(".").casefold()
    if stem in _SINGULARS:
        return True
    return False if stem in PLURALS else None


def is_several(locator: Locator) -> bool | None:
    """Whether more than one page is cited; None where a suffix (ff., n. 3) or a flaw leaves it open."""
    if any(pages.suffix is not None or pages.flaw is not None for pages in locator.ranges):
        return None
    return len(locator.ranges) > 1 or locator.ranges[0].last is not None


def lacks_pages(note: NoteFact, citation: Citation) -> bool | None:
    """Whether a citation says nowhere where in the work; None where nobody would expect it to."""
    if citation.kind not in _EXPECTED_IN or citation.whole:
        return None
    if citation.of_kind(*_PLACES):
        return False
    if citation.title is None and citation.back is None:
        return None
    if citation.run_on or _is_half_read(note, citation) or _is_example(citation):
        return None
    listed = [one for one in note.citations if one.kind in _EXPECTED_IN]
    if len(listed) >= _LIST and not any(one.of_kind(*_PLACES) for one in listed):
        return None
    return True


def _is_half_read(note: NoteFact, citation: Citation) -> bool:
    """Whether the sentence goes on with words that the parser made nothing of: "(paper given at Leeds, 3 May 1998)"."""
    following = next((element for element in note.elements if element.span.start >= citation.span.end), None)
    if not isinstance(following, Remark) or not following.text.text[:1].islower():
        return False
    before, found, _ = note.note.prose.text.partition(following.text.text)
    return bool(found) and before.rstrip()[-1:] not in {";", "."}


def _is_example(citation: Citation) -> bool:
    signal = citation.signal.text.casefold() if citation.signal is not None else ""
    return any(word in signal for word in _EXAMPLES)


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
    for note, pages in cited_ranges(facts):
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

LOCATOR_CHOICES = (
    PAGE_PREFIX, JOURNAL_PAGE_PREFIX, PLURAL_PREFIX, RANGE_DASH, RANGE_FORM, PAGES_GIVEN, OPEN_RANGES,
)  # fmt: skip
