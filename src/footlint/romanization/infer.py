"""The system of a book, decided by all its romanised words together, and then letter by letter."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from footlint.romanization.abbreviations import initial_readings, is_initial
from footlint.romanization.align import Step, alignment, only_way, systems_giving
from footlint.romanization.book import BookSystem, Vote, choice_at, choices, house_system, reads
from footlint.romanization.decode import Reading
from footlint.romanization.decode import known as known_readings
from footlint.romanization.settled import is_settled
from footlint.romanization.spelling import TIE, canonical, pieces, sign_of
from footlint.romanization.systems import SIGNS, get_system
from footlint.romanization.tables import Tables, strict_tables, tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_FLOOR = 0.02  # the likelihood of a word the system does not explain: a slip
_SIGN_GAIN = 0.04  # what it says for a system that it keeps or drops a sign as the word does
_LOOSE = 0.25  # the likelihood of a word in a way its system allows but does not prefer
_CONSISTENT = 0.8  # share of the words that makes a departure from the system the book's own rule
_FEWEST = 3
DROPPED = 3.0  # how much less likely a reading is whose soft sign was left out: byt is быт before быть
_SETTLED, _SETTLED_SHARE = 5, 0.9  # when a book has chosen among the ways its system allows
_EQUAL, _RARE = 0.3, 0.01  # when the words speak for two systems alike, and which system nobody need think of
_EXAMPLES = 6
_TIED, _STRAY = ("ts", "ia", "iu"), 5  # what the Library of Congress ties, and among how many untied words one is stray
_LEAST_PRIOR = 1.5
_SKY = ("skii", "skiy", "skij", "sky")
_AS_LIKELY = 1.5  # a reading less rare than the likeliest by so much says for no letter what that does not: Moi is мои

# feature → Latin → word → rank: 0 the system's only way here, 1 the first of several, 2 and more another, -1 none
Votes = dict[str, dict[str, dict[str, int]]]
_DEPARTS = -1
_PREFERRED = frozenset({0, 1})


def infer(words: Iterable[str], house: str | None = None) -> BookSystem | None:
    """How the book of these Russian words romanises; None where no word tells. A house system stands anyway."""
    originals: dict[str, str] = {}
    apostrophes: Counter[str] = Counter()
    initials: dict[str, int] = {}
    tied = untied = 0
    for word, times in Counter(words).items():
        tied += TIE in word
        untied += TIE not in word and any(pair in word for pair in _TIED)
        if is_initial(word):
            initials[canonical(word)] = reduce(or_, initial_readings(word).values(), 0)
            continue
        for piece in pieces(word)[::2]:
            if len(piece) > 1 and not piece.isupper() and not is_settled(piece):
                originals.setdefault(canonical(piece), piece)
            if sign := sign_of(piece):
                apostrophes[sign] += times
    joined = tables()
    known = {spelling: found for spelling in originals if (found := _believable(known_readings(spelling)))}
    telling = {spelling: found for spelling, found in known.items() if any(one.systems != joined.all for one in found)}
    if not telling and not house:
        return None
    # of an adjective or a name that no dictionary has, its ending still tells
    endings = [mask for spelling in originals if spelling not in known and (mask := _systems_ending(spelling, joined))]
    said = _said(telling.items(), [*initials.values(), *endings], joined)
    ranked = [house_bit(joined, house)] if house else _ranked(said, joined)
    system = joined.ids[ranked[0]]
    apostrophe = max(apostrophes, key=apostrophes.__getitem__, default="'")  # most_common(1) would load heapq
    first = BookSystem(system, apostrophe=apostrophe, house=bool(house))
    votes = _votes(known, first, originals, joined)
    overrides = {} if house else {**_departures(votes), **_oddities(votes, system, joined)}
    book = BookSystem(system, overrides, apostrophe=apostrophe, house=bool(house))
    counted = _counted(votes)
    near = [number for number in ranked[1:] if said[number] > said[ranked[0]] - _EQUAL]
    fitting = sum(any(reads(one, spelling, book) for one in found) for spelling, found in telling.items())
    return BookSystem(
        system,
        overrides,
        counted,
        words=len(telling),
        fitting=fitting,
        apostrophe=apostrophe,
        ties=bool(house) or tied * _STRAY > untied,
        signs=_signs(votes, overrides, system),
        house=bool(house),
        runner_up=joined.ids[ranked[1]] if len(ranked) > 1 else None,
        near=tuple(joined.ids[number] for number in near),
        rivals=tuple(joined.ids[number] for number in near if joined.weights[number] > _RARE),
    )


def house_bit(joined: Tables, house: str) -> int:
    """The place of the house system in the order of the tables."""
    house_system(house)
    return joined.bit(house).bit_length() - 1


def _believable(readings: tuple[Reading, ...]) -> list[Reading]:
    found = [one for one in readings if one.entry is not None and one.prior >= _LEAST_PRIOR]
    if not found:
        return []
    least = max(one.prior for one in found) - 4
    return [one for one in found if one.prior >= least]


def _systems_ending(spelling: str, joined: Tables) -> int:
    """The systems that write -ский as a word ends."""
    tail = next((tail for tail in _SKY if spelling.endswith(tail)), "")
    return systems_giving("сский", "s" + tail, joined) if tail else 0


def _ranked(said: Sequence[float], joined: Tables) -> list[int]:
    """The systems by the likelihood of all words and by how much they are used, best first."""
    return sorted(range(len(said)), key=lambda number: -said[number] - math.log10(joined.weights[number]))


def _said(words: Iterable[tuple[str, list[Reading]]], others: Iterable[int], joined: Tables) -> list[float]:
    """What all words say for each system, on a decimal logarithm; others are the systems of initials and endings."""
    scores = [0.0] * len(joined.weights)
    gains: dict[int, float] = defaultdict(float)  # for a mask of systems, what all words together say for it
    loose_gain, strict_gain = math.log10(_LOOSE / _FLOOR), math.log10(1 / _LOOSE)
    for mask in others:
        gains[mask] += loose_gain
    for spelling, found in words:
        if len(found) == 1:
            gains[found[0].systems] += loose_gain
            gains[_preferring(found[0], spelling)] += strict_gain
            if not SIGNS.isdisjoint(found[0].text):
                gains[_preferring(found[0], spelling, drop=False)] += _SIGN_GAIN
            continue
        total = sum(10**one.prior for one in found)
        shares: dict[int, float] = defaultdict(float)
        for one in found:
            part = 10**one.prior / total
            shares[one.systems] += part * _LOOSE
            shares[_preferring(one, spelling)] += part * (1 - _LOOSE)
        sums = [0.0] * len(scores)
        _add(sums, shares)
        for number, share in enumerate(sums):
            if share > _FLOOR:
                scores[number] += math.log10(share / _FLOOR)
    _add(scores, gains)
    return scores


def _preferring(reading: Reading, spelling: str, *, drop: bool = True) -> int:
    """Those of the systems that give a reading this spelling which prefer it; any of them may drop signs."""
    mask = reading.systems
    return systems_giving(reading.text, spelling, strict_tables(), mask, drop=drop) if mask else 0


def _add(scores: list[float], gains: Mapping[int, float]) -> None:
    """Add what is said for masks to the scores of the systems in them."""
    for mask, gain in gains.items():
        left = mask
        while left:
            scores[(left & -left).bit_length() - 1] += gain
            left &= left - 1


def likeliest(readings: Iterable[Reading], spelling: str, book: BookSystem, joined: Tables) -> Reading | None:
    """The reading a word most likely has in this book."""
    best, best_score = None, -math.inf
    for one in readings:
        score = one.prior + (0.0 if reads(one, spelling, book) else -1.0 + joined.log_weight(one.systems))
        if one.text.count("ь") > spelling.count("'"):
            score -= DROPPED
        if score > best_score:
            best, best_score = one, score
    return best


def _votes(known: Mapping[str, list[Reading]], book: BookSystem, originals: Mapping[str, str], joined: Tables) -> Votes:
    """For each feature, for each way to write it, the words that do, and whether the system prefers that way there.

    Of a word with several readings only what they share counts.
    """
    votes: Votes = defaultdict(lambda: defaultdict(dict))
    own = joined.bit(book.system)
    # words that fit throughout come first: they are the examples
    order = sorted(known, key=lambda spelling: not any(reads(one, spelling, book) for one in known[spelling]))
    for spelling in order:
        found = known[spelling]
        reading = likeliest(found, spelling, book, joined)
        if reading is None:
            continue
        letters = choices(reading.text, book)
        others = (one for one in _as_likely(found, reading) if reads(one, spelling, book))
        shared = [set(_steps(one, spelling, book, joined, own)) for one in others]
        for at, step in enumerate(_steps(reading, spelling, book, joined, own)):
            if step.feature in _TELLING and all(step in steps for steps in shared):
                values = choice_at(at, step.feature, letters)
                if values is None:
                    if len(step.feature) != len("ий$"):
                        continue  # swallowed by an ending of the book's own system
                    values = (_plain_tail(step.feature, book),)
                rank = values.index(step.latin) + (len(values) > 1) if step.latin in values else _DEPARTS
                votes[step.feature][step.latin].setdefault(originals[spelling], rank)
    return votes


def _as_likely(readings: Iterable[Reading], chosen: Reading) -> list[Reading]:
    """The other words, е and ё being one letter, that a word may as well be."""
    plain = chosen.text.replace("ё", "е")
    least = chosen.prior - _AS_LIKELY
    return [one for one in readings if one.prior > least and one.text.replace("ё", "е") != plain]


def _steps(reading: Reading, spelling: str, book: BookSystem, joined: Tables, own: int) -> Sequence[Step]:
    """What a spelling writes for each letter of a reading, in the book's system if that gives it."""
    mask = own if reading.systems & own else reading.systems
    steps = only_way(reading.text, spelling, choices(reading.text, book)) if mask == own else None
    return steps or alignment(reading.text, spelling, joined, mask) or ()


