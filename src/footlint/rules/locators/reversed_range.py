"""A range of pages that ends before it begins.

## Why it matters
`pp. 170–168` cannot be looked up: one of the two numbers is wrong, and only the author knows which. A condensed range
is read as it is meant, so `123–5` and `1937–38` run forwards.

## Flagged
```markdown
The mill stood still.[^1]

[^1]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), pp. 170–168.
```

```markdown
The mill stood still.[^1]

[^1]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), pp. xix–xii.
```

## Clean
```markdown
The mill stood still.[^1] It turned.[^2] It burned.[^3]

[^1]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), pp. 168–70.
[^2]: Calder, *Mills and Millers*, pp. xii–xix.
[^3]: Calder, *Mills and Millers*, pp. 98–103, 141–4.
```

## References
The Chicago Manual of Style, 17th ed., 9.60–64, and New Hart's Rules, 2nd ed., chapter 11, on ranges of numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.conventions.cited_pages import cited_ranges
from footlint.conventions.ranges import completed, runs_backwards
from footlint.finding import ERROR, Finding
from footlint.rule import Chapter, chapter_rule


@chapter_rule("PG004", "reversed-range", severity=ERROR)
def reversed_range(chapter: Chapter) -> Iterator[Finding]:
    """Report every range that runs backwards."""
    for note, pages in cited_ranges(chapter.facts):
        if not runs_backwards(pages):
            continue
        end = "" if pages.roman or str(completed(pages)) == pages.last else f", that is {completed(pages)}"
        yield Finding(pages.span, f"the range begins at {pages.first} and ends at {pages.last}{end}", note=note.label)
