"""A note that no marker calls.

## Why it matters
The note cannot be printed where it belongs: typesetting programs drop it or set it at the wrong place. The marker was
lost, mostly when the sentence round it was rewritten.

## Flagged
```markdown
The ferry was sold in May.[^1] It sank in June.[^3]

[^1]: Harbour ledger, 3 May 1911.

[^2]: The price is not known.

[^3]: *The Daily Echo*, 9 June 1911.
```

## Clean
```markdown
The ferry was sold in May.[^1] It sank in June.^[See *The Daily Echo*, 9 June 1911.]

[^1]: Harbour ledger, 3 May 1911.
```

## References
The Chicago Manual of Style, 17th ed., 14.19–14.28; MHRA Style Guide, 4th ed., § 9.2; New Hart's Rules, 2nd ed.,
chapter 17.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.finding import ERROR, Finding
from footlint.rule import Chapter, chapter_rule


@chapter_rule("FN002", "orphan-note", severity=ERROR)
def orphan_note(chapter: Chapter) -> Iterator[Finding]:
    """Report the slips of this kind that `footlint.numbering` finds."""
    yield from chapter.slipped("FN002")
