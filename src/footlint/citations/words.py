"""The words that notes are built with, by class: the lists in `data/`, compiled into a table."""

from __future__ import annotations

import os
from typing import Any

from footlint import compiled

NAME = "words"
_HERE = os.path.dirname(os.path.abspath(__file__))
_DATA = os.path.join(_HERE, "data")

Phrases = dict[str, tuple[tuple[str, ...], ...]]


def _make() -> dict[str, Any]:
    from footlint.citations.wordlists import values

    return values(_DATA)


def _sources() -> compiled.Sources:
    lists = sorted(entry for entry in os.listdir(_DATA) if entry.endswith(".txt"))
    return NAME, [os.path.join(_HERE, "wordlists.py"), *(os.path.join(_DATA, name) for name in lists)]


def packed() -> bytes:
    """The table as the build hook writes it into a wheel."""
    return compiled.pack(_sources(), _make())


_words: dict[str, Any] = compiled.load(_DATA, NAME, _sources(), _make)

#: Prefix → what kind of number follows. Where lists share a word, the class named later in the file yields.
PREFIXES: dict[str, str] = _words["prefixes"]
SIGNALS: Phrases = _words["signals"]
QUOTED_IN: Phrases = _words["quoted in"]
IBID: Phrases = _words["ibid"]
IDEM: Phrases = _words["idem"]
OP_CIT: Phrases = _words["op cit"]
EDITORS: Phrases = _words["editors"]
TRANSLATORS: Phrases = _words["translators"]
OTHER_ROLES: Phrases = _words["other roles"]
ET_AL: Phrases = _words["et al"]
ACCESSED: Phrases = _words["accessed"]
AT: Phrases = _words["at"]
ARCHIVES: Phrases = _words["archives"]
AND: frozenset[str] = _words["and"]
PARTICLES: frozenset[str] = _words["particles"]
SUFFIXES: frozenset[str] = _words["suffixes"]
REVIEWS: Phrases = _words["reviews"]
IN: frozenset[str] = _words["in"]
EDITIONS: Phrases = _words["editions"]
THESES: frozenset[str] = _words["theses"]
FORTHCOMING: Phrases = _words["forthcoming"]
LEGAL: Phrases = _words["legal"]
ELSEWHERE: frozenset[str] = _words["elsewhere"]
INSTITUTIONS: frozenset[str] = _words["institutions"]
PROSE: frozenset[str] = _words["prose"]
ARCHIVE_WORDS: frozenset[str] = _words["archive words"]
NEWSPAPERS: frozenset[str] = _words["newspapers"]
MONTHS: dict[str, int] = _words["months"]
#: Words whose stop belongs to them, so that it ends no sentence.
ABBREVIATIONS: frozenset[str] = _words["abbreviations"]
