"""One number on two markers.

## Why it matters
In a printed book each marker calls a note of its own; a number that stands twice was copied with its sentence or never
counted on. Markdown lets one note be called many times, so there only a repetition on the spot is shown, as a hint.

## Flagged
```text
The ferry was sold in May.¹ Nobody paid.¹ It sank in June.²

1 Harbour ledger, 3 May 1911.

2 *The Daily Echo*, 9 June 1911.
```

## Clean
```markdown
The ferry was sold in May.[^1] It sank in June.[^2] The ledger says nothing of it.[^1]

[^1]: Harbour ledger, 3 May 1911.

[^2]: *The Daily Echo*, 9 June 1911.
```

## References
The Chicago Manual of Style, 17th ed., 14.19–14.28; MHRA Style Guide, 4th ed., § 9.2; New Hart's Rules, 2nd ed.,
chapter 17.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.finding import WARNING, Finding
from footlint.rule import Chapter, chapter_rule


@chapter_rule("FN005", "duplicate-marker", severity=WARNING)
def duplicate_marker(chapter: Chapter) -> Iterator[Finding]:
    """Report the slips of this kind that `footlint.numbering` finds."""
    yield from chapter.slipped("FN005")
