"""A short reference that fits several works.

## Why it matters
"Calder, p. 31" is no reference where two books of Calder are cited, and "*Letters*, p. 4" none where two volumes of
*Letters* are. footlint does not guess; the author must say. Where the title of the work just cited is left out, which
some styles allow, it is a hint; so is the first of many references to one author's book by the bare name.

## Flagged
```markdown
Rain.[^1] Hail.[^2] Fog.[^3]

[^1]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 20.
[^2]: Ruth Calder, *Weirs and Locks* (Bristol: Avon House, 1991), p. 5; Ivor Penn, *Rain* (Cardiff: Taff, 2004), p. 9.
[^3]: Calder, p. 31.
```

## Clean
```markdown
Rain.[^1] Hail.[^2] Fog.[^3] Dew.[^4]

[^1]: Ruth Calder, *Mills and Millers* (Bristol: Avon House, 1988), p. 20.
[^2]: Ivor Calder, *Weirs and Locks* (Bristol: Avon House, 1991), p. 5.
[^3]: R. Calder, p. 31.
[^4]: Calder, *Weirs and Locks*, p. 7.
```

## References
The Chicago Manual of Style, 17th ed., 14.30–33: the short title is given because an author may have several
works; 14.34 there lets the title of the work just cited be left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from footlint.finding import HINT, WARNING, Finding, Related
from footlint.rule import Chapter, Whole, chapter_rule
from footlint.works import Cited, Work
from footlint.works.persons import surname_key

_MOST = 3
#: More references of one kind are a custom, and one finding says so.
_CUSTOM = 5


@chapter_rule("CT016", "ambiguous-short-form", severity=WARNING)
def ambiguous_short_form(chapter: Chapter) -> Iterator[Finding]:
    """Report the short references that lead to several works cited before."""
    by_name = chapter.whole.once(_by_name)
    told: set[str] = set()
    for cited in chapter.cited:
        if cited.how not in {"short", "surname", "op-cit"} or not cited.candidates:
            continue
        fitting = [chapter.works.works[number] for number in cited.candidates]
        places = [_before(chapter, work, cited) for work in fitting]
        known = [(work, place) for work, place in zip(fitting, places, strict=True) if place is not None]
        if len(known) < 2:  # noqa: PLR2004 - what comes later is not meant
            continue
        author = _author(cited)
        like = by_name[author]
        if like > _CUSTOM and author in told:
            continue
        told.add(author)
        just = [work for work, _ in known if _is_just_cited(chapter, work, cited)]
        names = " or ".join(f"“{_name(work)}” ({place.place(chapter.path)})" for work, place in known[:_MOST])
        more = f" and {len(known) - _MOST} more" if len(known) > _MOST else ""
        custom = f"; {like} references are like it" if like > _CUSTOM else ""
        yield Finding(
            cited.citation.span,
            f"this may be {names}{more}{custom}",
            related=tuple(
                Related(place.citation.span, "this work", None if place.path == chapter.path else place.path)
                for _, place in known[:_MOST]
            ),
            note=cited.label,
            severity=HINT if custom or (len(just) == 1 and cited.how == "surname") else None,
        )


def _by_name(whole: Whole) -> Counter[str]:
    """How many references to each author's works leave it open which is meant."""
    return Counter(_author(cited) for cited in whole.works.cited if cited.how == "surname" and cited.candidates)


def _author(cited: Cited) -> str:
    return " ".join(surname_key(person) for person in cited.citation.authors) if cited.how == "surname" else ""


def _is_just_cited(chapter: Chapter, work: Work, cited: Cited) -> bool:
    """Whether it is the work of the citation before, whose title some styles leave out."""
    before = chapter.works.cited[cited.position - 1]
    return before.chapter == cited.chapter and before.work == work.id


def _before(chapter: Chapter, work: Work, cited: Cited) -> Cited | None:
    first = chapter.works.cited[work.cited[0]]
    return first if first.position < cited.position else None


def _name(work: Work) -> str:
    return work.title.text.text if work.title is not None else "a work without a title"
