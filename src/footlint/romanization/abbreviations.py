"""Initials and acronyms: Yu., Zh., VChK."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from footlint.romanization.book import BookSystem, fits, respell_as
from footlint.romanization.settled import acronyms
from footlint.romanization.spelling import TIES, canonical
from footlint.romanization.systems import get_system
from footlint.romanization.tables import tables
from footlint.romanization.verdict import Verdict

_INITIALS = "жхцчшщюяеёэ"  # the letters that systems write in more than one way
_LONGEST_INITIAL = 6
_LONGEST_ACRONYM = 8
_LONGEST_LETTER = 5
_MOST = 400
# ASCII for the letter with its mark: VCK for VČK
_UNMARKED = {"c": "ч", "s": "ш", "z": "ж"}


def is_initial(word: str) -> bool:
    """Whether a word is an initial with its stop: Yu., Zh., I͡u."""
    if not word.endswith("."):
        return False
    letters = "".join(letter for letter in word[:-1] if letter not in TIES)
    return (
        0 < len(letters) < _LONGEST_INITIAL
        and letters.isalpha()
        and letters[0].isupper()
        and (len(letters) == 1 or letters[1:].islower())
    )


def initial_readings(word: str) -> dict[str, int]:
    """The letters an initial may stand for, with their systems; none for a plain letter, which tells nothing."""
    latin = canonical(word[:-1])
    if len(latin) == 1 and latin.isascii():
        return {}
    joined = tables()
    return {letter: mask for letter in _INITIALS if (mask := joined.written[f"^{letter}а"][1].get(latin, 0))}


def judge_initial(word: str, book: BookSystem) -> Verdict | None:
    """An initial of several letters, or with a mark, that the book's way does not give."""
    found = initial_readings(word)
    latin = canonical(word[:-1])
    if not found or any(fits(letter, latin, book) for letter in _INITIALS):
        return None
    joined = tables()
    letter = max(found, key=lambda one: joined.weight(found[one]))
    expected = respell_as(letter, word[0], book)
    return Verdict(word, "initial", expected + ".", letter.upper() + ".", joined.names(found[letter]))


def judge_acronym(word: str, book: BookSystem) -> Verdict | None:
    """A known acronym that the book's way spells otherwise."""
    spelling = canonical(word)
    readings = _readings(spelling)
    known = [one for one in readings if one in acronyms()]
    # MGOU may be МГУ in French, or another acronym in the book's own way
    if not known or any(fits(one, spelling, book) for one in readings):
        return None
    expected = _spell(known[0], book)
    # French says RGGU and GRU too
    if expected.lower().replace("ou", "u") == spelling.replace("ou", "u"):
        return None
    return Verdict(word, "off-system", expected, known[0].upper())


def _readings(spelling: str) -> list[str]:
    """Every way to read an acronym letter by letter."""
    size = len(spelling)
    if size > _LONGEST_ACRONYM:
        return []
    options = letters()
    layers: list[list[str]] = [[] for _ in range(size + 1)]
    layers[0] = [""]
    for at in range(size):
        for end in range(at + 1, min(size, at + _LONGEST_LETTER) + 1):
            for letter in options.get(spelling[at:end], ()):
                layers[end] += [text + letter for text in layers[at][: _MOST - len(layers[end])]]
    return sorted(layers[size])


@lru_cache(maxsize=1)
def letters() -> dict[str, set[str]]:
    """What each string may stand for in an acronym."""
    options: dict[str, set[str]] = defaultdict(set)
    for letter in "абвгдежзийклмнопрстуфхцчшщэюя":
        for latin in tables().options(f"а{letter}а"):
            options[latin].add(letter)
    for latin, letter in _UNMARKED.items():
        options[latin].add(letter)
    return options


def _spell(reading: str, book: BookSystem) -> str:
    """Each letter with its capital, as acronyms are romanised: ВЧК VChK."""
    letters = get_system(book.system).letters
    out = []
    for letter in reading:
        latin = book.overrides.get(letter) or letters.get(letter, (letter,))[0]
        out.append(latin[:1].upper() + latin[1:])
    return "".join(out)
