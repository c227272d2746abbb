"""One word against the way its book romanises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footlint.record import Record, replace
from footlint.romanization.abbreviations import is_initial, judge_acronym, judge_initial
from footlint.romanization.align import alignment, systems_giving
from footlint.romanization.book import BookSystem, choice_at, choices, fits, reads, respell_as, spell
from footlint.romanization.decode import Reading, decode, guesses, known
from footlint.romanization.language import foreign_frequencies
from footlint.romanization.prereform import is_prereform
from footlint.romanization.script import latin_repair
from footlint.romanization.settled import is_settled_for
from footlint.romanization.slips import NO_READING, best_unknown, judge_unknown, unknown_score
from footlint.romanization.spelling import TIE, canonical, cased_like, pieces, unsigned
from footlint.romanization.tables import tables
from footlint.romanization.verdict import Departure, Verdict

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

KNOWN = 1.5  # the prior of a reading that a dictionary or register of names vouches for
_LEAST_SCORE = -1.6  # of a reading that counts: a rare word in a rare way is none
_MARGIN = 0.8  # how much likelier, in decimal orders, a foreign system's reading must be
_MARGIN_OF_NAMES = 1.5  # the same where the book's own way makes a name that only no register has
_SIGN_MATTERS = 3.0  # of two readings that fit, the one whose signs fit too, unless it is so much rarer
_STRANGE_MARGIN = 0.5
_SHORT, _FAR_FETCHED = 3, -1.9  # letters of a word, and how rare a system is that must not be thought of for it
STRANGE_ENDING = ("skii", "skij", "skiy")
_NEAR = 1.5  # readings of a word that may be told apart by the book, in decimal orders
_ATTESTED = 2.0  # what it counts for that the book has the word
_COMMONER = 1.0  # how much commoner a name of the book is than one that it is taken for
_ODD_ENDING = -1.5  # the weight of an ending that a rule of its own writes
_COMMON = 2.5  # a rarer word may be another than the one its sign would make it
_FREQUENT_NAME = 5
_FUNCTION_WORD = 7  # how common, on a decimal logarithm, the articles and prepositions of a language are
_RUSSIAN_NAME = (
    "ов",
    "ев",
    "ин",
    "ын",
    "ский",
    "цкий",
    "ской",
    "цкой",
    "ова",
    "ева",
    "ина",
    "ына",
    "ская",
    "цкая",
    "ко",
    "ук",
    "юк",
    "ых",
    "их",
    "ич",
    "ец",
    "ый",
    "ий",
    "ая",
    "дзе",
    "швили",
    "ян",
    "чик",
    "як",
    "ник",
    "ло",
)
# letters that a Western name does not have
_ROMANISED = ("sh", "zh", "kh", "ya", "yu")


class _Weighed(Record, frozen=True):
    """The best reading that the book's way gives and the best that it does not, with their scores."""

    fitting: Reading | None
    fit_score: float
    other: Reading | None
    off_score: float


def judge(
    word: str,
    book: BookSystem,
    *,
    name: bool = False,
    vocabulary: Mapping[str, str] | None = None,
    attested: Container[str] = (),
) -> Verdict | None:
    """The verdict on one word, None where it is sound.

    vocabulary maps the canonical spellings of the book's known words to their readings: a word of no reading is
    compared with them before the dictionary. attested are the readings of words that the book spells its own way: a
    word that can be read as one of them is.
    """
    if (repaired := latin_repair(word)) is not None:
        return Verdict(word, "script", repaired, "")
    if is_settled_for(word, book.system) or (not word.isalpha() and any(letter.isdigit() for letter in word)):
        return None
    if is_initial(word):
        return judge_initial(word, book)
    parts = pieces(word)
    worst: Verdict | None = None
    for at in range(0, len(parts), 2):
        found = _judge_piece(parts[at], book, vocabulary or {}, attested, name=name)
        if found is None or is_prereform(found, book) or (at + 1 < len(parts) and _is_first_half(found, book)):
            continue
        parts[at] = found.expected
        worst = worst or found
    if worst is None:
        return _stray_tie(word, book) if TIE in word and not book.ties else None
    return replace(worst, word=word, expected="".join(parts))


def _is_first_half(found: Verdict, book: BookSystem) -> bool:
    """Whether a strange word before a hyphen is a stem with its linking vowel, which no dictionary has: iugo-zapad."""
    if found.fault not in {"mixed", "unknown"}:
        return False
    spelling, reading = canonical(found.word), found.reading.lower()
    own = (one.text for one in guesses(spelling, tables().bit(book.system)) if fits(one.text, spelling, book))
    # the о is read ё, or taken for a slip at the end of a word
    return any(one[-1] in "ое" and (reading[-1] == "ё" or reading.startswith(one[:-1])) for one in own)


