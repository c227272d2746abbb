"""A work cited in full again, where the book cites in short after the first time.

## Why it matters
A second full reference makes a reader think of a second edition, and it is the place where imprints begin to differ.
Each chapter may give a full reference of its own.

## Flagged
```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4] Frost.[^5] Snow.[^6]

[^1]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), p. 9.
[^2]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 20.
[^3]: Penn, *Weather*, p. 12.
[^4]: Calder, *Mills and Millers*, p. 31.
[^5]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), p. 41.
[^6]: Calder, *Mills and Millers*, p. 44.
```

## Clean
```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4] Frost.[^5] Snow.[^6]

[^1]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), p. 9.
[^2]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 20.
[^3]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), p. 12.
[^4]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 31.
[^5]: Ivor Penn, *Weather* (Cardiff: Taff, 2004), p. 41.
[^6]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 44.
```

## References
The Chicago Manual of Style, 17th ed., 14.29–30; the MHRA Style Guide, 4th ed., on later references.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.conventions.vote import CLEAR_SHARE
from footlint.finding import HINT, Finding, Related
from footlint.rule import Chapter, chapter_rule
from footlint.works import Cited
from footlint.works.fold import words

#: Fewer later references than this show no habit.
_FEWEST = 3


@chapter_rule("CT015", "repeated-full-citation", severity=HINT)
def repeated_full_citation(chapter: Chapter) -> Iterator[Finding]:
    """Report later full references where later references are short."""
    later = list(_later(chapter))
    short = sum(cited.how != "full" for cited, _ in later)
    if short < _FEWEST or short < CLEAR_SHARE * len(later):
        return
    for cited, first in later:
        citation = cited.citation
        if cited.how == "full" and (citation.authors or citation.editors) and _is_same(cited, first):
            yield Finding(
                citation.span,
                f"cited in full again; {short} of {len(later)} later references are short",
                related=(Related(first.citation.span, f"cited in full in {first.named}"),),
                note=cited.label,
            )


def _is_same(cited: Cited, first: Cited) -> bool:
    """Whether it is the same book; a publisher may be left out, or cut short."""
    mine, other = cited.citation.publisher, first.citation.publisher
    if mine is not None and other is not None and set(words(mine.text)).isdisjoint(words(other.text)):
        return False
    return _imprint(cited) == _imprint(first)


def _imprint(cited: Cited) -> tuple[str | None, ...]:
    """Edition, place, year and volume: what differs in one of them is another book, or a fault of its own."""
    citation = cited.citation
    fields = tuple(text.text if text else None for text in (citation.edition, citation.place, citation.year))
    return (*fields, *(one.value.text for one in citation.of_kind("volume") if one.value is not None))


def _later(chapter: Chapter) -> Iterator[tuple[Cited, Cited]]:
    """The references to works cited in full before in this chapter, each with that full reference."""
    first: dict[int, Cited] = {}
    for cited in chapter.cited:
        if cited.work is None or cited.citation.kind not in {"book", "article", "contribution", "short"}:
            continue
        if cited.work in first:
            yield cited, first[cited.work]
        elif cited.how == "full":
            first[cited.work] = cited
