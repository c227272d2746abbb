"""Reads the lists in `data/`: the words that notes are built with, by class."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

Phrases = dict[str, tuple[tuple[str, ...], ...]]


def values(folder: str) -> dict[str, Any]:
    """Everything that `footlint.citations.words` names, in plain values."""
    prefixes, signals, back, roles, other, archives, months = (
        _classes(os.path.join(folder, f"{name}.txt"))
        for name in ("prefixes", "signals", "back_references", "roles", "words", "archives", "months")
    )
    by_month = {word: int(number) if number.isdigit() else 0 for number, words in months.items() for word in words}
    return {
        "prefixes": {word: word_class for word_class, words in reversed(list(prefixes.items())) for word in words},
        "signals": _phrases(signals["signal"]),
        "quoted in": _phrases(signals["quoted"]),
        "ibid": _phrases(back["ibid"]),
        "idem": _phrases(back["idem"]),
        "op cit": _phrases(back["opcit"]),
        "editors": _phrases(roles["editor"]),
        "translators": _phrases(roles["translator"]),
        "other roles": _phrases(roles["other"]),
        "et al": _phrases(roles["etal"]),
        "and": frozenset(roles["and"]),
        "particles": frozenset(roles["particle"]),
        "suffixes": frozenset(roles["suffix"]),
        "accessed": _phrases(other["accessed"]),
        "at": _phrases(other["at"]),
        "reviews": _phrases(other["review"]),
        "in": frozenset(other["in"]),
        "editions": _phrases(other["edition"]),
        "theses": frozenset(other["thesis"]),
        "forthcoming": _phrases(other["forthcoming"]),
        "legal": _phrases(other["legal"]),
        "elsewhere": frozenset(other["elsewhere"]),
        "institutions": frozenset(other["institution"]),
        "prose": frozenset(other["prose"]),
        "archives": _phrases([name.lower() for name in archives["archive"]]),
        "archive words": frozenset(archives["words"]),
        "newspapers": frozenset(archives["newspapers"]),
        "months": by_month,
        "abbreviations": _short_words(prefixes, signals, back, roles, other)
        | frozenset(archives["abbreviations"])
        | frozenset(word for word in by_month if len(word) <= 4),  # noqa: PLR2004 - longer ones are written out
    }


def _classes(path: str) -> dict[str, list[str]]:
    """The lines `class: word, word …` of a list; `#` begins a comment."""
    classes: dict[str, list[str]] = {}
    with open(path, encoding="utf-8") as file:
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


def _short_words(*lists: dict[str, list[str]]) -> frozenset[str]:
    """The words that may be abbreviations; the stop of one that is written out ends the sentence."""
    return frozenset(
        word
        for classes in lists
        for name, words in classes.items()
        if name not in {"prose", "in", "at"}
        for phrase in words
        for word in _shortened(phrase)
    )


def _shortened(phrase: str) -> Iterator[str]:
    """The words of a phrase that may be abbreviations: within it none in a vowel, as in "trad. du russe par"."""
    words = phrase.split(" ")
    for at, word in enumerate(words):
        written_out = 0 < at < len(words) - 1 and len(word) > 1 and word[-1] in "aeiouy"
        if len(word) <= 6 and not written_out:  # noqa: PLR2004 - longer ones are written out too
            yield word
