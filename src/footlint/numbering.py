"""Numbering slips of a chapter: what was dropped, doubled or misnumbered, each found once, at its cause."""

from __future__ import annotations

from footlint.facts import ChapterFacts
from footlint.finding import Fix, Related
from footlint.record import Record
from footlint.source import Span


class Slip(Record, frozen=True):
    """One slip: the code of the rule that reports it, its place, and what to say."""

    code: str
    span: Span
    message: str
    note: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


def slips(facts: ChapterFacts) -> tuple[Slip, ...]:
    """All slips of a chapter in source order."""
    del facts
    return ()
