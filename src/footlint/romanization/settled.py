"""Settled forms of English and German (Trotsky, Politburo, Trotzki) and acronyms, which no rule may respell."""

from __future__ import annotations

from functools import lru_cache

from footlint.romanization.datafiles import words
from footlint.romanization.spelling import canonical

#: The systems of presses whose readers do not know the English forms, with the language whose forms they know.
_OTHER_READERS = {"german": "german", "polish": ""}


@lru_cache(maxsize=2)
def settled_forms(language: str = "english") -> frozenset[str]:
    """The forms of data/settled_english.txt or settled_german.txt, canonical."""
    return frozenset(canonical(line) for line in words(f"settled_{language}.txt"))


@lru_cache(maxsize=1)
def acronyms() -> frozenset[str]:
    """The Russian acronyms of data/acronyms.txt, in lower case."""
    return frozenset(line.lower() for line in words("acronyms.txt"))


def is_settled_for(word: str, system: str) -> bool:
    """Whether the readers of a book in this system know a form of their own for this name or term."""
    language = _OTHER_READERS.get(system, "english")
    return is_settled(word) if language == "english" else bool(language) and canonical(word) in settled_forms(language)


@lru_cache(maxsize=20_000)
def is_settled(word: str) -> bool:
    """Whether English has a form of its own for this name or term (its possessive and plural included)."""
    low = canonical(word)
    forms = settled_forms()
    return (
        low in forms
        or low.removesuffix("'s") in forms
        or low.removesuffix("s'") in forms
        or low.removesuffix("s") in forms
    )
