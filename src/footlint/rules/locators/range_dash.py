"""A range of pages with another dash than the book's.

## Why it matters
A hyphen, a slash or a spaced dash among en dashes is a slip of typing that a typesetter carries over faithfully. Which
sign is right, the book says. In Markdown two hyphens are an en dash.

## Flagged
```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4]

[^1]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), pp. 4–9.
[^2]: Penn, *Weather*, pp. 17–21.
[^3]: Penn, *Weather*, pp. 35-38.
[^4]: Penn, *Weather*, pp. 40–46.
```

```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4]

[^1]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), pp. 4–9.
[^2]: Penn, *Weather*, pp. 17–21.
[^3]: RGIA, f. 1284, op. 223, d. 45, ll. 12-19.
[^4]: Penn, *Weather*, pp. 40–46.
```

```markdown
Rain.[^1] Hail.[^2] Fog.[^3]

[^1]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), pp. 4–9.
[^2]: Penn, *Weather*, pp. 17–21.
[^3]: Penn, *Weather*, pp. 35-38.
```

## Fixed
```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4]

[^1]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), pp. 4–9.
[^2]: Penn, *Weather*, pp. 17–21.
[^3]: Penn, *Weather*, pp. 35–38.
[^4]: Penn, *Weather*, pp. 40–46.
```

```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4]

[^1]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), pp. 4–9.
[^2]: Penn, *Weather*, pp. 17–21.
[^3]: RGIA, f. 1284, op. 223, d. 45, ll. 12–19.
[^4]: Penn, *Weather*, pp. 40–46.
```

## Clean
```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4]

[^1]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), pp. 4-9.
[^2]: Penn, *Weather*, pp. 17-21.
[^3]: Penn, *Weather*, pp. 35-38.
[^4]: Penn, *Weather*, pp. 40-46.
```

## References
The Chicago Manual of Style, 17th ed., 6.78 and 9.60; New Hart's Rules, 2nd ed., chapter 4, on the en rule; Duden, Die
deutsche Rechtschreibung, on the dash that stands for "bis".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from footlint.conventions import locators
from footlint.conventions.cited_pages import cited_folios, cited_ranges
from footlint.conventions.locators import RANGE_DASH
from footlint.finding import WARNING, Edit, Finding, Fix, Safety
from footlint.rule import Chapter, chapter_rule
from footlint.rules.undecided import undecided
from footlint.source import Span

_SIGNS = {"en": "–", "hyphen": "-", "em": "—", "spaced-en": " – ", "spaced-hyphen": " - ", "spaced-em": " — "}


@chapter_rule("PG006", "range-dash", severity=WARNING)
def range_dash(chapter: Chapter) -> Iterator[Finding]:
    """Report the ranges whose sign is not the book's."""
    convention = chapter.conventions[RANGE_DASH.name]
    for note, pages in chain(cited_ranges(chapter.facts), cited_folios(chapter.facts)):
        found = locators.range_dash(pages, chapter.facts.format)
        if found is None or convention.value is None or found == convention.value or pages.dash is None:
            continue
        sign = _SIGNS.get(convention.value)
        fix = None
        if sign is not None:
            start, end = pages.span.start + len(pages.first), pages.dash.span.end
            # a slash may stand for "and"
            safety: Safety = "unsafe" if "slash" in found else "safe"
            fix = Fix(f"Write {pages.first}{sign}{pages.last}", (Edit(Span(start, end), sign),), safety)
        word = RANGE_DASH.words.get(found, found).removeprefix("page ranges have ")
        yield Finding(pages.span, f"the range has {word}; {convention.evidence}", fix=fix, note=note.label)
    yield from undecided(chapter, RANGE_DASH, even_few=True)
