"""Places of publication: Moskva and Sankt-Peterburg are romanised Russian, Moscow, Moskau, Prague and Kyiv are not."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import lru_cache

from footlint.transliteration.words import Occurrence

_DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "places.txt")


def is_russian_place(words: Iterable[Occurrence]) -> bool:
    """Whether all words name a place as Russian does: in the nominative, and not as another language has it."""
    return all(word.text not in _other_languages() and _is_lemma(word.text) for word in words)


def _is_lemma(word: str) -> bool:
    from footlint.romanization import decode

    return any(
        reading.entry is not None and reading.entry.word_prior > 0 and reading.text in reading.entry.lemmas
        for reading in decode(word)
    )


@lru_cache(maxsize=1)
def _other_languages() -> frozenset[str]:
    with open(_DATA, encoding="utf-8") as lines:
        return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
