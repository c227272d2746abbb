"""How a book romanises, and the occurrences that depart from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from footlint.facts import ChapterFacts
from footlint.record import Record
from footlint.source import Span
from footlint.suspicion import mixes_scripts
from footlint.transliteration.gather import Gather, gather, names_in_text
from footlint.transliteration.loose import Taken
from footlint.transliteration.signs import odd_signs
from footlint.transliteration.telling import USUAL
from footlint.transliteration.words import Occurrence, Phrase, may_be_russian, suspected

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from footlint.romanization import BookSystem, Verdict, Word

#: Words set apart in a note count as Russian from this margin on, on a decimal logarithm.
_SURE = 1.0
#: How the ids of the systems begin in which English readers meet Russian names.
_ENGLISH = ("ala-lc", "bgn-pcgn", "bs-2979", "modified-lc", "popular", "wikipedia", "english")
#: Shorter words in capitals may be acronyms.
_LONG_SURNAME = 5


class NameVariant(Record, frozen=True):
    """A name in the running text that is usually spelled otherwise there: its reading, the usual form and its count."""

    word: Occurrence
    reading: str
    usual: str
    times: int


class Transliteration:
    """The Russian words of a book, its way of romanising them, and the verdict on each faulty word.

    `system` is None where the book has no Russian, or none that tells how it romanises. `variants` are names of the
    running text, where English forms are as good as romanised ones: only the text itself is held against them.
    """

    def __init__(
        self,
        words: Sequence[Occurrence] = (),
        system: BookSystem | None = None,
        faults: Sequence[tuple[Occurrence, Verdict]] = (),
        variants: Sequence[NameVariant] = (),
    ) -> None:
        self.words = tuple(words)
        self.system = system
        self.faults = tuple(faults)
        self.variants = tuple(variants)
        self._places: dict[str, list[int]] = {}

    def of(self, path: str, fault: str) -> Iterator[tuple[Occurrence, Verdict]]:
        """The faulty occurrences of this kind in one chapter, in reading order."""
        for occurrence, verdict in self.faults:
            if occurrence.path == path and _kind(verdict) == fault:
                yield occurrence, verdict

    def spelled(self, *spellings: str) -> Iterator[Occurrence]:
        """The occurrences of spellings, letter case apart."""
        if not self._places:
            for at, word in enumerate(self.words):
                self._places.setdefault(word.text.casefold(), []).append(at)
        wanted = {spelling.casefold() for spelling in spellings}
        return (self.words[at] for at in sorted(at for spelling in wanted for at in self._places.get(spelling, ())))


def _kind(verdict: Verdict) -> str:
    """A word without a reading that is nearly another word of the book is a variant of that."""
    return "variant" if verdict.fault == "unknown" and verdict.variants else verdict.fault


def transliterate(
    chapters: Iterable[ChapterFacts],
    house: str | None = None,
    exceptions: Iterable[str] = (),
    words_of: Gather = gather,
) -> Transliteration:
    """Judge the romanised Russian of a book. Without a word that could be Russian no dictionary is opened."""
    chapters = tuple(chapters)
    if not any(may_be_russian(facts) for facts in chapters):
        return Transliteration()
    left_alone = {word.casefold() for word in exceptions}
    gathered = [words_of(facts) for facts in chapters]
    found = [phrase for one in gathered for phrase in one.phrases]
    names = [name for facts in chapters for name in names_in_text(facts) if name.text.casefold() not in left_alone]
    mixed = [word for word in chain(_listed(found), names) if mixes_scripts(word.text)]
    from footlint.romanization import infer
    from footlint.transliteration.russian import russian_words

    loose = [word for one in gathered for run in one.apart if _is_russian(run) for word in run]
    russian = russian_words(found)
    system = infer((_plain(word) for word in (*russian.telling, *loose)), house)
    words = [*russian.all(), *loose]
    judged = [word for word in dict.fromkeys([*words, *mixed]) if word.text.casefold() not in left_alone]
    faults = _mixed(mixed)
    if system is not None:
        taken = Taken(loose)
        running = [*names, *(name for one in gathered for name in one.capitalised if name not in taken)]
        faults = [*_judged(judged, system), *_strange_names(running, system)]
        told = {word for word, _ in faults}
        faults += [odd for odd in odd_signs(words) if odd[0] not in told and odd[0].text.casefold() not in left_alone]
    return Transliteration(words, system, sorted(set(faults), key=_place), _variants(names))


def mixed_scripts(chapters: Sequence[ChapterFacts], words_of: Gather = gather) -> Transliteration:
    """What can be said of a book without a dictionary: where two scripts mix in a word."""
    suspicious = [facts for facts in chapters if any(mixes_scripts(word) for word in suspected(facts))]
    in_fields = (word for facts in suspicious for word in _listed(words_of(facts).phrases))
    in_text = (name for facts in chapters for name in names_in_text(facts))
    mixed = [word for word in chain(in_fields, in_text) if mixes_scripts(word.text)]
    return Transliteration(faults=sorted(set(_mixed(mixed)), key=_place))


def _listed(phrases: Iterable[Phrase]) -> Iterator[Occurrence]:
    return (word for phrase in phrases for word in phrase.words)


def _place(fault: tuple[Occurrence, Verdict]) -> tuple[str, Span]:
    return fault[0].path, fault[0].span


def _judged(words: Iterable[Occurrence], system: BookSystem) -> list[tuple[Occurrence, Verdict]]:
    from footlint.romanization import verdicts

    return _placed(words, lambda counts: verdicts(counts, system))


def _placed(
    words: Iterable[Occurrence], judge: Callable[[Mapping[Word, int]], Mapping[Word, Verdict]]
) -> list[tuple[Occurrence, Verdict]]:
    """What is said of words, at each of their places."""
    from footlint.romanization import Word

    places: dict[tuple[str, bool], list[Occurrence]] = {}
    for word in words:
        places.setdefault((word.text, word.name), []).append(word)
    plain = {known: Word(_plain(alike[0]), known[1]) for known, alike in places.items()}
    counts: Counter[Word] = Counter()
    for known, asked in plain.items():
        counts[asked] += len(places[known])
    told = judge(counts)
    return [
        (word, verdict if asked.text == text else _in_capitals(verdict, text))
        for (text, name), asked in plain.items()
        if (verdict := told.get(asked)) is not None
        for word in places[text, name]
    ]


def _plain(word: Occurrence) -> str:
    """A surname set in capitals as it is spelled elsewhere: ČIČERIN is no acronym."""
    text = word.text
    # letters with marks make no acronym either: ÂNIN
    is_surname = len(text) >= _LONG_SURNAME or (len(text) > 2 and not text.isascii())  # noqa: PLR2004 - ČK is one
    return text.title() if word.name and is_surname and text.isupper() and text.isalpha() else text


def _in_capitals(verdict: Verdict, word: str) -> Verdict:
    from footlint.record import replace

    return replace(verdict, word=word, expected=verdict.expected.upper())


def _is_russian(run: tuple[Occurrence, ...]) -> bool:
    from footlint.romanization import classify

    return classify(word.text for word in run).margin > _SURE


def _strange_names(names: Iterable[Occurrence], system: BookSystem) -> list[tuple[Occurrence, Verdict]]:
    """Names of the running text in a spelling that no English reader would have given them.

    Text has Sergei and Yeltsin beside the stricter forms of its references, and may; Jelcin it may not.
    """
    from footlint.romanization import outsiders
    from footlint.romanization.tables import tables

    if not system.system.startswith(_ENGLISH):
        return []
    english = sum(tables().bit(one) for one in tables().ids if one.startswith(_ENGLISH))
    return _placed(names, lambda counts: outsiders(counts, system, english))


def _variants(names: Sequence[Occurrence]) -> list[NameVariant]:
    from footlint.romanization import group, is_settled, may_agree, suspects

    certain = set(suspects(dict.fromkeys(name.text for name in names)))
    places: dict[str, list[Occurrence]] = {}
    shown: dict[str, str] = {}
    for name in names:
        if name.text in certain and not is_settled(name.text):
            # a name in capitals, as headings have it, is no other spelling
            places.setdefault(shown.setdefault(name.text.casefold(), name.text), []).append(name)
    alike = may_agree(places) if any(len(found) >= USUAL for found in places.values()) else []
    if not any(len(places[spelling]) >= USUAL for spelling in alike):
        return []
    found = []
    for together in group(alike):
        usual = max(together.spellings, key=lambda spelling: len(places[spelling]))
        times = len(places[usual])
        if not together.reading or times < USUAL:
            continue
        for spelling in together.spellings:
            if spelling != usual and len(places[spelling]) * USUAL <= times:
                found += [NameVariant(place, together.reading, usual, times) for place in places[spelling]]
    return found


def _mixed(words: Iterable[Occurrence]) -> list[tuple[Occurrence, Verdict]]:
    from footlint.romanization import Verdict
    from footlint.romanization.script import latin_repair

    return [
        (word, Verdict(word.text, "script", repaired, ""))
        for word in words
        if (repaired := latin_repair(word.text)) is not None
    ]
