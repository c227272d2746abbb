"""A pointer to a note that does not exist.

## Why it matters
"See note 44" is typed by hand and does not move when notes are added or cut. A pointer beyond the last note leads
nowhere; a pointer that leads to the wrong note only a reader can find.

## Flagged
```markdown
Rain fell.[^1] Hail fell.[^2] Fog rose.[^3]

[^1]: Weather book, p. 1.
[^2]: Weather book, p. 2; see also note 44 above.
[^3]: Weather book, p. 3.
```

## Clean
```markdown
Rain fell.[^1] Hail fell.[^2] Fog rose.[^3]

[^1]: Weather book, p. 1.
[^2]: See note 1 above.
[^3]: Hugh Dorn, *Walls* (Hull: Humber, 1966), p. 410, n. 44.
```
```text
The ferry was sold in May.¹⁶⁶ Nobody paid.¹⁶⁷

166 Harbour ledger, 3 May 1911.

167 See note 12 above, in another chapter.
```

## References
The Chicago Manual of Style, 17th ed., 14.32, on cross-references to notes, which must be checked in proof.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.facts import NoteFact
from footlint.finding import ERROR, Finding
from footlint.rule import Chapter, chapter_rule


@chapter_rule("FN015", "dangling-cross-reference", severity=ERROR)
def dangling_cross_reference(chapter: Chapter) -> Iterator[Finding]:
    """Report the targets that no note of the chapter has, where the chapter must have them."""
    labels = {fact.label.casefold() for fact in chapter.notes}
    numbers = {fact.note.number for fact in chapter.notes if fact.note.number is not None}
    # A marker whose note is lost has its own finding.
    known = numbers | {fact.marker.number for fact in chapter.markers}
    if not numbers or not _is_whole(chapter.notes):
        return
    for fact in chapter.notes:
        for reference in fact.cross_references:
            if reference.elsewhere:
                continue
            for target in reference.targets:
                label = target.text.strip().casefold()
                if label.isdecimal() and label not in labels and int(label) not in known:
                    message = f"there is no note {label}; the notes go from {min(numbers)} to {max(numbers)}"
                    yield Finding(target.span, message, note=fact.label)


def _is_whole(notes: tuple[NoteFact, ...]) -> bool:
    """Whether the numbering begins here: a chapter that goes on from another may point back into it, or onwards."""
    return any(fact.note.number in {0, 1} for fact in notes)
