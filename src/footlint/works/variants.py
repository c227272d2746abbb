"""How the titles of one work differ, word by word, and which spelling of each word is the usual one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from footlint.record import Record
from footlint.works.fold import letters
from footlint.works.near import distance
from footlint.works.titles import Form, form, likeness, off_by_a_number
from footlint.works.work import Cited, Work, Works

#: An abbreviation has hardly more of its word than this.
_ABBREVIATED = 0.6
#: So long a word is hardly another one that differs in a letter.
_LONG_WORD = 8
_SIGNS = str.maketrans("", "", "'’ʹʺʼ′`´")


class Difference(Record, frozen=True):
    """A word that is not what it is elsewhere: "" where it is missing, `usual` "" where it is one too many.

    `index` is its place among the words of this title as written. Of `total` citations that have the word at all,
    `count` write it the usual way; `shown` is the position in `Works.cited` of one that does.
    """

    written: str
    usual: str
    index: int
    count: int
    total: int
    shown: int


class Variant(Record, frozen=True):
    """A citation whose title differs from the work's other citations."""

    position: int
    differences: tuple[Difference, ...]


class _Reading:
    """One citation's words, each at its place in the title's fullest form."""

    __slots__ = ("cited", "form", "places", "short")

    def __init__(self, cited: Cited, title: Form, places: dict[int, int], *, short: bool) -> None:
        self.cited = cited
        self.form = title
        self.places = places
        self.short = short


def variants(works: Works, work: Work) -> Iterator[Variant]:
    """The citations of a work whose title is not the usual one; a title that is only shortened is none."""
    titled = [cited for cited in works.of(work) if cited.citation.title is not None]
    forms = Counter(_form(cited) for cited in titled)
    if len(forms) < 2:  # noqa: PLR2004 - nothing to compare
        return
    base = max(forms, key=lambda one: (len(one.keys), forms[one]))
    readings = [reading for cited in titled if (reading := _read(base, cited)) is not None]
    usual = [_usual(base, at, readings, work.fullest) for at in range(len(base.keys))]
    declines = len({reading.form.first for reading in readings}) > 1
    for reading in readings:
        differences = tuple(_differences(base, reading, usual, declines=declines))
        if differences:
            yield Variant(reading.cited.position, differences)
    read = {reading.cited.position for reading in readings}
    yield from _of_short_forms([cited for cited in titled if cited.position not in read], titled)


def _of_short_forms(unread: list[Cited], titled: list[Cited]) -> Iterator[Variant]:
    """Short forms of one word that the full title does not begin with, and that are another short form with a slip."""
    counts = Counter(_form(cited).written for cited in titled)
    for cited in unread:
        (word, *more) = _form(cited).written
        if more or counts[(word,)] > 1:
            continue
        for other in titled:
            usual = _form(other).written
            if len(usual) == 1 and _is_slip(word, usual[0]):
                difference = Difference(
                    word, usual[0], _form(cited).first, counts[usual], counts[usual] + 1, other.position
                )
                yield Variant(cited.position, (difference,))
                break


def _is_slip(word: str, usual: str) -> bool:
    first, second = letters(word), letters(usual)
    return first != second and len(second) >= _LONG_WORD and distance(first, second, 1) == 1


def _form(cited: Cited) -> Form:
    title = cited.citation.title
    assert title is not None
    return form(title.text.text)


def _read(base: Form, cited: Cited) -> _Reading | None:
    title = _form(cited)
    found = likeness(base, title, same_authors=True) or off_by_a_number(base, title)
    if found is None:
        return None
    places = {a: b for a, b in found.pairs if a is not None and b is not None}
    paired = set(places.values())
    for at, word in enumerate(base.written):
        follows = places.get(at - 1, -1) + 1
        if at in places or follows >= len(title.written) or follows in paired:
            continue
        if _is_abbreviated(word, title.written[follows]):
            places[at] = follows
            paired.add(follows)
    return _Reading(cited, title, places, short=found.relation == "short")


#: The usual word, how many have it, how many there are, and the position of one that has it.
_Usual = tuple[str, int, int, int]


def _usual(base: Form, at: int, readings: list[_Reading], fullest: int) -> _Usual:
    """What most write at one place of the title; at a tie, what the fullest citation writes, or else the first."""
    counts: Counter[str] = Counter()
    shown: dict[str, int] = {}
    best: dict[str, tuple[bool, int]] = {}
    for reading in readings:
        if at in reading.places:
            word = reading.form.written[reading.places[at]]
            if reading.short and reading.places[at] == 0 and _capital(base.written[at]) == word:
                word = base.written[at]  # at the head of a short title its capital says nothing
        elif reading.short:
            continue
        else:
            word = ""
        key = _plain(word, base, at)
        counts[key] += 1
        position = reading.cited.position
        rank = (position != fullest, position)
        if key not in best or rank < best[key]:
            best[key], shown[key] = rank, position
    key = min(counts, key=lambda one: (-counts[one], best[one]))
    return key, counts[key], sum(counts.values()), shown[key]


def _plain(word: str, base: Form, at: int) -> str:
    """The word without soft signs and apostrophes; at the head of a title or subtitle its capital says nothing."""
    possessive = len(word) > 2 and word[-1] == "s" and word[-2] in "'’"  # noqa: PLR2004 - Stalin's is not Stalins
    word = word.translate(_SIGNS)
    if possessive:
        word = f"{word[:-1]}'s"
    return _capital(word) if at == 0 or at in base.breaks else word


def _differences(base: Form, reading: _Reading, usual: list[_Usual], *, declines: bool) -> Iterator[Difference]:
    """`declines` where some have an article before the title and some have not."""
    written, first = reading.form.written, reading.form.first
    paired = set(reading.places.values())
    last = -1
    for at, (word, count, total, shown) in enumerate(usual):
        here = reading.places.get(at)
        if here is None and (reading.short or not word):
            continue
        if here is None and last + 1 < len(written) and last + 1 not in paired:
            here = last + 1  # another word stands in its place
            paired.add(here)
        if here is None:
            yield Difference("", word, last + 1 + first, count, total, shown)
            continue
        last = here
        mine = _plain(written[here], base, at)
        if not (_are_alike(mine, word, reading, here) or (declines and at == 0 and _stem(mine) == _stem(word))):
            yield Difference(written[here], word, here + first, count, total, shown)
    for index, word in enumerate(written):
        if index not in paired and not reading.short:
            yield Difference(word, "", index + first, len(usual), len(usual), usual[0][3])


def _are_alike(mine: str, usual: str, reading: _Reading, here: int) -> bool:
    """Whether a word is the usual one, capitals apart where they say nothing."""
    if _is_abbreviated(mine, usual):
        return True
    if all(word.isupper() for word in reading.form.written):
        return mine.casefold() == usual.casefold()
    # the first word of a short title has a capital
    return mine == usual or (here == 0 and _capital(mine) == _capital(usual))


def _stem(word: str) -> str:
    """A German adjective without its ending, which goes with the article: die alten Mühlen, Alte Mühlen."""
    return _capital(word[:-1] if word.endswith(("en", "er", "es", "em")) else word).removesuffix("e")


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _is_abbreviated(first: str, second: str) -> bool:
    """Whether one is the beginning of the other, much shorter: Zool., Zoological."""
    short, long = sorted((first.casefold(), second.casefold()), key=len)
    return bool(short) and long.startswith(short) and len(short) <= _ABBREVIATED * len(long)
