"""A locator that is not well formed.

A range without an end, a letter among the digits, a dash with space on one side, `pp.` with nothing after it.

## Why it matters
`pp. 45–` has lost its last page, and `p. 1O5` is found by no search. A person reads over such slips.

## Flagged
```markdown
Oaks.[^1] Elms.[^2] Ashes.[^3]

[^1]: Lena Ward, *Trees* (Kent: Weald, 1980), pp. 45–.
[^2]: Ward, *Trees*, p. 51.
[^3]: Ward, *Trees*, p. 60.
```

```markdown
Oaks.[^1] Elms.[^2] Ashes.[^3]

[^1]: Lena Ward, *Trees* (Kent: Weald, 1980), pp. 45– 47.
[^2]: Ward, *Trees*, p. 51.
[^3]: Ward, *Trees*, p. 60.
```

## Fixed
```markdown
Oaks.[^1] Elms.[^2] Ashes.[^3]

[^1]: Lena Ward, *Trees* (Kent: Weald, 1980), pp. 45–47.
[^2]: Ward, *Trees*, p. 51.
[^3]: Ward, *Trees*, p. 60.
```

## Clean
```markdown
Oaks.[^1] Elms.[^2] Ashes.[^3]

[^1]: Lena Ward, *Trees* (Kent: Weald, 1980), pp. 45–47.
[^2]: Ward, *Trees*, p. 51, n. 3.
[^3]: Ward, *Trees*, p. 60.
```

## References
The Chicago Manual of Style, 17th ed., 9.60–64, on ranges of numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.citations.model import PageRange
from footlint.conventions.locators import RANGE_DASH
from footlint.finding import WARNING, Edit, Finding, Fix
from footlint.rule import Chapter, chapter_rule
from footlint.source import Span

_SIGNS = {"en": "–", "hyphen": "-", "spaced-en": " – ", "spaced-hyphen": " - "}


@chapter_rule("PG007", "malformed-locator", severity=WARNING)
def malformed_locator(chapter: Chapter) -> Iterator[Finding]:
    """Report the flaws of form that the parser saw."""
    sign = _SIGNS.get(chapter.conventions[RANGE_DASH.name].value or "", "–")
    for note in chapter.notes:
        for citation in note.citations:
            for locator in citation.locators:
                flawed = [pages for pages in locator.ranges if pages.flaw is not None]
                for pages in flawed:
                    message = f"the range is malformed: {pages.flaw}"
                    yield Finding(pages.span, message, fix=_fix(pages, sign), note=note.label)
                if locator.flaw is not None and not flawed:
                    yield Finding(locator.span, f"the locator is malformed: {locator.flaw}", note=note.label)


def _fix(pages: PageRange, sign: str) -> Fix | None:
    """Close the range up where both its ends are sound."""
    if pages.last is None or pages.dash is None or not (pages.first.isdigit() and pages.last.isdigit()):
        return None
    if pages.suffix is not None or "more than two" in (pages.flaw or ""):
        return None
    between = Span(pages.span.start + len(pages.first), pages.span.end - len(pages.last))
    return Fix(f"Write {pages.first}{sign}{pages.last}", (Edit(between, sign),), "safe")
