"""What a rule reports: a finding, the places that prove it, and perhaps a fix."""

from typing import Literal

from footlint.record import Record
from footlint.source import Span

Severity = Literal["error", "warning", "hint"]
Safety = Literal["display", "unsafe", "safe"]

ERROR: Severity = "error"
WARNING: Severity = "warning"
HINT: Severity = "hint"

#: Ordered from mild to grave, for thresholds such as `--fail-on`.
SEVERITIES: tuple[Severity, ...] = (HINT, WARNING, ERROR)
#: Ordered from least to most certain; a fix applies when its safety is at least the threshold.
SAFETIES: tuple[Safety, ...] = ("display", "unsafe", "safe")


class Related(Record, frozen=True):
    """A place that shows the evidence. `path` is None for the finding's own chapter."""

    span: Span
    message: str
    path: str | None = None


class Edit(Record, frozen=True):
    """Replace the code points of `span` with `text`; an empty span inserts."""

    span: Span
    text: str


class Fix(Record, frozen=True):
    """A change that repairs the fault. `title` is a verb phrase; edits do not overlap."""

    title: str
    edits: tuple[Edit, ...]
    safety: Safety = "unsafe"


class Finding(Record, frozen=True):
    """One fault at one place. The engine adds code, name, path and the rule's severity.

    `severity` overrides the rule's own; `note` is the label of the note it stands in or speaks of;
    `path` is set by book rules, which see many chapters.
    """

    span: Span
    message: str
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    note: str | None = None
    severity: Severity | None = None
    path: str | None = None
