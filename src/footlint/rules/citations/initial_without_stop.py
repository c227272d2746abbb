"""An initial without its stop, where the book's initials have one.

## Why it matters
`Junge M` among `Junge M.` is a slip of typing. Books that set initials without stops, as many journals of the sciences
do, are left alone.

## Flagged
```markdown
Rain fell.[^1] It lay.[^2] It froze.[^3]

[^1]: A. B. Marsh, *Winters of the North* (Leeds: Harrow, 1990), p. 14.
[^2]: C. D. Penn, *Weather* (Cardiff: Taff, 2004), p. 9.
[^3]: E F. Dorn, *Walls* (Hull: Humber, 1966), p. 41.
```

```markdown
Rain fell.[^1] It lay.[^2] It froze.[^3] It thawed.[^4]

[^1]: A. B. Marsh, Winters of the North (Leeds: Harrow, 1990), p. 14; C. D. Penn, Weather (Cardiff: Taff, 2004), p. 9.
[^2]: G. H. Finch, The Farm (Exeter: Exe, 1992), p. 14; P. T. Reed, Harbours (York: Minster Press, 1971), p. 3.
[^3]: M van der Dorn, Walls and Weirs (Hull: Humber, 1966), p. 41.
[^4]: L. N. Ward, Trees (Kent: Weald, 1980), p. 45.
```

## Fixed
```markdown
Rain fell.[^1] It lay.[^2] It froze.[^3]

[^1]: A. B. Marsh, *Winters of the North* (Leeds: Harrow, 1990), p. 14.
[^2]: C. D. Penn, *Weather* (Cardiff: Taff, 2004), p. 9.
[^3]: E. F. Dorn, *Walls* (Hull: Humber, 1966), p. 41.
```

```markdown
Rain fell.[^1] It lay.[^2] It froze.[^3] It thawed.[^4]

[^1]: A. B. Marsh, Winters of the North (Leeds: Harrow, 1990), p. 14; C. D. Penn, Weather (Cardiff: Taff, 2004), p. 9.
[^2]: G. H. Finch, The Farm (Exeter: Exe, 1992), p. 14; P. T. Reed, Harbours (York: Minster Press, 1971), p. 3.
[^3]: M. van der Dorn, Walls and Weirs (Hull: Humber, 1966), p. 41.
[^4]: L. N. Ward, Trees (Kent: Weald, 1980), p. 45.
```

## Clean
```markdown
Rain fell.[^1] It lay.[^2] It froze.[^3]

[^1]: A B Marsh, *Winters of the North* (Leeds: Harrow, 1990), p. 14.
[^2]: C D Penn, *Weather* (Cardiff: Taff, 2004), p. 9.
[^3]: E F Dorn, *Walls* (Hull: Humber, 1966), p. 41.
```

## References
The Chicago Manual of Style, 17th ed., 10.12, sets initials with stops; New Hart's Rules, 2nd ed., 10.2, allows both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from footlint.citations.letters import LETTERS
from footlint.citations.model import Citation, Person, Text
from footlint.conventions.citations import INITIAL_STOP, initial_stop, named_people
from footlint.finding import WARNING, Edit, Finding, Fix
from footlint.rule import Chapter, chapter_rule
from footlint.source import Span
from footlint.works.persons import name

#: With so many initials, all but a few of them with stops, a lone letter before a surname is one more.
_MANY = 8
#: One-letter words with which titles begin in some language.
_WORDS = frozenset("AEIOUYKSVWZ")


@chapter_rule("CT014", "initial-without-stop", severity=WARNING)
def initial_without_stop(chapter: Chapter) -> Iterator[Finding]:
    """Report the bare initials of a book that has stops."""
    convention = chapter.conventions[INITIAL_STOP.name]
    if convention.value != "stop":
        return
    people = list(named_people(chapter.facts))
    bare = [named for named in people if any(_is_bare(given) for given in named.person.given)]
    if not bare:
        return
    known = Counter(name(named.person).key for named in people)
    doubled = any(_is_doubled(given.text) for named in people for given in named.person.given)
    for named in bare:
        # a single capital may also be a word of a title that was taken for a name
        if (
            known[name(named.person).key] < 2  # noqa: PLR2004
            and not _has_stops(named.citation)
            and (convention.total < _MANY or not _leads_to_imprint(named.person, named.citation))
        ):
            continue
        for given in named.person.given:
            if initial_stop(given) == "none":
                message = f"the initial {given.text} has no stop; {convention.evidence}"
                yield Finding(given.span, message, fix=_fix(given), note=named.note.label)
            elif doubled and given.text.casefold() in LETTERS and _has_stop(named.person):
                message = f"the initial {given.text} has no stop, as the one beside it has"
                yield Finding(given.span, message, fix=_fix(given), note=named.note.label)


def _is_bare(given: Text) -> bool:
    return initial_stop(given) == "none" or given.text.casefold() in LETTERS


def _is_doubled(given: str) -> bool:
    """Yu., Zh.: an initial of two letters, by which Ye is one that has lost its stop and no Chinese name."""
    return given.endswith(".") and given[:-1].casefold() in LETTERS


def _has_stop(person: Person) -> bool:
    return any(initial_stop(given) == "stop" for given in person.given)


def _has_stops(citation: Citation) -> bool:
    """Whether another initial in the citation has its stop."""
    return any(_has_stop(person) for person in (*citation.authors, *citation.editors))


def _leads_to_imprint(person: Person, citation: Citation) -> bool:
    """M van der Valk, *Title* (Place: Publisher, Year): a name by its place, and a letter that is no word."""
    if None in {citation.title, citation.place, citation.publisher, citation.year}:
        return False
    is_first = citation.authors[:1] == (person,) and person.order == "given-first"
    return is_first and person.given[0].text not in _WORDS


def _fix(given: Text) -> Fix:
    end = given.span.end
    return Fix(f"Write {given.text}.", (Edit(Span(end, end), "."),), "safe")
