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

```word
The mill burned.[^1] It was rebuilt.[^2] Nobody knows by whom.[^e1]

[^1]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 20.

[^2]: Ibid., p. 14.

[^e1]: Ibid., p. 31.
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
from footlint.works.order import thread


@chapter_rule("CT001", "ibid-without-antecedent", severity=ERROR)
def ibid_without_antecedent(chapter: Chapter) -> Iterator[Finding]:
    """Look for ibid. and idem before the first citation of the chapter, in footnotes and in endnotes."""
    settled: set[str] = set()
    for cited in chapter.cited:
        series = thread(chapter.facts, cited.note)
        back = cited.citation.back
        if series in settled:
            continue
        if back is None or not _points_at_nothing(chapter, cited):
            settled.add(series)
            continue
        yield Finding(
            back.span,
            f"nothing is cited before this {back.text.strip()}{_elsewhere(chapter, series)}",
            note=cited.label,
            severity=_severity(chapter, series),
        )


def _points_at_nothing(chapter: Chapter, cited: Cited) -> bool:
    if cited.how not in {"ibid", "idem"} or cited.antecedent is not None or cited.citation.authors:
        return False
    return not (_after_a_loss(chapter, cited) or _is_typed(chapter, cited))


def _after_a_loss(chapter: Chapter, cited: Cited) -> bool:
    """Whether what it points to may stand in a note that is lost or empty."""
    if any(not fact.elements for fact in chapter.notes[: cited.note]):
        return True
    return any(slip.code in {"FN001", "FN003"} for slip in chapter.slips)


def _is_typed(chapter: Chapter, cited: Cited) -> bool:
    """Whether it stands in a note typed by hand among automatic ones, whose place among them nobody knows."""
    return chapter.facts.layout == "automatic" and chapter.notes[cited.note].note.style != "automatic"


def _runs_on(chapter: Chapter, series: str) -> bool:
    mine = (fact for at, fact in enumerate(chapter.notes) if thread(chapter.facts, at) == series)
    return (next((fact.note.number for fact in mine), None) or 1) > 1


def _severity(chapter: Chapter, series: str) -> Severity | None:
    """Where the numbering runs on, the note before may stand in another chapter."""
    if not _runs_on(chapter, series):
        return None
    return WARNING if chapter.index else HINT


def _elsewhere(chapter: Chapter, series: str) -> str:
    if not _runs_on(chapter, series):
        has_both = any(thread(chapter.facts, at) == "footnotes" for at in range(len(chapter.notes)))
        return " in the endnotes" if series == "endnotes" and has_both else " in the chapter"
    if chapter.index:
        return f" in the chapter; the note before stands in {chapter.whole.chapters[chapter.index - 1].path}"
    return " in the chapter; the note before stands in another chapter"
