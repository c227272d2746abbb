"""The words by which the form of a chapter is told, from their data file."""

from __future__ import annotations

import os
from functools import cache


@cache
def words(kind: str) -> frozenset[str]:
    """The words of a kind in lower case."""
    return _all()[kind]


@cache
def _all() -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {}
    path = os.path.join(os.path.dirname(__file__), "data", "words.txt")
    with open(path, encoding="utf-8") as file:
        for line in file:
            kind, colon, listed = line.strip().partition(": ")
            if colon and not kind.startswith("#"):
                kinds.setdefault(kind, set()).update(listed.split("|"))
    return {kind: frozenset(found) for kind, found in kinds.items()}
