"""A condensed range among full ones, or a full one among condensed ones.

## Why it matters
A book writes `123–125` or `123–25` (or `123–5`), and keeps to it. Ranges that every style writes in full say nothing
and are never flagged: `12–15`, `100–104`, `498–532`. Roman numbers are never condensed. Two against one are no habit,
and a hint.

## Flagged
```markdown
Bees.[^1] Wasps.[^2] Ants.[^3] Moths.[^4]

[^1]: Ellen Voss, *Insects* (Bath: Roman Press, 1999), 121–128.
[^2]: Voss, *Insects*, 143–145.
[^3]: Voss, *Insects*, 207–209.
[^4]: Voss, *Insects*, 233–38.
```

```markdown
Bees.[^1] Wasps.[^2] Ants.[^3] Moths.[^4]

[^1]: Ellen Voss, *Insects* (Bath: Roman Press, 1999), 121–28.
[^2]: Voss, *Insects*, 143–45.
[^3]: Voss, *Insects*, 207–209.
[^4]: Voss, *Insects*, 233–38.
```

```markdown
Bees.[^1] Wasps.[^2] Ants.[^3]

[^1]: Ellen Voss, *Insects* (Bath: Roman Press, 1999), 121–28.
[^2]: Voss, *Insects*, 143–45.
[^3]: Voss, *Insects*, 207–209.
```

## Fixed
```markdown
Bees.[^1] Wasps.[^2] Ants.[^3] Moths.[^4]

[^1]: Ellen Voss, *Insects* (Bath: Roman Press, 1999), 121–128.
[^2]: Voss, *Insects*, 143–145.
[^3]: Voss, *Insects*, 207–209.
[^4]: Voss, *Insects*, 233–238.
```

```markdown
Bees.[^1] Wasps.[^2] Ants.[^3] Moths.[^4]

[^1]: Ellen Voss, *Insects* (Bath: Roman Press, 1999), 121–28.
[^2]: Voss, *Insects*, 143–45.
[^3]: Voss, *Insects*, 207–9.
[^4]: Voss, *Insects*, 233–38.
```

## Clean
```markdown
Bees.[^1] Wasps.[^2] Ants.[^3] Moths.[^4]

[^1]: Ellen Voss, *Insects* (Bath: Roman Press, 1999), 100–104.
[^2]: Voss, *Insects*, 101–8.
[^3]: Voss, *Insects*, 321–28, 498–532.
[^4]: Voss, *Insects*, 71–72, 1002–6, 1100–1113.
```

## References
The Chicago Manual of Style, 17th ed., 9.61, has the scheme of the last example; the MHRA Style Guide, 3rd ed., keeps
two digits (`104–08`); New Hart's Rules, 2nd ed., chapter 11, as few as can be (`321–8`) but for the teens (`115–17`).
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.conventions import ranges
from footlint.conventions.cited_pages import cited_ranges
from footlint.conventions.locators import RANGE_FORM
from footlint.finding import WARNING, Edit, Finding, Fix, Safety
from footlint.rule import Chapter, chapter_rule
from footlint.rules.undecided import undecided
from footlint.source import Span


@chapter_rule("PG005", "range-form", severity=WARNING)
def range_form(chapter: Chapter) -> Iterator[Finding]:
    """Report the ranges that are not written as the book writes them."""
    convention = chapter.conventions[RANGE_FORM.name]
    for note, pages in cited_ranges(chapter.facts):
        form = ranges.form(pages)
        if form is None or convention.value is None or form == convention.value or pages.last is None:
            continue
        if form == "condensed" and ranges.is_reversed_rather(pages):
            continue
        last = ranges.in_full(pages) if form == "condensed" else ranges.condensed(pages)
        # completing is certain; how much to leave out differs from house to house
        safety: Safety = "safe" if form == "condensed" else "unsafe"
        end = pages.span.end - (len(pages.suffix.span) if pages.suffix is not None else 0)
        edit = Edit(Span(end - len(pages.last), end), last)
        found = "is condensed" if form == "condensed" else "is written in full"
        yield Finding(
            pages.span,
            f"{pages.first}–{pages.last} {found}; {convention.evidence}",
            fix=Fix(f"Write {pages.first}–{last}", (edit,), safety) if pages.suffix is None else None,
            note=note.label,
        )
    yield from undecided(chapter, RANGE_FORM, even_few=True)
