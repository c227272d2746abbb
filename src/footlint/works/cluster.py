"""Citations gathered into works, and the index in which a work is found by surname, title word or journal."""

from __future__ import annotations

from footlint.citations.model import Citation, Person, TitleStyle
from footlint.record import Record
from footlint.works.fold import words
from footlint.works.persons import Name, any_agree, name, pairs, surname_key
from footlint.works.titles import LONG, Form, Likeness, form, likeness, off_by_a_number

#: How many of the rarest words of a title are looked up.
_RAREST = 4
#: A word that stands in so many titles tells nothing.
_COMMON = 100
#: Two works fit a title equally well when they are closer than this.
_MARGIN = 0.04

#: From here on two titles differ by a slip, whatever their imprints say.
_SURE = 0.72


class Cluster:
    """A work in the making."""

    __slots__ = (
        "authors",
        "containers",
        "first",
        "forms",
        "full",
        "fullest",
        "id",
        "members",
        "names",
        "people",
        "styles",
        "weight",
        "years",
    )  # fmt: skip

    def __init__(self, number: int) -> None:
        self.id = number
        self.members: set[int] = set()
        self.forms: dict[Form, None] = {}
        self.people: list[Person] = []
        self.names: list[Name] = []
        self.authors: list[Person] = []
        self.containers: set[tuple[str, ...]] = set()
        self.years: set[str] = set()
        self.styles: set[TitleStyle] = set()
        self.first = 0
        self.fullest = 0
        self.weight = -1
        self.full = False

    def take(self, position: int, citation: Citation, people: tuple[Person, ...], *, full: bool) -> None:
        """Add a citation, and what it tells of the work."""
        if citation.title is not None:
            self.forms[form(citation.title.text.text)] = None
            self.styles.add(citation.title.style)
        if citation.container is not None:
            self.containers.add(form(citation.container.text.text).keys)
        if citation.year is not None:
            self.years.add(citation.year.text)
        for person in people:
            mine = name(person)
            if mine not in self.names:
                self.names.append(mine)
                self.people.append(person)
        self.take_again(position, citation, people, full=full)

    def take_again(self, position: int, citation: Citation, people: tuple[Person, ...], *, full: bool) -> None:
        """Add a citation that tells of the work what another has told."""
        self.first = min(self.first, position) if self.members else position
        self.members.add(position)
        self.full = self.full or full
        weight = _weight(citation)
        if weight > self.weight:
            self.weight, self.fullest = weight, position
        # idem stands for those named before
        authors = citation.authors or (people if citation.back is not None else ())
        if len(authors) > len(self.authors):
            self.authors = list(authors)


def _weight(citation: Citation) -> int:
    """How much a citation tells of its work."""
    fields = (citation.place, citation.publisher, citation.year, citation.container, citation.edition)
    names = len(citation.authors) + len(citation.editors)
    title = len(form(citation.title.text.text).keys) if citation.title is not None else 0
    return 100 * sum(field is not None for field in fields) + 3 * title + 2 * names


class Sought(Record, frozen=True):
    """What a citation tells of the work it means."""

    title: Form
    names: tuple[Name, ...]
    container: tuple[str, ...] | None
    year: str | None
    style: TitleStyle
    full: bool


class Index:
    """All works so far, by what they may be known by."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self._known: dict[Sought, tuple[Cluster, ...]] = {}
        self._met: dict[tuple[object, ...], tuple[Cluster, ...]] = {}
        self._surnames: dict[str, dict[int, Cluster]] = {}
        self._words: dict[str, dict[int, Cluster]] = {}
        self._containers: dict[tuple[object, ...], Cluster] = {}

    def by(self, person: Person) -> list[Cluster]:
        """The works in which a person of this surname has a part."""
        return list(self._surnames.get(surname_key(person), {}).values())

    def add(self, position: int, citation: Citation, people: tuple[Person, ...], *, full: bool) -> tuple[Cluster, ...]:
        """The work of a citation that has a title, made if there is none; several if it fits several equally."""
        assert citation.title is not None
        # most citations are written like one before
        written = (
            citation.title.text.text,
            citation.title.style,
            citation.container and citation.container.text.text,
            citation.year and citation.year.text,
            tuple([((one.surname or one.text).text, *[given.text for given in one.given]) for one in people]),
            full,
        )
        known = self._met.get(written, ())
        found = known or self._sort_in(citation, people, full=full)
        self._met[written] = found
        if len(found) == 1:
            take = found[0].take_again if known else found[0].take
            take(position, citation, people, full=full)
        return found

    def _sort_in(self, citation: Citation, people: tuple[Person, ...], *, full: bool) -> tuple[Cluster, ...]:
        assert citation.title is not None
        sought = Sought(
            form(citation.title.text.text),
            tuple(name(person) for person in people),
            form(citation.container.text.text).keys if citation.container is not None else None,
            citation.year.text if citation.year is not None else None,
            citation.title.style,
            full,
        )
        found = self._known.get(sought) or self._find(sought)
        if not found:
            cluster = Cluster(len(self.clusters))
            self.clusters.append(cluster)
            found = (cluster,)
        self._known[sought] = found
        if len(found) == 1:
            self._enter(found[0], sought)
        return found

    def container(self, position: int, citation: Citation) -> Cluster:
        """The journal's issue, the file of an archive or the law that is cited without a title of its own."""
        key: tuple[object, ...]
        if citation.container is not None:
            issue = citation.of_kind("number", "volume")
            numbers = [locator.value.text for locator in issue if locator.value is not None]
            key = (form(citation.container.text.text).keys, *numbers)
        else:
            texts = [locator.value.text for locator in citation.locators if locator.value is not None]
            key = (citation.kind, *_file(texts))
        cluster = self._containers.get(key)
        if cluster is None:
            cluster = self._containers[key] = Cluster(len(self.clusters))
            self.clusters.append(cluster)
        cluster.take(position, citation, (), full=True)
        return cluster

    def _enter(self, cluster: Cluster, sought: Sought) -> None:
        for key in sought.title.keys:
            self._words.setdefault(key, {})[cluster.id] = cluster
        for one in sought.names:
            for key in (one.key, *one.parts):
                self._surnames.setdefault(key, {})[cluster.id] = cluster

    def _find(self, sought: Sought) -> tuple[Cluster, ...]:
        likely: dict[int, Cluster] = {}
        for one in sought.names:
            for key in (one.key, *one.parts):
                works = self._surnames.get(key, {})
                if len(works) <= _COMMON:
                    likely.update(works)
        buckets = sorted((len(self._words.get(key, ())), key) for key in set(sought.title.keys))
        for size, key in buckets[:_RAREST]:
            if size <= _COMMON:
                likely.update(self._words.get(key, {}))
        scored = [(_score(cluster, sought), cluster) for cluster in likely.values()]
        best = max((score for score, _ in scored), default=0.0)
        if not best and sought.title.numbers and not sought.full:
            return tuple(cluster for cluster in likely.values() if _has_another_number(cluster, sought))[:1]
        return tuple(cluster for score, cluster in scored if score and score >= best - _MARGIN)


