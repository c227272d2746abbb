"""One numbering slip, in the words of the rule that reports it."""

from __future__ import annotations

from footlint.finding import Fix, Related, Severity
from footlint.record import Record
from footlint.source import Span


class Slip(Record, frozen=True):
    """The code of the rule that reports the slip, its place, and what to say. `severity` None: the rule's own."""

    code: str
    span: Span
    message: str
    note: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    severity: Severity | None = None
