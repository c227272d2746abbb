"""Every Russian word of a book under its reading: spellings, places, and the form to use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from footlint.record import Record
from footlint.transliteration.book import Transliteration
from footlint.transliteration.words import Occurrence

if TYPE_CHECKING:
    from footlint.romanization import BookSystem, Verdict


class NameGroup(Record, frozen=True):
    """One Russian word: its reading ("" where none is known), the form to use, and its spellings with their places.

    `spellings` maps each spelling to its count, the commonest first; `systems` names the romanisations that give the
    commonest spelling.
    """

    reading: str
    recommended: str
    spellings: dict[str, int]
    systems: tuple[str, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()


def names(transliteration: Transliteration) -> list[NameGroup]:
    """The Russian words of a book, in the order of their readings; initials are left out."""
    words = [word for word in transliteration.words if not word.text.endswith(".")]
    expected: dict[str, Verdict] = {word.text: verdict for word, verdict in transliteration.faults}
    groups = _grouped([word.text for word in words], transliteration.system, expected)
    return [
        NameGroup(reading, recommended, spellings, systems, tuple(words[place] for place in places))
        for reading, recommended, spellings, systems, places in groups
    ]


def grouped(words: Sequence[str], house: str | None = None) -> list[tuple[NameGroup, tuple[int, ...]]]:
    """A list of words under their readings, each word in exactly one group; with their places in the list."""
    from footlint.romanization import Word, infer, verdicts

    system = infer(words, house)
    judged = verdicts((Word(word, name=True) for word in words), system) if system is not None else {}
    expected = {word.text: verdict for word, verdict in judged.items()}
    return [
        (NameGroup(reading, recommended, spellings, systems), places)
        for reading, recommended, spellings, systems, places in _grouped(words, system, expected, alone=True)
    ]


_Row = tuple[str, str, dict[str, int], tuple[str, ...], tuple[int, ...]]


def _grouped(
    words: Sequence[str], system: BookSystem | None, expected: dict[str, Verdict], *, alone: bool = False
) -> list[_Row]:
    """`alone` words come from anywhere, so that the way of the others says nothing of how to read them."""
    from footlint.romanization import group

    rows = []
    for together in group(words, None if alone else system):
        spellings = _counted(words[place] for place in together.occurrences)
        recommended = _recommended(together.reading, spellings, system, expected)
        # a word that no dictionary has is read as the one that was meant
        meant = {verdict.reading for verdict in map(expected.get, spellings) if verdict is not None}
        slip = all(spelling in expected and expected[spelling].fault == "unknown" for spelling in spellings)
        reading = meant.pop() if slip and len(meant) == 1 else together.reading
        systems = _systems(next(iter(spellings)), together.reading)
        rows.append((reading, recommended, spellings, systems, together.occurrences))
    return sorted(rows, key=lambda row: (not row[0], row[0].casefold(), row[1].casefold()))


def _counted(words: Iterable[str]) -> dict[str, int]:
    """Spellings with their counts, the commonest first; a capital alone makes no other spelling."""
    counts = Counter(words)
    shown: dict[str, str] = {}
    for word, _ in counts.most_common():
        shown.setdefault(word.casefold(), word)
    merged: Counter[str] = Counter()
    for word, count in counts.items():
        merged[shown[word.casefold()]] += count
    return dict(merged.most_common())


def _recommended(
    reading: str, spellings: dict[str, int], system: BookSystem | None, expected: dict[str, Verdict]
) -> str:
    """A sound spelling that is there, the commonest first; else the reading in the book's way."""
    from footlint.romanization import is_settled
    from footlint.romanization.book import respell_as

    for spelling in spellings:
        if is_settled(spelling) or (reading and system is not None and spelling not in expected and system.clear):
            return spelling
    for spelling in spellings:
        if spelling in expected:
            return expected[spelling].expected
    first = next(iter(spellings))
    if not reading or system is None or not system.clear:
        return first
    return respell_as(reading.lower(), first, system)


def _systems(spelling: str, reading: str) -> tuple[str, ...]:
    from footlint.romanization import decode
    from footlint.romanization.spelling import canonical
    from footlint.romanization.tables import tables

    for one in decode(canonical(spelling)):
        if one.text == reading.lower():
            return tuple(tables().names(one.systems))
    return ()


def spelling_order(groups: Iterable[NameGroup]) -> list[NameGroup]:
    """The groups that want a decision first: those with several spellings, then by reading."""
    return sorted(groups, key=lambda group: (len(group.spellings) < 2, not group.reading, group.reading.casefold()))  # noqa: PLR2004
