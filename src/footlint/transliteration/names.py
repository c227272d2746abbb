"""Every Russian word of a book under its reading: spellings, places, and the form to use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from footlint.expressions import expression
from footlint.record import Record
from footlint.suspicion import looks_russian
from footlint.transliteration.book import Transliteration
from footlint.transliteration.words import Occurrence

if TYPE_CHECKING:
    from footlint.romanization import BookSystem, Verdict

#: A name or a word this surely foreign, on a decimal logarithm, is so whatever stands beside it.
_FOREIGN = -1.5
_FOREIGN_WORD = -3.5
#: v, na, iz, po: a style sheet has no use for them.
_PARTICLE = 2
_ROMAN = expression(r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


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
    """The Russian words of a book, in the order of their readings.

    Initials, figures, particles of a letter or two, and the names of foreigners are left out.
    """
    expected: dict[str, Verdict] = {word.text: verdict for word, verdict in transliteration.faults}
    faulty = (word for word, _ in transliteration.faults)
    varied = (variant.word for variant in transliteration.variants)
    candidates = dict.fromkeys((*transliteration.words, *faulty, *varied))
    order = {path: at for at, path in enumerate(dict.fromkeys(word.path for word in candidates))}
    worth = {text: _is_worth_listing(text) for text in {word.text for word in candidates}}
    foreign = _foreigners({(word.text, word.name) for word in candidates if word.text not in expected})
    words = sorted(
        (word for word in candidates if worth[word.text] and (word.text, word.name) not in foreign),
        key=lambda word: (order[word.path], word.span),
    )
    groups = _merged(_grouped([word.text for word in words], transliteration.system, expected))
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


def _is_worth_listing(text: str) -> bool:
    if text.endswith(".") or _ROMAN.fullmatch(text):
        return False
    letters = sum(sign.isalpha() for sign in text)
    return letters > 1 and not (letters <= _PARTICLE and text.islower())


def _foreigners(candidates: Iterable[tuple[str, bool]]) -> set[tuple[str, bool]]:
    """What is foreign by its letters, as a German editor beside a Russian title, or a French name within one."""
    from footlint.romanization import classify

    found = set()
    for text, is_name in candidates:
        language = classify((text,))
        surely = language.margin < (_FOREIGN if is_name else _FOREIGN_WORD)
        if surely and (language.other or (is_name and not looks_russian(text))):
            found.add((text, is_name))
    return found


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
        meant = {_meant(spelling, together.reading, expected.get(spelling)) for spelling in spellings}
        first = next(iter(spellings))
        reading = _cased(first, meant.pop() if len(meant) == 1 else together.reading)
        systems = _systems(first, together.reading)
        rows.append((reading, recommended, spellings, systems, together.occurrences))
    return sorted(rows, key=lambda row: (not row[0], row[0].casefold(), row[1].casefold()))


def _meant(spelling: str, reading: str, verdict: Verdict | None) -> str:
    """The reading that the verdict on a spelling gives; of a hyphened word it may speak of the faulty part only."""
    from footlint.romanization.spelling import pieces

    if verdict is None or not verdict.reading:
        return reading
    written, expected, parts = pieces(spelling), pieces(verdict.expected), pieces(reading)
    if len(pieces(verdict.reading)) == len(written):
        return verdict.reading
    if not len(written) == len(expected) == len(parts):
        return reading
    faulty = [at for at, part in enumerate(written) if part != expected[at]]
    if len(faulty) != 1:
        return reading
    parts[faulty[0]] = verdict.reading
    return "".join(parts)


def _cased(model: str, reading: str) -> str:
    """Троцкий-Зиновьев: each part of a hyphenated reading has the case of its own."""
    from footlint.romanization.spelling import cased_like, pieces

    models, parts = pieces(model), pieces(reading)
    if len(models) != len(parts):
        return cased_like(model, reading)
    return "".join(cased_like(one, part.lower()) for one, part in zip(models, parts, strict=True))


def _merged(rows: Iterable[_Row]) -> list[_Row]:
    """Rows of one reading and one form to use are one: a slip belongs with the word that was meant."""
    merged: dict[tuple[str, str], _Row] = {}
    for reading, recommended, spellings, systems, places in rows:
        key = (reading.casefold(), recommended.casefold()) if reading else ("", f"{recommended} {places[0]}")
        first = merged.get(key, (reading, recommended, {}, systems, ()))
        counts = Counter(first[2]) + Counter(spellings)
        every = tuple(sorted((*first[4], *places)))
        merged[key] = (*first[:2], dict(counts.most_common()), first[3] or systems, every)
    return list(merged.values())


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

    # a Cyrillic word of a list is no way to romanise it
    spellings = {one: count for one, count in spellings.items() if one.casefold() != reading.casefold()} or spellings
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
        if one.text.replace("ё", "е") == reading.lower().replace("ё", "е"):
            return tuple(tables().names(one.systems))
    return ()


def spelling_order(groups: Iterable[NameGroup]) -> list[NameGroup]:
    """The groups that want a decision first: several spellings, or another than the one to use; then by reading."""
    return sorted(groups, key=lambda group: (is_decided(group), not group.reading, group.reading.casefold()))


def is_decided(group: NameGroup) -> bool:
    """Whether a word is spelled throughout as it should be."""
    return list(group.spellings) == [group.recommended]
