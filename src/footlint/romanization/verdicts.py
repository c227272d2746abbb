"""What is to be said of each romanised word, given the way its book romanises."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Literal

from msgspec import structs

from footlint.record import Record
from footlint.romanization.align import alignment
from footlint.romanization.book import BookSystem, choices, fits, reads, respell_as, spell
from footlint.romanization.decode import Reading, decode, guesses, known
from footlint.romanization.infer import DROPPED
from footlint.romanization.language import foreign_frequencies
from footlint.romanization.lexicon import Entry, load_lexicon
from footlint.romanization.script import latin_repair
from footlint.romanization.settled import acronyms, is_settled
from footlint.romanization.spelling import canonical, cased_like, pieces
from footlint.romanization.systems import get_system
from footlint.romanization.tables import tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Fault = Literal["variant", "off-system", "mixed", "unknown", "sign", "script", "initial"]

_MARGIN = 0.8  # how much likelier, in decimal orders, a foreign system's reading must be
_KNOWN = 1.5  # the prior of a reading that a dictionary or register of names vouches for
_NO_READING = -3.0
_LONG = 6  # letters a word needs before a slip in it can be told from another word
_RUSSIAN_NAME = (
    "ов", "ев", "ин", "ын", "ский", "цкий", "ской", "цкой", "ова", "ева", "ина", "ына", "ская", "цкая",
    "ко", "ук", "юк", "ых", "их", "ич", "ец", "ый", "ий", "ая", "дзе", "швили", "ян", "чик", "ник", "ло",
)  # fmt: skip


class Departure(Record, frozen=True):
    """One letter that a word writes otherwise than its book."""

    letter: str
    written: str
    expected: str


class Verdict(Record, frozen=True):
    """What is wrong with a word, and how the book would spell it."""

    word: str
    fault: Fault
    expected: str
    reading: str
    systems: tuple[str, ...] = ()
    departures: tuple[Departure, ...] = ()
    variants: tuple[str, ...] = ()
    margin: float = 0.0
    lemmas: tuple[str, ...] = ()


class Word(Record, frozen=True):
    """A word to judge: name tells a person's name from a word of a title."""

    text: str
    name: bool = False


def judge(
    word: str, book: BookSystem, *, name: bool = False, vocabulary: Mapping[str, str] | None = None
) -> Verdict | None:
    """The verdict on one word, None where it is sound.

    vocabulary maps the canonical spellings of the book's sound words to their readings: a word of no reading is compared
    with them before the dictionary.
    """
    if (repaired := latin_repair(word)) is not None:
        return Verdict(word, "script", repaired, "")
    if is_settled(word) or any(letter.isdigit() for letter in word):
        return None
    if is_initial(word):
        return _judge_initial(word, book)
    parts = pieces(word)
    found = [_judge_piece(part, book, name=name, vocabulary=vocabulary or {}) for part in parts[::2]]
    faults = [one for one in found if one is not None]
    if not faults or len(parts) == 1:
        return faults[0] if faults else None
    for at, one in enumerate(found):
        if one is not None:
            parts[2 * at] = one.expected
    worst = faults[0]
    return Verdict(
        word,
        worst.fault,
        "".join(parts),
        worst.reading,
        worst.systems,
        worst.departures,
        worst.variants,
        worst.margin,
        worst.lemmas,
    )


def _judge_piece(word: str, book: BookSystem, *, name: bool, vocabulary: Mapping[str, str]) -> Verdict | None:
    if not word or (not word[-1].isalpha() and len(word) < 3):
        return None
    if (len(word) > 1 and word.isupper()) or any(letter.isupper() for letter in word[1:]):
        return _judge_acronym(word, book)
    spelling = canonical(word)
    if len(spelling) < 2 or is_settled(word):
        return None
    joined = tables()
    readings = known(spelling)
    fitting, fit_score, other, off_score = None, -3.0, None, -3.0
    for one in readings:
        if one.entry is None:  # pragma: no cover - the lexicon's readings have entries
            continue
        prior = one.entry.name_prior if name and word[0].isupper() else one.prior
        if prior <= 0:
            continue
        if reads(one, spelling, book):
            # of two readings that fit, the one whose signs fit too
            if prior > fit_score or (
                fitting is not None and prior > fit_score - 3.0 and _misses_sign(fitting.text, spelling, book)
            ):
                fitting, fit_score = one, max(prior, fit_score)
        else:
            score = prior - 1.0 + (joined.log_weight(one.systems) if one.systems else -2.0)
            if prior >= _KNOWN and score > off_score:
                other, off_score = one, score
    if fitting is not None and fit_score >= off_score - _MARGIN:
        return _judge_signs(word, spelling, fitting, book)
    if (
        other is not None
        and other.entry is not None
        and off_score > max(fit_score, _unknown_score(spelling, book, capital=word[0].isupper())) + _MARGIN
    ):
        if name and not _russian_name(other, spelling):
            return None
        common = foreign_frequencies(spelling)
        if (max(common.values(), default=0) if name else common.get("en", 0)) > off_score:
            return None
        return _off_system(word, spelling, other, book, off_score - fit_score)
    if fitting is not None or other is not None:
        return None
    return _judge_unknown(word, spelling, decode(spelling), book, name=name, vocabulary=vocabulary)


