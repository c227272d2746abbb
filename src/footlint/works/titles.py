"""How two titles stand to each other: the same words, one a short form of the other, or one misspelt."""

from __future__ import annotations

from functools import lru_cache
from operator import eq
from typing import Literal

from footlint.expressions import expression
from footlint.record import Record
from footlint.works.fold import letters, skeleton, words
from footlint.works.near import is_near

#: Dropped from the head of a short title (The Chicago Manual of Style, 17th ed., 14.33).
ARTICLES = frozenset(
    ["the", "a", "an", "der", "die", "das", "ein", "eine", "le", "la", "les", "un", "une", "il", "lo", "gli", "el",
     "los", "las", "o", "os", "as", "de", "het", "een", "l"]
)  # fmt: skip
_YEAR = 4
#: So much of a title must be right for the rest to be a slip.
_ALIKE = 0.7
_ALIKE_OF_ONE = 0.5  # of one author's titles
#: So few words left out in the middle are a slip; more, and the title has been shortened on purpose.
_FEW = 2
#: So many right words outweigh one that is quite another.
_MANY = 6
#: How well two titles fit that are one but for a number.
_ONE_NUMBER = 0.8
#: Articles, conjunctions and prepositions are hardly longer.
_PARTICLE = 3
#: A word that stands alone as a short title tells enough when it is so long.
_LONG_WORD = 8
#: A title of so many words is too long to be hit upon twice.
LONG = 4

#: "Das Wehr (wie Anm. 12)" is "Das Wehr".
_CROSS_REFERENCE = expression(
    r"\s*[(\[](?:wie|see|s\.|as in|cf\.)?\s*(?:above,?\s*)?(?:Anm|Fn|fn|nn?|notes?)\.?\s*\d+[)\]]"
)

Relation = Literal["same", "short", "variant"]


class Form(Record, frozen=True):
    """A title as it is compared: its words as written, and their skeletons, years completed, without a head article.

    `first` tells how many words were dropped from the head; `breaks` are the words before which a subtitle begins;
    `numbers` are the years, volumes and parts in it.
    """

    written: tuple[str, ...]
    keys: tuple[str, ...]
    first: int
    breaks: frozenset[int]
    numbers: frozenset[str]
    vocabulary: frozenset[str]  # the keys without order


class Likeness(Record, frozen=True):
    """How the words of two forms match.

    `pairs` are indices of words that stand for each other, None where one has a word that the other lacks.
    `short` tells which is the shorter form, if one is: 0 the first, 1 the second.
    """

    relation: Relation
    pairs: tuple[tuple[int | None, int | None], ...]
    score: float
    short: int | None = None


@lru_cache(maxsize=20_000)
def form(text: str) -> Form:
    """Take a title apart."""
    text = _CROSS_REFERENCE.sub("", text)
    written: list[str] = []
    breaks = set()
    for part in _parts(text):
        if written:
            breaks.add(len(written))
        written += words(part)
    keys = [_key(word) for word in written]
    for at in range(1, len(keys)):
        # 1937–38 is 1937–1938
        if keys[at].isdigit() and keys[at - 1].isdigit() and len(keys[at - 1]) == _YEAR and len(keys[at]) == 2:  # noqa: PLR2004
            keys[at] = keys[at - 1][:2] + keys[at]
    first = 1 if len(keys) > 1 and letters(written[0]) in ARTICLES else 0
    numbers = frozenset(key for key in keys if key.isdigit())
    kept = tuple(keys[first:])
    return Form(tuple(written[first:]), kept, first, frozenset(at - first for at in breaks), numbers, frozenset(kept))


def _key(word: str) -> str:
    if len(word) > 1 and not word.strip("IVX"):
        return _roman(word)
    return skeleton(word) or letters(word) or word


def _roman(word: str) -> str:
    """The value of a numeral, so that Part II and Part III are as different as 2 and 3."""
    values = [{"I": 1, "V": 5, "X": 10}[sign] for sign in word]
    return str(sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True)))


