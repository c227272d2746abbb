"""How a book romanises, and the occurrences that depart from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from footlint.facts import ChapterFacts
from footlint.record import Record
from footlint.source import Span
from footlint.suspicion import looks_russian, mixes_scripts
from footlint.transliteration.words import Occurrence, Phrase, phrases

if TYPE_CHECKING:
    from footlint.romanization import BookSystem, Verdict

#: On a decimal logarithm: what the rest of a citation says of the language of one of its fields.
_LEANING = 1.0
_SURE = 1.0
#: From this margin on, a field counts as Russian.
_RUSSIAN = 0.4
#: In the running text a form is usual when it stands so often, and so many times as often as another.
_USUAL = 4


class NameVariant(Record, frozen=True):
    """A name in the running text that is usually spelled otherwise there: its reading, the usual form and its count."""

    word: Occurrence
    reading: str
    usual: str
    times: int


class Transliteration:
    """The Russian words of a book, its way of romanising them, and the verdict on each faulty word.

    `system` is None where the book has no Russian, or none that tells how it romanises. `variants` are names of the
    running text, where English forms are as good as romanised ones: only the text itself is held against them.
    """

    def __init__(
        self,
        words: Sequence[Occurrence] = (),
        system: BookSystem | None = None,
        faults: Sequence[tuple[Occurrence, Verdict]] = (),
        variants: Sequence[NameVariant] = (),
    ) -> None:
        self.words = tuple(words)
        self.system = system
        self.faults = tuple(faults)
        self.variants = tuple(variants)

    def of(self, path: str, *faults: str) -> Iterator[tuple[Occurrence, Verdict]]:
        """The faulty occurrences of these kinds in one chapter, in reading order."""
        for occurrence, verdict in self.faults:
            if occurrence.path == path and verdict.fault in faults:
                yield occurrence, verdict

    def spelled(self, *spellings: str) -> Iterator[Occurrence]:
        """The occurrences of spellings, letter case apart."""
        wanted = {spelling.casefold() for spelling in spellings}
        return (word for word in self.words if word.text.casefold() in wanted)


def transliterate(
    chapters: Iterable[ChapterFacts], house: str | None = None, exceptions: Iterable[str] = ()
) -> Transliteration:
    """Judge the romanised Russian of a book. Without a word that could be Russian no dictionary is opened."""
    chapters = tuple(chapters)
    found = [phrase for facts in chapters for phrase in phrases(facts)]
    names = [name for facts in chapters for name in _names(facts)]
    listed = [word for phrase in found for word in phrase.words]
    if not any(looks_russian(word.text) or mixes_scripts(word.text) for word in (*listed, *names)):
        return Transliteration()
    from footlint.romanization import Word, infer, verdicts

    left_alone = {word.casefold() for word in exceptions}
    names = [name for name in names if name.text.casefold() not in left_alone]
    russian = _russian(found)
    system = infer((word.text for word in russian), house)
    mixed = [word for word in (*listed, *names) if mixes_scripts(word.text)]
    variants = _variants(names)
    judged = [word for word in dict.fromkeys([*russian, *mixed]) if word.text.casefold() not in left_alone]
    if system is None:
        return Transliteration(russian, None, _mixed(mixed), variants)
    told = verdicts((Word(word.text, word.name) for word in judged), system)
    faults = [(word, verdict) for word in judged if (verdict := told.get(Word(word.text, word.name))) is not None]
    return Transliteration(russian, system, sorted(faults, key=lambda fault: (fault[0].path, fault[0].span)), variants)


def _names(facts: ChapterFacts) -> Iterator[Occurrence]:
    """The names of the running text, the possessive left out."""
    for name in facts.names:
        text = name.text
        cut = len(text) - 2 if text.endswith(("'s", "’s")) and len(text) == len(name.span) else len(text)
        yield Occurrence(text[:cut], Span(name.span.start, name.span.end - (len(text) - cut)), facts.path, name=True)


def _variants(names: Sequence[Occurrence]) -> list[NameVariant]:
    from footlint.romanization import group, is_settled, suspects

    certain = set(suspects(dict.fromkeys(name.text for name in names)))
    places: dict[str, list[Occurrence]] = {}
    for name in names:
        if name.text in certain and not is_settled(name.text):
            places.setdefault(name.text, []).append(name)
    found = []
    for together in group(places):
        usual = max(together.spellings, key=lambda spelling: len(places[spelling]))
        times = len(places[usual])
        if not together.reading or times < _USUAL:
            continue
        for spelling in together.spellings:
            if spelling != usual and len(places[spelling]) * _USUAL <= times:
                found += [NameVariant(place, together.reading, usual, times) for place in places[spelling]]
    return found


def _mixed(words: Iterable[Occurrence]) -> list[tuple[Occurrence, Verdict]]:
    from footlint.romanization import Verdict
    from footlint.romanization.script import latin_repair

    return [
        (word, Verdict(word.text, "script", repaired, ""))
        for word in words
        if (repaired := latin_repair(word.text)) is not None
    ]


def _russian(found: Sequence[Phrase]) -> list[Occurrence]:
    """The words of the fields that are Russian; the fields of a citation lend each other certainty."""
    from footlint.romanization import classify

    kept: list[Occurrence] = []
    by_citation: dict[tuple[str, int], list[Phrase]] = {}
    for phrase in found:
        by_citation.setdefault((phrase.words[0].path, phrase.citation), []).append(phrase)
    known: dict[tuple[str, ...], float] = {}
    for together in by_citation.values():
        margins = []
        for phrase in together:
            words = tuple(word.text for word in phrase.words)
            if words not in known:
                language = classify(_full(words))
                known[words] = language.margin
            margins.append(known[words])
        for at, phrase in enumerate(together):
            others = [margin for other, margin in enumerate(margins) if other != at]
            leaning = _LEANING * ((max(others, default=0.0) > _SURE) - (max(others, default=0.0) < -_SURE))
            if margins[at] + leaning > _RUSSIAN:
                kept.extend(phrase.words)
    return kept


def _full(words: tuple[str, ...]) -> list[str]:
    """The words without initials, which are of any language."""
    full = [word for word in words if not word.endswith(".")]
    return full or list(words)