def _unknown_score(spelling: str, book: BookSystem, *, capital: bool) -> float:
    """How likely it is that the book's own way of reading the word gives one that no dictionary has."""
    joined = tables()
    own = guesses(spelling, joined.bit(book.system))
    bonus = 1.0 if capital else -0.5
    return max((bonus - one.rarity for one in own if reads(one, spelling, book)), default=_NO_READING)


def _off_system(word: str, spelling: str, reading: Reading, book: BookSystem, margin: float) -> Verdict | None:
    joined = tables()
    expected = respell_as(reading.text, word, book)
    if canonical(expected) == spelling:
        return None
    return Verdict(
        word,
        "off-system" if reading.systems else "mixed",
        expected,
        cased_like(word, reading.text),
        joined.names(reading.systems),
        departures(reading.text, spelling, book, reading.systems),
        margin=round(margin, 2),
        lemmas=tuple(sorted(reading.entry.lemmas)) if reading.entry else (),
    )


def departures(reading: str, spelling: str, book: BookSystem, systems: int = 0) -> tuple[Departure, ...]:
    """The letters that a spelling of a reading writes otherwise than the book."""
    asked = choices(reading, book)
    out: dict[str, Departure] = {}
    wanted = dict(asked)
    for step in alignment(reading, spelling, tables(), systems) or ():
        values = wanted.get(step.feature)
        if values is None:
            values = ("".join(values[0] for _, values in asked[-2:]),)
        letter = step.feature.strip("^VS$")
        if step.latin not in values and letter not in {"ь", "ъ"}:
            out.setdefault(letter, Departure(letter, step.latin, values[0]))
    return tuple(out.values())


def _misses_sign(reading: str, spelling: str, book: BookSystem) -> bool:
    return "ь" in reading and book.signs != "dropped" and "'" not in spelling


def _judge_signs(word: str, spelling: str, reading: Reading, book: BookSystem) -> Verdict | None:
    """A word that the book's way gives but for a soft sign kept or dropped against its habit."""
    if book.signs not in {"kept", "dropped"} or "ь" not in reading.text:
        return None
    wanted = spell(reading.text, book)
    if wanted.count("'") == spelling.count("'") or _unsigned(wanted) != _unsigned(spelling):
        return None
    return Verdict(word, "sign", respell_as(reading.text, word, book), cased_like(word, reading.text))


def _judge_acronym(word: str, book: BookSystem) -> Verdict | None:
    spelling = canonical(word)
    known = [one for one in _acronym_readings(spelling) if one in acronyms()]
    if not known or any(fits(one, spelling, book) for one in known):
        return None
    expected = _spell_acronym(known[0], book)
    if expected.lower() == spelling:
        return None
    return Verdict(word, "off-system", expected, known[0].upper())


def _acronym_readings(spelling: str) -> list[str]:
    if len(spelling) > 8:
        return []
    joined = tables()
    options: dict[str, set[str]] = defaultdict(set)
    for letter in "абвгдежзийклмнопрстуфхцчшщэюя":
        for latin in joined.options("а", letter, "а"):
            options[latin].add(letter)
    # ASCII stands for the letter with its mark: VCK for VČK
    for plain, letter in (("c", "ч"), ("s", "ш"), ("z", "ж")):
        options[plain].add(letter)
    found = [("", 0)]
    for _ in range(len(spelling)):
        longer = []
        for text, at in found:
            if at == len(spelling):
                longer.append((text, at))
                continue
            for size in range(1, 6):
                longer += [
                    (text + letter, at + size)
                    for letter in options.get(spelling[at : at + size], ())
                    if at + size <= len(spelling)
                ]
        found = longer[:400]
    return sorted({text for text, at in found if at == len(spelling)})


