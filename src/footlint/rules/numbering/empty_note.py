"""A note without a text.

## Why it matters
A number stands at the page's foot and nothing behind it: the text was never written, or was lost in conversion.

## Flagged
```markdown
The ferry was sold in May.[^1] It sank in June.[^2]

[^1]: Harbour ledger, 3 May 1911.

[^2]:
```

## Clean
```markdown
The ferry was sold in May.[^1] It sank in June.[^2]

[^1]: Harbour ledger, 3 May 1911.

[^2]:
    *The Daily Echo*, 9 June 1911.
```

## References
The Chicago Manual of Style, 17th ed., 14.19, on what a note is; no style knows an empty one.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.document import EMPHASIS_CLOSE, EMPHASIS_OPEN, MARKER
from footlint.finding import ERROR, Finding
from footlint.rule import Chapter, chapter_rule

#: An image or a formula is a text; a lone marker or emphasis round nothing is none.
_NOTHING = EMPHASIS_OPEN + EMPHASIS_CLOSE + MARKER + " \t\n\u00a0"


@chapter_rule("FN009", "empty-note", severity=ERROR)
def empty_note(chapter: Chapter) -> Iterator[Finding]:
    """Report the notes in whose prose nothing stands, but for what is left of a note that nothing calls any more."""
    lost = {slip.span for slip in chapter.slips if slip.code == "FN002"}
    for fact in chapter.notes:
        if not fact.note.prose.text.strip(_NOTHING) and fact.note.label_span not in lost:
            label = fact.label or "here"
            yield Finding(fact.note.label_span if fact.label else fact.span, f"note {label} is empty", note=fact.label)
