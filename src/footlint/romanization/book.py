"""The way one book romanises: a system, and the letters where the book departs from it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from footlint.record import Record
from footlint.romanization.align import feature_of
from footlint.romanization.romanize import romanize
from footlint.romanization.spelling import SOFT_SIGNS, canonical, cased_like
from footlint.romanization.systems import SIGNS, get_system
from footlint.romanization.tables import tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from footlint.romanization.decode import Reading

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
    rivals: tuple[str, ...] = ()  # systems that the words speak for no less; the first is chosen as the more usual

    @property
    def clear(self) -> bool:
        """Whether enough of the words agree on one system to hold the rest to it."""
        return self.house or (self.words >= _FEWEST and self.fitting * 2 > self.words)

    def vote(self, feature: str) -> Vote | None:
        """The vote for what the book writes, if any word shows it."""
        return next(iter(self.votes.get(feature, ())), None)


def house_system(system_id: str) -> BookSystem:
    """The book system that a configuration sets."""
    get_system(system_id)
    return BookSystem(system_id, ties=True, house=True)


def choices(reading: str, book: BookSystem) -> list[tuple[str, tuple[str, ...]]]:
    """For each letter (an adjective's ending counts as one) its feature and what the book may write."""
    return _choices(reading, book.system, tuple(sorted(book.overrides.items())))


@lru_cache(maxsize=20_000)
def _choices(
    reading: str, system_id: str, departures: tuple[tuple[str, str], ...]
) -> list[tuple[str, tuple[str, ...]]]:
    system, overrides = get_system(system_id), dict(departures)
    size = len(reading)
    tail: tuple[str, tuple[str, ...]] | None = None
    if size > len("кий") and reading.endswith(TAILS) and reading[-2:] + "$" in overrides:
        feature = reading[-2:] + "$"
        tail = (feature, (overrides[feature],))
    elif size > len("ий") and reading[-2:] in system.ending:
        tail = (reading[-2:] + "$", tuple(canonical(value) for value in system.ending[reading[-2:]]))
    out: list[tuple[str, tuple[str, ...]]] = []
    body = size - 2 if tail else size
    for at in range(body):
        feature = feature_of(reading, at)
        override = overrides.get(feature)
        prev = reading[at - 1] if at else ""
        # what a book does in obozreniye does not tell how it writes the ending of zheleznye
        alike = system.after.get("ые", ()) if prev + reading[at] == "ые" else ()
        if override is not None and override not in alike:
            out.append((feature, (override,)))
            continue
        following = reading[at + 1] if at + 1 < size else ""
        values = tuple(canonical(value) for value in system.values(prev, reading[at], following))
        out.append((feature, values))
    return [*out, tail] if tail else out


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
