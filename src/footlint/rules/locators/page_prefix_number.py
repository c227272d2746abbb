"""`p.` before several pages, or `pp.` before one.

The prefix does not fit the number of pages that follow it.

## Why it matters
`p. 110–113` looks as if a digit, or a page, were wrong. `pp.` for one page is wrong in every style; `p.` for several is
the rule in French and allowed elsewhere, so that half follows the habit of the book. Words that serve for one and for
many (`S.`, `s.`, `с.`, `str.`) are never flagged.

## Flagged
```markdown
Ships came.[^1] They left.[^2] They sank.[^3] They rose.[^4]

[^1]: Paul Reed, *Harbours* (York: Minster Press, 1971), pp. 3–9.
[^2]: Reed, *Harbours*, pp. 12–15.
[^3]: Reed, *Harbours*, p. 110–113.
[^4]: Reed, *Harbours*, pp. 120 and 131.
```

```markdown
Ships came.[^1]

[^1]: Paul Reed, *Harbours* (York: Minster Press, 1971), pp. 44.
```

```markdown
Ships came.[^1] They left.[^2] They sank.[^3]

[^1]: Paul Reed, *Harbours* (York: Minster Press, 1971), pp. 3–9.
[^2]: Reed, *Harbours*, pp. 12–15.
[^3]: Reed, *Harbours*, p. 110–113.
```

## Fixed
```markdown
Ships came.[^1] They left.[^2] They sank.[^3] They rose.[^4]

[^1]: Paul Reed, *Harbours* (York: Minster Press, 1971), pp. 3–9.
[^2]: Reed, *Harbours*, pp. 12–15.
[^3]: Reed, *Harbours*, pp. 110–113.
[^4]: Reed, *Harbours*, pp. 120 and 131.
```

```markdown
Ships came.[^1]

[^1]: Paul Reed, *Harbours* (York: Minster Press, 1971), p. 44.
```

## Clean
```markdown
Des navires.[^1] Ils partent.[^2] Ils coulent.[^3] Ils reposent.[^4]

[^1]: Paul Roux, *Les Ports* (Lyon: Rhône, 1971), p. 3-9.
[^2]: Roux, *Les Ports*, p. 12-15.
[^3]: Roux, *Les Ports*, p. 110-113.
[^4]: Roux, *Les Ports*, p. 44.
```

## References
The MHRA Style Guide, 3rd ed., and New Hart's Rules, 2nd ed., chapter 17, write `p.` for one page and `pp.` for several;
the Lexique des règles typographiques en usage à l'Imprimerie nationale abbreviates page and pages alike as `p.`
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.conventions.cited_pages import cited_pages, is_several
from footlint.conventions.locators import PLURAL_PREFIX
from footlint.conventions.prefixes import counterpart, plural
from footlint.finding import WARNING, Edit, Finding, Fix
from footlint.rule import Chapter, chapter_rule
from footlint.rules.undecided import undecided


@chapter_rule("PG003", "page-prefix-number", severity=WARNING)
def page_prefix_number(chapter: Chapter) -> Iterator[Finding]:
    """Compare each prefix with the number of pages after it."""
    convention = chapter.conventions[PLURAL_PREFIX.name]
    for cited in cited_pages(chapter.facts):
        prefix, several = cited.locator.prefix, is_several(cited.locator)
        if prefix is None or several is None:
            continue
        doubled = plural(prefix.text)
        if doubled and not several:
            message = f"{prefix.text} stands before one page"
        elif doubled is False and several and convention.value == "doubled":
            message = f"{prefix.text} stands before several pages; {convention.evidence}"
        elif doubled and several and convention.value == "single":
            message = f"{prefix.text} stands before several pages, elsewhere p. does; {convention.evidence}"
        else:
            continue
        word = counterpart(prefix.text)
        fix = Fix(f"Write {word}", (Edit(prefix.span, word),), "safe") if word is not None else None
        yield Finding(cited.locator.span, message, fix=fix, note=cited.note.label)
    yield from undecided(chapter, PLURAL_PREFIX, even_few=True)
