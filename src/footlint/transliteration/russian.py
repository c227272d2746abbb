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


_TITLES = frozenset({"title", "container"})


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
    # citations that are alike in all words are sorted once
    written = [
        (tuple([(phrase.field, *[word.text for word in phrase.words]) for phrase in together]), together)
        for together in by_citation.values()
    ]
    kinds = dict(written)
    languages.learn(phrase for together in kinds.values() for phrase in together if phrase.field != "person")
    people = _People()
    sorted_out = {alike: _sort(together, languages, people) for alike, together in kinds.items()}
    out = RussianWords()
    nameless: list[Phrase] = []
    for alike, together in written:
        kind = sorted_out[alike]
        for at, start, end in kind.telling:
            out.telling.extend(together[at].words[start:end])
        for at in kind.others:
            out.others.extend(together[at].words)
        nameless.extend([together[at] for at in kind.nameless])
    readings = _readings(people.russian)
    known: dict[tuple[str, ...], bool] = {}
    for phrase in nameless:
        name = tuple([word.text for word in phrase.words])
        if name not in known:
            surname = name[0].casefold()
            known[name] = surname not in people.foreign - people.russian and (
                languages.margin(phrase) > _SURE
                or bool(readings & _readings({surname}))
                or any(_is_slip(surname, other) for other in people.russian)
            )
        if known[name]:
            out.others.extend(phrase.words)
    # whoever has also written in English or French signs there so, and may here
    for words in (out.telling, out.others):
        words[:] = [word for word in words if not (word.name and word.text in people.signed)]
    return out


class _People:
    """Surnames beside Russian titles and beside foreign ones."""

    def __init__(self) -> None:
        self.russian: set[str] = set()
        self.foreign: set[str] = set()
        self.signed: set[str] = set()  # as they are spelled beside titles that are foreign beyond doubt


class _Sorted:
    """What is Russian in a citation, by its phrases, and in any that has the same words.

    `telling` are words of a phrase from one to before another; `others` and `nameless` whole phrases, the latter names
    that stand beside no title that says anything.
    """

    def __init__(self) -> None:
        self.telling: list[tuple[int, int, int]] = []
        self.others: list[int] = []
        self.nameless: list[int] = []


def _sort(together: list[Phrase], languages: _Languages, people: _People) -> _Sorted:
    """Sort the phrases of one citation."""
    out = _Sorted()
    titled = [phrase for phrase in together if phrase.field in _TITLES]
    persons = [at for at, phrase in enumerate(together) if phrase.field == "person"]
    named = [at for at in persons if not languages.is_foreigner(together[at])]
    people.foreign.update(_surname(together[at]) for at in persons if at not in named)
    # a name that no register knows may be of any people
    person = max((0.0, *(languages.margin(together[at]) for at in named)))
    abroad = any(phrase.field == "place" and is_other_slavic_place(phrase.words) for phrase in together)
    russian = False
    for at, phrase in enumerate(together):
        if phrase.field in _TITLES and not (person <= _SURE and _is_name(phrase)):
            others = [languages.margin(one) for one in titled if one is not phrase]
            start, end = languages.kept(phrase, _lent((*others, person)) - abroad * _ABROAD)
            out.telling.append((at, start, end))
            russian = russian or start < end
    if russian or not titled:
        lent = _lent((*(languages.margin(one) for one in titled), person))
        for at, phrase in enumerate(together):
            if phrase.field == "place" and not is_russian_place(phrase.words):
                continue
            if phrase.field != "person" and phrase.field not in _TITLES:
                out.telling.append((at, *languages.kept(phrase, lent)))
    if not russian:
        _set_aside(together, named, languages, people, out)
        return out
    for at in named:
        phrase = together[at]
        people.russian.add(_surname(phrase))
        if languages.margin(phrase) + _LEANING > _RUSSIAN:
            out.telling.append((at, 0, len(phrase.words)))
        else:
            out.others.append(at)
    return out


def _set_aside(together: list[Phrase], named: list[int], languages: _Languages, people: _People, out: _Sorted) -> None:
    """Keep the names of a citation without a Russian title."""
    titled = [phrase for phrase in together if phrase.field in _TITLES]
    # a Russian title with a slip, or of rare words only: a namesake beside another title may tell
    if titled and not all(languages.is_unheard_of(phrase) for phrase in titled):
        people.foreign.update(_surname(together[at]) for at in named)
        if max(languages.margin(one) for one in titled) < -_BEYOND_DOUBT:
            people.signed.update(together[at].words[0].text for at in named)
    else:
        out.nameless = named


def _is_name(title: Phrase) -> bool:
    """Whether a title is nothing but a name, which is of no language: Troyat, *Tchekhov*."""
    from footlint.romanization.decode import known
    from footlint.romanization.spelling import canonical

    if len(title.words) > 1:
        return False
    best = max(known(canonical(title.words[0].text)), key=lambda one: one.prior, default=None)
    if best is None or best.entry is None:
        return False
    kinds = {analysis.kind for analysis in best.entry.analyses if analysis.lemma == best.text}
    return "S" in kinds and "N" not in kinds


