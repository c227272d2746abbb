"""Notes that are lost or empty: what points back to them has no antecedent that anybody knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from footlint.facts import ChapterFacts


class Placed(Protocol):
    """A citation by its chapter and its note there."""

    chapter: int
    note: int


class Losses:
    """Where a chapter has a note without text, or a marker without its note."""

    def __init__(self, chapters: Sequence[ChapterFacts], order: Sequence[tuple[int, ...]]) -> None:
        self._chapters = chapters
        self._order = order
        self._ranks = [{note: rank for rank, note in enumerate(notes)} for notes in order]
        self._without_note: list[set[int]] = []
        for chapter in chapters:
            noted = {fact.note.number for fact in chapter.notes}
            called = {fact.marker.number for fact in chapter.markers}
            self._without_note.append({number for number in called - noted if number is not None})

    def between(self, first: Placed, second: Placed) -> bool:
        """Whether a lost note stands between the notes of two citations of one chapter."""
        notes, rank = self._chapters[second.chapter].notes, self._ranks[second.chapter]
        between = self._order[second.chapter][rank[first.note] + 1 : rank[second.note]]
        if any(not notes[at].elements for at in between):
            return True
        lost = self._without_note[second.chapter]
        before, after = notes[first.note].note.number, notes[second.note].note.number
        if not lost or before is None or after is None:
            return False
        return any(number in lost for number in range(before + 1, after))
