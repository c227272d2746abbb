"""A numbered marker in another form than the chapter's others.

## Why it matters
`[12]` among superscript figures, or a superscript ¹² among Markdown labels, is what conversion leaves behind: it will
be printed as it stands and call nothing. Signs like * or † beside numbers are a series of their own and left alone.

## Flagged
```markdown
Rain fell.[^1] Hail fell.[^2] Fog rose.³ Frost came.[^4] Snow fell.[^5]

[^1]: Weather book, p. 1.
[^2]: Weather book, p. 2.
[^3]: Weather book, p. 3.
[^4]: Weather book, p. 4.
[^5]: Weather book, p. 5.
```

## Clean
```markdown
Rain fell on 40 km².[^1] Hail fell.[^2] Fog rose.^[By night.] Frost came.[^ed1]

[^1]: Weather book, p. 1.
[^2]: Weather book, p. 2.
[^ed1]: An editor's note.
```

## References
The Chicago Manual of Style, 17th ed., 14.24–14.25: one form for numbers, signs for notes of another kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.conventions.markers import MARKER_STYLE
from footlint.finding import WARNING, Finding
from footlint.rule import Chapter, chapter_rule
from footlint.rules.undecided import undecided

_FORMS = {"superscript": "a superscript figure", "bracket": "a figure in brackets", "caret": "a Markdown label"}


@chapter_rule("FN012", "mixed-marker-style", severity=WARNING)
def mixed_marker_style(chapter: Chapter) -> Iterator[Finding]:
    """Report the markers in the rarer form."""
    evidence = chapter.conventions[MARKER_STYLE.name].evidence
    for odd in chapter.against(MARKER_STYLE):
        yield Finding(odd.span, f"marker {odd.note} is {_FORMS[odd.value]}; {evidence}", note=odd.note)
    yield from undecided(chapter, MARKER_STYLE)
