"""Pages of one reference that do not ascend.

## Why it matters
`pp. 621–623 and 576` makes one ask whether 576 is a slip for 676. A list of pages ascends unless the author says why.

## Flagged
```markdown
The bridge held.[^1]

[^1]: Tom Arkwright, *Bridges* (Derby: Peak, 1981), pp. 621–623 and 576.
```

```markdown
The bridge held.[^1]

[^1]: Tom Arkwright, *Bridges* (Derby: Peak, 1981), pp. 4, 11–13 and 9.
```

## Clean
```markdown
The bridge held.[^1] It swayed.[^2]

[^1]: Tom Arkwright, *Bridges* (Derby: Peak, 1981), pp. xi, 12, 576 and 621–623.
[^2]: Arkwright, *Bridges*, pp. 121, 125–27, 135.
```

## References
The Chicago Manual of Style, 17th ed., chapter 14, on page numbers in notes, whose lists of pages all ascend.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from footlint.citations.model import PageRange
from footlint.conventions.cited_pages import cited_pages
from footlint.conventions.ranges import completed
from footlint.finding import HINT, Finding
from footlint.rule import Chapter, chapter_rule

_HUNDRED = 100


@chapter_rule("PG009", "unsorted-pages", severity=HINT)
def unsorted_pages(chapter: Chapter) -> Iterator[Finding]:
    """Compare each page with the one before it in the same reference."""
    for cited in cited_pages(chapter.facts):
        for before, pages in pairwise(cited.locator.ranges):
            if _descends(before, pages):
                yield Finding(pages.span, f"{pages.first} stands after {before.first}", note=cited.note.label)
                break


def _descends(before: PageRange, pages: PageRange) -> bool:
    if before.first_number is None or pages.first_number is None or before.roman != pages.roman:
        return False
    # 121, 25 may be 121, 125, just as in a range; 13, 9 is never 13, 19
    shorter = before.first_number >= _HUNDRED and len(pages.first) < len(before.first)
    if shorter and before.first.isdigit() and pages.first.isdigit():
        power = 10 ** len(pages.first)
        if before.first_number // power * power + pages.first_number > (completed(before) or before.first_number):
            return False
    return pages.first_number < before.first_number