def _has_words(words: Iterable[Occurrence]) -> bool:
    """Whether any word is more likely one of the language than a name, as Sergei Rachmaninoff is in any title."""
    from footlint.romanization.decode import known
    from footlint.romanization.spelling import canonical

    likeliest = (known(canonical(word.text))[:1] for word in words if len(word.text) > 1)
    entries = (one.entry for found in likeliest for one in found)
    return any(entry is not None and entry.word_prior > entry.name_prior for entry in entries)


def _surname(person: Phrase) -> str:
    return person.words[0].text.casefold()


def _is_slip(surname: str, other: str) -> bool:
    """Whether a surname may be another with a slip of the hand in it; at the end it is rather a namesake's wife."""
    from footlint.romanization.slips import within_one_edit

    alike = surname[:1] == other[:1] and surname[-1:] == other[-1:] and abs(len(surname) - len(other)) <= 1
    return alike and len(surname) > _LONG_SURNAME and within_one_edit(surname, other)


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
        self._margins: dict[int, float] = {}  # by the identity of a phrase, which outlives this

    def learn(self, phrases: Iterable[Phrase]) -> None:
        """Count the languages of the distinct phrases: a book of Russian titles hardly has one in Serbian."""
        for words in dict.fromkeys(texts_of(phrase.words) for phrase in phrases):
            language = self._of(words)
            if language.margin > _SURE:
                self._share["russian"] += 1
            elif language.margin < -_SURE:
                self._share[language.other] += 1

    def margin(self, phrase: Phrase) -> float:
        """How surely the phrase is Russian, given the languages of the book."""
        margin = self._margins.get(id(phrase))
        if margin is None:
            margin = self._margins[id(phrase)] = self._margin(phrase)
        return margin

    def _margin(self, phrase: Phrase) -> float:
        language = self._of(texts_of(phrase.words))
        if -_SURE < language.margin < _SURE and phrase.field != "person":
            odds = (self._share["russian"] + 1) / (self._share[language.other] + 1)
            return language.margin + max(-_MOST_LENT, min(_MOST_LENT, math.log10(odds)))
        return language.margin

    def is_unheard_of(self, title: Phrase) -> bool:
        """Whether a title is in no language that is known to us."""
        language = self._of(texts_of(title.words))
        return not language.other and language.margin > _UNHEARD_OF

    def is_foreigner(self, person: Phrase) -> bool:
        """Whether a given name says that somebody who wrote or edited a Russian work is none: Václav, Pierre."""
        given = tuple(word.text for word in person.words[1:] if not word.text.endswith("."))
        return bool(given) and self._of(given).margin < _FOREIGN

    def kept(self, phrase: Phrase, leaning: float) -> tuple[int, int]:
        """From which word to before which a phrase is Russian: all of it, nothing, or the half that is."""
        margin = self.margin(phrase) + leaning
        half = (0, 0)
        if margin < _BEYOND_DOUBT and phrase.field == "title" and 4 < len(phrase.words) <= _LONGEST_SPLIT:  # noqa: PLR2004 - two halves of two or more
            half = self._half(phrase.words, named=margin > _RUSSIAN)
        if half != (0, 0):
            return half
        return (0, len(phrase.words)) if margin > _RUSSIAN else (0, 0)

    def _half(self, words: tuple[Occurrence, ...], *, named: bool) -> tuple[int, int]:
        """The Russian half of a title that begins or ends with a foreign name; named: in a language that we know."""
        if not any(looks_russian(word.text) for word in words):
            return 0, 0
        best: tuple[float, tuple[int, int]] = (0.0, (0, 0))
        for cut in range(1, len(words)):
            for ours, theirs in (((cut, len(words)), (0, cut)), ((0, cut), (cut, len(words)))):
                if ours[1] - ours[0] < 3:  # noqa: PLR2004 - fewer words prove no language
                    continue
                other = self._of(texts_of(words[slice(*theirs)]))
                if other.margin >= (-_FOREIGN_HALF if named else -_SURE) or (named and not other.other):
                    continue
                margin = self._of(texts_of(words[slice(*ours)])).margin
                if margin > _HALF and margin - other.margin > best[0] and _has_words(words[slice(*ours)]):
                    best = margin - other.margin, ours
        return best[1]

    def _of(self, words: tuple[str, ...]) -> Language:
        from footlint.romanization import classify

        if words not in self._known:
            self._known[words] = classify(words)
        return self._known[words]


def texts_of(words: tuple[Occurrence, ...]) -> tuple[str, ...]:
    """The words without initials, which are of any language."""
    texts = [word.text for word in words]
    return tuple([text for text in texts if not text.endswith(".")] or texts)
