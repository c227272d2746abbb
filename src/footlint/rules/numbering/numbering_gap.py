"""A number that neither a marker nor a note has.

## Why it matters
When the numbers go from 11 to 13 a note has been cut together with its marker, or the numbering was typed by hand and
slipped; either way an editor must know which. In Markdown the numbers are only names, so there it is a warning.

## Flagged
```text
The ferry was sold in May.¹ The new owner never paid.² It sank in June.⁴

1 Harbour ledger, 3 May 1911.

2 The price is not known.

4 *The Daily Echo*, 9 June 1911.
```

## Clean
```text
The ferry was sold in May.¹⁶⁶ The new owner never paid.¹⁶⁷

166 Harbour ledger, 3 May 1911.

167 The price is not known.
```

```markdown
The ferry was sold.[^18] It was repaired.[^19a] It was painted.[^19b] It sank.[^20]

[^18]: Harbour ledger, 3 May 1911.

[^19a]: Bill of 4 May.

[^19b]: Bill of 6 May.

[^20]: *The Daily Echo*, 9 June 1911.
```

```markdown
The ferry was sold.[^1] It was repaired.[^yard] It was painted.[^3] It sank.^[*The Daily Echo*, 9 June 1911.]

[^1]: Harbour ledger, 3 May 1911.

[^yard]: Bill of 4 May.

[^3]: Bill of 6 May.
```

## References
The Chicago Manual of Style, 17th ed., 14.19–14.28; MHRA Style Guide, 4th ed., § 9.2; New Hart's Rules, 2nd ed.,
chapter 17.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.finding import ERROR, Finding
from footlint.rule import Chapter, chapter_rule


@chapter_rule("FN003", "numbering-gap", severity=ERROR)
def numbering_gap(chapter: Chapter) -> Iterator[Finding]:
    """Report the slips of this kind that `footlint.numbering` finds."""
    yield from chapter.slipped("FN003")
