"""An author's name in another form than the book gives its authors.

Two authors joined in another way than the rest, a name turned round, a comma or a semicolon within one name, one
author under two surnames or with other initials; as a hint, in references by author and year, one whose author is
nearly that of others of the same year.

## Why it matters
Names are what readers search for, and what the index and the bibliography are sorted by. Which form is right, the book
says; the order of surname and given names is questioned only for a person who stands the other way round elsewhere.

## Flagged
```markdown
The mill burned.[^1] It was rebuilt.[^2] It stood.[^3] It fell.[^4]

[^1]: Calder R. / Penn I., *Mills and Millers* (Bristol: Avon House, 1988), p. 20.
[^2]: Calder R. / Penn I., *Mills and Millers*, p. 24.
[^3]: Calder-Penn, *Mills and Millers*, p. 31.
[^4]: Calder R. / Penn I., *Mills and Millers*, p. 36.
```

```markdown
The mill burned.[^1] It was rebuilt.[^2] It stood.[^3]

[^1]: Calder R. / Penn I., *Mills and Millers* (Bristol: Avon House, 1988), p. 20.
[^2]: Calder R. / Penn, I., *Mills and Millers*, p. 24.
[^3]: Calder R. / Penn I., *Mills and Millers*, p. 36.
```

```markdown
The mill burned.[^1] It was rebuilt.[^2] It burned again.[^3]

[^1]: Ruth Wetherby, *Mills and Millers* (Bristol: Avon House, 1988), p. 20.
[^2]: Wetherby, *Mills and Millers*, p. 24.
[^3]: Wetherbey, *Mills and Millers*, p. 31.
```

```markdown
The mill burned.[^1] It was rebuilt.[^2] It burned again.[^3]

[^1]: R. A. Wetherby, *Mills and Millers of the North* (Bristol: Avon House, 1988), p. 20.
[^2]: R. A. Wetherby, *Mills and Millers*, p. 24.
[^3]: E. O. Wetherby, *Mills and Millers*, p. 31.
```

```markdown
The mill burned.[^1] It was rebuilt.[^2] It burned again.[^3]

[^1]: Klaus Gestner-Wald, *Mills and Millers of the North* (Bristol: Avon House, 1988), p. 20.
[^2]: Gestner-Wald, *Mills and Millers*, p. 24.
[^3]: Gestner-Vald, *Mills and Millers*, p. 31.
```

```markdown
The mill burned.[^1] It was rebuilt.[^2] It burned again.[^3] It fell.[^4] It stood.[^5]

[^1]: Ruth Wetherby, *Mills and Millers of the North* (Bristol: Avon House, 1988), p. 20.
[^2]: Wetherby, op. cit., p. 24.
[^3]: Wetherby, op. cit., p. 29.
[^4]: Wetherby, op. cit., p. 31.
[^5]: Wetherbey, op. cit., p. 31.
```

```markdown
The mill burned.[^1] It was rebuilt.[^2] It burned again.[^3]

[^1]: Wetherby 2002: 20–24.
[^2]: Wetherby 2002: 31; Penn 1999: 9.
[^3]: Wetherbey 2002: 40.
```

```markdown
The mill burned.[^1] It was rebuilt.[^2] It stood.[^3]

[^1]: Ruth Calder and Ivor Penn, *Mills and Millers* (Bristol: Avon House, 1988), p. 20.
[^2]: Calder and Penn, *Mills and Millers*, p. 24.
[^3]: Calder - Penn, *Mills and Millers*, p. 31.
```

## Fixed
```markdown
The mill burned.[^1] It was rebuilt.[^2] It stood.[^3]

[^1]: Calder R. / Penn I., *Mills and Millers* (Bristol: Avon House, 1988), p. 20.
[^2]: Calder R. / Penn I., *Mills and Millers*, p. 24.
[^3]: Calder R. / Penn I., *Mills and Millers*, p. 36.
```

## Clean
```markdown
The mill burned.[^1] It was rebuilt.[^2] It burned again.[^3]

[^1]: Ruth Calder and Ivor Penn, *Mills and Millers* (Bristol: Avon House, 1988), p. 20.
[^2]: Calder and Penn, *Mills and Millers*, p. 24.
[^3]: Jean Chadwick-Orme, *Weirs* (Bristol: Avon House, 1991), p. 31.
```

```markdown
The mill burned.[^1] It was rebuilt.[^2] It burned again.[^3]

[^1]: Hansen 2002: 20–24; Petrov 1999: 4.
[^2]: Hanson 2002: 31; Petrov 1999: 9.
[^3]: Petrova 1999: 40.
```

## References
The Chicago Manual of Style, 17th ed., 14.72–76; the MHRA Style Guide, 4th ed., on names in references.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from footlint.citations.model import Person
from footlint.conventions.citations import (
    AUTHOR_JOINER,
    AUTHOR_ORDER,
    SURNAME_COMMA,
    joiner,
    named_people,
    surname_comma,
)
from footlint.conventions.vote import FEWEST, Convention
from footlint.facts import NoteFact
from footlint.finding import HINT, WARNING, Edit, Finding, Fix, Related
from footlint.rule import Chapter, Whole, chapter_rule
from footlint.source import Span
from footlint.works import Cited
from footlint.works.fold import letters, skeleton, words
from footlint.works.initials import odd_initials
from footlint.works.persons import initials_agree, may_be_respelled, name, near_surname, surname, surname_key
from footlint.works.strangers import misdated, strangers

#: A form that so few names of so many have is a slip.
_FEW, _MANY = 2, 10


@chapter_rule("CT005", "author-form", severity=WARNING)
def author_form(chapter: Chapter) -> Iterator[Finding]:
    """Look at each name, between names, and at the names that one work goes under."""
    yield from _garbled(chapter)
    yield from _joined(chapter)
    yield from _turned(chapter)
    yield from _commas(chapter)
    for analysis, severity in ((_odd_names, None), (_misdated, HINT)):
        for one, person, message, other, usual in chapter.whole.once(analysis).get(chapter.index, ()):
            path = None if other.path == chapter.path else other.path
            related = Related(usual.text.span, f"{surname(usual)} in {other.place(chapter.path)}", path)
            yield Finding(person.text.span, message, related=(related,), note=one.label, severity=severity)


def _garbled(chapter: Chapter) -> Iterator[Finding]:
    for named in named_people(chapter.facts):
        if ";" in named.person.text.text:
            message = f"a semicolon stands within the name {named.person.text.text}"
            yield Finding(named.person.text.span, message, note=named.note.label)


def _joined(chapter: Chapter) -> Iterator[Finding]:
    convention = chapter.conventions[AUTHOR_JOINER.name]
    usual = convention.value if _is_rare(convention) else None
    few = usual is None and _is_lone(convention)
    if usual is None and not few:
        return
    pairs = list(_pairs(chapter))
    known = Counter(name(named.person).key for named in named_people(chapter.facts)) if pairs else Counter()
    if few:
        usual = max(convention.counts, key=lambda value: convention.counts[value])
    together = {(name(first).key, name(last).key) for _, first, last, found in pairs if found == usual}
    for note, first, last, found in pairs:
        names = name(first).key, name(last).key
        if found in {"comma", "semicolon"} and known[names[1]] < 2:  # noqa: PLR2004
            continue  # what follows a comma need not be a name
        if found == usual or names[0] == names[1] or (few and names not in together):
            continue
        sign = AUTHOR_JOINER.words[found].removeprefix("pairs of authors are joined by ")
        evidence = "elsewhere these two are joined otherwise" if few else convention.evidence
        yield Finding(
            Span(first.text.span.start, last.text.span.end),
            f"the authors are joined by {sign}; {evidence}",
            note=note.label,
        )


def _pairs(chapter: Chapter) -> Iterator[tuple[NoteFact, Person, Person, str]]:
    """The last two of several authors, and how they are joined."""
    for note in chapter.notes:
        for citation in note.citations:
            if len(citation.authors) > 1 and not citation.et_al:
                first, last = citation.authors[-2:]
                found = joiner(note, first, last)
                if found is not None:
                    yield note, first, last, found


def _is_lone(convention: Convention) -> bool:
    """Whether one pair stands against two or more that agree, too few to be a habit."""
    return convention.source == "vote" and convention.total < FEWEST and sorted(convention.counts.values()) == [1, 2]


def _turned(chapter: Chapter) -> Iterator[Finding]:
    convention = chapter.conventions[AUTHOR_ORDER.name]
    value = convention.value
    if value is None:
        return
    turned = [
        named
        for named in named_people(chapter.facts)
        if named.is_first and named.person.role == "author" and named.person.order not in {value, "surname-only"}
    ]
    if not turned:
        return
    right = chapter.whole.once(_by_order)[value]
    surnames = {surname_key(named.person) for named in named_people(chapter.facts)}
    for named in turned:
        person = named.person
        if convention.source == "vote" and any(_folded(given.text) in surnames for given in person.given):
            continue  # Marsh, Penn, *Winters*: two surnames
        if convention.source == "house" or _is_known(person, value, right, chapter):
            where = "first" if person.order == "given-first" else "last"
            yield Finding(
                person.text.span, f"the given name stands {where}; {convention.evidence}", note=named.note.label
            )


def _is_known(person: Person, value: str, right: set[str], chapter: Chapter) -> bool:
    """Whether the name stands the other way round somewhere, or its surname alone and its given name never so."""
    if name(person).key in right:
        return True
    alone = chapter.whole.once(_surnames)
    if person.order == value or person.surname is None or not person.given or surname_key(person) not in alone:
        return False
    return not any(_folded(given.text) in alone for given in person.given)


def _surnames(whole: Whole) -> set[str]:
    """The surnames that stand alone somewhere."""
    return {
        surname_key(named.person)
        for facts in whole.chapters
        for named in named_people(facts)
        if named.person.order == "surname-only"
    }


def _folded(given: str) -> str:
    return " ".join(skeleton(word) for word in words(given))


def _by_order(whole: Whole) -> dict[str, set[str]]:
    """Whose name stands somewhere in each order."""
    found: dict[str, set[str]] = {"surname-first": set(), "given-first": set()}
    for facts in whole.chapters:
        for named in named_people(facts):
            if named.person.order in found:
                found[named.person.order].add(name(named.person).key)
    return found


def _commas(chapter: Chapter) -> Iterator[Finding]:
    convention = chapter.conventions[SURNAME_COMMA.name]
    if convention.value is None or not _is_rare(convention):
        return
    for named in named_people(chapter.facts):
        found = surname_comma(named.person)
        if found is None or found == convention.value or ";" in named.person.text.text:
            continue
        says = "a comma stands" if found == "comma" else "no comma stands"
        message = f"{says} within the name {named.person.text.text}; {convention.evidence}"
        yield Finding(named.person.text.span, message, fix=_without_comma(named.person), note=named.note.label)


def _without_comma(person: Person) -> Fix | None:
    """Take the comma out, where the name stands in the source as it reads."""
    assert person.surname is not None
    text, span = person.text, person.surname.span
    at = len(person.surname.text)
    if text.text[at : at + 1] != "," or len(text.span) != len(text.text) or span.start != text.span.start:
        return None
    return Fix("Take the comma out", (Edit(Span(span.start + at, span.start + at + 1), ""),))


def _is_rare(convention: Convention) -> bool:
    """Whether so few go against the habit that they must be slips."""
    if convention.source == "house":
        return True
    against = convention.total - convention.counts.get(convention.value or "", 0)
    return against <= max(_FEW, convention.total // _MANY)


#: What is odd about a name: the citation, the person, the message, and who is named elsewhere, and where.
_Odd = tuple[Cited, Person, str, Cited, Person]


def _odd_names(whole: Whole) -> dict[int, list[_Odd]]:
    """The names that the citations of one work do not agree on, by chapter."""
    found: dict[int, list[_Odd]] = {}
    everywhere = Counter(letters(surname(person)) for one in whole.works.cited for person in one.citation.authors)
    for work in whole.works.works:
        cited = [one for one in whole.works.of(work) if one.citation.authors]
        people = [(one, person) for one in cited for person in one.citation.authors]
        if len({letters(surname(person)) for _, person in people}) > 1:
            for odd in (*_hyphened(people), *_misspelt(people, everywhere)):
                if not _is_romanised_otherwise(whole, odd):
                    found.setdefault(odd[0].chapter, []).append(odd)
    for one, person, other, usual in strangers(whole.works):
        message = f"no work of this author is cited; {surname(usual)} is near"
        found.setdefault(one.chapter, []).append((one, person, message, other, usual))
    for one, person, other, usual in odd_initials(whole.works):
        message = f"the author of this title is {usual.text.text} elsewhere"
        found.setdefault(one.chapter, []).append((one, person, message, other, usual))
    return found


def _misdated(whole: Whole) -> dict[int, list[_Odd]]:
    """References by author and year whose author is nearly another's; Hansen and Hanson may both have written then."""
    found: dict[int, list[_Odd]] = {}
    for one, person, other, usual in misdated(whole.works):
        message = f"the author of this year is {surname(usual)} elsewhere"
        found.setdefault(one.chapter, []).append((one, person, message, other, usual))
    return found