def _spell_acronym(reading: str, book: BookSystem) -> str:
    """Each letter with its capital, as acronyms are romanised: ВЧК VChK."""
    system = get_system(book.system)
    out = []
    for letter in reading:
        latin = book.overrides.get(letter) or canonical(system.letters.get(letter, (letter,))[0])
        out.append(latin[:1].upper() + latin[1:])
    return "".join(out)


def _judge_unknown(
    word: str,
    spelling: str,
    readings: tuple[Reading, ...],
    book: BookSystem,
    *,
    name: bool,
    vocabulary: Mapping[str, str],
) -> Verdict | None:
    """A word that no dictionary knows in any reading: a slip of a known one, a stranger's spelling, or a rare word."""
    common = foreign_frequencies(spelling)
    if len(spelling) < _LONG or "en" in common or (common and name):
        return None
    if spelling not in vocabulary and (near := _one_edit_away(spelling, vocabulary)):
        reading = vocabulary[near]
        expected = respell_as(reading, word, book)
        return Verdict(word, "unknown", expected, cased_like(word, reading), variants=(near,))
    if name or word[0].isupper():
        return _strange_letters(word, spelling, readings, book)
    nearest = _nearest(readings, spelling)
    if nearest is not None:
        expected = respell_as(nearest.form, word, book)
        if canonical(expected) != spelling:
            return Verdict(word, "unknown", expected, nearest.form, lemmas=tuple(sorted(nearest.lemmas)))
    return _strange_letters(word, spelling, readings, book)


def _strange_letters(word: str, spelling: str, readings: tuple[Reading, ...], book: BookSystem) -> Verdict | None:
    """A word no dictionary knows, in letters the book's system never writes."""
    if _unknown_score(spelling, book, capital=True) > _NO_READING or not readings or spelling.isascii():
        return None
    best = readings[0]
    if not best.systems:
        return None
    return _off_system(word, spelling, best, book, 0.5)


def _nearest(readings: tuple[Reading, ...], spelling: str) -> Entry | None:
    """The one common word a slip away from any reading of the spelling."""
    lexicon = load_lexicon()
    found: dict[str, Entry] = {}
    for one in {one.text: one for one in (*readings[:2], *guesses(spelling, mixed=True)[:2])}.values():
        for entry in lexicon.nearest(one.text):
            if entry.word_prior >= 3.5 and any(analysis.kind in "NAVP" for analysis in entry.analyses):
                found.setdefault(entry.form, entry)
    ranked = sorted(found.values(), key=lambda entry: -entry.prior)
    lemmas = {frozenset(entry.lemmas) for entry in ranked}
    if not ranked or len(lemmas) > 2 or len(spelling) < _LONG:
        return None
    return ranked[0]


def _one_edit_away(spelling: str, vocabulary: Mapping[str, str]) -> str | None:
    """A sound word of the book that differs by one letter inserted, left out or replaced."""
    if len(spelling) < 7:
        return None
    for other in vocabulary:
        if abs(len(other) - len(spelling)) <= 1 and other[0] == spelling[0] and within_one_edit(other, spelling):
            return other
    return None


def within_one_edit(one: str, other: str) -> bool:
    """Whether two words differ by at most one letter."""
    if len(one) > len(other):
        one, other = other, one
    at = 0
    while at < len(one) and one[at] == other[at]:
        at += 1
    return one[at:] == other[at + 1 :] or (len(one) == len(other) and one[at + 1 :] == other[at + 1 :])


def _russian_name(reading: Reading, spelling: str) -> bool:
    if reading.entry is None:
        return False
    if reading.text.endswith(_RUSSIAN_NAME):
        return True
    levels = [one.level for one in reading.entry.analyses if one.kind in "SFT"]
    # a Western name is written like a Russian one but for the letters that only romanised words have
    own_letters = not spelling.isascii() or any(pair in spelling for pair in ("sh", "zh", "kh", "shch", "ya", "yu"))
    return own_letters and max(levels, default=0) >= 5 and not foreign_frequencies(spelling)


INITIALS = frozenset("жхцчшщюяеёэ")


def is_initial(word: str) -> bool:
    """Whether a word is an initial with its stop: Yu., Zh., Ė."""
    return (
        2 <= len(word) <= 6 and word.endswith(".") and word[:-1].isalpha() and word[0].isupper() and word[1:].islower()
    ) or (len(word) == 2 and word[0].isupper() and word[1] == ".")


