"""A marker on the other side of the punctuation than the book's others.

## Why it matters
Most English styles set the marker after the punctuation, some continental ones before it. A book does the one or the
other throughout; the exceptions are slips that a typesetter will not see. What the book does is counted, or set as
`marker-position` under `[style]`. Dashes and brackets are left out of account. German sets a marker before the
punctuation where the note is about the last word alone, so in chapters that cite pages with `S.` it is a hint.

## Flagged
```markdown
Rain fell.[^1] Hail fell.[^2] The well[^3], then, was full. Fog rose.[^4] Frost came.[^5]

[^1]: Weather book, p. 1.
[^2]: Weather book, p. 2.
[^3]: Weather book, p. 3.
[^4]: Weather book, p. 4.
[^5]: Weather book, p. 5.
```

## Fixed
```markdown
Rain fell.[^1] Hail fell.[^2] The well,[^3] then, was full. Fog rose.[^4] Frost came.[^5]

[^1]: Weather book, p. 1.
[^2]: Weather book, p. 2.
[^3]: Weather book, p. 3.
[^4]: Weather book, p. 4.
[^5]: Weather book, p. 5.
```

## Clean
```markdown
La pluie tomba[^1]. La grêle tomba[^2], puis le brouillard[^3]. Il gela[^4]. Il neigea[^5].

[^1]: Journal du temps, p. 1.
[^2]: Journal du temps, p. 2.
[^3]: Journal du temps, p. 3.
[^4]: Journal du temps, p. 4.
[^5]: Journal du temps, p. 5.
```

## References
The Chicago Manual of Style, 17th ed., 14.26, and MHRA Style Guide, 4th ed., § 9.2: after the punctuation, but before a
dash. Lexique des règles typographiques en usage à l'Imprimerie nationale: before the punctuation. Duden: either,
by what the note is about.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.conventions.markers import MARKER_POSITION
from footlint.facts import MarkerFact
from footlint.finding import HINT, WARNING, Edit, Finding, Fix
from footlint.rule import Chapter, chapter_rule
from footlint.rules.undecided import undecided


@chapter_rule("FN010", "marker-before-punctuation", severity=WARNING)
def marker_before_punctuation(chapter: Chapter) -> Iterator[Finding]:
    """Report the markers on the rarer side."""
    facts = {fact.span: fact for fact in chapter.markers}
    evidence = chapter.conventions[MARKER_POSITION.name].evidence
    severity = HINT if _is_german(chapter) else None
    for odd in chapter.against(MARKER_POSITION):
        fact = facts[odd.span]
        sign = fact.after if odd.value == "before" else fact.before
        message = f"marker {fact.label or 'here'} stands {odd.value} “{sign}”; {evidence}"
        fix = _behind(fact) if odd.value == "before" else None
        yield Finding(fact.span, message, fix=fix, note=fact.label, severity=severity)
    yield from undecided(chapter, MARKER_POSITION, severity=severity)


def _is_german(chapter: Chapter) -> bool:
    """Whether most pages are cited with "S."."""
    prefixes = [
        locator.prefix.text.strip()
        for fact in chapter.notes
        for citation in fact.citations
        for locator in citation.of_kind("pages")
        if locator.prefix is not None
    ]
    return 2 * prefixes.count("S.") > len(prefixes)


def _behind(fact: MarkerFact) -> Fix | None:
    """Set the marker behind the punctuation that follows it at once."""
    closing = fact.closing
    if closing is None or closing.span.start != fact.span.end or len(closing.text) != len(closing.span):
        return None
    edits = (Edit(fact.span, closing.text), Edit(closing.span, fact.text))
    return Fix(f"Set the marker after “{closing.text}”", edits, "safe")
