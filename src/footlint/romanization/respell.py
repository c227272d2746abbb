"""One word in the spelling of its book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footlint.romanization.judge import judge

if TYPE_CHECKING:
    from footlint.romanization.book import BookSystem


def respell(word: str, book: BookSystem, *, name: bool = False) -> str | None:
    """How the book would spell a word that departs from its way; None where it does not, or cannot be read."""
    verdict = judge(word, book, name=name)
    return None if verdict is None else verdict.expected
