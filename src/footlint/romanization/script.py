"""Cyrillic letters among Latin ones that look the same, and their repair."""

from __future__ import annotations

from footlint.romanization.spelling import pieces

# Unicode Technical Standard 39, confusables.txt: the Cyrillic letters with a Latin twin
TWINS = dict(
    zip(
        "АВЕЁЅІЈКМНОРСТХУаеёѕіјорсухԁһԛԝӏ",
        "ABEËSIJKMHOPCTXYaeësijopcyxdhqwl",
        strict=True,
    ),
)
_CYRILLIC_TWINS = {latin: cyrillic for cyrillic, latin in TWINS.items()}


def is_cyrillic(letter: str) -> bool:
    """Whether a letter is Cyrillic."""
    return "\u0400" <= letter <= "\u052f"


def latin_repair(word: str) -> str | None:
    """The word in one script, where it mixes two; None where it does not, as in НКВД-Akte.

    A Cyrillic letter without a twin is romanised; a word of Cyrillic with a few Latin twins was meant to be Cyrillic.
    """
    if word.isascii():
        return None
    parts = pieces(word)
    repaired = [_in_one_script(part) for part in parts]
    return "".join(repaired) if repaired != parts else None


def _in_one_script(word: str) -> str:
    cyrillic = [letter for letter in word if is_cyrillic(letter)]
    latin = [letter for letter in word if letter.isalpha() and not is_cyrillic(letter)]
    if not cyrillic or not latin:
        return word
    if len(latin) < len(cyrillic) and all(letter in _CYRILLIC_TWINS for letter in latin):
        return "".join(_CYRILLIC_TWINS.get(letter, letter) for letter in word)
    return "".join(TWINS.get(letter) or _romanized(letter) for letter in word)


def _romanized(letter: str) -> str:
    from footlint.romanization.romanize import romanize

    return romanize(letter, "bgn-pcgn") if is_cyrillic(letter) else letter
