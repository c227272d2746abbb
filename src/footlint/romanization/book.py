"""The way one book romanises: a system, and the letters where the book departs from it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from footlint.record import Record, replace
from footlint.romanization.align import feature_of
from footlint.romanization.romanize import romanize
from footlint.romanization.spelling import SOFT_SIGNS, canonical, cased_like
from footlint.romanization.systems import SIGNS, get_system
from footlint.romanization.tables import contexts, tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from footlint.romanization.decode import Reading
    from footlint.romanization.systems import System
    from footlint.romanization.verdict import Departure

    #: A feature and what may be written for it.
    Choice = tuple[str, tuple[str, ...]]

TAILS = ("ий", "ый")
_FEWEST = 3  # words that can establish a book's way


class Vote(Record, frozen=True):
    """How many words write one feature one way, with the first of them as examples."""

    feature: str
    latin: str
    count: int
    words: tuple[str, ...]


class BookSystem(Record, frozen=True):
    """The system of a book; house: set by the configuration, so no vote can change it."""

    system: str
    overrides: Mapping[str, str] = {}
    votes: Mapping[str, tuple[Vote, ...]] = {}
    words: int = 0
    fitting: int = 0
    apostrophe: str = "'"
    ties: bool = False  # whether it ties two letters for one, where its system does
    signs: str = ""  # kept, dropped, mixed, or empty where no word has one
    house: bool = False
    runner_up: str | None = None
    near: tuple[str, ...] = ()  # systems that the words speak for no less; the first is chosen as the more usual
    rivals: tuple[str, ...] = ()  # those of them that are in use

    @property
    def clear(self) -> bool:
        """Whether enough of the words agree on one system to hold the rest to it."""
        return self.house or (self.words >= _FEWEST and self.fitting * 2 > self.words)

    def vote(self, feature: str) -> Vote | None:
        """The vote for what the book writes, if any word shows it."""
        return next(iter(self.votes.get(feature, ())), None)

    def writes(self, departure: Departure) -> bool:
        """Whether a word of the book shows the expected way to write a letter where it stands."""
        return any(vote.latin == departure.expected for vote in self.votes.get(departure.feature, ()))


def house_system(system_id: str) -> BookSystem:
    """The book system that a configuration sets."""
    get_system(system_id)
    return BookSystem(system_id, ties=True, house=True)


def choices(reading: str, book: BookSystem) -> list[Choice]:
    """For each letter (an adjective's ending counts as one) its feature and what the book may write."""
    return _choices(reading, book.system, tuple(sorted(book.overrides.items())))


@lru_cache(maxsize=20_000)
def _choices(reading: str, system_id: str, departures: tuple[tuple[str, str], ...]) -> list[Choice]:
    habits = _habits(system_id, departures)
    around = contexts(reading)
    if tail := habits.tail(reading):
        return [*(habits[context] for context in around[:-2]), tail]
    return [habits[context] for context in around]


def choice_at(at: int, feature: str, letters: list[Choice]) -> tuple[str, ...] | None:
    """What may be written for the feature at a letter; None where an ending swallows it."""
    return letters[at][1] if at < len(letters) and letters[at][0] == feature else None


class _Habits(dict[str, "Choice"]):
    """What a book may write for letters between their neighbours, found when asked for."""

    def __init__(self, system: System, overrides: Mapping[str, str]) -> None:
        super().__init__()
        self._system = system
        self._overrides = overrides

    def __missing__(self, context: str) -> Choice:
        feature = feature_of(context)
        override = self._overrides.get(feature)
        # what a book does in obozreniye does not tell how it writes the ending of zheleznye
        alike = self._system.after.get("ые", ()) if context[:2] == "ые" else ()
        if override is None or override in alike:
            found = feature, self._system.values(context[0].strip("^"), context[1], context[2].strip("$"))
        else:
            found = feature, (override,)
        self[context] = found
        return found

    def tail(self, reading: str) -> Choice | None:
        """An adjective's ending, where the book or its system has a rule for it."""
        feature = reading[-2:] + "$"
        if len(reading) > len("кий") and reading.endswith(TAILS) and feature in self._overrides:
            return feature, (self._overrides[feature],)
        values = self._system.ending.get(reading[-2:]) if len(reading) > len("ий") else None
        return (feature, values) if values else None


@lru_cache(maxsize=100)
def _habits(system_id: str, departures: tuple[tuple[str, str], ...]) -> _Habits:
    return _Habits(_canonical(system_id), dict(departures))


@lru_cache
def _canonical(system_id: str) -> System:
    """A system with all that it writes in canonical spelling."""
    system = get_system(system_id)
    names = ("letters", "after", "before", "ending")
    tables = ({key: tuple(map(canonical, row)) for key, row in getattr(system, name).items()} for name in names)
    return replace(system, **dict(zip(names, tables, strict=True)))


def spell(reading: str, book: BookSystem) -> str:
    """A lower-case reading as the book would romanise it, signs in their canonical form."""
    return "".join(values[0] for _, values in choices(reading, book))


def fits(reading: str, spelling: str, book: BookSystem) -> bool:
    """Whether the book's way gives this canonical spelling; a sign kept or dropped makes no difference here."""
    ends = {0}
    for feature, values in choices(reading, book):
        after = set()
        for start in ends:
            for latin in values:
                if spelling.startswith(latin, start):
                    after.add(start + len(latin))
            if feature[-1] in SIGNS:
                after.add(start)
                if spelling[start : start + 1] in {"'", '"'}:
                    after.add(start + 1)
        ends = after
        if not ends:
            return False
    return len(spelling) in ends


def reads(reading: Reading, spelling: str, book: BookSystem) -> bool:
    """Whether a decoded reading of this canonical spelling is the book's way to write it."""
    if not book.overrides:
        if reading.systems & tables().bit(book.system):
            return True
        if "'" not in spelling and '"' not in spelling:
            return False
    return fits(reading.text, spelling, book)


def respell_as(reading: str, model: str, book: BookSystem) -> str:
    """A reading in the book's spelling, with the case of the model and the book's apostrophe."""
    text = spell(reading, book)
    if book.ties and canonical(tied := romanize(reading, book.system)) == text:
        text = "".join("'" if sign in SOFT_SIGNS else sign for sign in tied)
    if book.apostrophe != "'":
        text = text.replace("'", book.apostrophe)
    return cased_like(model, text)
