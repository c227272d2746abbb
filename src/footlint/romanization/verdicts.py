"""All words of a book against its way to romanise, and against each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from footlint.record import replace
from footlint.romanization.book import BookSystem, fits, reads, respell_as
from footlint.romanization.decode import Reading, decode, guesses, known
from footlint.romanization.infer import DROPPED
from footlint.romanization.judge import KNOWN, STRANGE_ENDING, departures, judge
from footlint.romanization.language import foreign_frequencies
from footlint.romanization.lexicon import load_lexicon
from footlint.romanization.settled import is_settled
from footlint.romanization.slips import ends_oddly
from footlint.romanization.spelling import canonical, cased_like, pieces, unsigned
from footlint.romanization.systems import SIGNS
from footlint.romanization.tables import tables
from footlint.romanization.verdict import Verdict, Word

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

_SAME_WORD = 1.0  # how much commoner, in decimal orders, a word is with its sign where without it is a slip
_NO_WORD = 2.5  # and how rare it is without
_LONG = 5  # letters a word of no known reading needs before it is paired with another by reading alone


class _Index:
    """The spellings of a book by reading and by lemma."""

    def __init__(self, counts: Mapping[Word, int], book: BookSystem) -> None:
        self.book = book
        self.words = tuple(counts)
        self.counts: Counter[str] = Counter()
        sound = _sound_words(counts, book)
        self.sound = sound
        self.vocabulary = {spelling: reading.text for spelling, reading in sound.items()}
        self.neighbours = {**_unheard_names(counts, self.vocabulary, book), **self.vocabulary}
        self.attested = {reading.text for spelling, reading in sound.items() if reads(reading, spelling, book)}
        self.by_reading: dict[str, dict[str, int]] = defaultdict(dict)
        self.by_letters: dict[str, dict[str, str]] = defaultdict(dict)
        for word, count in counts.items():
            spelling = canonical(word.text)
            self.counts[spelling] += count
            self.by_letters[unsigned(spelling)].setdefault(spelling, word.text)
            if reading := self.vocabulary.get(spelling):
                same = self.by_reading[_plain(reading)]
                same[word.text] = same.get(word.text, 0) + count

    @cached_property
    def by_lemma(self) -> dict[str, dict[str, None]]:
        """For each lemma the spellings of its forms."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for word in self.words:
            if reading := self.sound.get(canonical(word.text)):
                for lemma in _lemmas(reading):
                    found[lemma].setdefault(word.text)
        return found

    def others(self, word: str, found: Verdict) -> tuple[str, ...]:
        """Other spellings of the same reading, or else sound spellings of other forms of its lemma."""
        own = canonical(word)
        same = [other for other in self.by_reading.get(_plain(found.reading.lower()), ()) if canonical(other) != own]
        if not same and found.departures:
            forms = dict.fromkeys(form for lemma in found.lemmas for form in self.by_lemma.get(lemma, ()))
            same = [form for form in forms if canonical(form) != own and judge(form, self.book) is None]
        return tuple(dict.fromkeys([*found.variants, *same]))

    def whole(self, word: str, reading: str) -> str:
        """The reading of a compound in which a half was found faulty; that of the half where the other has none."""
        parts = pieces(word)
        known_parts = [self.vocabulary.get(canonical(part), "") for part in parts[::2]]
        if len(known_parts) == 1 or not all(known_parts):
            return reading
        parts[::2] = [cased_like(part, known) for part, known in zip(parts[::2], known_parts, strict=True)]
        return "".join(parts)

    def expected(self, found: Verdict, others: tuple[str, ...]) -> str:
        """The expected spelling: among those that the book's way allows the one that the book has."""
        reading = found.reading.lower()
        counts = self.by_reading.get(_plain(reading), {})
        sound = [word for word in others if word in counts and fits(reading, canonical(word), self.book)]
        if found.fault != "off-system" or not sound:
            return found.expected
        return cased_like(found.word, max(sound, key=lambda word: counts[word]))


def verdicts(words: Iterable[Word] | Mapping[Word, int], book: BookSystem) -> dict[Word, Verdict]:
    """The faulty words of a book with what is wrong; a word that the book also spells otherwise becomes a variant.

    Words are given as often as they stand there, or each with how often.
    """
    counts = Counter(words)
    if not book.clear:
        return {}
    index = _Index(counts, book)
    out: dict[Word, Verdict] = {}
    for word in counts:
        found = judge(word.text, book, name=word.name, vocabulary=index.neighbours, attested=index.attested)
        found = found or _minority(word, index) or _sign_twin(word, index) or _left_alone_beside(word, index)
        if found is None or _rarer_neighbour(word.text, found, index):
            continue
        others = index.others(word.text, found)
        if not others and any(one in book.rivals for one in found.systems):
            continue
        fault = "variant" if others and found.fault == "off-system" else found.fault
        expected = index.expected(found, others)
        out[word] = replace(
            found, fault=fault, variants=others, expected=expected, reading=index.whole(word.text, found.reading)
        )
    return {**out, **_paired([word for word in counts if word not in out], index)}