def _file(texts: list[str]) -> list[str]:
    """An archive's signature without the leaf."""
    kept = [" ".join(words(text)) for text in texts]
    if kept:
        last = kept[-1].split(" ")
        kept[-1] = " ".join(last[:-2] if len(last) > 4 else last)  # noqa: PLR2004 - "op 1 d 2 l 3"
    return kept


def _has_another_number(cluster: Cluster, sought: Sought) -> bool:
    """Whether a work described in full is the one meant but for a number in its title; another volume would be too."""
    if not cluster.full or not any(off_by_a_number(sought.title, other) for other in cluster.forms):
        return False
    return any_agree(pairs(sought.names, cluster.names)) if sought.names else len(sought.title.keys) > LONG + 1


def _score(cluster: Cluster, sought: Sought) -> float:
    """How well a citation fits a work; 0 where it is another."""
    # not alike even if one author wrote both: who did is dear to tell
    forms = [other for other in cluster.forms if likeness(sought.title, other, same_authors=True)]
    if not forms or not _fits_containers(cluster, sought):
        return 0.0
    shared = pairs(sought.names, cluster.names)
    same_person = any_agree(shared)
    best: Likeness | None = None
    nearest = forms[0]
    longest = max(len(known.keys) for known in cluster.forms)
    for other in forms:
        found = likeness(sought.title, other, same_authors=same_person)
        if found is None or (found.short == 1 and len(other.keys) < longest):
            continue  # what a short form has in common with another title proves nothing
        if best is None or found.score > best.score:
            best, nearest = found, other
    if best is None or (
        best.relation != "same"
        and _is_article_beside_book(cluster, sought)
        and not (same_person and not sought.full and _is_main_title(sought.title, nearest))
    ):
        return 0.0
    if (
        (
            (best.relation == "variant" and best.score < _SURE)
            or (best.relation == "short" and (best.score < _SURE or not same_person))
        )
        and sought.full
        and cluster.full
        and _other_year(cluster, sought)
    ):
        return 0.0  # alike, but published apart
    if sought.names and cluster.names:
        return best.score if same_person or _is_one_anyway(cluster, sought, best, namesakes=bool(shared)) else 0.0
    nobody = not sought.names and not cluster.names
    if nobody and best.relation == "same" and sought.full and cluster.full and len(sought.title.keys) < LONG - 1:
        # "Documents", "Constitution": without an author so short a title tells nothing, unless the imprint agrees
        return best.score if not cluster.years or sought.year in cluster.years else 0.0
    return best.score if nobody else 0.95 * best.score


def _is_main_title(short: Form, full: Form) -> bool:
    """Whether the short form is all of the title that stands before the subtitle."""
    return short.keys == full.keys[: min(full.breaks, default=0)]


def _is_article_beside_book(cluster: Cluster, sought: Sought) -> bool:
    """Whether one is set as an article, the other as a book: then only the very same title is one work."""
    return {sought.style, *cluster.styles} >= {"italic", "quoted"} and sought.style not in cluster.styles


def _other_year(cluster: Cluster, sought: Sought) -> bool:
    return bool(cluster.years) and sought.year is not None and sought.year not in cluster.years


def _is_one_anyway(cluster: Cluster, sought: Sought, found: Likeness, *, namesakes: bool) -> bool:
    """Whether so much agrees that the author must have been given wrongly."""
    if found.relation != "same" or len(sought.title.keys) < LONG:
        return False
    same_journal = sought.container is not None and sought.container in cluster.containers
    return namesakes or same_journal or (sought.year is not None and sought.year in cluster.years)


def _fits_containers(cluster: Cluster, sought: Sought) -> bool:
    if not sought.container or not cluster.containers:
        return True
    return any(_is_one_container(sought.container, known) for known in cluster.containers)


def _is_one_container(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    short, long = sorted((first, second), key=len)
    return sum(key in long for key in short) * 2 >= len(short)
