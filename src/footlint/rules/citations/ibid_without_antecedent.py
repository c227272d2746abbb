"""Ibid. with no citation before it.

## Why it matters
Ibid. says "in the work just cited". Where the chapter has cited nothing yet, it says nothing: a note has been moved,
cut, or brought over from another chapter. Notes begin anew with each chapter, so ibid. does not reach back into the
chapter before; only where the numbering runs on through the book is it a hint.

## Flagged
```markdown
The mill burned.[^1] It was rebuilt.[^2]

[^1]: Ibid., p. 14.
[^2]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 20.
```

```markdown
The mill burned.[^1] It was rebuilt.[^2]

[^1]: Nobody has counted the mills of this valley.
[^2]: Ibid., p. 20.
```

## Clean
```markdown
The mill burned.[^1] It was rebuilt.[^2]

[^1]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 20.
[^2]: Ibid., p. 14.
```

## References
The Chicago Manual of Style, 17th ed., 14.34; the MHRA Style Guide, 4th ed., on abbreviated references; Duden on
"ebenda": all refer it to the reference immediately before.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.finding import ERROR, HINT, WARNING, Finding, Severity
from footlint.rule import Chapter, chapter_rule
from footlint.works import Cited


@chapter_rule("CT001", "ibid-without-antecedent", severity=ERROR)
def ibid_without_antecedent(chapter: Chapter) -> Iterator[Finding]:
    """Look for ibid. and idem before the first citation of the chapter."""
    for cited in chapter.cited:
        if cited.how not in {"ibid", "idem"} or cited.antecedent is not None or cited.citation.back is None:
            return
        if cited.citation.authors or _after_a_loss(chapter, cited):
            return
        back = cited.citation.back
        yield Finding(
            back.span,
            f"nothing is cited before this {back.text.strip()}{_elsewhere(chapter)}",
            note=cited.label,
            severity=_severity(chapter),
        )


def _after_a_loss(chapter: Chapter, cited: Cited) -> bool:
    """Whether what it points to may stand in a note that is lost or empty."""
    if any(not fact.elements for fact in chapter.notes[: cited.note]):
        return True
    return any(slip.code in {"FN001", "FN003"} for slip in chapter.slips)


def _first_number(chapter: Chapter) -> int | None:
    return next((fact.note.number for fact in chapter.notes), None)


def _runs_on(chapter: Chapter) -> bool:
    return (_first_number(chapter) or 1) > 1


def _severity(chapter: Chapter) -> Severity | None:
    """Where the numbering runs on, the note before may stand in another chapter."""
    if not _runs_on(chapter):
        return None
    return WARNING if chapter.index else HINT


def _elsewhere(chapter: Chapter) -> str:
    if not _runs_on(chapter):
        return " in the chapter"
    if chapter.index:
        return f" in the chapter; the note before stands in {chapter.whole.chapters[chapter.index - 1].path}"
    return " in the chapter; the note before stands in another chapter"