def _plain_tail(feature: str, book: BookSystem) -> str:
    """What a system without a rule for an adjective's ending writes for it."""
    system = get_system(book.system)
    first, second = feature[0], feature[1]
    return canonical(system.values("н", first, second)[0] + system.values(first, second, "")[0])


_TELLING = frozenset(
    [
        "ж",
        "х",
        "ц",
        "ч",
        "ш",
        "щ",
        "ы",
        "э",
        "в",
        "в$",
        "з",
        "л",
        "с",
        "у",
        "г",
        "ь",
        "ъ",
        "й",
        "^й",
        "ё",
        "^ё",
        "Vё",
        "Sё",
        "е",
        "^е",
        "Vе",
        "Sе",
        "ю",
        "^ю",
        "Vю",
        "Sю",
        "я",
        "^я",
        "Vя",
        "Sя",
        "^э",
        "ий$",
        "ый$",
    ],
)


def _oddities(votes: Votes, system_id: str, joined: Tables) -> dict[str, str]:
    """What hardly any system but a rare one writes, and no word of the book does, as its words write it.

    A rare system is only the one that most words happen to fit, like the map of the Moscow metro with its sch for щ.
    """
    if joined.weights[joined.bit(system_id).bit_length() - 1] > _RARE:
        return {}
    out = {}
    for letter, (odd, *_) in get_system(system_id).letters.items():
        ways = votes.get(letter, {})
        if len(ways) != 1 or canonical(odd) in ways:
            continue
        written = next(iter(ways))
        usual, own = (joined.base[letter].get(way, 0) for way in (written, canonical(odd)))
        if usual and own and joined.log_weight(usual) > joined.log_weight(own) + 1:
            out[letter] = written
    return out


