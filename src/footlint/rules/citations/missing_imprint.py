"""An imprint without its publisher, where the book's imprints name it.

## Why it matters
A bibliography made from such notes has holes. Books before 1900 are left alone, and so is a manuscript that leaves
publishers out. Only a place that another imprint shows to be one is asked for its publisher.

## Flagged
```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4] Frost.[^5]

[^1]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), p. 9.
[^2]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 20.
[^3]: Hugh Dorn, *Walls* (Hull: Humber, 1966), p. 41.
[^4]: Nora Finch, *The Farm* (Exeter: Exe, 1992), p. 14.
[^5]: Tom Arkwright, *Bridges* (Hull, 1981), p. 62.
```

## Clean
```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4]

[^1]: Ivor Penn, *Weather* (Cardiff, 2004), p. 9.
[^2]: Ruth Calder, *Mills and Millers* (Bristol, 1988), p. 20.
[^3]: Hugh Dorn, *Walls* (Hull, 1966), p. 41.
[^4]: Nora Finch, *The Farm* (Exeter, 1892), p. 14.
```

## References
The Chicago Manual of Style, 17th ed., 14.127–128; GOST R 7.0.5-2008, which lets notes leave the publisher out.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.citations.model import Citation
from footlint.conventions.citations import PUBLISHER, publisher_given
from footlint.finding import HINT, Finding
from footlint.rule import Chapter, Whole, chapter_rule
from footlint.source import Span
from footlint.works.fold import letters


@chapter_rule("CT007", "missing-imprint", severity=HINT)
def missing_imprint(chapter: Chapter) -> Iterator[Finding]:
    """Report the imprints without a publisher, if the book's have one."""
    convention = chapter.conventions[PUBLISHER.name]
    if convention.value != "given":
        return
    places, complete = chapter.whole.once(_complete)
    for cited in chapter.cited:
        if (
            publisher_given(cited.citation) == "missing"
            and cited.work not in complete
            and _place(cited.citation) in places
        ):
            yield Finding(_imprint(cited.citation), f"no publisher is named; {convention.evidence}", note=cited.label)


def _complete(whole: Whole) -> tuple[set[str], set[int | None]]:
    """The places that stand with a publisher, and the works that have one somewhere."""
    given = [cited for cited in whole.works.cited if publisher_given(cited.citation) == "given"]
    return {_place(cited.citation) for cited in given}, {cited.work for cited in given}


def _place(citation: Citation) -> str:
    """The place, which must be one for certain: Madison may be a publisher."""
    return letters(citation.place.text) if citation.place is not None else ""


def _imprint(citation: Citation) -> Span:
    assert citation.place is not None
    assert citation.year is not None
    start, end = citation.place.span.start, citation.year.span.end
    return Span(start, end) if start < end else citation.place.span
