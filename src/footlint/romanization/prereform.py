"""Spellings from before the reform of 1918, which titles of that time may keep: pravoslavnago, russkiia, viestnik."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from footlint.romanization.align import alignment
from footlint.romanization.book import BookSystem, fits
from footlint.romanization.datafiles import words
from footlint.romanization.lexicon import load_lexicon
from footlint.romanization.spelling import canonical
from footlint.romanization.systems import VOWELS
from footlint.romanization.tables import tables

if TYPE_CHECKING:
    from footlint.romanization.verdict import Verdict

#: What is written for ѣ where е is written e.
_YAT = frozenset({"ie", "ye", "ě"})
#: The endings of adjectives now, and then.
_ENDINGS = (("ого", "аго"), ("его", "аго"), ("его", "яго"), ("ые", "ыя"), ("ие", "ия"))


def is_prereform(found: Verdict, book: BookSystem) -> bool:
    """Whether what a verdict finds strange is how the word was spelled then, in the book's own way."""
    reading, spelling = found.reading.lower(), canonical(found.word)
    then = [reading[: -len(now)] + old for now, old in _ENDINGS if reading.endswith(now)]
    if any(fits(old, spelling, book) for old in then):
        return True
    return any(yat in spelling for yat in _YAT) and any(_has_yat(old, spelling, book) for old in (reading, *then))


def _has_yat(reading: str, spelling: str, book: BookSystem) -> bool:
    """Whether the book's way gives the spelling but for what is written for ѣ."""
    steps = alignment(reading, spelling, tables())
    if steps is None:
        return False
    places = _places(reading)
    modern = "".join(
        "e" if step.latin in _YAT and step.feature == "е" and at in places else step.latin
        for at, step in enumerate(steps)
    )
    return modern != spelling and fits(reading, modern, book)


@lru_cache(maxsize=1_000)
def _places(reading: str) -> frozenset[int]:
    """Where ѣ stood in a word: in some stems, and in the ending of a noun that does not end in е of itself."""
    found: set[int] = set()
    for stem, places in _stems():
        at = reading.find(stem)
        if at >= 0:
            found.update(at + place for place in places)
    entry = load_lexicon().find(reading)
    if entry is not None and reading[-1] == "е" and reading[-2:-1] not in VOWELS and reading not in entry.lemmas:
        found.add(len(reading) - 1)
    return frozenset(found)


@lru_cache(maxsize=1)
def _stems() -> list[tuple[str, list[int]]]:
    """The stems of data/yat.txt as they are written now, with the places of ѣ in each."""
    return [
        (stem.replace("ѣ", "е"), [place for place, letter in enumerate(stem) if letter == "ѣ"])
        for stem in words("yat.txt")
    ]
