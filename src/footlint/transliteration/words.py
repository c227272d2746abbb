"""The words of a chapter that may be romanised Russian: titles, names, journals, publishers, places."""

from collections.abc import Iterator
from typing import Literal

from footlint.citations.model import Citation, Person, Text, Title
from footlint.facts import ChapterFacts, NoteFact
from footlint.record import Record
from footlint.source import Span
from footlint.suspicion import looks_russian, mixes_scripts, words

Field = Literal["title", "container", "translation", "publisher", "place", "person"]


class Occurrence(Record, frozen=True, array_like=True):
    """A word at one place of one chapter. `name` tells a person's name from a word of a title."""

    text: str
    span: Span
    path: str
    note: str | None = None
    name: bool = False


class Phrase(Record, frozen=True, array_like=True):
    """The words of one field of one citation; what language they are in is decided for all together."""

    field: Field
    words: tuple[Occurrence, ...]
    citation: int = 0


def phrases(fact: NoteFact, path: str) -> Iterator[Phrase]:
    """The fields of the citations of a note, numbered by citation from 1, in reading order."""
    for number, citation in enumerate(fact.citations, 1):
        for field, texts in _fields(citation):
            found = tuple(
                Occurrence(piece.text, piece.span, path, fact.label, name=field == "person")
                for text in texts
                for piece in _words(text)
            )
            if found:
                yield Phrase(field, found, number)


def suspected(facts: ChapterFacts) -> Iterator[str]:
    """The words of notes that may be Russian by their letters or mix two scripts."""
    for fact in facts.notes:
        text = fact.note.prose.text
        yield from (text[start:end] for start, end in fact.suspects)


def may_be_russian(facts: ChapterFacts) -> bool:
    """Whether any word of the text's names or of the citations may be Russian by its letters alone."""
    if facts.names:  # they were taken for that reason
        return True
    return any(
        looks_russian(word) or mixes_scripts(word)
        for fact in facts.notes
        if fact.suspects
        for citation in fact.citations
        for _, texts in _fields(citation)
        for text in texts
        for word in (text.text[start:end] for start, end in words(text.text))
    )


def _fields(citation: Citation) -> Iterator[tuple[Field, tuple[Text, ...]]]:
    for person in (*citation.authors, *citation.editors):
        yield "person", tuple(_name(person))
    titles: tuple[tuple[Field, Title | None], ...] = (
        ("title", citation.title),
        ("container", citation.container),
        ("translation", citation.translation),
    )
    for field, title in titles:
        if title is not None:
            # the title as a whole has the sign for ь that may end a word; word by word, what a line end takes apart
            whole = len(title.text.text) == len(title.text.span) and not _is_abbreviated(title)
            yield field, (title.text,) if whole else title.words
    if citation.publisher is not None:
        yield "publisher", (citation.publisher,)
    if citation.place is not None:
        yield "place", (citation.place,)


def _is_abbreviated(title: Title) -> bool:
    """Poln. sobr. soch.: what has been cut short is no word, and the parser leaves it out."""
    return title.style == "plain" and len(title.words) < len(list(words(title.text.text)))


def _name(person: Person) -> Iterator[Text]:
    if person.surname is None:
        return
    yield person.surname
    yield from person.given


def _words(text: Text) -> Iterator[Text]:
    """The words of a text, hyphened ones whole, with the signs that stand for ь and ъ; initials keep their stop."""
    if len(text.text) != len(text.span):
        # the source writes it otherwise (decomposed letters, a line end): only the whole can be pointed at
        if " " not in text.text:
            yield text
        return
    for start, end in words(text.text):
        stop = end + 1 if text.text[end : end + 1] == "." and end - start <= _LONGEST_INITIAL else end
        yield Text(text.text[start:stop], Span(text.span.start + start, text.span.start + stop))


#: Shch. is the longest initial there is; the stop of a longer word ends a sentence.
_LONGEST_INITIAL = 4
