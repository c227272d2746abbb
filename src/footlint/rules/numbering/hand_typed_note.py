"""A note or marker typed by hand among automatic ones.

## Why it matters
Word numbers its notes by itself. A figure that somebody raised by hand looks the same and belongs to nothing: it keeps
its number when a note is added before it, and the text that it calls stays behind when the page is typeset.

## Flagged
```word
The ferry was sold in May for less than half of what the harbour office had paid for it nine years earlier, which nobody
in the town could explain.[^1] It sank in June.^2^ The company was wound up.[^2] Its books are lost.[^3]

[^1]: Harbour ledger, 3 May 1911.

[^2]: Harbour ledger, 9 June 1911.

[^3]: Harbour ledger, 1 July 1911.
```

```word
The ferry was sold in May for less than half of what the harbour office had paid for it nine years earlier, which nobody
in the town could explain.[^1] It sank in June.^2^ The company was wound up.[^2]

^2^ Harbour ledger, 9 June 1911.

[^1]: Harbour ledger, 3 May 1911.

[^2]: Harbour ledger, 1 July 1911.
```

## Clean
```word
The ferry was sold in May for less than half of what the harbour office had paid for it nine years earlier, which nobody
in the town could explain.[^1] The new one had 300 m^2^ of deck and drew 10^3^ passengers a week.[^2]

[^1]: Harbour ledger, 3 May 1911.

[^2]: Harbour ledger, 2^nd^ ed., 1911.
```

## References
The Chicago Manual of Style, 17th ed., 2.22: notes are made with the note function of the program, never by hand.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.finding import WARNING, Finding, Related
from footlint.rule import Chapter, chapter_rule


@chapter_rule("FN016", "hand-typed-note", severity=WARNING)
def hand_typed_note(chapter: Chapter) -> Iterator[Finding]:
    """Report typed markers, with their typed notes, where most notes are automatic."""
    if chapter.facts.layout != "automatic":
        return
    typed = [fact for fact in chapter.markers if fact.marker.style != "automatic"]
    automatic = len(chapter.markers) - len(typed)
    if not typed or len(typed) >= automatic:
        return
    notes = {fact.label: fact for fact in reversed(chapter.notes) if fact.note.style != "automatic"}
    for fact in typed:
        note = notes.get(fact.label)
        yield Finding(
            fact.span,
            f"marker {fact.label} is typed by hand, {automatic} others are automatic",
            related=(Related(note.note.label_span, f"note {note.label}, typed by hand too"),) if note else (),
            note=fact.label,
        )
