"""A chapter of a book whose notes begin at an odd number.

## Why it matters
In a book, notes begin at 1 in each chapter or go on from the chapter before. A chapter that does neither has lost its
first notes, or was numbered before another chapter changed. Only a book can tell, set as `[book]` in the configuration:
a chapter checked by itself may begin anywhere.

## Flagged
```markdown
==> 01.md <==
Rain fell.[^1] Hail fell.[^2]

[^1]: Weather book, p. 1.
[^2]: Weather book, p. 2.

==> 02.md <==
Fog rose.[^5] Frost came.[^6]

[^5]: Weather book, p. 5.
[^6]: Weather book, p. 6.
```

## Clean
```markdown
Fog rose.[^5] Frost came.[^6]

[^5]: Weather book, p. 5.
[^6]: Weather book, p. 6.
```

## References
The Chicago Manual of Style, 17th ed., 14.23: numbering starts over with each chapter, or runs on.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.facts import ChapterFacts, MarkerFact
from footlint.finding import WARNING, Finding
from footlint.rule import Book, book_rule


@book_rule("FN008", "unexpected-start", severity=WARNING)
def unexpected_start(book: Book) -> Iterator[Finding]:
    """Report the chapters that neither begin at 1 nor go on from the chapter before."""
    if not book.settings.book.chapters or not book.whole.is_complete:
        return
    numbering = book.settings.book.numbering
    last: int | None = None
    for chapter in book.chapters:
        calls = _calls(chapter.facts)
        if not calls:
            continue
        first = min(calls, key=lambda fact: fact.marker.number or 0)
        number = first.marker.number or 0
        goes_on = None if last is None else last + 1
        allowed = {1} if numbering == "per-chapter" or goes_on is None else {goes_on}
        if numbering == "auto":
            allowed.add(1)
        if number not in allowed:
            expected = " or ".join(str(one) for one in sorted(allowed))
            yield Finding(
                first.span, f"the notes begin at {number}; expected {expected}", note=first.label, path=chapter.path
            )
        last = max(fact.marker.number or 0 for fact in calls)


def _calls(facts: ChapterFacts) -> list[MarkerFact]:
    """The numbered markers that have a note; what lacks one is another rule's business."""
    series = _series(facts)
    noted = {fact.note.number for fact in facts.notes if fact.note.series == series}
    return [
        fact
        for fact in facts.markers
        if fact.marker.series == series and fact.marker.number is not None and fact.marker.number in noted
    ]


def _series(facts: ChapterFacts) -> str:
    """The series that counts: in a Word file its footnotes, in one without them its endnotes."""
    if facts.layout != "automatic":
        return ""
    return "footnotes" if any(fact.note.series == "footnotes" for fact in facts.notes) else "endnotes"
