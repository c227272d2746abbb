"""Finding the work of every citation: titles first, longest first; then names and words that point back, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from footlint.citations.model import Citation, Person
from footlint.facts import ChapterFacts
from footlint.works.cluster import Cluster, Index
from footlint.works.kinds import how
from footlint.works.losses import Losses
from footlint.works.order import reading_order, thread
from footlint.works.persons import any_agree, name, same_surname, surname_key
from footlint.works.titles import form
from footlint.works.work import Cited, How, Work, Works

#: What stands between two names, and is lost when two words of a title are taken for names.
_AND = frozenset(["and", "und", "et", "i", "a", "y", "e", "и"])


def resolve(chapters: Sequence[ChapterFacts]) -> Works:
    """The works cited in chapters that belong together, given in reading order.

    Cost: linear in citations; works are compared only where they share a surname or a rare word of the title.
    """
    order = tuple(reading_order(chapter) for chapter in chapters)
    places = list(_places(chapters, order))
    people = _people(places)
    index = Index()
    found: dict[int, tuple[Cluster, ...]] = {}
    # a full reference comes first, a longer title before a shorter, so that short forms find what they shorten
    titled = [place for place in places if place.citation.title is not None]
    for place in sorted(titled, key=lambda place: (place.how != "full", -_length(place.citation), place.position)):
        found[place.position] = index.add(
            place.position, place.citation, people[place.position], full=place.how == "full"
        )
    for position, clusters in found.items():
        found[position] = _known_before(clusters, position) if len(clusters) > 1 else clusters
        if len(found[position]) == 1:
            found[position][0].members.add(position)
    antecedents: dict[int, int] = {}
    _follow(places, index, found, antecedents, Losses(chapters, order))
    return _works(places, order, index, found, antecedents)


class _Place:
    """A citation and where it stands."""

    __slots__ = ("chapter", "citation", "how", "index", "label", "note", "path", "position", "thread")

    def __init__(self, position: int, at: tuple[int, int, int], facts: ChapterFacts, citation: Citation) -> None:
        self.position = position
        self.chapter, self.note, self.index = at
        self.path = facts.path
        self.label = facts.notes[self.note].label
        self.citation = citation
        self.how: How = how(citation)
        #: The chapter and the series within which ibid. points back.
        self.thread = (self.chapter, thread(facts, self.note))


def _places(chapters: Sequence[ChapterFacts], order: Sequence[tuple[int, ...]]) -> Iterator[_Place]:
    position = 0
    for number, chapter in enumerate(chapters):
        for at in order[number]:
            for index, citation in enumerate(chapter.notes[at].citations):
                yield _Place(position, (number, at, index), chapter, citation)
                position += 1


def _length(citation: Citation) -> int:
    return len(form(citation.title.text.text).keys) if citation.title is not None else 0


def _people(places: Sequence[_Place]) -> list[tuple[Person, ...]]:
    """Who is named; idem, and ibid. before a title of its own, stand for those named just before."""
    people: list[tuple[Person, ...]] = []
    before: tuple[int, str] | None = None
    for place in places:
        mine = place.citation.authors or place.citation.editors
        if not mine and place.how in {"idem", "ibid"} and place.thread == before:
            mine = people[-1]
        people.append(mine)
        before = place.thread
    return people


def _known_before(clusters: tuple[Cluster, ...], position: int) -> tuple[Cluster, ...]:
    """Of the works that a short form fits, the only one that has been cited before; all of them otherwise."""
    before = tuple(cluster for cluster in clusters if cluster.first < position)
    return before if len(before) == 1 else clusters


def _follow(
    places: Sequence[_Place],
    index: Index,
    found: dict[int, tuple[Cluster, ...]],
    antecedents: dict[int, int],
    losses: Losses,
) -> None:
    """Names and back-references, in reading order. What points into a lost note points nowhere."""
    last: _Place | None = None
    for place in places:
        if place.citation.title is not None:
            pass
        elif place.how in {"surname", "op-cit"} and place.citation.authors:
            found[place.position] = _by_name(place, index)
        elif place.how in {"ibid", "idem", "op-cit"}:
            if last is not None and last.thread == place.thread and not losses.between(last, place):
                antecedents[place.position] = last.position
                found[place.position] = _meant(place, last, places, found)
        elif place.how == "container":
            found[place.position] = (index.container(place.position, place.citation),)
        clusters = found.get(place.position, ())
        if len(clusters) == 1:
            clusters[0].members.add(place.position)
        last = place


def _meant(
    place: _Place, last: _Place, places: Sequence[_Place], found: dict[int, tuple[Cluster, ...]]
) -> tuple[Cluster, ...]:
    """What ibid. may mean: the one work before it in its note, or the works of the note before."""
    if place.index:
        return found.get(last.position, ())
    meant: dict[int, Cluster] = {}
    position = last.position
    while position >= 0 and (places[position].chapter, places[position].note) == (last.chapter, last.note):
        meant.update((cluster.id, cluster) for cluster in found.get(position, ()))
        position -= 1
    return tuple(meant[number] for number in sorted(meant))


def _by_name(place: _Place, index: Index) -> tuple[Cluster, ...]:
    """The works of those named: the ones cited before, or, where there is none, the ones that come later."""
    authors = place.citation.authors
    if len(authors) > 1 and (named := tuple(one for one in index.by(authors[0]) if _is_title(authors[1:], one))):
        return named
    fitting = [cluster for cluster in index.by(authors[0]) if _wrote(authors, cluster)]
    exact = [cluster for cluster in fitting if cluster.authors and len(cluster.authors) == len(authors)]
    written = exact or [cluster for cluster in fitting if cluster.authors] or fitting
    before = [cluster for cluster in written if cluster.first < place.position]
    return tuple(before or written)


def _is_title(rest: tuple[Person, ...], cluster: Cluster) -> bool:
    """Whether what was taken for more authors is the title: Marsh, Ferries and Fords, p. 3."""
    if any(surname_key(person) in _people_keys(cluster) for person in rest):
        return False
    keys = [key for person in rest for key in form(person.text.text).keys]
    for known in cluster.forms:
        words = [key for word, key in zip(known.written, known.keys, strict=True) if word.casefold() not in _AND]
        if words[: len(keys)] == keys:
            return True
    return False


def _people_keys(cluster: Cluster) -> set[str]:
    return {surname_key(person) for person in cluster.people}


def _wrote(authors: tuple[Person, ...], cluster: Cluster) -> bool:
    return all(
        any_agree([(name(author), name(person)) for person in cluster.people if same_surname(author, person)])
        for author in authors
    )


def _works(
    places: Sequence[_Place],
    order: tuple[tuple[int, ...], ...],
    index: Index,
    found: dict[int, tuple[Cluster, ...]],
    antecedents: dict[int, int],
) -> Works:
    clusters = sorted((cluster for cluster in index.clusters if cluster.members), key=lambda one: min(one.members))
    numbers = {cluster.id: number for number, cluster in enumerate(clusters)}
    cited = []
    notes: list[list[list[int]]] = [[[] for _ in range(len(chapter))] for chapter in order]
    for place in places:
        mine = [numbers[cluster.id] for cluster in found.get(place.position, ()) if cluster.id in numbers]
        cited.append(
            Cited(
                place.position,
                place.chapter,
                place.note,
                place.index,
                place.path,
                place.label,
                place.citation,
                place.how,
                work=mine[0] if len(mine) == 1 else None,
                candidates=tuple(mine) if len(mine) > 1 else (),
                antecedent=antecedents.get(place.position),
            )
        )
        notes[place.chapter][place.note].append(place.position)
    works = []
    for number, cluster in enumerate(clusters):
        fullest = places[cluster.fullest].citation
        works.append(
            Work(
                number,
                fullest.title,
                fullest.authors or tuple(cluster.authors),
                cluster.fullest,
                tuple(sorted(cluster.members)),
            )
        )
    return Works(tuple(works), tuple(cited), tuple(tuple(map(tuple, chapter)) for chapter in notes), order)
