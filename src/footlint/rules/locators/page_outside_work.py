"""A page that the article does not have.

## Why it matters
An article on pages 12–34 of its journal has no page 45. Either the page or the work is wrong. The extent is taken
from a full reference elsewhere in the book; where full references give only the pages meant, the rule is silent. A
range of few pages counts as an extent where all references to articles give theirs.

## Flagged
```markdown
Rain fell.[^1] Hail fell.[^2]

[^1]: Ivor Penn, “Hail in the Fens”, *Weather Review*, no. 4 (1996): 112–134.
[^2]: Penn, “Hail in the Fens”, 145.
```

```markdown
Rain fell.[^1] Hail fell.[^2] Snow fell.[^3] Fog rose.[^4]

[^1]: Ivor Penn, “Hail in the Fens”, *Weather Review*, no. 4 (1996): 112–134.
[^2]: Ivor Penn, “Snow in the Fens”, *Weather Review*, no. 2 (1999): 12–29.
[^3]: Hugh Dorn, “Fog”, *Echo*, no. 9 (1987): 71–80; Hugh Dorn, “Dew”, *Echo*, no. 7 (1988): 30–34.
[^4]: Dorn, “Dew”, 41.
```

## Clean
```markdown
Rain fell.[^1] Hail fell.[^2] Snow fell.[^3] Fog rose.[^4]

[^1]: Ivor Penn, “Hail in the Fens”, *Weather Review*, no. 4 (1996): 112–134.
[^2]: Penn, “Hail in the Fens”, 130.
[^3]: Ivor Penn, “Snow in the Fens”, *Weather Review*, no. 2 (1999): 12.
[^4]: Penn, “Snow in the Fens”, 15.
```

## References
The Chicago Manual of Style, 17th ed., 14.174, on the extent of an article and the page cited; the MHRA Style Guide,
4th ed., on articles in journals.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.citations.model import PageRange
from footlint.conventions.ranges import completed
from footlint.finding import WARNING, Finding, Related
from footlint.record import Record
from footlint.rule import Chapter, Whole, chapter_rule
from footlint.works import Cited, Works

#: So many pages are the extent of an article; fewer may be the pages meant, unless the book gives extents throughout.
_EXTENT, _SHORT_EXTENT = 8, 3
_CUSTOM = 3


class _Extent(Record, frozen=True):
    """The pages of an article, the citation that gives them, and whether it says so in so many words."""

    first: int
    last: int
    pages: PageRange
    cited: Cited
    said: bool


@chapter_rule("PG008", "page-outside-work", severity=WARNING)
def page_outside_work(chapter: Chapter) -> Iterator[Finding]:
    """Compare the pages cited with the extent of the work."""
    extents, is_custom = chapter.whole.once(_extents)
    for cited in chapter.cited:
        extent = extents.get(cited.work) if cited.work is not None else None
        if extent is None or not (extent.said or is_custom):
            continue
        for pages in _cited_pages(cited, extent):
            if not _is_inside(pages, extent):
                path = None if extent.cited.path == chapter.path else extent.cited.path
                yield Finding(
                    pages.span,
                    f"the article has pages {extent.first}–{extent.last}, as {extent.cited.place(chapter.path)} says",
                    related=(Related(extent.pages.span, "the article's pages", path),),
                    note=cited.label,
                )


def _extents(whole: Whole) -> tuple[dict[int, _Extent], bool]:
    """The extents of articles by work, and whether it is the custom of the book to give them."""
    works = whole.works
    least = _SHORT_EXTENT if _gives_extents(works) else _EXTENT
    extents = {work.id: extent for work in works.works if (extent := _extent(works, work.cited, least)) is not None}
    inside, outside = _vote(works, extents)
    return extents, outside <= inside + 1


def _gives_extents(works: Works) -> bool:
    """Whether all full references to articles but a few short ones give so many pages that these are no passage."""
    long = short = 0
    for cited in works.cited:
        if cited.how == "full" and cited.citation.kind == "article":
            for locator in cited.citation.of_kind("pages")[:1]:
                size = _size(locator.ranges[0]) if len(locator.ranges) == 1 else 0
                long += size >= _EXTENT
                short += size < _SHORT_EXTENT
    return long >= _CUSTOM and not short


def _size(pages: PageRange) -> int:
    last = completed(pages)
    return last - pages.first_number if last is not None and pages.first_number is not None else 0


def _extent(works: Works, positions: tuple[int, ...], least: int) -> _Extent | None:
    """The pages that the full references to an article give; None where they do not agree, or give none."""
    found: list[_Extent] = []
    for position in positions:
        cited = works.cited[position]
        citation = cited.citation
        if (
            cited.how != "full"
            or citation.kind not in {"article", "contribution"}
            or len(citation.of_kind("number")) > 1
        ):
            continue
        for locator in citation.of_kind("pages"):
            if len(locator.ranges) != 1 or locator.parenthesised:
                continue
            pages = locator.ranges[0]
            last = completed(pages)
            if pages.first_number is None or last is None or pages.roman or pages.suffix is not None:
                continue
            if locator.extent or last - pages.first_number >= least:
                found.append(_Extent(pages.first_number, last, pages, cited, locator.extent))
                break
    if not found or any((one.first, one.last) != (found[0].first, found[0].last) for one in found):
        return None
    return found[0]


def _cited_pages(cited: Cited, extent: _Extent) -> Iterator[PageRange]:
    if cited.how == "full" and cited.citation.kind != extent.cited.citation.kind:
        return  # printed in another place as well
    giver = cited.position == extent.cited.position
    for locator in cited.citation.of_kind("pages"):
        for pages in locator.ranges:
            if giver and pages.span.start <= extent.pages.span.start:
                continue  # the extent itself, or numbers of the journal before it
            if pages.first_number is not None and not pages.roman:
                yield pages


def _is_inside(pages: PageRange, extent: _Extent) -> bool:
    first = pages.first_number or 0
    last = completed(pages)
    return extent.first <= first <= extent.last and (last is None or last <= extent.last or last < first)


def _vote(works: Works, extents: dict[int, _Extent]) -> tuple[int, int]:
    """How many citations of such articles lie inside, and how many outside, in the whole book."""
    inside = outside = 0
    for number, extent in extents.items():
        for position in works.works[number].cited:
            for pages in _cited_pages(works.cited[position], extent):
                if _is_inside(pages, extent):
                    inside += 1
                else:
                    outside += 1
    return inside, outside