def _parts(text: str) -> list[str]:
    """Title and subtitles."""
    for sign in (":", ". ", "; ", " – ", " — ", "? ", "! "):
        text = text.replace(sign, "\0")
    return [part for part in text.split("\0") if part.strip()]


def may_be_alike(first: Form, second: Form) -> bool:
    """A cheap look before a thorough one: have they a word in common, and no number that the other contradicts?"""
    if first.numbers and second.numbers and first.numbers - second.numbers and second.numbers - first.numbers:
        return False  # 1922–1936 and 1937–1938 are two volumes of a series
    return min(len(first.keys), len(second.keys)) <= _FEW or not first.vocabulary.isdisjoint(second.vocabulary)


def off_by_a_number(first: Form, second: Form) -> Likeness | None:
    """Two long titles that are one but for a number: 1917–1953, 1917–1956; None where they differ in more."""
    size = len(first.keys)
    if size != len(second.keys) or size < LONG or len(first.numbers) != len(second.numbers):
        return None
    odd = [(one, other) for one, other in zip(first.keys, second.keys, strict=True) if one != other]
    if len(odd) != 1 or not (odd[0][0].isdigit() and odd[0][1].isdigit()):
        return None
    return Likeness("variant", tuple((at, at) for at in range(size)), _ONE_NUMBER)


def likeness(first: Form, second: Form, *, same_authors: bool) -> Likeness | None:
    """How two titles stand to each other; None where they are titles of different works.

    `same_authors` tells that the two have an author in common, so that less of a title need agree.
    """
    if not first.keys or not second.keys or not may_be_alike(first, second):
        return None
    if first.keys == second.keys:
        return Likeness("same", tuple((at, at) for at in range(len(first.keys))), 1.0)
    long, short, which = (first, second, 1) if len(first.keys) >= len(second.keys) else (second, first, 0)
    found = _shortened(long, short, same_authors=same_authors) if len(short.keys) < len(long.keys) else None
    relation: Relation = "short"
    if found is None:
        found = _misspelt(long, short, same_authors=same_authors)
        relation = "variant"
    if found is None:
        return None
    pairs, score = found
    return Likeness(relation, pairs if which else _turned(pairs), score, which if relation == "short" else None)


_Pairs = tuple[tuple[int | None, int | None], ...]


def _turned(pairs: _Pairs) -> _Pairs:
    return tuple((b, a) for a, b in pairs)


def _shortened(long: Form, short: Form, *, same_authors: bool) -> tuple[_Pairs, float] | None:
    """Where the words of the short form stand in the long one; only beginnings count without an author in common."""
    size = len(short.keys)
    starts = [0, *sorted(long.breaks)] if same_authors else [0]
    for start in starts:
        piece = long.keys[start : start + size]
        if len(piece) == size and all(map(is_near, piece, short.keys)):
            exact = sum(map(eq, piece, short.keys))
            # a word alone may have a slip too, if it is long
            misspelt = size == 1 and same_authors and len(short.keys[0]) >= _LONG_WORD
            if exact == size or misspelt or (exact * 2 >= size and (size >= LONG - 1 or same_authors)):
                return tuple((start + b, b) for b in range(size)), 0.9 * (size + exact) / (2 * size)
    dated = _with_years(long, short)
    if dated is not None:
        return dated, 0.9
    if not same_authors or not short.vocabulary <= long.vocabulary:
        return None
    if size == 1 and len(short.keys[0]) < _LONG_WORD:
        return None
    run = next((at for at in range(len(long.keys) - size + 1) if long.keys[at : at + size] == short.keys), None)
    return None if run is None else (tuple((run + b, b) for b in range(size)), 0.7)


def _with_years(long: Form, short: Form) -> _Pairs | None:
    """Where a subtitle is left out between the title and its years: Lubianka, 1937–1938."""
    if not short.numbers:
        return None
    head = len(short.keys)
    while head and short.keys[head - 1].isdigit():
        head -= 1
    years = len(short.keys) - head
    if not years or head not in long.breaks or long.keys[:head] != short.keys[:head]:
        return None
    if long.keys[-years:] != short.keys[head:]:
        return None
    rest = len(long.keys) - years
    return (*((at, at) for at in range(head)), *((rest + at, head + at) for at in range(years)))


