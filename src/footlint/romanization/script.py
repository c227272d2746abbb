"""Cyrillic letters among Latin ones that look the same, and their repair."""

from __future__ import annotations

# Unicode Technical Standard 39, confusables.txt: the Cyrillic letters with a Latin twin
TWINS = dict(
    zip(
        "АВЕЅІЈКМНОРСТХУаеѕіјорсухԁһԛԝӏ",
        "ABESIJKMHOPCTXYaesijopcyxdhqwl",
        strict=True,
    ),
)


def is_cyrillic(letter: str) -> bool:
    """Whether a letter is Cyrillic."""
    return "\u0400" <= letter <= "\u052f"


def latin_repair(word: str) -> str | None:
    """The word in Latin letters alone, where it mixes Cyrillic twins into Latin ones; None where it does not mix."""
    cyrillic = [letter for letter in word if is_cyrillic(letter)]
    if not cyrillic or not any(letter.isalpha() and not is_cyrillic(letter) for letter in word):
        return None
    return "".join(TWINS.get(letter, letter) for letter in word)
