"""What a run reports: findings with code, path and severity, and the texts that they point into."""

from __future__ import annotations

from collections.abc import Mapping

from footlint.finding import SEVERITIES, Fix, Related, Severity
from footlint.record import Record
from footlint.source import Source, Span

_RULE_FAILED = "E002"


class Diagnostic(Record, frozen=True):
    """A finding as it is shown: everything that its rule left to the engine is filled in."""

    code: str
    name: str
    severity: Severity
    path: str
    span: Span
    message: str
    note: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


class Report:
    """All diagnostics of a run in the order of paths and places.

    `sources` holds the text of every path that a diagnostic names; `unreadable` maps a path to the reason why it
    could not be read; `failing` counts the diagnostics that make the run fail.
    """

    def __init__(
        self,
        diagnostics: tuple[Diagnostic, ...],
        sources: Mapping[str, Source],
        *,
        files: int,
        failing: int = 0,
        unreadable: Mapping[str, str] | None = None,
    ) -> None:
        self.diagnostics = diagnostics
        self.sources = sources
        self.files = files
        self.failing = failing
        self.unreadable = dict(unreadable or {})

    @property
    def status(self) -> int:
        """The exit status: 2 when a file could not be read, 1 when a diagnostic fails the run, else 0."""
        if self.unreadable:
            return 2
        return 1 if self.failing else 0

    @property
    def is_complete(self) -> bool:
        """Whether every file was read and no rule failed on it."""
        return not self.unreadable and not any(diagnostic.code == _RULE_FAILED for diagnostic in self.diagnostics)

    def count(self, severity: Severity) -> int:
        """How many diagnostics have this severity."""
        return sum(diagnostic.severity == severity for diagnostic in self.diagnostics)


def fails(severity: Severity, threshold: Severity) -> bool:
    """Whether a diagnostic of this severity fails a run with this threshold."""
    return SEVERITIES.index(severity) >= SEVERITIES.index(threshold)
