"""One work under two sets of initials: E. O. Orlova, *Materialy*, where the book has E. A. Orlova, *Materialy*."""

from __future__ import annotations

from collections.abc import Iterator

from footlint.citations.model import Person
from footlint.works.persons import initials_agree, name, surname_key
from footlint.works.titles import form, likeness
from footlint.works.work import Cited, Work, Works


def odd_initials(works: Works) -> Iterator[tuple[Cited, Person, Cited, Person]]:
    """The citations whose author has other initials than the author of the full reference with that title.

    Nothing else may be cited of a person with those initials: then they are another person's.
    """
    namesakes: dict[str, list[Work]] = {}
    for work in works.works:
        if work.title is not None and work.authors and _has_initials(work.authors[0]):
            namesakes.setdefault(surname_key(work.authors[0]), []).append(work)
    for alike in namesakes.values():
        for work in alike if len(alike) > 1 else ():
            usual = _usual(work, alike, works)
            if usual is None:
                continue
            for one in works.of(work):
                if one.citation.authors and _has_initials(one.citation.authors[0]):
                    yield one, one.citation.authors[0], works.cited[usual.fullest], usual.authors[0]


def _has_initials(person: Person) -> bool:
    """Whether initials with their stops are given; other words may be a second surname."""
    return bool(person.given) and all(given.text.endswith(".") for given in person.given)


def _usual(work: Work, alike: list[Work], works: Works) -> Work | None:
    """The work that is meant."""
    if any(one.how == "full" for one in works.of(work)):
        return None
    author, found = name(work.authors[0]), None
    for other in alike:
        if other is work or other.title is None or work.title is None:
            continue
        if initials_agree(author, name(other.authors[0])):
            return None
        related = likeness(form(work.title.text.text), form(other.title.text.text), same_authors=True)
        if related is not None and related.relation != "variant" and works.cited[other.fullest].how == "full":
            found = other
    return found
