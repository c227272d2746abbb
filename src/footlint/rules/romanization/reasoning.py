"""The reasoning behind a verdict on a word, in a sentence, and the fix that respells the word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from footlint.finding import Edit, Finding, Fix, Related
from footlint.rule import Chapter

if TYPE_CHECKING:
    from footlint.romanization import BookSystem, Departure, Verdict
    from footlint.transliteration.words import Occurrence

_EXAMPLES = 3
_MOST_RELATED = 3
_MOST_SYSTEMS = 2
#: A word that stands at more places is respelled at one at a time, or their number would count twice over.
_MOST_TOGETHER = 100


def told(chapter: Chapter, fault: str) -> Iterator[Finding]:
    """A finding for each occurrence with this fault."""
    transliteration = chapter.whole.romanized
    system = transliteration.system
    alike: dict[tuple[str, str], list[Occurrence]] = {}
    found = list(transliteration.of(chapter.path, fault))
    for word, verdict in found:
        alike.setdefault((word.text, verdict.expected), []).append(word)
    together = {key: respell(key[1], places) for key, places in alike.items() if len(places) <= _MOST_TOGETHER}
    elsewhere: dict[tuple[str, tuple[str, ...]], tuple[Related, ...]] = {}
    for word, verdict in found:
        spellings = verdict.word, verdict.variants
        if spellings not in elsewhere:
            elsewhere[spellings] = tuple(_elsewhere(chapter, verdict))
        yield Finding(
            word.span,
            _message(word.text, verdict, system),
            related=elsewhere[spellings],
            fix=together.get((word.text, verdict.expected)) or respell(verdict.expected, [word]),
            note=word.note,
        )


def respell(expected: str, places: list[Occurrence]) -> Fix:
    """Respell a word at all its places in the chapter."""
    several = f" at {len(places)} places" if len(places) > 1 else ""
    return Fix(f"Spell it {expected}{several}", tuple(Edit(place.span, expected) for place in places))


def _message(word: str, verdict: Verdict, system: BookSystem | None) -> str:
    """What was found, why it is wrong, what is expected."""
    expected = verdict.expected
    if verdict.fault == "script":
        from footlint.romanization.script import is_cyrillic

        to_cyrillic = any(map(is_cyrillic, expected))
        odd = dict.fromkeys(sign for sign in word if sign.isalpha() and is_cyrillic(sign) is not to_cyrillic)
        strange, usual = ("Latin", "Cyrillic") if to_cyrillic else ("Cyrillic", "Latin")
        return f"{word} has {strange} letters among {usual} ones ({', '.join(odd)}): {expected}"
    habit = _habit(verdict, system)
    if verdict.fault == "unknown":
        return f"{word}: expected {expected}; no Russian word reads so, and {verdict.reading} is a slip away"
    if verdict.fault == "mixed":
        return f"{word} reads {verdict.reading}, but no one system spells it so: expected {expected}; {habit}"
    if verdict.fault == "initial":
        return f"{word} stands for {verdict.reading}{_way(verdict.systems)}; {habit}: {expected}"
    if verdict.fault == "sign":
        return f"{word} {_sign(word, verdict)}: {expected}"
    return f"{word} reads {verdict.reading}{_way(verdict.systems)}; {habit}: {expected}"


def _sign(word: str, verdict: Verdict) -> str:
    if not verdict.reading:
        return "has another soft sign than nearly all words of this book"
    kept, elsewhere = ("dropped", "kept") if len(verdict.expected) > len(word) else ("kept", "dropped")
    if verdict.variants:
        return f"reads {verdict.reading}: the soft sign is {kept} here and {elsewhere} elsewhere in this book"
    return f"reads {verdict.reading}: the soft sign is {kept} here, against the habit of this book"


def _way(systems: tuple[str, ...]) -> str:
    """In whose way the word is spelled: the commonest one or two of the systems, by their ids."""
    named = " and ".join(systems[:_MOST_SYSTEMS])
    return f" in the {named} way" if named else ""


def _habit(verdict: Verdict, system: BookSystem | None) -> str:
    """What the book does instead, with the words that show it."""
    from footlint.romanization import get_system

    if system is None:
        return "this book has another way"
    for departure in verdict.departures:
        evidence = _votes(departure, system)
        if evidence:
            return f"this book writes {evidence}"
    whose = "the house style is" if system.house else "this book follows"
    return f"{whose} {get_system(system.system).title.split(':')[0]}"


def _votes(departure: Departure, system: BookSystem) -> str:
    """The words that write a letter the expected way: "kh (Akhmatova, arkhiv … 14 words)"."""
    words: list[str] = []
    count = 0
    for feature, votes in system.votes.items():
        if feature.strip("^VS$") != departure.letter:
            continue
        for vote in votes:
            if vote.latin == departure.expected:
                words.extend(vote.words)
                count += vote.count
    if count == 0:
        return ""
    shown = list(dict.fromkeys(words))[:_EXAMPLES]
    more = f" … {count} words" if count > len(shown) else ""
    return f"{departure.expected} for {departure.letter} ({', '.join(shown)}{more})"


def _elsewhere(chapter: Chapter, verdict: Verdict) -> Iterator[Related]:
    """Where the word is spelled otherwise, its own way first."""
    others = [spelling for spelling in verdict.variants if spelling != verdict.word]
    shown = 0
    seen = set()
    for place in chapter.whole.romanized.spelled(*others):
        if place.text in seen:
            continue
        seen.add(place.text)
        shown += 1
        path = None if place.path == chapter.path else place.path
        yield Related(place.span, f"spelled {place.text} here", path)
        if shown == _MOST_RELATED:
            return
