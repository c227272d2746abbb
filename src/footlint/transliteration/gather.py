"""All words of a chapter that may be romanised Russian. Whether they are is decided for the book as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from footlint.facts import ChapterFacts
from footlint.record import Record
from footlint.source import Span
from footlint.transliteration.loose import Taken, names_in_notes, set_apart
from footlint.transliteration.words import Occurrence, Phrase, phrases


class ChapterWords(Record, frozen=True, array_like=True):
    """The words in the notes of one chapter, in reading order.

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
    found = tuple(phrases(facts))
    taken = Taken(word for phrase in found for word in phrase.words)
    return ChapterWords(found, tuple(set_apart(facts, taken)), tuple(names_in_notes(facts, taken)))


def names_in_text(facts: ChapterFacts) -> Iterator[Occurrence]:
    """The names of the running text, the possessive left out."""
    for name in facts.names:
        text = name.text
        cut = len(text) - 2 if text.endswith(("'s", "’s")) and len(text) == len(name.span) else len(text)
        yield Occurrence(text[:cut], Span(name.span.start, name.span.end - (len(text) - cut)), facts.path, name=True)
