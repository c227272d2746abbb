"""A marker whose note does not exist.

## Why it matters
The reader looks for a note that is not there, and a source is lost. Typically the note was deleted, or cut with the
passage that followed it, while its marker stayed behind.

## Flagged
```markdown
The ferry was sold in May.[^1] The new owner never paid.[^2] It sank in June.[^3]

[^1]: Harbour ledger, 3 May 1911.

[^3]: *The Daily Echo*, 9 June 1911.
```

```text
The ferry was sold in May.¹ The new owner never paid.² It sank in June.³

1 Harbour ledger, 3 May 1911.

3 *The Daily Echo*, 9 June 1911.
```

## Clean
```markdown
The ferry was sold in May.[^1] The new owner never paid.[^2]

[^1]: Harbour ledger, 3 May 1911.

[^2]: *The Daily Echo*, 9 June 1911.
```

```markdown
A class of letters is written `[^a-z]`, and so is [^0-9] in a pattern.
```

```text
An area of 40 km² and a volume of 3 m³ need no note.
```

## References
The Chicago Manual of Style, 17th ed., 14.19–14.28; MHRA Style Guide, 4th ed., § 9.2; New Hart's Rules, 2nd ed.,
chapter 17.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.finding import ERROR, Finding
from footlint.rule import Chapter, chapter_rule


@chapter_rule("FN001", "missing-note", severity=ERROR)
def missing_note(chapter: Chapter) -> Iterator[Finding]:
    """Report the slips of this kind that `footlint.numbering` finds."""
    yield from chapter.slipped("FN001")
