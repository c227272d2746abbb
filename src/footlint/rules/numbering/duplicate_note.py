"""Two notes under one number.

## Why it matters
Only one of them can be the note that the marker calls; programs silently drop the other. Where the next number is
missing, one of the two is misnumbered, and the finding says which number is expected.

## Flagged
```markdown
The ferry was sold in May.[^1] It sank in June.[^2]

[^1]: Harbour ledger, 3 May 1911.

[^2]: *The Daily Echo*, 9 June 1911.

[^2]: *The Morning Post*, 10 June 1911.
```

```text
The ferry was sold in May.¹ Nobody paid.² It sank in June.³ It was raised.⁴

1 Harbour ledger, 3 May 1911.

2 Harbour ledger, 8 May 1911.

2 *The Daily Echo*, 9 June 1911.

4 *The Daily Echo*, 19 June 1911.
```

## Fixed
```text
The ferry was sold in May.¹ Nobody paid.² It sank in June.³ It was raised.⁴

1 Harbour ledger, 3 May 1911.

2 Harbour ledger, 8 May 1911.

3 *The Daily Echo*, 9 June 1911.

4 *The Daily Echo*, 19 June 1911.
```

## Clean
```markdown
The ferry was sold in May.[^1] It sank in June.[^2]

[^1]: Harbour ledger, 3 May 1911.

[^2]: *The Daily Echo*, 9 June 1911.
```

## References
The Chicago Manual of Style, 17th ed., 14.19–14.28; MHRA Style Guide, 4th ed., § 9.2; New Hart's Rules, 2nd ed.,
chapter 17.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.finding import ERROR, Finding
from footlint.rule import Chapter, chapter_rule


@chapter_rule("FN004", "duplicate-note", severity=ERROR)
def duplicate_note(chapter: Chapter) -> Iterator[Finding]:
    """Report the slips of this kind that `footlint.numbering` finds."""
    yield from chapter.slipped("FN004")
