"""The choices a manuscript makes in its citations: ibid., names, titles, abbreviations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from footlint.citations.letters import LETTERS
from footlint.citations.model import Citation, CrossReference, Person, Text, Title
from footlint.conventions.prose import between, offset_in
from footlint.conventions.vote import Choice, Observation
from footlint.document import EMPHASIS_CLOSE, EMPHASIS_OPEN
from footlint.facts import ChapterFacts, NoteFact
from footlint.record import Record
from footlint.source import Span

_AND = frozenset(["and", "und", "et", "y", "e", "a", "i", "и", "oraz", "och", "og", "en"])
_JOINERS = {"/": "slash", "&": "ampersand", ",": "comma", ";": "semicolon", "-": "hyphen", "–": "dash", "—": "dash"}


def ibid_reaches(facts: ChapterFacts) -> Iterator[tuple[Text, str, str | None]]:
    """Each ibid. that opens a note's citations, the note's label, and the label of a remark it looks back over."""
    over: NoteFact | None = None
    for note in facts.notes:
        citations = note.citations
        if citations and citations[0].back is not None and citations[0].kind == "ibid":
            yield citations[0].back, note.label, over.label if over is not None else None
        if citations:
            over = None
        elif note.elements and not any(isinstance(element, CrossReference) for element in note.elements):
            over = note


def _ibid_reaches(facts: ChapterFacts) -> Iterator[Observation]:
    for back, label, over in ibid_reaches(facts):
        yield Observation("note-before" if over is None else "citation-before", back.span, label)


class Ibid(Record, frozen=True):
    """One ibid. and the note it stands in; `italic` tells how it is set."""

    note: NoteFact
    word: Text
    italic: bool


def ibids(facts: ChapterFacts) -> Iterator[Ibid]:
    """Each ibid., in order."""
    for note in facts.notes:
        for citation in note.citations:
            back = citation.back
            if back is not None and back.text.casefold().startswith("ibid"):
                yield Ibid(note, back, is_italic(note, back))


def is_italic(note: NoteFact, piece: Text) -> bool:
    """Whether a piece of the note begins in italics."""
    prose = note.note.prose
    before = prose.text[: offset_in(prose, piece.span.start) + 1]
    return before.count(EMPHASIS_OPEN) > before.count(EMPHASIS_CLOSE)


def _ibid_settings(facts: ChapterFacts) -> Iterator[Observation]:
    for one in ibids(facts):
        yield Observation("italic" if one.italic else "roman", one.word.span, one.note.label)


def _ibid_uses(facts: ChapterFacts) -> Iterator[Observation]:
    for one in ibids(facts):
        yield Observation("used", one.word.span, one.note.label)


class NamedPerson(Record, frozen=True):
    """A person of a citation and the note it stands in."""

    note: NoteFact
    citation: Citation
    person: Person
    is_first: bool


def named_people(facts: ChapterFacts) -> Iterator[NamedPerson]:
    """All authors and editors, in order."""
    for note in facts.notes:
        for citation in note.citations:
            for people in (citation.authors, citation.editors):
                for at, person in enumerate(people):
                    yield NamedPerson(note, citation, person, at == 0)


def _author_orders(facts: ChapterFacts) -> Iterator[Observation]:
    for named in named_people(facts):
        if named.is_first and named.person.order != "surname-only" and named.person.role == "author":
            yield Observation(named.person.order, named.person.text.span, named.note.label)


def _surname_commas(facts: ChapterFacts) -> Iterator[Observation]:
    for named in named_people(facts):
        value = surname_comma(named.person)
        if value is not None:
            yield Observation(value, named.person.text.span, named.note.label)


def surname_comma(person: Person) -> str | None:
    """Whether a comma stands between a surname and what follows it; None where the surname comes last."""
    if person.order != "surname-first" or person.surname is None:
        return None
    rest = person.text.text[len(person.surname.text) :]
    return "comma" if rest.lstrip().startswith(",") else "none"


def joiner(note: NoteFact, first: Person, second: Person) -> str | None:
    """How two authors who stand side by side are joined; None for what is no known way."""
    sign = between(note.note.prose, first.text.span.end, second.text.span.start).strip().casefold().strip(". ")
    word = sign.strip(",; ")
    if word in _AND:
        return "and"
    if word == "&":
        return "ampersand"
    return _JOINERS.get(sign)


def _joiners(facts: ChapterFacts) -> Iterator[Observation]:
    for note in facts.notes:
        for citation in note.citations:
            if len(citation.authors) > 1 and not citation.et_al:
                last = citation.authors[-1]
                value = joiner(note, citation.authors[-2], last)
                if value is not None:
                    yield Observation(value, last.text.span, note.label)


def initial_stop(given: Text) -> str | None:
    """Whether an initial has its stop; None for a name that is written out."""
    bare = given.text.rstrip(".")
    if not bare or "." in bare or not bare[0].isupper():
        return None
    # Yu. and Zh. are initials only with their stop
    if len(bare) > 1:
        return "stop" if bare.casefold() in LETTERS and given.text.endswith(".") else None
    return "stop" if given.text.endswith(".") else "none"


def _initial_stops(facts: ChapterFacts) -> Iterator[Observation]:
    for named in named_people(facts):
        for given in named.person.given:
            value = initial_stop(given)
            if value is not None:
                yield Observation(value, given.span, named.note.label)


def _title_settings(facts: ChapterFacts) -> Iterator[Observation]:
    for note in facts.notes:
        for citation in note.citations:
            title = book_title(citation)
            if title is not None and not (title.style == "plain" and starts_late(note, title) is not None):
                yield Observation(title.style, title.text.span, note.label)


def book_title(citation: Citation) -> Title | None:
    """The title of a book, whether it is cited itself or holds what is cited."""
    if citation.kind == "book":
        return citation.title
    return citation.container if citation.kind in {"article", "contribution", "newspaper"} else None


def starts_late(note: NoteFact, title: Title) -> int | None:
    """Where the italics begin in a title that begins in roman and goes on to its end in italics; None elsewhere."""
    prose = note.note.prose
    start, end = offset_in(prose, title.text.span.start), offset_in(prose, title.text.span.end)
    opened = prose.text.find(EMPHASIS_OPEN, start + 1, end)
    if opened < 0 or not prose.text[start:opened].rstrip().endswith((":", ".")):
        return None
    closed = prose.text.find(EMPHASIS_CLOSE, opened, end)
    return prose.source_start(opened) if closed < 0 or closed >= end - 2 else None


def _full_references(facts: ChapterFacts) -> Iterator[Observation]:
    """Nothing: one chapter cannot show it. The rule on short references counts over the book's works."""
    del facts
    return iter(())


