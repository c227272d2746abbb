"""Romanisation systems, read from one JSON file each."""

from __future__ import annotations

import os
import unicodedata
from functools import lru_cache

import msgspec

from footlint.record import Record
from footlint.romanization.datafiles import HERE

CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
VOWELS = frozenset("аеёиоуыэюя")
SIGNS = frozenset("ъь")
PLACES = "^" + CYRILLIC  # what can stand before a letter
FOLDER = os.path.join(HERE, "systems")
_ENDING = ".json"

Values = tuple[str, ...]


class System(Record, frozen=True):
    """One standard or habit of romanising Russian; the first of several values is the one it prefers."""

    id: str
    title: str
    source: str
    weight: float
    letters: dict[str, Values]
    after: dict[str, Values] = {}
    before: dict[str, Values] = {}
    ending: dict[str, Values] = {}
    samples: tuple[tuple[str, str], ...] = ()
    iuliia: str | None = None

    def values(self, prev: str, letter: str, following: str) -> Values:
        """What the system may write for a letter between two neighbours (empty at the ends of a word)."""
        found = self.after.get(prev + letter if prev else "^" + letter)
        if found is None and prev:
            found = self.after.get(kind_of(prev) + letter)
        if found is None and following:
            found = self.before.get(letter + following)
        if found is None:
            found = self.letters.get(letter, ("",) if letter in SIGNS else (letter,))
        return found


def kind_of(letter: str) -> str:
    """The class of a letter as the system files write it: ^ no letter, V vowel, S sign, C consonant."""
    if not letter:
        return "^"
    if letter in VOWELS:
        return "V"
    return "S" if letter in SIGNS else "C"


def parse_system(text: bytes) -> System:
    """Read one system file."""
    raw = msgspec.json.decode(text)
    return System(
        id=raw["id"],
        title=raw["title"],
        source=raw["source"],
        weight=raw["weight"],
        letters=_folded(raw["letters"]),
        after=_folded(raw.get("after", {})),
        before=_folded(raw.get("before", {})),
        ending=_folded(raw.get("ending", {})),
        samples=tuple((russian, latin) for russian, latin in raw["samples"]),
        iuliia=raw.get("iuliia"),
    )


def _folded(table: dict[str, str | list[str]]) -> dict[str, Values]:
    values = {key: [value] if isinstance(value, str) else value for key, value in table.items()}
    return {key: tuple(unicodedata.normalize("NFC", value) for value in several) for key, several in values.items()}


@lru_cache(maxsize=1)
def all_systems() -> tuple[System, ...]:
    """Every system, the most used first."""
    found = [get_system(file.removesuffix(_ENDING)) for file in system_files()]
    return tuple(sorted(found, key=lambda system: (-system.weight, system.id)))


def system_files() -> list[str]:
    """The names of the files that the systems stand in."""
    return sorted(file for file in os.listdir(FOLDER) if file.endswith(_ENDING))


def system_ids() -> tuple[str, ...]:
    """The ids of every system, the most used first."""
    return tuple(system.id for system in all_systems())


@lru_cache
def get_system(system_id: str) -> System:
    """The system of that id; KeyError where there is none."""
    if system_id + _ENDING not in system_files():
        raise KeyError(system_id)
    with open(os.path.join(FOLDER, system_id + _ENDING), "rb") as file:
        return parse_system(file.read())
