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

```word
The ferry was sold in May for less than half of what the harbour office had paid for it nine years earlier, which nobody
in the town could explain.[^1] It sank in June.^2^ The company was wound up.^3^

^2^ Harbour ledger, 9 June 1911.

^3^ Harbour ledger, 1 July 1911.

[^1]: Harbour ledger, 3 May 1911.
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

from footlint.conventions.vote import CLEAR_SHARE
from footlint.finding import WARNING, Finding, Related
from footlint.rule import Chapter, chapter_rule


@chapter_rule("FN016", "hand-typed-note", severity=WARNING)
def hand_typed_note(chapter: Chapter) -> Iterator[Finding]:
    """Report typed markers, with their typed notes; only once where hardly fewer are typed than automatic.

    Where nearly all are typed, the few automatic notes are something else, as are raised figures without notes.
    """
    if chapter.facts.layout != "automatic":
        return
    typed = [fact for fact in chapter.markers if fact.marker.style != "automatic"]
    automatic = len(chapter.markers) - len(typed)
    notes = {fact.label: fact for fact in reversed(chapter.notes) if fact.note.style != "automatic"}
    if len(typed) >= automatic:
        noted = [fact for fact in typed if fact.label in notes]
        if len(noted) * 2 > len(typed) and automatic >= len(chapter.markers) * (1 - CLEAR_SHARE):
            yield Finding(
                typed[0].span,
                f"no one way is kept to: {len(typed)} markers are typed by hand, {automatic} are automatic",
                note=typed[0].label,
            )
        return
    for fact in typed:
        note = notes.get(fact.label)
        yield Finding(
            fact.span,
            f"marker {fact.label} is typed by hand, {automatic} others are automatic",
            related=(Related(note.note.label_span, f"note {note.label}, typed by hand too"),) if note else (),
            note=fact.label,
        )
