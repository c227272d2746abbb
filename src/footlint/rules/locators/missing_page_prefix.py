"""Pages without the prefix that the other references have.

A bare number where the book otherwise writes `p.`, `pp.`, `S.` or `с.`.

## Why it matters
A reader takes a bare number after a volume or a title for another volume, a year or a part of the title. Whether pages
have a prefix is for the house style to say; the rule asks what this book does. Pages of journal articles are counted
apart, since many styles leave the prefix out only there. So are places where a bare page is custom: after a colon
(`2:345`), after a bare volume number (`II, 345`), in newspapers, in law reports.

## Flagged
```markdown
Snow fell.[^1] It lay.[^2] It melted.[^3] It froze.[^4]

[^1]: Anna Marsh, *Winters of the North* (Leeds: Harrow, 1990), pp. 14–19.
[^2]: Marsh, *Winters of the North*, p. 30.
[^3]: Marsh, *Winters of the North*, pp. 41–44.
[^4]: Marsh, *Winters of the North*, 52–57.
```

## Fixed
```markdown
Snow fell.[^1] It lay.[^2] It melted.[^3] It froze.[^4]

[^1]: Anna Marsh, *Winters of the North* (Leeds: Harrow, 1990), pp. 14–19.
[^2]: Marsh, *Winters of the North*, p. 30.
[^3]: Marsh, *Winters of the North*, pp. 41–44.
[^4]: Marsh, *Winters of the North*, pp. 52–57.
```

## Clean
```markdown
Snow fell.[^1] It lay.[^2] It melted.[^3] It froze.[^4]

[^1]: Anna Marsh, *Winters of the North* (Leeds: Harrow, 1990), 14–19.
[^2]: Marsh, *Winters of the North*, 30.
[^3]: Marsh, *Winters of the North*, 41–44.
[^4]: Ibid., 52–57.
```

## References
The Chicago Manual of Style, 17th ed., chapter 14, leaves the prefix out where nothing can be mistaken. The MHRA Style
Guide, 3rd ed., asks for it with books and leaves it out after a journal's volume. GOST R 7.0.5-2008 has `С.`
everywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from footlint.conventions.cited_pages import CitedPages, cited_pages, is_journal_extent, is_several
from footlint.conventions.locators import JOURNAL_PAGE_PREFIX, PAGE_PREFIX
from footlint.conventions.prefixes import prefix_for, takes_prefix
from footlint.conventions.vote import Convention
from footlint.finding import HINT, WARNING, Edit, Finding, Fix
from footlint.rule import Chapter, chapter_rule
from footlint.rules.undecided import undecided
from footlint.source import Span

#: So many bare references of one kind, and none with a prefix, are a custom and no slip.
_CUSTOM = 3


@chapter_rule("PG002", "missing-page-prefix", severity=WARNING)
def missing_page_prefix(chapter: Chapter) -> Iterator[Finding]:
    """Ask for a prefix where the book has one."""
    cited = [one for one in cited_pages(chapter.facts) if takes_prefix(one)]
    kinds = Counter((_kind(one), one.locator.prefix is None) for one in cited)
    for one in cited:
        convention = _convention(chapter, one)
        if one.locator.prefix is not None or convention is None:
            continue
        by_vote = convention.source == "vote"
        if by_vote and kinds[_kind(one), True] >= _CUSTOM and not kinds[_kind(one), False]:
            continue
        if by_vote and _has_pages_of_its_own(chapter, one):
            continue
        span = Span(one.locator.ranges[0].span.start, one.locator.ranges[-1].span.end)
        word = prefix_for(one.locator, cited)
        fix = Fix(f"Write {word} before it", (Edit(Span(span.start, span.start), f"{word} "),)) if word else None
        noun = "pages stand" if is_several(one.locator) else "page stands"
        yield Finding(span, f"{noun} without a prefix; {convention.evidence}", fix=fix, note=one.note.label)
    yield from undecided(chapter, PAGE_PREFIX, severity=HINT)


def _convention(chapter: Chapter, one: CitedPages) -> Convention | None:
    """The convention that asks for a prefix here; a few journal articles are enough where books agree with them."""
    books, journals = chapter.conventions[PAGE_PREFIX.name], chapter.conventions[JOURNAL_PAGE_PREFIX.name]
    if not is_journal_extent(one):
        return books if books.value == "given" else None
    given, bare = journals.counts.get("given", 0), journals.counts.get("bare", 0)
    alike = journals.value is None and books.value == "given" and given > 1 and given >= bare * 2
    return journals if alike or journals.value == "given" else None


def _kind(one: CitedPages) -> tuple[object, ...]:
    title = one.citation.title
    style = title.style if title is not None else None
    return one.citation.kind, style, bool(one.citation.of_kind("volume")), is_journal_extent(one)


def _has_pages_of_its_own(chapter: Chapter, one: CitedPages) -> bool:
    """Whether the work is never described in full nor cited with a prefix: *Iliad* 2, 484, a code."""
    if one.citation.kind != "short":
        return False
    work = next((other.work for other in chapter.cited if other.citation.span == one.citation.span), None)
    if work is None:
        return False
    return not any(
        other.how == "full" or any(locator.prefix is not None for locator in other.citation.of_kind("pages"))
        for other in chapter.works.of(chapter.works.works[work])
    )
