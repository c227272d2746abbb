"""Settled English forms (Trotsky, Gorky, Politburo) and acronyms, which no rule may respell."""

from __future__ import annotations

from functools import lru_cache

from footlint.romanization.datafiles import words
from footlint.romanization.spelling import canonical


@lru_cache(maxsize=1)
def settled_forms() -> frozenset[str]:
    """The forms of data/settled_english.txt, canonical."""
    return frozenset(canonical(line) for line in words("settled_english.txt"))


@lru_cache(maxsize=1)
def acronyms() -> frozenset[str]:
    """The Russian acronyms of data/acronyms.txt, in lower case."""
    return frozenset(line.lower() for line in words("acronyms.txt"))


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
