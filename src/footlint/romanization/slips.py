"""Words that no dictionary knows in any reading: slips of known words, or spellings the book's system cannot give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footlint.romanization.book import BookSystem, fits, respell_as
from footlint.romanization.decode import decode, guesses
from footlint.romanization.language import foreign_frequencies
from footlint.romanization.lexicon import Entry, load_lexicon
from footlint.romanization.spelling import canonical, cased_like
from footlint.romanization.tables import tables
from footlint.romanization.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_READING = -3.0  # the score of a word that the book's way cannot have given
_LONG = 6  # letters a word needs before a slip in it can be told from another word
_LONG_SPELLING = 7
_COMMON = 3.5  # the prior of a word that others may be slips of
_READINGS = 2
_LEMMAS = 2
# й written i is read и, and -sky -скы; no name ends so
_NO_ENDINGS = ("скии", "цкии", "скы", "цкы", "скиы", "цкиы", "ыи", "ои", "еи", "аи", "уи", "юи", "яи")
_NO_ENDING = 1.0


def unknown_score(spelling: str, book: BookSystem, *, capital: bool) -> float:
    """How likely it is that the word is one no dictionary has, in the book's own way; a capital makes it a name."""
    bonus = best_unknown(capital=capital)
    own = [one for one in guesses(spelling, tables().bit(book.system)) if fits(one.text, spelling, book)]
    return max((bonus - one.rarity - _NO_ENDING * ends_oddly(one.text) for one in own), default=NO_READING)


def best_unknown(*, capital: bool) -> float:
    """The score of a word that no dictionary has and whose letters are the commonest."""
    return 1.0 if capital else -0.5


def ends_oddly(reading: str) -> bool:
    """Whether a reading has an ending that no name has, and й for its last letter would be one."""
    return reading.endswith(_NO_ENDINGS)


def judge_unknown(word: str, book: BookSystem, vocabulary: Mapping[str, str], *, name: bool) -> Verdict | None:
    """A word one letter away from another of the book, or from one common word of the dictionary."""
    spelling = canonical(word)
    common = foreign_frequencies(spelling)
    if len(spelling) < _LONG or "en" in common or (common and name):
        return None
    if spelling not in vocabulary and (near := _one_edit_away(spelling, vocabulary, name=name)):
        reading = vocabulary[near]
        return Verdict(word, "unknown", respell_as(reading, word, book), cased_like(word, reading), variants=(near,))
    if name or word[0].isupper():
        return None
    nearest = _nearest(spelling)
    if nearest is None:
        return None
    expected = respell_as(nearest.form, word, book)
    if canonical(expected) == spelling:
        return None
    return Verdict(word, "unknown", expected, nearest.form, lemmas=tuple(sorted(nearest.lemmas)))


def _nearest(spelling: str) -> Entry | None:
    """The one common word a slip away from any reading of the spelling."""
    lexicon = load_lexicon()
    found: dict[str, Entry] = {}
    readings = (*decode(spelling)[:_READINGS], *guesses(spelling, mixed=True)[:_READINGS])
    for text in dict.fromkeys(one.text for one in readings):
        for entry in lexicon.nearest(text):
            if entry.word_prior >= _COMMON and any(analysis.kind in "NAVP" for analysis in entry.analyses):
                found.setdefault(entry.form, entry)
    ranked = sorted(found.values(), key=lambda entry: -entry.prior)
    if not ranked or len({entry.lemmas for entry in ranked}) > _LEMMAS:
        return None
    return ranked[0]


def _one_edit_away(spelling: str, vocabulary: Mapping[str, str], *, name: bool) -> str | None:
    """A known word of the book that differs by one slip of the hand; two names that end otherwise are man and wife."""
    if len(spelling) < _LONG_SPELLING:
        return None
    for other in vocabulary:
        if abs(len(other) - len(spelling)) > 1 or other[:1] != spelling[0] or (name and other[-1] != spelling[-1]):
            continue
        if within_one_edit(other, spelling):
            return other
    return None


def within_one_edit(one: str, other: str) -> bool:
    """Whether two words differ by at most one letter, or by two neighbours that have changed places."""
    if len(one) > len(other):
        one, other = other, one
    at = 0
    while at < len(one) and one[at] == other[at]:
        at += 1
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    return one[at + 1 :] == other[at + 1 :] or (
        one[at + 2 :] == other[at + 2 :] and one[at : at + 2] == other[at : at + 2][::-1]
    )