def _stray_tie(word: str, book: BookSystem) -> Verdict | None:
    """A word with its letters tied in a book that leaves them apart."""
    reading = next((one for one in decode(canonical(word)) if reads(one, canonical(word), book)), None)
    if reading is None:
        return None
    tied = tables().names(tables().bit("ala-lc-marks"))
    return Verdict(word, "off-system", word.replace(TIE, ""), cased_like(word, reading.text), tied)


def _judge_piece(
    word: str, book: BookSystem, vocabulary: Mapping[str, str], attested: Container[str], *, name: bool
) -> Verdict | None:
    if not word[1:].islower() and any(letter.isupper() for letter in word[1:]):
        return judge_acronym(word, book)
    spelling = canonical(word)
    if len(unsigned(spelling)) < len("ot") or is_settled_for(word, book.system):
        return None
    found = _weigh(spelling, book, attested, as_name=name and word[0].isupper())
    if found.fitting is not None and (
        found.fit_score >= found.off_score - _MARGIN or _is_far_fetched(found, spelling, attested)
    ):
        return _judge_signs(word, spelling, found.fitting, book, name=name)
    if (
        found.other is not None
        and _may_be_russian(found, spelling, name=name)
        and _is_likelier(found, spelling, book, capital=word[0].isupper())
        and not _is_rivals_way(spelling, book)
        and not (name and _drops_sign(found.other, spelling))
    ):
        return off_system(word, found.other, book, found.off_score - found.fit_score)
    if found.fitting is not None or (found.other is not None and (found.off_score > 0 or not name)):
        return None
    return judge_unknown(word, book, vocabulary, name=name) or _strange_letters(word, spelling, book)


def _is_likelier(found: _Weighed, spelling: str, book: BookSystem, *, capital: bool) -> bool:
    """Whether the reading that the book's way does not give is so much likelier than any that it gives."""
    if found.off_score <= found.fit_score + _MARGIN:
        return False
    if found.off_score > max(found.fit_score, best_unknown(capital=capital)) + _MARGIN_OF_NAMES:
        return True
    own = max(found.fit_score, unknown_score(spelling, book, capital=capital))
    return found.off_score > own + (_MARGIN_OF_NAMES if own > 0 else _MARGIN)


def _is_far_fetched(found: _Weighed, spelling: str, attested: Container[str]) -> bool:
    """Whether a short word of the book's way would have to be read as hardly anyone writes: Lef is no Lev."""
    if found.other is None or len(spelling) > _SHORT or found.other.text in attested:
        return False
    return _is_rare(found.other.systems)


def _is_rivals_way(spelling: str, book: BookSystem) -> bool:
    """Whether the next best system or one as good gives a word, and nothing tells that it is not the book's own."""
    if book.house or book.runner_up is None:
        return False
    mask = tables().mask((book.runner_up, *book.near))
    theirs = [one for one in known(spelling) if one.prior >= KNOWN and one.systems & mask]
    return any(
        not reads(one, spelling, book) and not any(map(book.writes, departures(one.text, spelling, book, mask)))
        for one in theirs
    )


def _drops_sign(reading: Reading, spelling: str) -> bool:
    """Whether no system gives a known name because it lacks a sign, with which a usual one would: Анан(ь)ич."""
    if reading.systems:
        return False
    signed = (f"{reading.text[:at]}ь{reading.text[at:]}" for at in range(1, len(reading.text)))
    return any(not _is_rare(systems_giving(text, spelling, tables())) for text in signed)


def _weigh(spelling: str, book: BookSystem, attested: Container[str], *, as_name: bool) -> _Weighed:
    joined = tables()
    fitting, fit_score = None, NO_READING
    others: list[tuple[float, Reading]] = []
    for one in known(spelling):
        prior = one.entry.name_prior - ("ё" in one.text) if as_name and one.entry else one.prior
        if prior <= 0:
            continue
        if reads(one, spelling, book):
            better_sign = (
                fitting is not None
                and prior > fit_score - _SIGN_MATTERS
                and _misses_sign(fitting.text, spelling, book)
                and not _misses_sign(one.text, spelling, book)
            )
            if prior > fit_score or better_sign:
                fitting, fit_score = one, max(prior, fit_score)
            continue
        score = prior - 1.0 + (joined.log_weight(one.systems) if one.systems else -2.0)
        if prior >= KNOWN and score > _LEAST_SCORE:
            others.append((score, one))
    if not others:
        return _Weighed(fitting, fit_score, None, NO_READING)
    off_score = max(score for score, _ in others)
    near = [one for score, one in others if score >= off_score - _NEAR]
    plain = {one.text for one in near}
    near = [one for one in near if "ё" not in one.text or one.text.replace("ё", "е") not in plain]
    other = near[0] if len(near) == 1 else max(near, key=lambda one: _nearness(one, spelling, book, attested))
    if as_name and fitting is not None and other.text in attested and other.prior > fitting.prior + _COMMONER:
        off_score += _ATTESTED  # a Bikova beside Bykova is hardly another person
    return _Weighed(fitting, fit_score, other, off_score)


