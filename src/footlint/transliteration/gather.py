"""All words of a chapter that may be romanised Russian. Whether they are is decided for the book as a whole."""

from collections.abc import Callable, Iterable, Iterator

from footlint.facts import ChapterFacts, NoteFact
from footlint.record import Record
from footlint.source import Span
from footlint.transliteration.loose import Taken, names_in_note, set_apart
from footlint.transliteration.words import Occurrence, Phrase, phrases


class ChapterWords(Record, frozen=True, array_like=True):
    """The words in the notes of one chapter, or in some of them, in reading order.

    `phrases` are the fields of its citations, `apart` the runs of words that are set apart, `capitalised` what may be
    a name in no field.
    """

    phrases: tuple[Phrase, ...] = ()
    apart: tuple[tuple[Occurrence, ...], ...] = ()
    capitalised: tuple[Occurrence, ...] = ()


#: The words in the notes of a chapter, made or remembered.
Gather = Callable[[ChapterFacts], ChapterWords]


def gather(facts: ChapterFacts) -> ChapterWords:
    """The words in the notes of a chapter."""
    return together(words_of(note, facts.path) for note in facts.notes)


def words_of(note: NoteFact, path: str) -> ChapterWords:
    """The words in one note of the chapter of this path."""
    found = tuple(phrases(note, path))
    taken = Taken(word for phrase in found for word in phrase.words)
    return ChapterWords(found, tuple(set_apart(note, path, taken)), tuple(names_in_note(note, path, taken)))


def together(notes: Iterable[ChapterWords]) -> ChapterWords:
    """The words in the notes of a chapter, from those in each of them."""
    found: list[Phrase] = []
    apart: list[tuple[Occurrence, ...]] = []
    capitalised: list[Occurrence] = []
    for words in notes:
        before = found[-1].citation if found else 0
        found += [Phrase(phrase.field, phrase.words, before + phrase.citation) for phrase in words.phrases]
        apart += words.apart
        capitalised += words.capitalised
    return ChapterWords(tuple(found), tuple(apart), tuple(capitalised))


def names_in_text(facts: ChapterFacts) -> Iterator[Occurrence]:
    """The names of the running text, the possessive left out."""
    for name in facts.names:
        text = name.text
        cut = len(text) - 2 if text.endswith(("'s", "’s")) and len(text) == len(name.span) else len(text)
        yield Occurrence(text[:cut], Span(name.span.start, name.span.end - (len(text) - cut)), facts.path, name=True)