def _departures(votes: Votes) -> dict[str, str]:
    """The features that the book writes otherwise than its system prefers, consistently."""
    out = {}
    for feature, ways in votes.items():
        total = sum(len(words) for words in ways.values())
        latin, words = max(ways.items(), key=lambda item: len(item[1]))
        if feature in SIGNS and latin not in {"", "'", '"'}:
            continue
        departing = sum(rank not in _PREFERRED for rank in words.values())
        # a way the system also knows, or that no word contradicts, needs fewer words than another
        alone = len(ways) == 1
        least = 2 if alone or max(words.values()) > 1 else _FEWEST
        chosen = departing >= least and len(words) >= _CONSISTENT * total
        ranks = {rank for way in ways.values() for rank in way.values()}
        settled = 0 not in ranks and len(words) >= _SETTLED and len(words) >= _SETTLED_SHARE * total
        if chosen or settled:
            out[feature] = latin
    return out


def _counted(votes: Votes) -> dict[str, tuple[Vote, ...]]:
    """The votes as a table, the most written way first."""
    out = {}
    for feature, ways in sorted(votes.items()):
        rows = [Vote(feature, latin, len(words), tuple(words)[:_EXAMPLES]) for latin, words in ways.items()]
        out[feature] = tuple(sorted(rows, key=lambda vote: (-vote.count, vote.latin)))
    return out


def _signs(votes: Votes, overrides: Mapping[str, str], system_id: str) -> str:
    """Whether the book writes soft signs, by its system or its own habit; mixed where too many words do otherwise."""
    ranks = [rank for words in votes.get("ь", {}).values() for rank in words.values()]
    if not ranks:
        return ""
    departing = sum(rank not in _PREFERRED for rank in ranks)
    odd = len(ranks) - departing if "ь" in overrides else departing
    # one word in three may be the slip itself
    if odd > (1 - _CONSISTENT) * len(ranks) and (odd > 1 or len(ranks) < _FEWEST):
        return "mixed"
    habit = overrides.get("ь", get_system(system_id).letters.get("ь", ("",))[0])
    return "kept" if habit else "dropped"
