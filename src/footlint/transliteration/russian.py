"""Which fields of the citations are Russian: decided title by title, with what the rest of the book lends."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from footlint.suspicion import looks_russian
from footlint.transliteration.places import is_other_slavic_place, is_russian_place
from footlint.transliteration.words import Occurrence, Phrase

if TYPE_CHECKING:
    from footlint.romanization import Language

# All margins are on a decimal logarithm, as `footlint.romanization.classify` gives them.
#: What a Russian field of a citation lends the others, or a foreign one takes from them.
_LEANING = 1.0
#: A field so certain tells of the others in its citation.
_SURE = 1.0
#: What a place like Warsaw or Sofia takes from a title.
_ABROAD = 2.0
#: From this margin on a field counts as Russian.
_RUSSIAN = 0.4
#: A book of Russian titles lends a doubtful one at most so much.
_MOST_LENT = 1.5
#: Up to this one it may still be half a foreign name.
_BEYOND_DOUBT = 4.0
_FOREIGN_HALF = 4.0
#: Below this margin a given name is no Russian's; English forms of Russian names (Alexander, Peter) stay above it.
_FOREIGN = -3.0
#: From this margin on a title in no known language may be Russian after all.
_UNHEARD_OF = -5.0
#: Where a title changes its language, both halves must be so certain.
_HALF = 1.5
_LONGEST_SPLIT = 40
#: So many letters make it unlikely that two names without a known reading agree by chance.
_LONG_SURNAME = 5


class RussianWords:
    """The words that count. `telling` are those whose field is beyond doubt; by them the system is inferred."""

    def __init__(self) -> None:
        self.telling: list[Occurrence] = []
        self.others: list[Occurrence] = []

    def all(self) -> list[Occurrence]:
        """All words, each once."""
        return list(dict.fromkeys((*self.telling, *self.others)))


def russian_words(found: Sequence[Phrase]) -> RussianWords:
    """The Russian words of the citations.

    A person is Russian by a Russian title beside the name, or by a namesake who has one; a name alone says little.
    """
    languages = _Languages()
    by_citation: dict[tuple[str, int], list[Phrase]] = {}
    for phrase in found:
        by_citation.setdefault((phrase.words[0].path, phrase.citation), []).append(phrase)
    languages.learn(phrase for phrase in found if phrase.field != "person")
    out = RussianWords()
    people = _People()
    for together in by_citation.values():
        _sort(together, languages, out, people)
    readings = _readings(people.russian)
    for phrase in people.nameless:
        surname = phrase.words[0].text.casefold()
        if surname in people.foreign - people.russian:
            continue
        if languages.margin(phrase) > _SURE or readings & _readings({surname}):
            out.others.extend(phrase.words)
    # whoever has also written in English or French signs there so, and may here
    for words in (out.telling, out.others):
        words[:] = [word for word in words if not (word.name and word.text in people.signed)]
    return out


class _People:
    """Surnames beside Russian titles and beside foreign ones, and the names that stand beside none."""

    def __init__(self) -> None:
        self.russian: set[str] = set()
        self.foreign: set[str] = set()
        self.signed: set[str] = set()  # as they are spelled beside titles that are foreign beyond doubt
        self.nameless: list[Phrase] = []


def _sort(together: list[Phrase], languages: _Languages, out: RussianWords, people: _People) -> None:
    """Sort the phrases of one citation: those that are Russian go out."""
    titled = [phrase for phrase in together if phrase.field in {"title", "container"}]
    persons = [phrase for phrase in together if phrase.field == "person"]
    named = [phrase for phrase in persons if not languages.is_foreigner(phrase)]
    people.foreign.update(phrase.words[0].text.casefold() for phrase in persons if phrase not in named)
    # a name that no register knows may be of any people
    person = max((0.0, *(languages.margin(one) for one in named)))
    abroad = any(phrase.field == "place" and is_other_slavic_place(phrase.words) for phrase in together)
    russian = False
    for phrase in titled:
        others = [languages.margin(one) for one in titled if one is not phrase]
        kept = languages.kept(phrase, _lent((*others, person)) - abroad * _ABROAD)
        out.telling.extend(kept)
        russian = russian or bool(kept)
    if russian or not titled:
        lent = _lent((*(languages.margin(one) for one in titled), person))
        for phrase in together:
            if phrase.field == "place" and not is_russian_place(phrase.words):
                continue
            if phrase.field not in {"person", "title", "container"}:
                out.telling.extend(languages.kept(phrase, lent))
    if russian:
        for phrase in named:
            people.russian.add(phrase.words[0].text.casefold())
            (out.telling if languages.margin(phrase) + _LEANING > _RUSSIAN else out.others).extend(phrase.words)
    else:
        _set_aside(named, titled, languages, people)


def _set_aside(named: list[Phrase], titled: list[Phrase], languages: _Languages, people: _People) -> None:
    """Keep the names of a citation without a Russian title."""
    # a Russian title with a slip, or of rare words only: a namesake beside another title may tell
    if titled and not all(languages.is_unheard_of(phrase) for phrase in titled):
        people.foreign.update(phrase.words[0].text.casefold() for phrase in named)
        if max(languages.margin(one) for one in titled) < -_BEYOND_DOUBT:
            people.signed.update(phrase.words[0].text for phrase in named)
    else:
        people.nameless.extend(named)


def _lent(others: Iterable[float]) -> float:
    best = max(others, default=0.0)
    return _LEANING * ((best > _SURE) - (best < -_SURE))


def _readings(words: Iterable[str]) -> set[str]:
    """What surnames may stand for: namesakes are known however they are spelled, also where no register has them."""
    from footlint.romanization import decode

    return {
        reading.text
        for word in words
        for reading in decode(word)[:3]
        if reading.entry is not None or len(reading.text) >= _LONG_SURNAME
    }


class _Languages:
    """The margins by which phrases are Russian, each distinct phrase looked at once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], Language] = {}
        self._share: Counter[str] = Counter()

    def learn(self, phrases: Iterable[Phrase]) -> None:
        """Count the languages of the distinct phrases: a book of Russian titles hardly has one in Serbian."""
        for words in dict.fromkeys(_texts(phrase.words) for phrase in phrases):
            language = self._of(words)
            if language.margin > _SURE:
                self._share["russian"] += 1
            elif language.margin < -_SURE:
                self._share[language.other] += 1

    def margin(self, phrase: Phrase) -> float:
        """How surely the phrase is Russian, given the languages of the book."""
        language = self._of(_texts(phrase.words))
        if -_SURE < language.margin < _SURE and phrase.field != "person":
            odds = (self._share["russian"] + 1) / (self._share[language.other] + 1)
            return language.margin + max(-_MOST_LENT, min(_MOST_LENT, math.log10(odds)))
        return language.margin

    def is_unheard_of(self, title: Phrase) -> bool:
        """Whether a title is in no language that is known to us."""
        language = self._of(_texts(title.words))
        return not language.other and language.margin > _UNHEARD_OF

    def is_foreigner(self, person: Phrase) -> bool:
        """Whether a given name says that somebody who wrote or edited a Russian work is none: Václav, Pierre."""
        given = tuple(word.text for word in person.words[1:] if not word.text.endswith("."))
        return bool(given) and self._of(given).margin < _FOREIGN

    def kept(self, phrase: Phrase, leaning: float) -> tuple[Occurrence, ...]:
        """The Russian words of a phrase: all, none, or those of the half that is."""
        margin = self.margin(phrase) + leaning
        half: tuple[Occurrence, ...] = ()
        if margin < _BEYOND_DOUBT and phrase.field == "title" and 4 < len(phrase.words) <= _LONGEST_SPLIT:  # noqa: PLR2004 - two halves of two or more
            half = self._half(phrase.words, named=margin > _RUSSIAN)
        return half or (phrase.words if margin > _RUSSIAN else ())

    def _half(self, words: tuple[Occurrence, ...], *, named: bool) -> tuple[Occurrence, ...]:
        """The Russian half of a title that begins or ends with a foreign name; named: in a language that we know."""
        if not any(looks_russian(word.text) for word in words):
            return ()
        best: tuple[float, tuple[Occurrence, ...]] = (0.0, ())
        for cut in range(1, len(words)):
            for ours, theirs in ((words[cut:], words[:cut]), (words[:cut], words[cut:])):
                if len(ours) < 3:  # noqa: PLR2004 - fewer words prove no language
                    continue
                margin, other = self._of(_texts(ours)).margin, self._of(_texts(theirs))
                foreign = other.margin < (-_FOREIGN_HALF if named else -_SURE) and bool(other.other or not named)
                if margin > _HALF and foreign and margin - other.margin > best[0]:
                    best = margin - other.margin, ours
        return best[1]

    def _of(self, words: tuple[str, ...]) -> Language:
        from footlint.romanization import classify

        if words not in self._known:
            self._known[words] = classify(words)
        return self._known[words]


def _texts(words: tuple[Occurrence, ...]) -> tuple[str, ...]:
    """The words without initials, which are of any language."""
    full = tuple(word.text for word in words if not word.text.endswith("."))
    return full or tuple(word.text for word in words)
