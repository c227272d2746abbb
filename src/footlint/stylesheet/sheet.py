"""Putting the sheet together from the facts of all chapters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from footlint.bibliography.entry import Entry, entries
from footlint.bibliography.original import Originals
from footlint.conventions.table import all_choices
from footlint.conventions.vote import Choice, Convention, infer
from footlint.expressions import expression
from footlint.facts import ChapterFacts
from footlint.record import Record
from footlint.rule import Whole
from footlint.source import Source, Span
from footlint.transliteration.book import transliterate
from footlint.transliteration.names import NameGroup, names, spelling_order

#: Two capitals at least: RGASPI, NKVD, but no initial and no roman number.
_ACRONYM = expression(r"\b(?=\w*[^\W\d_IVXLCDM])[^\W\d_a-z][^\W\d_a-z]+(?:[-–/][^\W\d_a-z]+)*\b")
_ROMAN = expression(r"[IVXLCDM]+")


class Place(Record, frozen=True):
    """Somewhere that does otherwise: the note, and the text there."""

    path: str
    note: str | None
    span: Span
    text: str


class Rule(Record, frozen=True):
    """One convention: what the book does, its count, and the exceptions."""

    convention: Convention
    exceptions: tuple[Place, ...]


class Abbreviation(Record, frozen=True):
    """An abbreviation of the notes and how often it stands."""

    text: str
    count: int


class Sheet(Record, frozen=True):
    """The whole sheet. `system` is the id of the romanisation, "" where there is none to tell."""

    rules: tuple[Rule, ...]
    system: str
    departures: dict[str, str]
    names: tuple[NameGroup, ...]
    works: tuple[Entry, ...]
    acronyms: tuple[Abbreviation, ...]
    prefixes: tuple[Abbreviation, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing on it."""
        return not (self.rules or self.names or self.works or self.acronyms or self.prefixes)


def stylesheet(whole: Whole, sources: Mapping[str, Source]) -> Sheet:
    """The sheet of a book."""
    # A check is sparing with a few words that nothing can be held against; a sheet has them all.
    transliteration = transliterate(whole.chapters, whole.settings.system, whole.settings.exceptions)
    choices = all_choices()
    conventions = infer(choices.values(), whole.chapters, whole.settings.style)
    rules = tuple(
        Rule(conventions[choice.name], tuple(_exceptions(choice, conventions[choice.name], whole.chapters, sources)))
        for choice in choices.values()
        if conventions[choice.name].counts
    )
    system = transliteration.system
    return Sheet(
        rules,
        system.system if system else "",
        dict(system.overrides) if system else {},
        tuple(spelling_order(names(transliteration))),
        tuple(entries(whole.works, sources, Originals(transliteration))),
        _acronyms(whole.chapters),
        _prefixes(whole.chapters),
    )


def _exceptions(
    choice: Choice, convention: Convention, chapters: Iterable[ChapterFacts], sources: Mapping[str, Source]
) -> Iterable[Place]:
    if convention.value is None:
        return
    for facts in chapters:
        for observation in choice.observe(facts):
            if observation.value != convention.value:
                text = " ".join(sources[facts.path].slice(observation.span).split())
                yield Place(facts.path, observation.note, observation.span, text)


def _acronyms(chapters: Iterable[ChapterFacts]) -> tuple[Abbreviation, ...]:
    counts: Counter[str] = Counter()
    for facts in chapters:
        for fact in facts.notes:
            counts.update(
                match[0] for match in _ACRONYM.finditer(fact.note.prose.text) if not _ROMAN.fullmatch(match[0])
            )
    return _ranked(counts)


def _prefixes(chapters: Iterable[ChapterFacts]) -> tuple[Abbreviation, ...]:
    """pp., vol., No and their like, as written."""
    counts: Counter[str] = Counter()
    for facts in chapters:
        for fact in facts.notes:
            for citation in fact.citations:
                counts.update(locator.prefix.text.strip() for locator in citation.locators if locator.prefix)
    return _ranked(counts)


def _ranked(counts: Counter[str]) -> tuple[Abbreviation, ...]:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0].casefold()))
    return tuple(Abbreviation(text, count) for text, count in ranked)
