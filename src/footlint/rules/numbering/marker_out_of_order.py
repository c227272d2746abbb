"""A marker whose number does not follow on.

## Why it matters
Readers find notes by counting. A marker out of turn calls the wrong note, or the right one from the wrong sentence:
two markers were swapped, one was moved with its passage, or a figure was mistyped. In Markdown, where programs count
anew, it is a warning.

## Flagged
```text
The ferry was sold in May.¹ Nobody paid.³ It sank in June.² It was raised in July.⁴

1 Harbour ledger, 3 May 1911.

2 Harbour ledger, 8 May 1911.

3 *The Daily Echo*, 9 June 1911.

4 *The Daily Echo*, 19 July 1911.
```

```text
The ferry was sold in May.* Nobody paid.‡ It sank in June.†

* Harbour ledger, 3 May 1911.

† Harbour ledger, 8 May 1911.

‡ *The Daily Echo*, 9 June 1911.
```

## Clean
```markdown
The ferry was sold in May.[^sale] It sank in June.[^loss]

[^loss]: *The Daily Echo*, 9 June 1911.

[^sale]: Harbour ledger, 3 May 1911.
```

## References
The Chicago Manual of Style, 17th ed., 14.19–14.28; MHRA Style Guide, 4th ed., § 9.2; New Hart's Rules, 2nd ed.,
chapter 17.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.finding import ERROR, Finding
from footlint.rule import Chapter, chapter_rule


@chapter_rule("FN006", "marker-out-of-order", severity=ERROR)
def marker_out_of_order(chapter: Chapter) -> Iterator[Finding]:
    """Report the slips of this kind that `footlint.numbering` finds."""
    yield from chapter.slipped("FN006")
