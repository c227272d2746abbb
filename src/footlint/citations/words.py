"""The words that notes are built with, by class, from the lists in `data/`."""

from __future__ import annotations

import os

_DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data")

Phrases = dict[str, tuple[tuple[str, ...], ...]]


def _classes(name: str) -> dict[str, list[str]]:
    """The lines `class: word, word …` of a list; `#` begins a comment."""
    classes: dict[str, list[str]] = {}
    with open(os.path.join(_DATA, f"{name}.txt"), encoding="utf-8") as file:
        for line in file:
            if line.startswith("#") or ":" not in line:
                continue
            word_class, _, words = line.partition(":")
            classes.setdefault(word_class, []).extend(word.strip() for word in words.split(","))
    return classes


def _phrases(words: list[str]) -> Phrases:
    """Phrases of several words by their first word, the longest first."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in words:
        first, *rest = phrase.split(" ")
        by_first.setdefault(first, []).append(tuple(rest))
    return {first: tuple(sorted(set(rests), key=lambda rest: (-len(rest), rest))) for first, rests in by_first.items()}


_prefixes = _classes("prefixes")
_signals = _classes("signals")
_back = _classes("back_references")
_roles = _classes("roles")
_other = _classes("words")
_archives = _classes("archives")

#: Prefix → what kind of number follows. Where lists share a word, the class named later in the file yields.
PREFIXES: dict[str, str] = {
    word: word_class for word_class, words in reversed(list(_prefixes.items())) for word in words
}
SIGNALS: Phrases = _phrases(_signals["signal"])
QUOTED_IN: Phrases = _phrases(_signals["quoted"])
IBID: Phrases = _phrases(_back["ibid"])
IDEM: Phrases = _phrases(_back["idem"])
OP_CIT: Phrases = _phrases(_back["opcit"])
EDITORS: Phrases = _phrases(_roles["editor"])
TRANSLATORS: Phrases = _phrases(_roles["translator"])
OTHER_ROLES: Phrases = _phrases(_roles["other"])
ET_AL: Phrases = _phrases(_roles["etal"])
ACCESSED: Phrases = _phrases(_other["accessed"])
AT: Phrases = _phrases(_other["at"])
ARCHIVES: Phrases = _phrases([name.lower() for name in _archives["archive"]])
AND: frozenset[str] = frozenset(_roles["and"])
PARTICLES: frozenset[str] = frozenset(_roles["particle"])
SUFFIXES: frozenset[str] = frozenset(_roles["suffix"])
NAME_TITLES: frozenset[str] = frozenset(_roles["title"])
REVIEWS: Phrases = _phrases(_other["review"])
IN: frozenset[str] = frozenset(_other["in"])
EDITIONS: Phrases = _phrases(_other["edition"])
THESES: frozenset[str] = frozenset(_other["thesis"])
FORTHCOMING: Phrases = _phrases(_other["forthcoming"])
LEGAL: Phrases = _phrases(_other["legal"])
ELSEWHERE: frozenset[str] = frozenset(_other["elsewhere"])
INSTITUTIONS: frozenset[str] = frozenset(_other["institution"])
PROSE: frozenset[str] = frozenset(_other["prose"])
ARCHIVE_WORDS: frozenset[str] = frozenset(_archives["words"])
NEWSPAPERS: frozenset[str] = frozenset(_archives["newspapers"])
MONTHS: dict[str, int] = {
    word: int(number) if number.isdigit() else 0 for number, words in _classes("months").items() for word in words
}
#: Words whose stop belongs to them, so that it ends no sentence.
ABBREVIATIONS: frozenset[str] = (
    frozenset(
        word
        for classes in (_prefixes, _signals, _back, _roles, _other)
        for name, words in classes.items()
        if name not in {"prose", "in", "at"}
        for phrase in words
        for word in phrase.split(" ")
        if len(word) <= 6  # noqa: PLR2004 - longer words are written out, and their stop ends the sentence
    )
    | frozenset(_archives["abbreviations"])
    | frozenset(word for word, month in MONTHS.items() if len(word) <= 4)  # noqa: PLR2004
)
