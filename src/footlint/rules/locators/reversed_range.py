"""A range of pages that ends before it begins.

## Why it matters
`pp. 170–168` cannot be looked up: one of the two numbers is wrong, and only the author knows which. A condensed range
is read as it is meant, so `123–5` and `1937–38` run forwards; but where ranges are written in full, `106–98` is
`98–106` backwards.

## Flagged
```markdown
The mill stood still.[^1]

[^1]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), pp. 170–168.
```

```markdown
The mill stood still.[^1]

[^1]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), pp. xix–xii.
```

```markdown
The mill stood still.[^1] It turned.[^2] It burned.[^3] It went.[^4]

[^1]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), pp. 131–138.
[^2]: Calder, *Mills and Millers*, pp. 152–155.
[^3]: Calder, *Mills and Millers*, pp. 106–98.
[^4]: Calder, *Mills and Millers*, pp. 144–147.
```

```markdown
The mill stood still.[^1] It turned.[^2]

[^1]: RGIA, f. 1284, op. 223, d. 45, ll. 31–13.
[^2]: RGIA, f. 1284, op. 223, d. 45, ll. 12–19 ob.
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
from itertools import chain

from footlint.conventions.cited_pages import cited_folios, cited_ranges
from footlint.conventions.locators import RANGE_FORM
from footlint.conventions.ranges import completed, is_reversed_rather, runs_backwards
from footlint.finding import ERROR, Finding
from footlint.rule import Chapter, chapter_rule


@chapter_rule("PG004", "reversed-range", severity=ERROR)
def reversed_range(chapter: Chapter) -> Iterator[Finding]:
    """Report every range that runs backwards."""
    in_full = chapter.conventions[RANGE_FORM.name].value == "full"
    for note, pages in chain(cited_ranges(chapter.facts), cited_folios(chapter.facts)):
        backwards = runs_backwards(pages)
        if not backwards and not (in_full and is_reversed_rather(pages)):
            continue
        condensed = backwards and not pages.roman and str(completed(pages)) != pages.last
        end = f", that is {completed(pages)}" if condensed else ""
        yield Finding(pages.span, f"the range begins at {pages.first} and ends at {pages.last}{end}", note=note.label)
