"""A locator that does not say where it ends.

`etc.` after a page always; `ff.` and its like only where the book otherwise names the last page.

## Why it matters
`pp. 366–373 etc.` sends the reader through the rest of the book. `45 f.` (the page and the next) is exact, and
`S. 45 ff.` is good German: both are left alone, as is any habit of the book.

## Flagged
```markdown
The wall fell.[^1]

[^1]: Hugh Dorn, *Walls* (Hull: Humber, 1966), pp. 351, 366–373 etc.
```

## Clean
```markdown
The wall fell.[^1] It was built again.[^2] It fell again.[^3]

[^1]: Hugh Dorn, *Walls* (Hull: Humber, 1966), pp. 351, 366–373.
[^2]: Karl Ohm, *Mauern* (Köln: Rhein, 1980), S. 45 f.
[^3]: Ohm, *Mauern*, S. 51 ff.
```

## References
The Chicago Manual of Style, 17th ed., chapter 14, prefers the last page to `ff.` and allows `passim` sparingly; Duden
has `f.` for the following page and `ff.` for the following pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.conventions.cited_pages import cited_pages
from footlint.conventions.locators import OPEN_RANGES
from footlint.finding import HINT, Finding
from footlint.rule import Chapter, chapter_rule
from footlint.source import Span

#: Never good enough in a reference.
_AND_SO_ON = frozenset({"etc", "usw", "u.s.w", "и т.д", "и т. д", "i t.d", "i t. d", "atd", "itd"})
#: Open on purpose; a matter of habit.
_AND_FOLLOWING = frozenset({"ff", "sqq", "seqq", "et seq", "et seqq", "et sqq", "et suiv", "y ss", "e ss"})


@chapter_rule("PG010", "vague-locator", severity=HINT)
def vague_locator(chapter: Chapter) -> Iterator[Finding]:
    """Report the suffixes that leave the end open."""
    convention = chapter.conventions[OPEN_RANGES.name]
    for cited in cited_pages(chapter.facts):
        prefix = cited.locator.prefix
        german = prefix is not None and prefix.text.strip().rstrip(".") == "S"
        for pages in cited.locator.ranges:
            if pages.suffix is None:
                continue
            word = pages.suffix.text.strip().rstrip(".").casefold()
            span = Span(pages.span.start, max(pages.span.end, pages.suffix.span.end))
            if word in _AND_SO_ON:
                yield Finding(span, f"{pages.suffix.text} does not say which pages", note=cited.note.label)
            elif word in _AND_FOLLOWING and convention.value == "closed" and not german:
                message = f"{pages.suffix.text} does not say where it ends; {convention.evidence}"
                yield Finding(span, message, note=cited.note.label)
