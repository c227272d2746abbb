"""Straight quotation marks among curly ones, or the reverse.

## Why it matters
Straight marks are what a keyboard gives; most books are set with curly ones, and the few straight ones that are left
look like slips. In Markdown both come out alike, and nothing is said.

## Flagged
```text
Rain fell.¹ Hail fell.² Fog rose.³ Snow lay.⁴

1 Penn calls it “a wall of ice”.

2 Penn calls it “a sheet of lead”.

3 Penn calls it "a woollen hood".

4 Penn calls it “a white cloth”.
```

## Clean
```text
Rain fell.¹ Hail fell.² Fog rose.³ Snow lay.⁴

1 Penn calls it "a wall of ice".

2 Penn calls it "a sheet of lead".

3 Penn calls it "a woollen hood" of 12" width.

4 Penn calls it "a white cloth".
```

## References
The Chicago Manual of Style, 17th ed., 6.115: published works use directional marks.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.conventions.typography import QUOTES
from footlint.finding import HINT, Finding
from footlint.rule import Chapter, chapter_rule
from footlint.rules.undecided import undecided


@chapter_rule("TY002", "mixed-quotes", severity=HINT)
def mixed_quotes(chapter: Chapter) -> Iterator[Finding]:
    """Report the marks of the rarer kind."""
    evidence = chapter.conventions[QUOTES.name].evidence
    for odd in chapter.against(QUOTES):
        yield Finding(odd.span, f"{odd.value} quotation marks; {evidence}", note=odd.note)
    yield from undecided(chapter, QUOTES)
