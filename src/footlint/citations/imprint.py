"""Places, publishers and years in a row of atoms: Moscow, Nauka, 1999; London: Macmillan, 1968; M., 1999."""

from __future__ import annotations

import msgspec

from footlint.citations.locating import is_year
from footlint.citations.names import phrase
from footlint.citations.phrases import Atom
from footlint.citations.words import AND, FORTHCOMING, MONTHS, PROSE

_LONGEST_PLACE = 6
_LONGEST_PUBLISHER = 9
_EDITION_SIGNS = frozenset("¹²³⁴⁵⁶⁷⁸⁹")
Stretch = tuple[int, int]


class Imprint(msgspec.Struct):
    """Place, publisher and year as offsets, and the index of the atom after them."""

    place: Stretch | None
    publisher: Stretch | None
    year: Stretch | None
    next: int


def year_at(row: list[Atom], i: int) -> tuple[Stretch, int] | None:
    """A year, or what stands for one (n.d., forthcoming), and the index after it."""
    if i >= len(row):
        return None
    atom = row[i]
    if atom.kind == "num" and is_year(atom.numbers[0]):
        return (atom.start, atom.end), i + 1
    if (
        atom.kind in {"low", "cap"}
        and atom.text in _EDITION_SIGNS
        and i + 1 < len(row)
        and row[i + 1].start == atom.end
    ):
        # ²1986
        return year_at(row, i + 1)
    if atom.kind == "bracket" and atom.text == "[" and len(atom.inner) == 1 and year_at(atom.inner, 0):
        return (atom.inner[0].start, atom.inner[0].end), i + 1
    after = phrase(row, i, FORTHCOMING)
    if after > i and (atom.text[-1:] == "." or after > i + 1 or len(atom.key) > 4):  # noqa: PLR2004 - written out
        return (atom.start, row[after - 1].end), after
    return None


def imprint(row: list[Atom], i: int) -> Imprint | None:  # noqa: PLR0911
    """The imprint that begins at atom i and ends in a year."""
    if year_at(row, i) is not None or (i < len(row) and row[i].key in MONTHS):
        return None
    after = _words(row, i, _LONGEST_PLACE, place=True)
    if after == i:
        return None
    place = (row[i].start, row[after - 1].end)
    year = year_at(row, after)
    if year is not None:
        return Imprint(place, None, *year)
    if after >= len(row) or row[after].kind not in {"comma", "colon", "stop"}:
        return None
    sign = row[after].kind
    year = year_at(row, after + 1)
    if year is not None and sign != "stop":
        return Imprint(place, None, *year)
    begin = after + 1
    if sign == "comma":
        state = _state(row, begin)
        if state == begin + 1 and row[begin].text.isupper() and len(row[begin].text) == 2:  # noqa: PLR2004 - CA
            year = year_at(row, state + (state < len(row) and row[state].kind == "comma"))
            if year is not None:
                return Imprint((row[i].start, row[begin].end), None, *year)
        if state > begin and state < len(row) and row[state].kind == "colon":
            # Cambridge, MA: Harvard University Press, 1999
            place = (row[i].start, row[state - 1].end)
            begin = state + 1
    return _publisher(row, begin, place)


def _publisher(row: list[Atom], begin: int, place: Stretch) -> Imprint | None:  # noqa: PLR0911
    after = _words(row, begin, _LONGEST_PUBLISHER, place=False)
    if after == begin or row[begin].key in MONTHS:
        return None
    for _ in range(3):
        if after >= len(row):
            return None
        year = year_at(row, after)
        if year is not None:
            # Ocherki istorii goroda, Moskva 1999: no publisher, and what stood for the place was none
            return None if after == begin + 1 and " " in _stretch(row, place) else Imprint(
                place, (row[begin].start, row[after - 1].end), *year)  # fmt: skip
        if row[after].kind == "comma":
            year = year_at(row, after + 1)
            if year is not None:
                return Imprint(place, (row[begin].start, row[after - 1].end), *year)
        if row[after].kind not in {"comma", "colon"}:
            return None
        following = _words(row, after + 1, _LONGEST_PUBLISHER, place=False)
        if following == after + 1:
            return None
        after = following
    return None


def _stretch(row: list[Atom], place: Stretch) -> str:
    return " ".join(atom.text for atom in row if place[0] <= atom.start < place[1])


def _state(row: list[Atom], i: int) -> int:
    """The index after the state or country behind a place: MA, UK, Conn., Washington DC."""
    after = i
    while after < len(row) and row[after].kind in {"cap", "init"} and after - i < 3:  # noqa: PLR2004
        after += 1
        if after < len(row) and row[after].kind == "stop" and row[after].start == row[after - 1].end:
            after += 1
    return after


def _words(row: list[Atom], i: int, most: int, *, place: bool) -> int:
    """The index after a run of words that can be a place or a publisher; it begins with a capital."""
    if i >= len(row) or row[i].kind not in {"cap", "init", "quoted"} or (row[i].kind == "quoted" and place):
        return i
    if (
        row[i].key in PROSE
        and row[i].kind == "cap"
        and row[i].key not in {"la", "le", "les", "il", "das", "die", "der", "the"}
    ):
        return i
    at = i + 1
    while at < len(row) and at - i < most:
        if not _belongs(row, at, place=place):
            break
        at += 1
    return at


def _belongs(row: list[Atom], at: int, *, place: bool) -> bool:
    """Whether an atom can stand inside the name of a place or a publisher."""
    atom = row[at]
    if atom.kind in {"cap", "init"}:
        return True
    if atom.kind == "quoted":
        return not place
    if atom.kind == "low":
        if not place and atom.key not in PROSE:
            return True
        return (atom.key in AND or atom.key in _INNER or not place) and _goes_on(row, at)
    return (atom.kind in {"slash", "dash"} or atom.text == "&") and _goes_on(row, at)


#: Lower-case words inside the names of places.
_INNER = frozenset(
    {"am", "an", "der", "upon", "na", "nad", "i", "la", "de", "del", "sur", "im", "ob", "a", "y", "i.", "и"}
)


def _goes_on(row: list[Atom], at: int) -> bool:
    """Whether a word follows, as in Johns Hopkins & Co."""
    return at + 1 < len(row) and row[at + 1].kind in {"cap", "init", "quoted", "low"}
