"""One work of a bibliography, put together from all its citations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from footlint.bibliography.original import Originals
from footlint.citations.model import Citation, CitationKind, Locator, Person
from footlint.document import PRIVATE
from footlint.record import Record
from footlint.source import Source, Span
from footlint.works import Cited, Work, Works
from footlint.works.titles import ARTICLES

#: A work cited only so was never cited in full.
_BACK: tuple[CitationKind, ...] = ("short", "ibid")


class Name(Record, frozen=True):
    """A person, or an institution, which has `family` alone. `original` is the surname in Cyrillic, where certain."""

    family: str
    given: str = ""
    original: str = ""
    is_institution: bool = False


class Entry(Record, frozen=True):
    """One work. Fields that no citation gives are empty; `key` is unique in its bibliography.

    `original_title` and `original_container` are the Cyrillic that was romanised, where every word is certain.
    `full` and `short` are the citations as written without the pages cited: the fullest, and the commonest short one.
    """

    key: str
    kind: CitationKind
    title: str
    authors: tuple[Name, ...]
    editors: tuple[Name, ...]
    container: str
    place: str
    publisher: str
    year: str
    volume: str
    number: str
    pages: str
    edition: str
    date: str
    identifier: str
    original_title: str
    original_container: str
    full: str
    short: str
    cited: tuple[Cited, ...]
    et_al: bool = False
    is_thesis: bool = False
    is_russian: bool = False

    @property
    def years(self) -> tuple[int, ...]:
        """The year, or the first and the last of several, as numbers; none where it is no number."""
        import re

        years = [int(figures) for figures in re.findall(r"(?<!\d)\d{4}(?!\d)", self.year)]
        return (years[0], years[-1]) if len(years) > 1 and years[-1] > years[0] else tuple(years[:1])


def entries(works: Works, sources: Mapping[str, Source], originals: Originals) -> list[Entry]:
    """The works in the order of their first author and title; those that have neither are left out."""
    found = []
    keys: set[str] = set()
    for work in works.works:
        if work.title is None and not work.authors:
            continue
        entry = _entry(work, works, sources, originals)
        free = _free(entry.key, keys)
        keys.add(free)
        found.append(_renamed(entry, free))
    return sorted(found, key=lambda entry: (_family(entry).casefold(), entry.title.casefold(), entry.year))


def _entry(work: Work, works: Works, sources: Mapping[str, Source], originals: Originals) -> Entry:
    cited = works.of(work)
    fullest = works.cited[work.fullest]
    citations = [one.citation for one in cited]
    ranked = [fullest.citation, *(citation for citation in citations if citation is not fullest.citation)]
    kind: CitationKind = next((citation.kind for citation in ranked if citation.kind not in _BACK), "book")
    title = _first(ranked, "title")
    container = _first(ranked, "container")
    year = _first(ranked, "year") or _year(ranked)
    authors = next((citation.authors for citation in ranked if citation.authors), work.authors)
    full = _as_written(fullest, sources)
    shorts = [_as_written(one, sources) for one in cited if one.how in {"short", "surname"}]
    shorts = [short for short in shorts if short != full]
    extent = next((place for citation in ranked for place in citation.of_kind("pages") if place.extent), None) or next(
        (place for place in fullest.citation.of_kind("pages") if kind in {"article", "contribution"}), None
    )
    named = tuple(_name(person, originals) for person in authors)
    editors = tuple(
        _name(person, originals) for person in next((citation.editors for citation in ranked if citation.editors), ())
    )
    return Entry(
        key=_key(named or editors, title, year),
        kind=kind,
        title=title,
        authors=named,
        editors=editors,
        container=container,
        place=_first(ranked, "place"),
        publisher=_first(ranked, "publisher"),
        year=year,
        volume=_value(ranked, "volume"),
        number=_value(ranked[:1], "number"),
        pages=", ".join(_range(pages.first, pages.last) for pages in extent.ranges) if extent else "",
        edition=_first(ranked, "edition"),
        date=_value(ranked[:1], "date"),
        identifier=_value(ranked, "identifier") or _value(ranked, "archive"),
        original_title=originals.of_phrase(title),
        original_container=originals.of_phrase(container),
        full=full,
        short=Counter(shorts).most_common(1)[0][0] if shorts else "",
        cited=cited,
        is_thesis=any(citation.thesis for citation in citations),
        et_al=_stand_for_more(ranked, authors, editors),
        is_russian=originals.are_russian(title),
    )


def _stand_for_more(ranked: Sequence[Citation], authors: Sequence[Person], editors: Sequence[object]) -> bool:
    """Whether "et al." always stands behind those who are named."""
    if authors:
        naming = [citation for citation in ranked if citation.authors == authors]
    else:
        naming = [citation for citation in ranked if citation.editors and editors]
    return bool(naming) and all(citation.et_al for citation in naming)


def _first(citations: Sequence[Citation], field: str) -> str:
    for citation in citations:
        value = getattr(citation, field)
        if value is not None:
            return _plain(value.text.text if hasattr(value, "style") else value.text)
    return ""


def _year(citations: Sequence[Citation]) -> str:
    return _value(citations, "year")


def _value(citations: Sequence[Citation], kind: str) -> str:
    for citation in citations:
        for locator in citation.locators:
            if locator.kind == kind and locator.value is not None:
                return _plain(locator.value.text)
    return ""


def _range(first: str, last: str | None) -> str:
    return first if last is None else f"{first}–{last}"


def _name(person: Person, originals: Originals) -> Name:
    if person.surname is None:
        return Name(_plain(person.text.text), is_institution=True)
    given = " ".join(_plain(text.text) for text in person.given)
    family = _plain(person.surname.text)
    return Name(family, given, originals.of_name(family))


def _as_written(cited: Cited, sources: Mapping[str, Source]) -> str:
    """The citation as its note has it, without "See" and its like before, and without the pages cited behind."""
    text = sources[cited.path].text
    citation = cited.citation
    start, end = citation.span.start, citation.span.end
    if citation.signal is not None:
        start = citation.signal.span.end
    last = citation.locators[-1] if citation.locators else None
    if last is not None and last.kind == "pages" and (citation.kind in {"book", "short"} or _extent(citation, last)):
        start_of_last = min(last.span.start, last.prefix.span.start if last.prefix else last.span.start)
        if all(span.end <= start_of_last for span in _fields(citation)):
            end = start_of_last
    shown = _plain(text[start:end]).strip(" .,;:")
    opened = shown.rfind("(")
    return shown[:opened].rstrip(" .,;:") if opened > shown.rfind(")") else shown


def _extent(citation: Citation, last: Locator) -> bool:
    """Whether the pages of an article stand before the page cited."""
    return any(place.extent for place in citation.of_kind("pages") if place is not last)


def _fields(citation: Citation) -> Iterator[Span]:
    """Where its fields stand, apart from the locators."""
    for person in (*citation.authors, *citation.editors):
        yield person.text.span
    for title in (citation.title, citation.container, citation.translation):
        if title is not None:
            yield title.text.span
    for field in (citation.edition, citation.place, citation.publisher, citation.year):
        if field is not None:
            yield field.span


def _plain(text: str) -> str:
    return " ".join("".join(sign for sign in text if sign not in PRIVATE).split())


def _family(entry: Entry) -> str:
    people = entry.authors or entry.editors
    return people[0].family if people else entry.title


def _key(authors: tuple[Name, ...], title: str, year: str) -> str:
    """As in `ivanov1999`: the first author, or else the first word of the title, and the year."""
    import unicodedata

    word = (
        authors[0].family
        if authors
        else next((word for word in title.split() if word.casefold() not in ARTICLES), "work")
    )
    folded = unicodedata.normalize("NFKD", word.casefold())  # which makes ss of ß
    plain = "".join(sign for sign in folded if sign.isascii() and sign.isalnum())
    figures = "".join(sign for sign in year if sign.isdecimal())[:4]
    return (plain or "work") + figures


def _free(key: str, taken: set[str]) -> str:
    """The key, or the first of key + b, key + c … that no other work has."""
    number, free = 1, key
    while free in taken:
        number += 1
        free = key + _letters(number)
    return free


def _letters(number: int) -> str:
    """2 gives b, 26 z, 27 aa."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _renamed(entry: Entry, key: str) -> Entry:
    from footlint.record import replace

    return replace(entry, key=key)
