"""One spelling for every way to type a romanised word: marks, signs, case."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

SOFT_SIGNS = "'’‘ʼʹ′`´ʻ‛＇"
HARD_SIGNS = '"”“ʺ″„‟'
TIE = "\u0361"
TIES = "\u0361\ufe20\ufe21\u2060\u00ad\u200b\u200c\u200d"
_FOLD = str.maketrans(
    {
        **dict.fromkeys(SOFT_SIGNS, "'"),
        **dict.fromkeys(HARD_SIGNS, '"'),
        **dict.fromkeys(TIES),
        # what some romanisers leave as it was
        "ё": "ë",
        "Ё": "Ë",
        "ь": "'",
        "Ь": "'",
        "ъ": '"',
        "Ъ": '"',
    },
)
DASHES = "-‐‑–—−"
_DASHES = frozenset(DASHES)
LONGEST = 48  # the longest word worth decoding; a Russian dictionary has none of 40 letters


@lru_cache(maxsize=20_000)
def canonical(word: str) -> str:
    """Lower case, composed accents, one apostrophe for all soft signs and one quote for all hard signs."""
    if word.isascii():
        if word.isalpha():
            return word.lower()
        text = word
    else:
        text = unicodedata.normalize("NFC", word)
    return text.translate(_FOLD).lower().replace("''", '"').replace("·", "")


def unsigned(spelling: str) -> str:
    """A canonical spelling without its signs."""
    return spelling.replace("'", "").replace('"', "")


def sign_of(word: str) -> str | None:
    """The character this word writes for the soft sign, if it has one."""
    for letter in word:
        if letter in SOFT_SIGNS:
            return letter
    return None


def cased_like(model: str, text: str) -> str:
    """Give text the case of model: UPPER, Title, or as it is."""
    letters = [c for c in model if c.isalpha()]
    if not letters:
        return text
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return text.upper()
    if letters[0].isupper():
        for at, letter in enumerate(text):
            if letter.isalpha():
                return text[:at] + letter.upper() + text[at + 1 :]
    return text


def pieces(word: str) -> list[str]:
    """Split a word at its hyphens and dashes, keeping them: an even index is a piece, an odd one a dash."""
    if word.isalpha() or _DASHES.isdisjoint(word):
        return [word]
    out, start = [], 0
    for at, letter in enumerate(word):
        if letter in DASHES:
            out += [word[start:at], letter]
            start = at + 1
    return [*out, word[start:]]
