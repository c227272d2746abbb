"""A book or an article cited without pages where the book gives them.

## Why it matters
A claim that rests on "somewhere in 400 pages" cannot be checked. Newspapers cited by date, archives, web pages, laws,
works named as a whole, lists of literature and remarks need no pages; nor does what is quoted from another work, whose
pages are given, or a book that is content to name works. A work described in full behind a sentence that names its
author or its title is what the sentence is about.

## Flagged
```markdown
Sheep.[^1] Goats.[^2] Cows.[^3] Pigs.[^4] Geese.[^5] Hens.[^6]

[^1]: Nora Finch, *The Farm* (Exeter: Exe, 1992), pp. 14–19.
[^2]: Finch, *The Farm*, p. 30.
[^3]: Finch, *The Farm*, pp. 41–44.
[^4]: Finch, *The Farm*.
[^5]: Finch, *The Farm*, p. 60.
[^6]: Finch, *The Farm*, p. 71.
```

```markdown
Sheep.[^1] Goats.[^2] The rams were sold to Dorset.[^3] Cows.[^4] Pigs.[^5] Geese.[^6] Hens.[^7]

[^1]: Nora Finch, *The Farm* (Exeter: Exe, 1992), pp. 14–19; Ada Roe, *Fields* (Exeter: Exe, 1971), p. 3.
[^2]: Finch, *The Farm*, p. 30; Roe, *Fields*, p. 44.
[^3]: Hugh Marsh, *The Fold* (Leeds: Harrow, 1990).
[^4]: Finch, *The Farm*, p. 41; Roe, *Fields*, p. 52.
[^5]: Finch, *The Farm*, p. 43; Roe, *Fields*, p. 55.
[^6]: Finch, *The Farm*, p. 60; Roe, *Fields*, p. 61.
[^7]: Finch, *The Farm*, p. 71.
```

## Clean
```markdown
Sheep.[^1] Goats.[^2] Cows.[^3] Pigs.[^4] Geese.[^5]

[^1]: Nora Finch, *The Farm* (Exeter: Exe, 1992), pp. 14–19.
[^2]: Finch, *The Farm*, p. 30.
[^3]: *The Evening Post*, 3 May 1931.
[^4]: Ibid.
[^5]: Hugh Marsh, *The Fold*, quoted in Finch, *The Farm*, p. 60.
```

```markdown
Sheep.[^1] Goats.[^2] The shepherd Hugh Marsh made a novel of it.[^3] Cows.[^4] Pigs.[^5] Geese.[^6] Hens.[^7]

[^1]: Nora Finch, *The Farm* (Exeter: Exe, 1992), pp. 14–19; Ada Roe, *Fields* (Exeter: Exe, 1971), p. 3.
[^2]: Finch, *The Farm*, p. 30; Roe, *Fields*, p. 44.
[^3]: Hugh Marsh, *The Fold* (Leeds: Harrow, 1990).
[^4]: Finch, *The Farm*, p. 41; Roe, *Fields*, p. 52.
[^5]: Finch, *The Farm*, p. 43; Roe, *Fields*, p. 55.
[^6]: Finch, *The Farm*, p. 60; Roe, *Fields*, p. 61.
[^7]: Finch, *The Farm*, p. 71.
```

## References
The Chicago Manual of Style, 17th ed., chapter 14, on page numbers in notes; the MHRA Style Guide, 3rd ed., on
references; GOST R 7.0.5-2008.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from footlint.citations.model import Citation
from footlint.conventions.locators import PAGES_GIVEN
from footlint.conventions.places import OTHER_CUSTOMS, lacks_pages, may_be_whole
from footlint.conventions.vote import Convention
from footlint.finding import WARNING, Finding
from footlint.rule import Chapter, chapter_rule
from footlint.works.kinds import is_full
from footlint.works.subject import is_subject

#: Beyond one in so many citations without pages, naming the work only is something the author does on purpose.
_ONE_IN = 6
#: "See X, Title (Place, Year)", or a book described in full where it is first named, means the work as a whole more
#: often than not: there the book must be stricter with itself before one without pages is a slip.
_ONE_IN_WHOLE = 20
_FEWEST = 6
_FEWEST_WHOLE = 12


@chapter_rule("PG001", "missing-pages", severity=WARNING)
def missing_pages(chapter: Chapter) -> Iterator[Finding]:
    """Report the citations without pages, if they are few."""
    convention = chapter.conventions[PAGES_GIVEN.name]
    if convention.value != "given":
        return
    kinds = Counter(
        (_kind(citation), lacks_pages(note, citation)) for note in chapter.notes for citation in note.citations
    )
    for note in chapter.notes:
        signalled = False
        for citation in note.citations:
            signalled = signalled or citation.signal is not None
            if not lacks_pages(note, citation) or may_be_whole(note, citation):
                continue
            # where most full references to books stand without pages, that is how this author names books
            habit = kinds[_kind(citation), True] > max(1, kinds[_kind(citation), False])
            rare = _is_rare(convention, whole=signalled or citation.kind == "book")
            if convention.source == "vote" and (habit or not rare):
                continue
            if _is_unpaged(chapter, citation) or (is_full(citation) and is_subject(citation, note.sentence)):
                continue
            span = citation.title.text.span if citation.title is not None else citation.span
            yield Finding(span, f"no pages are given; {convention.evidence}", note=note.label)


def _is_unpaged(chapter: Chapter, citation: Citation) -> bool:
    """Whether the other citations of the work show that it has no pages: a web page cited by its short title."""
    work = next((one.work for one in chapter.cited if one.citation.span == citation.span), None)
    if work is None:
        return False
    others = [one.citation for one in chapter.works.of(chapter.works.works[work])]
    if any(other.of_kind("pages", "columns", "folios") for other in others):
        return False
    return any(other.kind in OTHER_CUSTOMS or other.of_kind("identifier") for other in others)


def _is_rare(convention: Convention, *, whole: bool) -> bool:
    if convention.total < (_FEWEST_WHOLE if whole else _FEWEST):
        return False
    others = convention.counts.get("missing", 0) - 1
    return others * (_ONE_IN_WHOLE if whole else _ONE_IN) < convention.total


def _kind(citation: Citation) -> str:
    return "book" if citation.kind == "contribution" else citation.kind
