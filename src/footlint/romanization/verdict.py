"""What is said of a word: the values that the rules report."""

from __future__ import annotations

from typing import Literal

from footlint.record import Record

Fault = Literal["variant", "off-system", "mixed", "unknown", "sign", "script", "initial"]


class Word(Record, frozen=True):
    """A word to judge: name tells a person's name from a word of a title."""

    text: str
    name: bool = False


class Departure(Record, frozen=True):
    """One letter that a word writes otherwise than its book; feature also tells where it stands."""

    letter: str
    written: str
    expected: str
    feature: str


class Verdict(Record, frozen=True):
    """What is wrong with a word, and how the book would spell it.

    reading is Cyrillic, empty for a fault of script alone; systems are those that give exactly this spelling; variants
    are other spellings of the word in the book, or sound spellings of other forms of its lemma.
    """

    word: str
    fault: Fault
    expected: str
    reading: str
    systems: tuple[str, ...] = ()
    departures: tuple[Departure, ...] = ()
    variants: tuple[str, ...] = ()
    margin: float = 0.0
    lemmas: tuple[str, ...] = ()
