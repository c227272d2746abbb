"""Places of publication: Moskva and Sankt-Peterburg are romanised Russian, Moscow, Moskau, Prague and Kyiv are not."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import lru_cache

from footlint.transliteration.words import Occurrence

_DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data")


def is_russian_place(words: Iterable[Occurrence]) -> bool:
    """Whether all words name a place as Russian does: in the nominative, and not as another language has it.

    English maps have Yaroslavl and Nizhny Novgorod, and so have notes in any romanisation.
    """
    words = tuple(words)
    if any(word.text in _listed("places.txt") for word in words) or all(_is_english(word.text) for word in words):
        return False
    return all(_is_lemma(word.text) for word in words)


def is_other_slavic_place(words: Iterable[Occurrence]) -> bool:
    """Whether books printed there are likelier in another Slavic language, whose titles may look Russian."""
    return any(word.text in _listed("slavic_places.txt") for word in words)


def _is_english(word: str) -> bool:
    """Whether a word is spelled as English newspapers would."""
    from footlint.romanization import decode
    from footlint.romanization.tables import tables

    english = tables().bit("popular") | tables().bit("popular-ei")
    return any(reading.entry is not None and reading.systems & english for reading in decode(word))


def _is_lemma(word: str) -> bool:
    from footlint.romanization import decode

    return any(
        reading.entry is not None and reading.entry.word_prior > 0 and reading.text in reading.entry.lemmas
        for reading in decode(word)
    )


@lru_cache(maxsize=2)
def _listed(name: str) -> frozenset[str]:
    with open(os.path.join(_DATA, name), encoding="utf-8") as lines:
        return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
