"""Spellings that stand for one Russian word: every word in exactly one group."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from footlint.record import Record
from footlint.romanization.align import systems_giving
from footlint.romanization.book import BookSystem, fits
from footlint.romanization.decode import decode, first_letters, guesses
from footlint.romanization.lexicon import Entry, load_lexicon
from footlint.romanization.script import is_cyrillic, latin_repair
from footlint.romanization.spelling import LONGEST, canonical, cased_like, pieces, unsigned
from footlint.romanization.tables import strict_tables, tables

if TYPE_CHECKING:
    from collections.abc import Iterable

_SUPPORT = 2.5  # what another spelling of the same reading adds, in decimal orders
_FULL = 3.0  # as many other spellings as can add anything
_LOOSE = 0.6  # a spelling that a system allows but does not prefer
_MIXED = -7.0  # a spelling that no system gives
_MOST = 8  # readings weighed for one word
_ROUNDS = 4
_LONGEST_COMPOUND = 4 * LONGEST
_BEGINNING = 3  # letters by which words are told apart that cannot have a reading in common
_OWN_WAY = 1.5  # what the book's own way is worth to a reading that no dictionary has

Scores = dict[str, float]


class Group(Record, frozen=True):
    """The spellings of one reading; reading is empty where a word has none."""

    reading: str
    spellings: tuple[str, ...]
    occurrences: tuple[int, ...]


def group(words: Iterable[str], book: BookSystem | None = None) -> list[Group]:
    """Partition words by their readings, in the order of their first occurrence."""
    listed = list(words)
    keys = {word: _key(word) for word in dict.fromkeys(listed)}
    scores = {key: _scores(key, book) for key in dict.fromkeys(keys.values())}
    chosen = _choose(scores)
    members: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(listed):
        key = keys[word]
        members[chosen.get(key) or " " + key].append(at)
    out = []
    for reading, places in members.items():
        spellings = tuple(dict.fromkeys(listed[at] for at in places))
        known = "" if reading.startswith(" ") else cased_like(listed[places[0]], reading)
        out.append(Group(known, spellings, tuple(places)))
    return out


def may_agree(words: Iterable[str]) -> list[str]:
    """The words that may share a reading with another, by how they begin; to group the others would change nothing."""
    begun = {word: _beginnings(_key(word)) for word in dict.fromkeys(words)}
    counts = Counter(beginning for beginnings in begun.values() for beginning in beginnings)
    return [word for word, beginnings in begun.items() if any(counts[beginning] > 1 for beginning in beginnings)]


def _beginnings(key: str) -> set[str]:
    """The first letters of all readings that a word could have, without signs."""
    first = pieces(key)[0]
    whole = unsigned(first.replace("ь", "").replace("ъ", ""))[:_BEGINNING]
    return {whole} if any(map(is_cyrillic, first)) else {whole, *first_letters(first, _BEGINNING)}


def _key(word: str) -> str:
    """A word in its canonical spelling, without letters of another script; a Cyrillic one as the reading it is."""
    whole = latin_repair(word) or word
    return whole.lower().replace("ё", "е") if any(map(is_cyrillic, whole)) else canonical(whole)


def _scores(spelling: str, book: BookSystem | None) -> Scores:
    """The readings of a canonical spelling with their scores; a hyphenated one has the best of each part."""
    if any(map(is_cyrillic, spelling)):
        return {spelling: 0.0}
    if len(spelling) > _LONGEST_COMPOUND:
        return {}
    parts = pieces(spelling)
    if len(parts) == 1:
        return _piece_scores(spelling, book)
    whole: Scores = {"": 0.0}
    for number, part in enumerate(parts):
        options = (
            {part: 0.0}
            if number % 2
            else dict(sorted(_piece_scores(part, book).items(), key=lambda item: -item[1])[:3]) or {part: 0.0}
        )
        whole = {left + right: one + other for left, one in whole.items() for right, other in options.items()}
        whole = dict(sorted(whole.items(), key=lambda item: -item[1])[:_MOST])
    return whole


def _piece_scores(spelling: str, book: BookSystem | None) -> Scores:
    joined, strict = tables(), strict_tables()
    found: Scores = {}
    readings = decode(spelling)
    for one in readings:
        likelihood = joined.log_weight(one.systems) if one.systems else _MIXED
        if one.systems:
            preferred = systems_giving(one.text, spelling, strict)
            likelihood = max(likelihood - _LOOSE, math.log10(max(strict.weight(preferred), 1e-4)))
        if book is not None and fits(one.text, spelling, book):
            likelihood = 0.0
        key = one.text.replace("ё", "е")
        found[key] = max(found.get(key, -math.inf), one.prior + likelihood)
    if book is not None and book.clear:
        # a name that no register has, read the book's way, before a rare one read in a way of others
        for guess in guesses(spelling, joined.bit(book.system))[:2]:
            found.setdefault(guess.text.replace("ё", "е"), _OWN_WAY - guess.rarity)
    if not any(one.entry for one in readings):
        for one in guesses(spelling, mixed=True)[:3]:
            found.setdefault(one.text.replace("ё", "е"), -one.rarity - 4.0)
    return dict(sorted(found.items(), key=lambda item: -item[1])[:_MOST])


def _choose(scores: dict[str, Scores]) -> dict[str, str]:
    """The reading of each spelling: its own best, drawn towards readings that other spellings have too."""
    chosen = {spelling: max(options, key=lambda one: options[one]) for spelling, options in scores.items() if options}
    # another form of the best reading's lemma is another word, however many spellings it has: repressii, repressiy
    rivals = {spelling: _other_forms(chosen[spelling], options) for spelling, options in scores.items() if options}
    shares: dict[str, Scores] = {}
    for spelling, options in scores.items():
        if options:
            best = max(options.values())
            weights = {one: 10 ** (score - best) for one, score in options.items()}
            total = sum(weights.values())
            shares[spelling] = {one: weight / total for one, weight in weights.items()}
    for _ in range(_ROUNDS):
        support: Scores = defaultdict(float)
        for options in shares.values():
            for one, share in options.items():
                support[one] += share
        moved = False
        for spelling, options in scores.items():
            if not options:
                continue
            own = shares[spelling]
            pulled = {
                one: score + (0.0 if one in rivals[spelling] else _SUPPORT * min(_FULL, support[one] - own[one]))
                for one, score in options.items()
            }
            best = max(pulled.values())
            weights = {one: 10 ** (score - best) for one, score in pulled.items()}
            total = sum(weights.values())
            shares[spelling] = {one: weight / total for one, weight in weights.items()}
            top = max(pulled, key=lambda one: pulled[one])
            moved |= chosen[spelling] != top
            chosen[spelling] = top
        if not moved:
            break
    return chosen


def _other_forms(best: str, options: Scores) -> frozenset[str]:
    lexicon = load_lexicon()
    entry = lexicon.find(best)
    if entry is None or len(options) == 1:
        return frozenset()
    found = []
    for one in options:
        other = lexicon.find(one) if one != best else None
        if other is not None and _words(other) & _words(entry):
            found.append(one)
    return frozenset(found)


def _words(entry: Entry) -> frozenset[str]:
    """The lemmas of an entry as a noun or verb; an adjective's -ый and -ы differ by system more often than by form."""
    return frozenset(one.lemma for one in entry.analyses if one.kind in "NV" and not one.level)
