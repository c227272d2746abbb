"""Words, and what can be told of them without any dictionary."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

#: Letter groups that romanised Russian is full of and English, French, German or Spanish hardly ever have.
_GROUPS = re.compile(
    r"kh|zh|shch|[bcdfgklmnpqrstvxz]iia|[aeiou]ya|iia|ija|[čšžẑŝėŭʹʺ]|tch|[ei]v(?:a|y)?$|ov(?:a|y)?$|sk(?:[iy]|ii|iy|ij|aya|aia|aja|oy|oi|oj)$"
    r"|(?:ogo|ykh|ikh|ych|ich|nyi|nyy|nyj|iya|off|eff)$|yy|iy|ii$|ij$|^v$|vs|zd|stv|[aeiou]j[bdgklmnrstvz]|ts[aiy]|j[aeu]|y[au]|nik|[ln]ie$|'$",
    re.IGNORECASE,
)
#: Letters, with the signs that stand for ь and ъ inside and after them, joined by hyphens and dashes.
_LETTERS = "(?:[^\\W\\d_]+[\u0300-\u036f\ufe20\ufe21]*)+"  # a ligature is a combining mark of its own
_WORD = re.compile(rf"{_LETTERS}(?:['’ʹʼ′`\"”ʺ]?[-‐‑–]?{_LETTERS})*(?:['’ʹʼ′`ʺ](?![^\W\d_]))?")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


def looks_russian(word: str) -> bool:
    """Whether a Latin word may be Russian by its letters alone; far too often yes, hardly ever wrongly no."""
    return _GROUPS.search(word) is not None


def mixes_scripts(word: str) -> bool:
    """Whether Cyrillic and Latin letters stand in one word."""
    return _CYRILLIC.search(word) is not None and _LATIN.search(word) is not None


def has_cyrillic(text: str) -> bool:
    """Whether any letter is Cyrillic."""
    return not text.isascii() and _CYRILLIC.search(text) is not None


def is_hard_sign(text: str, at: int) -> bool:
    """Whether a quotation mark stands for ъ inside a word, as in s"ezd and ob”yekt."""
    return text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha()


def words(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[tuple[int, int]]:
    """Where the words of a text stand, hyphened ones whole."""
    return (match.span() for match in _WORD.finditer(text, start, end))