class Sign(Record, frozen=True):
    """An abbreviation as written, and the note it stands in."""

    note: NoteFact
    word: Text


def signs(facts: ChapterFacts, stems: frozenset[str]) -> Iterator[Sign]:
    """The words before numbers and volumes that are one of these, whatever their case and stop."""
    for note in facts.notes:
        for citation in note.citations:
            for locator in citation.of_kind("number", "volume"):
                word = locator.prefix
                if word is not None and word.text.strip().rstrip(".").casefold() in stems:
                    yield Sign(note, word)


NUMBER_STEMS = frozenset(["no", "nos"])
VOLUME_STEMS = frozenset(["vol", "vols"])
_CLOSING = " \t\n.\ue001"
_STOPPED_BACK = frozenset(["ibid", "ebd"])
_STOPPED_PAGES = frozenset(["p", "pp", "s", "ss", "str", "с"])


def _form(word: str) -> str:
    """`Nos.` is of the form of `No.`."""
    word = word.strip()
    stop = "." if word.endswith(".") else ""
    return word.rstrip(".").removesuffix("s") + stop


def _number_signs(facts: ChapterFacts) -> Iterator[Observation]:
    for sign in signs(facts, NUMBER_STEMS):
        yield Observation(_form(sign.word.text), sign.word.span, sign.note.label)


def _volume_signs(facts: ChapterFacts) -> Iterator[Observation]:
    for sign in signs(facts, VOLUME_STEMS):
        yield Observation(_form(sign.word.text), sign.word.span, sign.note.label)


def stopped_backs(facts: ChapterFacts) -> Iterator[Sign]:
    """The words that point back and may have a stop of their own: ibid., ebd.; not where it may close a sentence."""
    for note in facts.notes:
        for citation in note.citations:
            back = citation.back
            if back is not None and back.text.rstrip(".").casefold() in _STOPPED_BACK and _goes_on(note, back):
                yield Sign(note, back)


def stopped_prefixes(facts: ChapterFacts) -> Iterator[Sign]:
    """The words before pages that may have a stop: p., pp., S."""
    for note in facts.notes:
        for citation in note.citations:
            for locator in citation.of_kind("pages"):
                word = locator.prefix
                if word is not None and word.text.rstrip(".").casefold() in _STOPPED_PAGES:
                    yield Sign(note, word)


def _goes_on(note: NoteFact, word: Text) -> bool:
    """Whether the sentence goes on, so that a stop here closes none."""
    following = note.note.prose.text[offset_in(note.note.prose, word.span.end) :].lstrip(_CLOSING)
    return bool(following) and not following[0].isupper()


def _stops(signs: Iterable[Sign]) -> Iterator[Observation]:
    for sign in signs:
        yield Observation("stop" if sign.word.text.endswith(".") else "none", sign.word.span, sign.note.label)


def _ibid_stops(facts: ChapterFacts) -> Iterator[Observation]:
    return _stops(stopped_backs(facts))


def _prefix_stops(facts: ChapterFacts) -> Iterator[Observation]:
    return _stops(stopped_prefixes(facts))


def _separators(facts: ChapterFacts) -> Iterator[Observation]:
    for note in facts.notes:
        for citation in note.citations:
            found = separator(citation)
            if found is not None:
                yield Observation(found[0], found[1], note.label)