def _judge_initial(word: str, book: BookSystem) -> Verdict | None:
    """An initial of several letters, or with a mark, that the book's way does not give."""
    latin = canonical(word[:-1])
    if len(latin) == 1 and latin.isascii():
        return None
    joined = tables()
    found: dict[str, int] = {}
    for letter in INITIALS:
        if fits(letter, latin, book):
            return None
        mask = joined.options("", letter, "а").get(latin, 0)
        if mask:
            found[letter] = mask
    if not found:
        return None
    letter = max(found, key=lambda one: joined.weight(found[one]))
    expected = respell_as(letter, word[0].upper(), book)
    return Verdict(word, "initial", expected + ".", letter.upper() + ".", joined.names(found[letter]))


def verdicts(words: Iterable[Word], book: BookSystem) -> dict[Word, Verdict]:
    """The faulty words of a book with what is wrong; a word that the book also spells otherwise becomes a variant."""
    counts = Counter(words)
    if not book.clear:
        return {}
    vocabulary = sound_words(counts, book)
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    forms: dict[str, dict[str, None]] = defaultdict(dict)
    for word, count in counts.items():
        if reading := vocabulary.get(canonical(word.text)):
            spellings[reading][word.text] += count
            for lemma in _lemmas(reading):
                forms[lemma].setdefault(word.text)
    out: dict[Word, Verdict] = {}
    for word in counts:
        found = judge(word.text, book, name=word.name, vocabulary=vocabulary) or _minority(
            word.text, book, vocabulary, spellings
        )
        if found is None:
            continue
        others = _others(word.text, found, book, spellings, forms)
        fault = "variant" if others and found.fault == "off-system" else found.fault
        out[word] = structs.replace(found, fault=fault, variants=others)
    return out


def _lemmas(reading: str) -> frozenset[str]:
    entry = load_lexicon().find(reading)
    return entry.lemmas if entry else frozenset()


def _others(
    word: str,
    found: Verdict,
    book: BookSystem,
    spellings: Mapping[str, Counter[str]],
    forms: Mapping[str, Iterable[str]],
) -> tuple[str, ...]:
    """Other spellings of the same reading in the book, or else sound spellings of other forms of its lemma."""
    own = canonical(word)
    same = [other for other in spellings.get(found.reading.lower(), ()) if canonical(other) != own]
    if not same and found.fault in {"off-system", "mixed", "variant"}:
        written = {departure.letter for departure in found.departures}
        same = [
            other
            for lemma in found.lemmas
            for other in forms.get(lemma, ())
            if canonical(other) != own and written and judge(other, book) is None
        ]
    return tuple(dict.fromkeys([*found.variants, *same]))


def _minority(
    word: str, book: BookSystem, vocabulary: Mapping[str, str], spellings: Mapping[str, Counter[str]]
) -> Verdict | None:
    """Of two spellings that the book's system allows alike, the rarer."""
    spelling = canonical(word)
    reading = vocabulary.get(spelling)
    if reading is None or len(spellings[reading]) < 2:
        return None
    tally: Counter[str] = Counter()
    for other, count in spellings[reading].items():
        low = canonical(other)
        if fits(reading, low, book):
            tally[_unsigned(low)] += count
    own = tally[_unsigned(spelling)]
    most, count = tally.most_common(1)[0]
    if not own or own >= count:
        return None
    return Verdict(
        word, "variant", cased_like(word, most), cased_like(word, reading), lemmas=tuple(sorted(_lemmas(reading)))
    )


def _unsigned(spelling: str) -> str:
    return spelling.replace("'", "").replace('"', "")


def sound_words(words: Iterable[Word], book: BookSystem) -> dict[str, str]:
    """The canonical spellings that have a known reading, with the one likeliest in this book."""
    joined = tables()
    out = {}
    for word in words:
        for piece in pieces(word.text)[::2]:
            spelling = canonical(piece)
            best, best_score = None, 0.0
            for one in known(spelling):
                if one.entry is not None and one.prior >= _KNOWN:
                    score = one.prior + (0.0 if reads(one, spelling, book) else joined.log_weight(one.systems) - 1.0)
                    if one.text.count("ь") > spelling.count("'"):
                        score -= DROPPED
                    if score > best_score:
                        best, best_score = one.text, score
            if best is not None:
                out[spelling] = best
    return out
