"""Whether a title is romanised Russian, word by word, against the common words of twenty-one other languages."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from footlint.expressions import expression
from footlint.record import Record
from footlint.romanization.datafiles import mapped
from footlint.romanization.decode import decode, known
from footlint.romanization.spelling import canonical, pieces
from footlint.romanization.tables import tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from mmap import mmap

_LETTER = r"(?:[^\W\d_][\u0300-\u036f\ufe20-\ufe2f]*)"
_WORD = expression(rf"{_LETTER}+(?:['’ʹʼ′\"”ʺ`]{_LETTER}*)*")
# what stands before an apostrophe in French and Italian, and after one in English
_ELIDED = frozenset(
    [
        "l",
        "d",
        "c",
        "j",
        "n",
        "s",
        "t",
        "m",
        "qu",
        "un",
        "dell",
        "nell",
        "all",
        "sull",
        "dall",
        "quell",
        "bell",
        "jusqu",
        "lorsqu",
        "puisqu",
        "quelqu",
        "o",
    ]
)
_CLITIC = frozenset(["s", "t", "re", "ll", "ve", "d", "m"])
_ROMANISED = frozenset(["uk", "bg", "mk"])  # languages whose words are romanised as Russian is
# how much rarer than a title in English, French, German, Italian or Spanish one in another language is
_RARER = dict.fromkeys(("", "en", "de", "fr", "it", "es"), 0) | {"cs": 0.3, "pl": 0.3, "uk": 1.2, "bg": 1.5, "mk": 1.5}
_MUCH_RARER = 0.7
_SURE = 0.4
_BLOCK = 1024  # bytes of the list of foreign words that are looked through for one
_UNLISTED = -6.6  # a word of a foreign language that is not among its common ones
_UNLISTED_SUSPECT = -7.8  # the same with letters that those languages hardly ever have together
_UNREADABLE = -9.5  # what no system can have written
_READABLE = -8.0  # what one can have written, though no dictionary knows it
# what English, French, German or Spanish words hardly ever contain, and romanised Russian often does
_SUSPECT = expression(
    r"kh|zh|shch|tsk|tsch|cht?ch|[aeiou]ya|iia|ija|[čšžžщėěşŝʹʺ]|sk(?:[iy]|ii|iy|ij|ago|ogo|oi|oy|oj|aia|aya|aja|ie|oe|oye)$"
    r"|(?:ov|ev|ow|ew|off|eff)(?:a|y)?$|[ty]s(?:ia|iya|ija)|[bvgdzklmnprst](?:iu|ju|yu|ja|ia|ya)$|(?:ogo|ykh|ych|ikh|ich|ami|nyi|nyy|nyj)$"
    r"|yy|iy|ii|ij$|vs|vl|vn|zd|zn|gd|kn|mn|sr|tv|dv|^v$|^k$|nik[aiou]?$|[bdgkptvz]s?tv|u(?:stv|shk|chi)",
)


class Language(Record, frozen=True):
    """A verdict on a run of words: russian, foreign or unsure, with the likeliest foreign language and the evidence."""

    verdict: str
    other: str
    margin: float
    russian_words: tuple[str, ...]
    foreign_words: tuple[str, ...]

    @property
    def russian(self) -> bool:
        """Whether the words are Russian beyond doubt."""
        return self.verdict == "russian"


def words_of(text: str) -> list[str]:
    """The words of a title, without numbers and punctuation, apostrophes kept."""
    return _WORD.findall(text)


def suspects(words: Iterable[str]) -> list[str]:
    """The words that may be Russian by their letters alone; where none is, no dictionary need be opened."""
    found = []
    for word in words:
        low = canonical(word)
        if (not low.isascii() or _SUSPECT.search(low)) and not foreign_frequencies(low.rstrip("'\"")):
            found.append(word)
    return found


@lru_cache(maxsize=1)
def _foreign() -> mmap:
    """The list of foreign words, sorted, each after a line end."""
    return mapped("foreign.txt")


@lru_cache(maxsize=2_000)
def _first_of(block: int) -> bytes:
    """The first word that begins in a block of the list."""
    data = _foreign()
    at = data.find(b"\n", block * _BLOCK) + 1
    return data[at : data.find(b" ", at)]


@lru_cache(maxsize=20_000)
def _line(word: str) -> str:
    data, key = _foreign(), word.encode()
    block = bisect_right(range(1, len(data) // _BLOCK), key, key=_first_of)
    at = data.find(b"\n" + key + b" ", block * _BLOCK, (block + 2) * _BLOCK)
    return "" if at < 0 else data[at + len(key) + 2 : data.find(b"\n", at + 1)].decode()


def foreign_frequencies(word: str) -> Mapping[str, int]:
    """The languages in which a lower-case word is common, with its Zipf frequency there."""
    return {language: zipf for language, zipf in _frequencies(word).items() if language not in _ROMANISED}


def _frequencies(word: str) -> dict[str, int]:
    """The same, with the languages that are romanised as Russian is."""
    line = _line(word)  # two letters and a figure for each language
    return {line[at : at + 2]: int(line[at + 2]) for at in range(0, len(line), 3)}


def classify(words: Iterable[str], leaning: float = 0.0) -> Language:
    """Decide whether a run of words (a title) is romanised Russian.

    leaning is what the surroundings say, on a decimal logarithm: positive after a Russian author or before Moscow.
    """
    return _classified(tuple(words), leaning)


@lru_cache(maxsize=2_000)
def _classified(words: tuple[str, ...], leaning: float) -> Language:
    totals = {"": 0.0}  # of each language, what it gains over one that has none of the words among its common ones
    russian, unlisted = 0.0, 0.0
    shared, apart = tables().all, 0.0
    russian_words: list[str] = []
    foreign_words: list[str] = []
    for piece in [piece for word in words for piece in pieces(word)[::2]]:
        weighed = _weighed(piece)
        if weighed is None:
            continue
        ours, systems, weight, theirs, rare, is_russian = weighed
        russian += ours
        unlisted += rare
        shared &= systems
        apart += weight
        for language, score in theirs.items():
            if language not in totals:
                totals[language] = -_RARER.get(language, _MUCH_RARER)
            totals[language] += score - rare
        (russian_words if is_russian else foreign_words).append(piece)
    if not russian_words and not foreign_words:
        return Language("unsure", "", 0.0, (), ())
    # one system writes the whole title; where none can, each word pays for its own
    russian += tables().log_weight(shared) if shared else apart
    other = max(totals, key=totals.__getitem__)
    margin = russian - totals[other] - unlisted + leaning
    verdict = "russian" if margin > _SURE else "foreign" if margin < -_SURE else "unsure"
    return Language(verdict, other, round(margin, 2), tuple(russian_words), tuple(foreign_words))


@lru_cache(maxsize=20_000)
def _weighed(piece: str) -> tuple[float, int, float, Mapping[str, float], float, bool] | None:
    """What a word says: all that is told below, and whether it is likelier Russian; None for what is no word."""
    low = canonical(piece)
    if piece.isupper():
        low = low.strip("'\"")
    if not low.isalpha() and not any(letter.isalpha() for letter in low):
        return None
    ours, systems, weight = _russian(low)
    theirs, common, rare = _foreign_scores(low)
    return ours, systems, weight, theirs, rare, ours + weight > common


def _russian(low: str) -> tuple[float, int, float]:
    """The log likelihood of a word in a romanised Russian text, the systems that write it so, and their weight."""
    joined = tables()
    best, best_systems, top = _UNREADABLE, joined.all, -99.0
    readings = known(low)
    if not readings and not foreign_frequencies(low):
        readings = decode(low)
    for one in readings:
        systems = one.systems
        score = (_READABLE if one.entry is None else -9.0) + one.prior
        if not systems:
            score, systems = score - 3.5, joined.all
        likelihood = score + joined.log_weight(systems)
        if likelihood > top:
            best, best_systems, top = score, systems, likelihood
    return max(best, _UNREADABLE), best_systems, joined.log_weight(best_systems)


def _foreign_scores(low: str) -> tuple[Mapping[str, float], float, float]:
    """The same for each language that has the word among its common ones, the best of them, and for all others."""
    word = low
    if "'" in low:
        first, last = low.split("'", 1)
        word = last if first in _ELIDED else first if last in _CLITIC or not last else low
    found = {language: zipf - 9.0 for language, zipf in _frequencies(word).items()}
    rare = _UNLISTED_SUSPECT if _SUSPECT.search(low) and not found else _UNLISTED
    return found, max(found.values(), default=rare), rare
