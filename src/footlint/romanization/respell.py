"""One word in the spelling of its book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footlint.romanization.verdicts import judge

if TYPE_CHECKING:
    from footlint.romanization.book import BookSystem


def respell(word: str, book: BookSystem, *, name: bool = False) -> str | None:
    """How the book would spell a word that it spells otherwise; None where the word is sound or has no known reading."""
    verdict = judge(word, book, name=name)
    return None if verdict is None else verdict.expected
