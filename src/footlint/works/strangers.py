"""Short references by a name that nobody has here, though nearly an author's: Wetherbey, op. cit., for Wetherby."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from footlint.citations.model import Person
from footlint.works.fold import letters
from footlint.works.near import distance
from footlint.works.persons import initials_agree, name, surname
from footlint.works.work import Cited, Works

_NAMED = frozenset({"surname", "op-cit"})
#: So many names that lead to their works make one that does not a slip; so many that do not are no slips.
_KNOWN, _STRANGE = 2, 5
#: So many references of one year are compared with each other.
_LARGEST_YEAR = 200
#: Shorter names are alike by chance.
_SHORTEST = 5


def strangers(works: Works) -> Iterator[tuple[Cited, Person, Cited, Person]]:
    """The citations whose author is nearly that of a work cited in full before, the full reference and its author."""
    named = [cited for cited in works.cited if cited.how in _NAMED and len(cited.citation.authors) == 1]
    strange = [cited for cited in named if cited.work is None and not cited.candidates]
    if not strange or len(strange) > _STRANGE or len(named) - len(strange) < _KNOWN:
        return
    full = [(cited, person) for cited in works.cited if cited.how == "full" for person in cited.citation.authors]
    for cited in strange:
        person = cited.citation.authors[0]
        near = [one for one in full if one[0].position < cited.position and _is_near(person, one[1])]
        if near and len({letters(surname(one[1])) for one in near}) == 1:
            yield cited, person, *near[0]


def misdated(works: Works) -> Iterator[tuple[Cited, Person, Cited, Person]]:
    """Of references by author and year, the only one by an author who is nearly that of others of the same year.

    The citation and its author, one of the others and its author.
    """
    by_year: dict[str, list[tuple[Cited, Person]]] = {}
    counts: Counter[str] = Counter()
    for cited in works.cited:
        year = cited.citation.year
        if cited.how in {"surname", "full"} and cited.citation.title is None and year is not None:
            for person in cited.citation.authors:
                by_year.setdefault(year.text, []).append((cited, person))
                counts[letters(surname(person))] += 1
    for alike in by_year.values():
        for cited, person in alike if len(alike) <= _LARGEST_YEAR else ():
            if counts[letters(surname(person))] > 1:
                continue
            # two that stand once each may be two people
            near = [one for one in alike if counts[letters(surname(one[1]))] > 1 and _is_near(person, one[1])]
            if near:
                yield cited, person, *near[0]


def _is_near(stranger: Person, author: Person) -> bool:
    first, second = letters(surname(stranger)), letters(surname(author))
    if first == second or min(len(first), len(second)) < _SHORTEST or distance(first, second, 1) > 1:
        return False
    if first[0] != second[0] or first[-1] != second[-1]:
        return False  # Petrov and Petrova are two
    return initials_agree(name(stranger), name(author))