def outsiders(words: Iterable[Word] | Mapping[Word, int], book: BookSystem, systems: int) -> dict[Word, Verdict]:
    """The words off the book's system, and in none of these either, that it has in no other spelling."""
    counts = Counter(words)
    candidates = [word for word in counts if _may_be_outside(word, systems)]
    if not candidates or not book.clear:
        return {}
    index = _Index(counts, book)
    out: dict[Word, Verdict] = {}
    for word in candidates:
        found = judge(word.text, book, name=word.name, vocabulary=index.neighbours, attested=index.attested)
        if found is None or found.fault != "off-system" or index.others(word.text, found):
            continue
        if found.systems and not any(tables().bit(one) & systems or one in book.rivals for one in found.systems):
            out[word] = found
    return out


def _may_be_outside(word: Word, systems: int) -> bool:
    """Whether a reading of the word, or of a part of it, is given by other systems only."""
    for piece in pieces(word.text)[::2]:
        spelling = canonical(piece)
        # what no dictionary knows is only judged by letters or an ending that the book never writes
        readings = known(spelling) if spelling.isascii() and not spelling.endswith(STRANGE_ENDING) else decode(spelling)
        if any(one.systems and not one.systems & systems for one in readings):
            return True
    return False


def _rarer_neighbour(word: str, found: Verdict, index: _Index) -> bool:
    """Whether a word would be respelled after a neighbour that the book has less often than itself."""
    if found.fault != "unknown" or not found.variants:
        return False
    return index.counts[found.variants[0]] < index.counts[canonical(word)]


def _minority(word: Word, index: _Index) -> Verdict | None:
    """Of two spellings that the book's system allows alike, the rarer."""
    spelling = canonical(word.text)
    reading = index.vocabulary.get(spelling)
    if reading is None or len(index.by_reading[_plain(reading)]) == 1:
        return None
    tally: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for other, count in sorted(index.by_reading[_plain(reading)].items(), key=lambda item: -item[1]):
        low = canonical(other)
        # a title may have е for ё where another prints it; a name has one spelling
        if (index.vocabulary[low] == reading or word.name) and fits(index.vocabulary[low], low, index.book):
            tally[unsigned(low)] += count
            shown.setdefault(unsigned(low), other)
    own = tally[unsigned(spelling)]
    if not own:
        return None
    most = max(tally, key=tally.__getitem__)
    count = tally[most]
    if own >= count:
        return None
    lemmas = tuple(sorted(_lemmas(index.sound[spelling])))
    expected = cased_like(word.text, shown[most].lower())
    return Verdict(word.text, "variant", expected, cased_like(word.text, reading), lemmas=lemmas)


def _sign_twin(word: Word, index: _Index) -> Verdict | None:
    """A word that the book has with its sign and without, the rarer way; of as many, the one against the habit."""
    spelling = canonical(word.text)
    forms = index.by_letters[unsigned(spelling)]
    other = max((form for form in forms if form != spelling), key=lambda form: index.counts[form], default=None)
    if other is None or index.counts[spelling] > index.counts[other]:
        return None
    fuller, barer = sorted((spelling, other), key=len, reverse=True)
    against = {"kept": barer, "dropped": fuller}.get(index.book.signs)
    reading = None
    if (plain := _best(barer, index.book)) is not None and _best(fuller, index.book) is None:
        # Al'chevskaya beside Alchevskaya: only the bare one is a name
        reading = plain.text if spelling == fuller and plain.prior >= KNOWN else None
    elif index.counts[spelling] < index.counts[other] or spelling == against:
        reading = _signed_reading(fuller, barer, index.book)
    if reading is None:
        return None
    expected = cased_like(word.text, forms[other].lower())
    return Verdict(word.text, "sign", expected, cased_like(word.text, reading), variants=(forms[other],))


def _signed_reading(fuller: str, barer: str, book: BookSystem) -> str | None:
    """The reading of a spelling, where the same without its sign is no word of its own (byt', byt)."""
    found = _best(fuller, book)
    bare = max((one.prior for one in known(barer) if not SIGNS & set(one.text)), default=0.0)
    if found is None:
        found = next(iter(guesses(fuller)), None)
        same = bare == 0 and len(barer) >= _LONG
    else:
        same = bare < _NO_WORD and found.prior >= bare + _SAME_WORD
    return found.text if found is not None and same and SIGNS & set(found.text) else None


