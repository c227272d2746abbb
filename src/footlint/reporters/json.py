"""One JSON object, the contract with programs: see `docs/json.md`."""

from __future__ import annotations

from typing import Any

import msgspec

from footlint import __version__
from footlint.diagnostic import Diagnostic, Report
from footlint.finding import ERROR, HINT, WARNING, Fix, Related
from footlint.reporters.page import Page
from footlint.source import Source, Span

#: Grows when a program that reads the output would have to change.
VERSION = 1


def render(report: Report, page: Page) -> str:
    """The whole report; findings in the order of paths and places."""
    del page
    return encode(as_object(report))


def as_object(report: Report) -> dict[str, Any]:
    """The report as plain values."""
    return {
        "version": VERSION,
        "footlint": __version__,
        "diagnostics": [_diagnostic(diagnostic, report) for diagnostic in report.diagnostics],
        "summary": {
            "files": report.files,
            "errors": report.count(ERROR),
            "warnings": report.count(WARNING),
            "hints": report.count(HINT),
        },
    }


def encode(value: object) -> str:
    """JSON text with a line for each entry."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode("utf-8") + "\n"


def _diagnostic(diagnostic: Diagnostic, report: Report) -> dict[str, Any]:
    source = report.sources[diagnostic.path]
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity,
        "path": _text(diagnostic.path),
        "note": diagnostic.note,
        "message": diagnostic.message,
        **_range(diagnostic.span, source),
        "related": [_related(related, diagnostic, report) for related in diagnostic.related],
        "fix": _fix(diagnostic.fix, source),
    }


def _related(related: Related, diagnostic: Diagnostic, report: Report) -> dict[str, Any]:
    path = related.path or diagnostic.path
    return {"path": _text(path), **_range(related.span, report.sources[path]), "message": related.message}


def _fix(fix: Fix | None, source: Source) -> dict[str, Any] | None:
    if fix is None:
        return None
    edits = [{**_range(edit.span, source), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safety": fix.safety, "edits": edits}


def _range(span: Span, source: Source) -> dict[str, Any]:
    return {"start": source.position(span.start), "end": source.position(span.end)}


def _text(path: str) -> str:
    """A path that is no UTF-8 cannot stand in JSON as it is."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
