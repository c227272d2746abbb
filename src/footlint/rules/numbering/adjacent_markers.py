"""Two markers side by side that read as one number.

## Why it matters
Markers 1 and 2 with nothing between them are printed as ¹², and the reader looks for note 12. One note can hold both
references; if there must be two, a comma or a thin space keeps them apart.

## Flagged
```markdown
Rain fell.[^1][^2] Hail fell.[^3]

[^1]: Weather book, p. 1.
[^2]: Weather book, p. 2.
[^3]: Weather book, p. 3.
```
```text
Rain fell.¹ Hail fell.²³ Fog rose.⁴

1 Weather book, p. 1.

2 Weather book, p. 2.

3 Weather book, p. 3.

4 Weather book, p. 4.
```

## Clean
```markdown
Rain fell.[^1] [^2] Hail fell.[^3]^,^[^4] Fog rose.[^5]*

[^1]: Weather book, p. 1.
[^2]: Weather book, p. 2.
[^3]: Weather book, p. 3.
[^4]: Weather book, p. 4.
[^5]: Weather book, p. 5.
```

## References
The Chicago Manual of Style, 17th ed., 14.28: several citations in one note rather than several note numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from footlint.facts import MarkerFact
from footlint.finding import WARNING, Finding
from footlint.rule import Chapter, chapter_rule
from footlint.source import Span

#: Brackets are printed and keep numbers apart.
_RUN_TOGETHER = frozenset({"superscript", "caret", "automatic"})


@chapter_rule("FN014", "adjacent-markers", severity=WARNING)
def adjacent_markers(chapter: Chapter) -> Iterator[Finding]:
    """Report markers that touch, and one that only makes sense as two."""
    for first, second in pairwise(chapter.markers):
        if first.touches_next and _is_figure(first) and _is_figure(second):
            span = Span(first.span.start, second.span.end)
            message = f"markers {first.label} and {second.label} touch and read as {first.label}{second.label}"
            yield Finding(span, message, note=first.label)
    yield from chapter.slipped("FN014")


def _is_figure(fact: MarkerFact) -> bool:
    return fact.marker.number is not None and fact.marker.style in _RUN_TOGETHER