def _best(spelling: str, book: BookSystem) -> Reading | None:
    """The commonest known reading that the book's way gives."""
    return max((one for one in known(spelling) if reads(one, spelling, book)), key=lambda one: one.prior, default=None)


def _left_alone_beside(word: Word, index: _Index) -> Verdict | None:
    """A settled form or a name that may be foreign, where the book elsewhere romanises the same name its own way."""
    spelling = canonical(word.text)
    if not word.name and not is_settled(word.text):
        return None
    readings = [one for one in known(spelling) if one.prior >= KNOWN]
    if any(reads(one, spelling, index.book) for one in readings):
        return None
    for one in readings:
        for other in index.by_reading.get(_plain(one.text), ()):
            if fits(one.text, canonical(other), index.book):
                return _variant(word.text, other, one, index.book)
    return None


def _paired(words: Iterable[Word], index: _Index) -> dict[Word, Verdict]:
    """Rare words that the book's way does not give, beside a spelling of the same reading that it does."""
    book = index.book
    sound: dict[str, str] = {}
    strange: list[tuple[Word, str]] = []
    bit = tables().bit(book.system)
    for word in words:
        spelling = canonical(word.text)
        if len(spelling) < _LONG or not unsigned(spelling).isalpha() or word.text.isupper():
            continue
        own = [one for one in known(spelling) if reads(one, spelling, book)]
        own = own or [one for one in guesses(spelling, bit) if reads(one, spelling, book)]
        own = [one for one in own if one.entry is not None or not ends_oddly(one.text)]
        for one in own:
            sound.setdefault(one.text.replace("ё", "е"), word.text)
        if _is_strange(word, spelling, own, bit) and not foreign_frequencies(spelling):
            strange.append((word, spelling))
    out = {}
    for word, spelling in strange:
        for one in decode(spelling):
            other = sound.get(one.text.replace("ё", "е"))
            if other is not None and canonical(other) != spelling and one.systems:
                out[word] = _variant(word.text, other, one, book)
                break
    return out


def _is_strange(word: Word, spelling: str, own: Sequence[Reading], bit: int) -> bool:
    """Whether the book's way gives the word no reading, or a name one that is worse than another system's."""
    if not own or not word.name or any(one.entry is not None for one in own):
        return not own
    best = min(one.rarity for one in own)
    others = [one for one in decode(spelling) if one.systems and not one.systems & bit]
    return any(one.entry is not None or one.rarity < best for one in others)


def _variant(word: str, other: str, reading: Reading, book: BookSystem) -> Verdict:
    spelling = canonical(word)
    return Verdict(
        word,
        "variant",
        respell_as(reading.text, word, book),
        cased_like(word, reading.text),
        tables().names(reading.systems),
        departures(reading.text, spelling, book, reading.systems),
        (other,),
    )


def _unheard_names(counts: Mapping[Word, int], known_words: Container[str], book: BookSystem) -> dict[str, str]:
    """The names of no known reading that the book has several times, with what it most likely romanises."""
    out = {}
    bit = tables().bit(book.system)
    for word, count in counts.items():
        spelling = canonical(word.text)
        if word.name and count > 1 and len(spelling) > _LONG and spelling not in known_words:
            guess = next((one for one in guesses(spelling, bit) if fits(one.text, spelling, book)), None)
            if guess is not None:
                out[spelling] = guess.text
    return out


def _plain(reading: str) -> str:
    return reading.replace("ё", "е")


def _lemmas(reading: Reading) -> frozenset[str]:
    entry, plain = reading.entry, _plain(reading.text)
    if entry is None or entry.form != plain:  # the first half of a compound may be a word too
        entry = load_lexicon().find(plain)
    return entry.lemmas if entry else frozenset()


def _sound_words(words: Iterable[Word], book: BookSystem) -> dict[str, Reading]:
    """The canonical spellings that have a known reading, with the one likeliest in this book."""
    out: dict[str, Reading] = {}
    for word in words:
        for piece in pieces(word.text)[::2]:
            spelling = canonical(piece)
            if spelling in out:
                continue
            best_score = 0.0
            for one in known(spelling):
                if one.prior >= KNOWN and (score := _score(one, spelling, book)) > best_score:
                    out[spelling], best_score = one, score
    return out


def _score(reading: Reading, spelling: str, book: BookSystem) -> float:
    score = reading.prior
    if not reads(reading, spelling, book):
        score += tables().log_weight(reading.systems) - 1.0
    return score - DROPPED if reading.text.count("ь") > spelling.count("'") else score
