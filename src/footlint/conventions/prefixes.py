"""Prefixes of pages: where one is a matter of choice, which number it has, which one a chapter would write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from footlint.citations.model import Locator, PageRange
from footlint.conventions.cited_pages import PAGED, CitedPages, is_journal_extent, is_several
from footlint.conventions.places import OTHER_CUSTOMS

#: Singular and plural where a language has two words; S., s., str. serve for both.
_PLURALS = {"p": "pp", "pg": "pgs", "pag": "pagg", "pág": "págs", "pàg": "pàgs"}
_SINGULARS = {plural: singular for singular, plural in _PLURALS.items()}
#: Bare numbers that look like years.
_YEARS = range(1500, 2100)


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
    paged = cited.citation.of_kind(*PAGED)
    at = next(i for i, locator in enumerate(paged) if locator is cited.locator)
    if any(before.extent for before in paged[:at]):
        return True
    return is_journal_extent(cited) and any(after.prefix is not None for after in paged[at + 1 :])


def _is_ambiguous(pages: PageRange) -> bool:
    """Whether a bare number is as likely a year, a volume in roman figures, or a place in a classic (514a)."""
    return not pages.first.isdigit() or pages.first_number in _YEARS


def _follows_bare_volume(cited: CitedPages) -> bool:
    before: Locator | None = None
    for locator in cited.citation.locators:
        if locator is cited.locator:
            break
        before = locator
    if before is None or is_journal_extent(cited):
        return False
    return before.kind in {"volume", "number", "part"} and before.prefix is None


def _stem(prefix: str) -> str:
    return prefix.strip().rstrip(".")


def plural(prefix: str) -> bool | None:
    """Whether a prefix is a plural ("pp."), a singular ("p."); None for a word that serves for both."""
    stem = _stem(prefix).casefold()
    if stem in _SINGULARS:
        return True
    return False if stem in _PLURALS else None


def counterpart(prefix: str) -> str | None:
    """The plural of a singular prefix and the other way round: "p." → "pp."."""
    stem = _stem(prefix)
    other = _PLURALS.get(stem) or _SINGULARS.get(stem)
    return prefix.replace(stem, other) if other is not None else None


def prefix_for(bare: Locator, cited: Sequence[CitedPages]) -> str | None:
    """The prefix that as many pages have elsewhere, or failing that its counterpart."""
    several = is_several(bare)
    words = [(one.locator.prefix.text, is_several(one.locator)) for one in cited if one.locator.prefix is not None]
    # pp. before one page is another fault, and no model
    alike = Counter(word for word, count in words if count == several and (several or not plural(word)))
    if alike:
        return max(alike, key=alike.__getitem__)
    if not words:
        return None
    every = Counter(word for word, _ in words)
    word = max(every, key=every.__getitem__)
    return word if plural(word) in {None, several} else counterpart(word)