def _misspelt(long: Form, short: Form, *, same_authors: bool) -> tuple[_Pairs, float] | None:
    """How the words of two titles pair where one is the other with a slip or two; None where it is not."""
    # at least half of the words are right, else this is another title; counted first, since pairing words is dear
    few_right = 2 * len(short.vocabulary & long.vocabulary) < len(short.vocabulary) > _FEW
    if few_right or short.numbers - long.numbers or len(short.keys) * 2 < len(long.keys):
        return None
    # told again of the words that are paired; told first of all words, it spares most titles the pairing
    if not (same_authors and len(short.keys) >= _MANY) and _lacks_word(short, long) and _lacks_word(long, short):
        return None
    pairs, right, lost = _align(long.keys, short.keys)
    if lost - _dropped(pairs, right) > _FEW or _has_lost_a_number(pairs, long):
        return None
    if _is_another_word(pairs, long, short) and not (same_authors and right >= _MANY):
        return None
    share = right / max(len(long.keys), len(short.keys))
    paired = sum(a is not None and b is not None for a, b in pairs)
    enough = share >= _ALIKE_OF_ONE if same_authors else share >= _ALIKE and paired >= LONG - 1 and right >= LONG - 2
    return (pairs, 0.8 * share) if enough else None


def _lacks_word(form: Form, other: Form) -> bool:
    """Whether the other has a word of some length to which no word of this form comes near."""
    return any(
        len(key) > _PARTICLE and not any(is_near(key, own) for own in form.keys)
        for key in other.vocabulary - form.vocabulary
    )


def _is_another_word(pairs: _Pairs, long: Form, short: Form) -> bool:
    """Whether each has a word of some length that the other lacks: History of the Weir, History of the Lock."""
    only_long = any(b is None and a is not None and len(long.keys[a]) > _PARTICLE for a, b in pairs)
    return only_long and any(a is None and b is not None and len(short.keys[b]) > _PARTICLE for a, b in pairs)


def _dropped(pairs: _Pairs, right: float) -> int:
    """How many words are left out at the end, as of a subtitle, where enough of the title stands before."""
    if right < LONG - 1:
        return 0
    common = max((at + 1 for at, (a, b) in enumerate(pairs) if a is not None and b is not None), default=0)
    rest = pairs[common:]
    return len(rest) if all(b is None for _, b in rest) else 0


def _has_lost_a_number(pairs: _Pairs, long: Form) -> bool:
    """Whether a number is left out before the last word that both have."""
    inner = max((at + 1 for at, (a, b) in enumerate(pairs) if a is not None and b is not None), default=0)
    return any(a is not None and b is None and long.keys[a].isdigit() for a, b in pairs[:inner])


@lru_cache(maxsize=1_000)  # asked first whatever the authors are, and again when they are known
def _align(long: tuple[str, ...], short: tuple[str, ...]) -> tuple[_Pairs, float, int]:
    """The best pairing of the words of two titles, how much of them is right, and how many words only one has."""
    rows, columns = len(long), len(short)
    worth = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for a in range(rows - 1, -1, -1):
        for b in range(columns - 1, -1, -1):
            worth[a][b] = max(worth[a + 1][b], worth[a][b + 1], worth[a + 1][b + 1] + _worth(long[a], short[b]))
    pairs: list[tuple[int | None, int | None]] = []
    a = b = lost = 0
    while a < rows or b < columns:
        match = _worth(long[a], short[b]) if a < rows and b < columns else 0.0
        if match and worth[a][b] == worth[a + 1][b + 1] + match:
            pairs.append((a, b))
            a, b = a + 1, b + 1
            continue
        lost += 1
        if a < rows and (b == columns or worth[a][b] == worth[a + 1][b]):
            pairs.append((a, None))
            a += 1
        else:
            pairs.append((None, b))
            b += 1
    return tuple(pairs), worth[0][0], lost


def _worth(first: str, second: str) -> float:
    if first == second:
        return 1.0
    return 0.6 if is_near(first, second) else 0.0