def _nearness(reading: Reading, spelling: str, book: BookSystem, attested: Container[str]) -> float:
    """How well a reading goes with the book: it has the word, and what is written otherwise is often written so.

    -nyj in a book that has -nyi is -ный with the j of many systems, hardly -ных with the j of the Spanish one.
    """
    joined, score = tables(), reading.prior
    for one in departures(reading.text, spelling, book, reading.systems):
        mask = joined.base.get(one.letter, {}).get(one.written, 0)
        score += joined.log_weight(mask) if mask else _ODD_ENDING
    return score + _ATTESTED * (reading.text in attested)


def _misses_sign(reading: str, spelling: str, book: BookSystem) -> bool:
    return "ь" in reading and book.signs != "dropped" and "'" not in spelling


def _may_be_russian(found: _Weighed, spelling: str, *, name: bool) -> bool:
    """Whether a word that the book's way does not give is worth respelling: no foreign name, no English word."""
    common = foreign_frequencies(spelling)
    if (max(common.values(), default=NO_READING) if name else common.get("en", NO_READING)) > found.off_score:
        return False
    if not name and max(common.values(), default=NO_READING) >= _FUNCTION_WORD:
        return False  # the nach of a German note is no наш
    return not name or (found.other is not None and _is_russian_name(found.other, spelling))


def _is_russian_name(reading: Reading, spelling: str) -> bool:
    if reading.text.replace("ё", "е").endswith(_RUSSIAN_NAME):
        return True
    # a Western name is written like a Russian one but for the letters that only romanised words have
    romanised = not spelling.isascii() or any(pair in spelling for pair in _ROMANISED)
    levels = [one.level for one in reading.entry.analyses if one.kind in "SFT"] if reading.entry else []
    return romanised and max(levels, default=0) >= _FREQUENT_NAME and not foreign_frequencies(spelling)


def off_system(word: str, reading: Reading, book: BookSystem, margin: float) -> Verdict | None:
    """The verdict on a word of this reading that the book's way does not give."""
    spelling = canonical(word)
    expected = respell_as(reading.text, word, book)
    if canonical(expected) == spelling:
        return None
    return Verdict(
        word,
        "off-system" if reading.systems else "mixed",
        expected,
        cased_like(word, reading.text),
        tables().names(reading.systems),
        departures(reading.text, spelling, book, reading.systems),
        margin=round(margin, 2),
        lemmas=tuple(sorted(reading.entry.lemmas)) if reading.entry else (),
    )


def departures(reading: str, spelling: str, book: BookSystem, systems: int = 0) -> tuple[Departure, ...]:
    """The letters that a spelling of a reading writes otherwise than the book."""
    letters = choices(reading, book)
    tail = "".join(values[0] for _, values in letters[-2:])
    out: dict[str, Departure] = {}
    for at, step in enumerate(alignment(reading, spelling, tables(), systems) or ()):
        letter = step.feature.strip("^VS$")
        values = choice_at(at, step.feature, letters) or (tail,)
        if step.latin not in values and letter not in {"ь", "ъ"}:
            out.setdefault(letter, Departure(letter, step.latin, values[0], step.feature))
    return tuple(out.values())


def _judge_signs(word: str, spelling: str, reading: Reading, book: BookSystem, *, name: bool) -> Verdict | None:
    """A word that the book's way gives but for a soft sign kept or dropped against its habit."""
    if book.signs not in {"kept", "dropped"} or "ь" not in reading.text or reading.prior < _COMMON:
        return None
    if name and reading.text.count("ь") == reading.text.count("ье") and "'" not in spelling:
        return None  # Vasilyev and Lurye, whose ye tells of the sign
    if any(feature == "ь" and {"", "'"} <= set(values) for feature, values in choices(reading.text, book)):
        return None  # its system has it both ways, as Polish has before a vowel
    wanted = spell(reading.text, book)
    if wanted.count("'") == spelling.count("'") or unsigned(wanted) != unsigned(spelling):
        return None
    return Verdict(word, "sign", respell_as(reading.text, word, book), cased_like(word, reading.text))


def _strange_letters(word: str, spelling: str, book: BookSystem) -> Verdict | None:
    """A word no dictionary knows, in letters or with an ending that the book's system never writes."""
    if spelling.endswith(STRANGE_ENDING) and not fits("ский", spelling[-len("skii") :], book):
        readings = tuple(one for one in decode(spelling) if one.text.endswith("ский"))
        if _is_rare(tables().bit(book.system)) or any(reads(one, spelling, book) for one in readings):
            return None
    elif spelling.isascii() or unknown_score(spelling, book, capital=True) > NO_READING:
        return None
    else:
        readings = decode(spelling)
    best = next(iter(readings), None)
    # the ý of Podaný is that of a Czech
    if best is None or _is_rare(best.systems) or best.systems & tables().mask(book.near):
        return None
    return off_system(word, best, book, _STRANGE_MARGIN)


def _is_rare(systems: int) -> bool:
    """Whether systems are so rare that they must not be thought of without need."""
    return tables().log_weight(systems) < _FAR_FETCHED