_People = list[tuple[Cited, Person]]


def _is_romanised_otherwise(whole: Whole, odd: _Odd) -> bool:
    """Whether two spellings are two romanisations of one name, one of which the rules on those report."""
    cited, person, _, other, usual = odd
    if not may_be_respelled(person, usual):
        return False
    return any(
        named.surname is not None and (one.path, named.surname.span) in whole.misspelt
        for one, named in ((cited, person), (other, usual))
    )


def _hyphened(people: _People) -> Iterator[_Odd]:
    first = {name(person).key: (one, person) for one, person in reversed(people)}
    for one, person in people:
        parts = name(person).parts
        if parts and first.keys() >= set(parts):
            yield one, person, f"two authors are joined by a hyphen: {surname(person)}", *first[parts[0]]


def _misspelt(people: _People, everywhere: Counter[str]) -> Iterator[_Odd]:
    """The rarer of two spellings in one work; of two as rare, the one that the book has less, or later."""
    counts = Counter(letters(surname(person)) for _, person in people)
    first = {letters(surname(person)): (one, person) for one, person in reversed(people)}
    for one, person in people:
        mine = letters(surname(person))
        rank = counts[mine], everywhere[mine], -first[mine][0].position
        rivals = [
            other
            for spelling, other in first.items()
            if spelling != mine
            and (counts[spelling], everywhere[spelling], -other[0].position) > rank
            and near_surname(name(person), name(other[1]))
            and initials_agree(name(person), name(other[1]))
        ]
        if not rivals or any(letters(surname(author)) == mine for author in _together(rivals)):
            continue
        usual = max(rivals, key=lambda other: counts[letters(surname(other[1]))])
        count = f"{counts[letters(surname(usual[1]))]} of {len(people)} times"
        yield one, person, f"the author is {surname(usual[1])} elsewhere ({count} in this work)", *usual


def _together(rivals: _People) -> Iterator[Person]:
    """All authors of the citations in which the rivals stand: two who are alike may be two persons."""
    for cited, _ in rivals:
        yield from cited.citation.authors
