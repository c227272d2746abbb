"""A note whose number does not follow on.

## Why it matters
Notes are set in the order of their numbers. One out of turn was moved, swapped with its neighbour, or has a mistyped
figure. In Markdown, where programs put notes in order, it is a warning.

## Flagged
```text
The ferry was sold in May.¹ Nobody paid.² It sank in June.³ It was raised in July.⁴

1 Harbour ledger, 3 May 1911.

3 *The Daily Echo*, 9 June 1911.

2 Harbour ledger, 8 May 1911.

4 *The Daily Echo*, 19 July 1911.
```

```text
The ferry was sold in May.* Nobody paid.† It sank in June.‡

* Harbour ledger, 3 May 1911.

‡ *The Daily Echo*, 9 June 1911.

† Harbour ledger, 8 May 1911.
```

## Clean
```text
The ferry was sold in May.¹ Nobody paid.² It sank in June.³

1 Harbour ledger, 3 May 1911.

2 1911 was a poor year for ferries.

3 *The Daily Echo*, 9 June 1911.
```

## References
The Chicago Manual of Style, 17th ed., 14.19–14.28; MHRA Style Guide, 4th ed., § 9.2; New Hart's Rules, 2nd ed.,
chapter 17.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.finding import ERROR, Finding
from footlint.rule import Chapter, chapter_rule


@chapter_rule("FN007", "note-out-of-order", severity=ERROR)
def note_out_of_order(chapter: Chapter) -> Iterator[Finding]:
    """Report the slips of this kind that `footlint.numbering` finds."""
    yield from chapter.slipped("FN007")
