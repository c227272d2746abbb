"""Who wrote a work, made comparable: surnames by their skeletons, given names by their initials."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from footlint.citations.model import Person
from footlint.record import Record
from footlint.works.fold import letters, skeleton, words
from footlint.works.near import is_near

#: An initial with its stop is hardly longer.
_INITIAL = 3
#: One letter of Cyrillic, and one of the Latin alphabet that is read in many ways.
_SOFT = "ijy"
#: So few letters in common are chance.
_SHORTEST = 5


def surname(person: Person) -> str:
    """The surname as written; the whole name of an institution."""
    return _without_initials((person.surname or person.text).text)


@lru_cache(maxsize=20_000)
def _without_initials(text: str) -> str:
    parts = text.split()
    while len(parts) > 1 and len(parts[0]) <= _INITIAL and parts[0].endswith("."):
        del parts[0]  # an initial that was taken for a particle: V. Z. Malov
    return " ".join(parts)


class Name(Record, frozen=True):
    """A person as works are compared: the skeleton of the surname, and what each initial may be in other systems.

    `parts` are the halves of a surname with a hyphen, which may be two persons: Chadwick-Orme, Chadwick/Orme.
    """

    key: str
    initials: tuple[frozenset[str], ...]
    parts: tuple[str, ...] = ()


def name(person: Person) -> Name:
    """What to compare of a person: Jurij Ščukin, Yu. Shchukin and Ю. Щукин give one name."""
    return _name((person.surname or person.text).text, tuple([given.text for given in person.given]))


@lru_cache(maxsize=20_000)
def _name(text: str, given: tuple[str, ...]) -> Name:
    written = _without_initials(text)
    halves = tuple(_folded(half) for half in written.split("-")) if "-" in written.strip("-") else ()
    initials = tuple(initial for one in given for initial in _initials(one))
    return Name(_folded(written), initials, halves if all(halves) else ())


def surname_key(person: Person) -> str:
    """What all romanisations of a surname share."""
    return _folded(surname(person))


@lru_cache(maxsize=20_000)
def _folded(surname: str) -> str:
    return " ".join(skeleton(word) for word in words(surname))


@lru_cache(maxsize=20_000)
def _initials(given: str) -> tuple[frozenset[str], ...]:
    """What the initials of given names may be in other systems: Ju. may be Iu. or Yu., Ch. may be Kh."""
    found = []
    for word in words(given):
        low = letters(word)
        if low:
            first = {low[0], (skeleton(word) or low)[0]}
            found.append(frozenset(first | set(_SOFT) if low[0] in _SOFT else first))
    return tuple(found)


def initials_agree(first: Name, second: Name) -> bool:
    """Whether two persons of one surname may be one; names that are not given may be any."""
    return all(x & y for x, y in zip(first.initials, second.initials, strict=False))


def same_surname(first: Person, second: Person) -> bool:
    """Whether two surnames are one name, perhaps romanised differently: the Cyrillic readings decide."""
    a, b = surname(first), surname(second)
    return letters(a) == letters(b) or (may_be_respelled(first, second) and _share_a_reading(a, b))


def may_be_respelled(first: Person, second: Person) -> bool:
    """Whether two surnames differ in nothing that romanisations do not differ in."""
    return _one_x(surname_key(first)) == _one_x(surname_key(second))


def any_agree(found: Sequence[tuple[Name, Name]]) -> bool:
    """Whether any two who share a surname may be one; who is known with given names is known by them."""
    fuller = [pair for pair in found if pair[1].initials] or found
    return any(initials_agree(a, b) for a, b in fuller)


def pairs(first: Sequence[Name], second: Sequence[Name]) -> list[tuple[Name, Name]]:
    """Who of the first may be whom of the second; a hyphen between two surnames is seen through."""
    found = [(a, b) for a in first for b in second if near_surname(a, b)]
    if not found:
        found = [(a, a) for a in first if a.parts and {b.key for b in second} >= set(a.parts)]
        found += [(b, b) for b in second if b.parts and {a.key for a in first} >= set(b.parts)]
    return found


def near_surname(first: Name, second: Name) -> bool:
    """Whether two surnames may be one name, romanised or misspelt differently."""
    if first.key == second.key or _one_x(first.key) == _one_x(second.key):
        return True
    return min(len(first.key), len(second.key)) >= _SHORTEST and is_near(first.key, second.key)


def _one_x(key: str) -> str:
    """The same for both letters that x may stand for: Pixoya is Pikhoya as Alexeev is Alekseev."""
    return key.replace("ks", "h")


def _share_a_reading(first: str, second: str) -> bool:
    """Whether two spellings with one skeleton can stand for one Russian word, or differ in double letters only."""
    if _single(letters(first)) == _single(letters(second)):
        return True
    from footlint.romanization import decode

    readings = {reading.text for reading in decode(first)}
    return bool(readings & {reading.text for reading in decode(second)})


def _single(word: str) -> str:
    return "".join(sign for at, sign in enumerate(word) if at == 0 or word[at - 1] != sign)