_SEPARATORS = {",": "comma", "": "none", ".": "stop", ":": "colon"}


def separator(citation: Citation) -> tuple[str, Span] | None:
    """What stands between a title or an imprint and the prefix of the first page; None where that is no choice."""
    first = citation.locators[0] if citation.locators else None
    if first is None or first.kind != "pages" or first.prefix is None or first.parenthesised:
        return None
    if citation.kind not in {"book", "short"} or citation.title is None or first.after not in _SEPARATORS:
        return None
    return _SEPARATORS[first.after], first.span


def _publishers(facts: ChapterFacts) -> Iterator[Observation]:
    for note in facts.notes:
        for citation in note.citations:
            value = publisher_given(citation)
            if value is not None:
                yield Observation(value, citation.span, note.label)


#: Books of earlier years are cited without a publisher in many styles (The Chicago Manual of Style, 17th ed., 14.128).
_FIRST_YEAR = 1900


def publisher_given(citation: Citation) -> str | None:
    """Whether the imprint of a book names the publisher; None where nobody expects it."""
    if citation.kind not in {"book", "contribution"} or citation.place is None or citation.year is None:
        return None
    if citation.thesis:
        return None  # nobody published it
    year = citation.year.text.strip("[]()")
    if year[:4].isdigit() and int(year[:4]) < _FIRST_YEAR:
        return None
    return "given" if citation.publisher is not None else "missing"


IBID_REACH = Choice(
    "ibid-reach",
    {
        "note-before": "ibid. refers to the very note before",
        "citation-before": "ibid. refers to the last citation, over remarks",
    },
    _ibid_reaches,
)
IBID = Choice("ibid", {"used": "ibid. is used", "avoided": "short titles are used, never ibid."}, _ibid_uses)
IBID_SETTING = Choice("ibid-setting", {"italic": "ibid. is in italics", "roman": "ibid. is in roman"}, _ibid_settings)
AUTHOR_ORDER = Choice(
    "author-order",
    {"surname-first": "authors stand surname first", "given-first": "authors stand surname last"},
    _author_orders,
)
SURNAME_COMMA = Choice(
    "surname-comma",
    {
        "comma": "inverted names have a comma after the surname",
        "none": "inverted names have no comma after the surname",
    },
    _surname_commas,
)
AUTHOR_JOINER = Choice(
    "author-joiner",
    {
        "and": "pairs of authors are joined by “and”",
        "ampersand": "pairs of authors are joined by &",
        "slash": "pairs of authors are joined by a slash",
        "comma": "pairs of authors are joined by a comma",
        "semicolon": "pairs of authors are joined by a semicolon",
        "hyphen": "pairs of authors are joined by a hyphen",
        "dash": "pairs of authors are joined by a dash",
    },
    _joiners,
)
INITIAL_STOP = Choice("initial-stop", {"stop": "initials have a stop", "none": "initials have no stop"}, _initial_stops)
TITLE_SETTING = Choice(
    "title-setting",
    {
        "italic": "titles of books are in italics",
        "plain": "titles of books are in roman",
        "quoted": "titles of books are in quotation marks",
    },
    _title_settings,
)
NUMBER_SIGN = Choice(
    "number-sign",
    {
        "No.": "issues have “No.”",
        "No": "issues have “No”",
        "no.": "issues have “no.”",
        "no": "issues have “no”",
    },
    _number_signs,
)
VOLUME_SIGN = Choice(
    "volume-sign",
    {
        "Vol.": "volumes have “Vol.”",
        "Vol": "volumes have “Vol”",
        "vol.": "volumes have “vol.”",
        "vol": "volumes have “vol”",
    },
    _volume_signs,
)
IBID_STOP = Choice(
    "ibid-stop", {"stop": "ibid. has a stop of its own", "none": "ibid has no stop of its own"}, _ibid_stops
)
PREFIX_STOP = Choice(
    "prefix-stop",
    {"stop": "words before pages have a stop", "none": "words before pages have no stop"},
    _prefix_stops,
)
LOCATOR_SEPARATOR = Choice(
    "locator-separator",
    {
        "comma": "pages stand after a comma",
        "none": "pages stand without a sign before them",
        "stop": "pages stand after a stop",
        "colon": "pages stand after a colon",
    },
    _separators,
)
PUBLISHER = Choice(
    "publisher",
    {"given": "imprints name the publisher", "missing": "imprints leave the publisher out"},
    _publishers,
)

FULL_REFERENCE = Choice(
    "full-reference",
    {
        "book": "works are cited in full once in the book",
        "chapter": "works are cited in full once in each chapter",
    },
    _full_references,
)

CHOICES = (
    IBID, IBID_REACH, IBID_SETTING, AUTHOR_ORDER, SURNAME_COMMA, AUTHOR_JOINER, INITIAL_STOP, TITLE_SETTING,
    NUMBER_SIGN, VOLUME_SIGN, IBID_STOP, PREFIX_STOP, LOCATOR_SEPARATOR, PUBLISHER, FULL_REFERENCE,
)  # fmt: skip
