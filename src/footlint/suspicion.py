"""Words, and what can be told of them without any dictionary."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from footlint.expressions import expression

#: Letter groups that romanised Russian is full of and English, French, German or Spanish hardly ever have. Each is told
#: at its rarest letter, and what stands before it is looked back at, so that a search stops at few letters.
_GROUPS = (
    r"k(?:h|(?<=nik)|(?<=sk)(?:[iy]|i[iyj]|a[yij]a|o[yij])$)|z[dh]|c(?:(?<=[iy]c)h$|(?<=shc)h|(?<=tc)h)|s(?<=ts)[aiy]"
    r"|v(?:s|(?<=stv)|(?<=[eio]v)[ay]?$|(?<=^v)$)|f(?<=[eo]f)f$|g(?<=og)o$|i(?:ia|i$|(?<=[ln]i)e$)"
    r"|j(?:[aeu]|(?<=[aeiou]j)[bdgklmnrstvz]|(?<=ij)$)|y(?:[auy]|(?<=iy)|(?<=ny)[ij]$)|'$|č|š|ž|ẑ|ŝ|ė|ŭ|ʹ|ʺ"
)
_IN_WORD = expression(_GROUPS)
#: The same in running text, where all that is known of the ends of a word is that no letter stands beyond them: where
#: that has been asked, a group takes part.
_IN_TEXT = expression(_GROUPS.replace("<=^", "<![a-z]").replace("$", "(?![a-z])()"))
_SHORTEST_NAME = 4
#: Letters, with the signs that stand for ь and ъ inside and after them, joined by hyphens and dashes.
_LETTERS = "(?:[^\\W\\d_]+[\u0300-\u036f\ufe20\ufe21]*)+"  # a ligature is a combining mark of its own
_WORD = expression(rf"{_LETTERS}(?:['’ʹʼ′`\"”ʺ]?[-‐‑–]?{_LETTERS})*(?:['’ʹʼ′`ʺ](?![^\W\d_]))?")
_CYRILLIC = expression("[\u0400-\u052f]")


def looks_russian(word: str) -> bool:
    """Whether a Latin word may be Russian by its letters alone; far too often yes, hardly ever wrongly no."""
    return _IN_WORD.search(word.lower()) is not None


def mixes_scripts(word: str) -> bool:
    """Whether Cyrillic and Latin letters stand in one word."""
    return has_cyrillic(word) and re.search("[A-Za-z\u00c0-\u024f]", word) is not None


def has_cyrillic(text: str) -> bool:
    """Whether any letter is Cyrillic."""
    return not text.isascii() and _CYRILLIC.search(text) is not None


def is_hard_sign(text: str, at: int) -> bool:
    """Whether a quotation mark stands for ъ inside a word, as in s"ezd and ob”yekt."""
    return text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha()


def suspicious(text: str, *, names: bool = False) -> Iterator[tuple[int, int]]:
    """Where the words of a text stand that look Russian or mix two scripts; of the former only what may be `names`."""
    lower = text.lower()
    if len(lower) != len(text) or has_cyrillic(text):
        for start, end in words(text):
            word = text[start:end]
            if ((not names or _may_be_name(word)) and looks_russian(word)) or mixes_scripts(word):
                yield start, end
        return
    at = 0
    for hit in _IN_TEXT.finditer(lower):
        place = hit.start()
        if place < at:
            continue
        # no word reaches over a blank
        for found in _WORD.finditer(text, text.rfind(" ", at, place) + 1 or at):
            if found.end() > place:
                break
        else:
            return
        start, end = found.span()
        if start > place:  # a sign that belongs to no word
            at = start
            continue
        at = end
        word = text[start:end]
        if (not names or _may_be_name(word)) and (hit.lastindex is None or looks_russian(word)):
            yield start, end


def _may_be_name(word: str) -> bool:
    return len(word) >= _SHORTEST_NAME and word[0].isupper()


def words(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[tuple[int, int]]:
    """Where the words of a text stand, hyphened ones whole."""
    return (match.span() for match in _WORD.finditer(text, start, end))
