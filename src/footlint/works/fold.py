"""Words made comparable: their letters alone, and a skeleton in which all romanisations of a word agree."""

from __future__ import annotations

import re
from functools import lru_cache

from footlint.expressions import expression

#: Letters whose decomposition would lose what tells them apart, and Cyrillic ones.
_LETTERS = str.maketrans(
    {
        "č": "ch", "š": "sh", "ž": "zh", "ŝ": "shch", "û": "iu", "â": "ia", "ß": "ss", "ł": "l", "ø": "o", "đ": "d",
        "æ": "ae", "œ": "oe", "ı": "i",
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i",
        "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
        "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "",
        "э": "e", "ю": "iu", "я": "ia", "і": "i", "ї": "i", "є": "e", "ґ": "g", "ѣ": "e",
    }
)  # fmt: skip
# a tie (t͡s) joins its letters as an apostrophe does
_WORD = expression("[^\\W\\d_]+(?:['’ʹʺʼ′`´\u0361][^\\W\\d_]+)*|\\d+")
_SIGNS = expression(r"[^\w]|_")
#: What systems write differently, brought to one spelling; tried in this order.
_SKELETON = expression(r"schtsch|shch|stch|tsch|tch|kh|ch|sch|sh|zh|ts|tz|ph|x|w|h|[yij]+(?=[aeou])|[yij]+|([a-z])\1+")
_SAME = {
    "schtsch": "S", "shch": "S", "stch": "S", "tsch": "h", "tch": "h", "kh": "h", "ch": "h", "h": "h",
    "sch": "S", "sh": "S", "zh": "Z", "ts": "c", "tz": "c", "ph": "f", "x": "ks", "w": "v",
}  # fmt: skip


@lru_cache(maxsize=50_000)
def letters(word: str) -> str:
    """The word in small letters without accents and signs; Cyrillic is romanised one way."""
    low = word.casefold()
    if not low.isascii():
        import unicodedata

        low = unicodedata.normalize("NFC", low).translate(_LETTERS)
        low = "".join(sign for sign in unicodedata.normalize("NFD", low) if not unicodedata.combining(sign))
    return low if low.isalnum() else _SIGNS.sub("", low)


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """What is left of a word when all romanisations of it are to agree: Charitonov, Kharitonov, Харитонов → haritonov.

    Different words may share a skeleton; two titles of several words hardly ever do.
    """
    return _SKELETON.sub(_same, letters(word))


def _same(match: re.Match[str]) -> str:
    found = match[0]
    if found in _SAME:
        return _SAME[found]
    if match[1]:
        return match[1]
    # y, i, j soften the vowel that follows, or are a vowel themselves
    follows = match.string[match.end() : match.end() + 1]
    return "" if follows and follows in "aeou" else "i"


def words(text: str) -> list[str]:
    """The words and numbers of a text, in order, as written."""
    return _WORD.findall(text)
