"""Workflow commands of GitHub Actions, which become annotations on the changed lines."""

from __future__ import annotations

import os

from footlint.diagnostic import Diagnostic, Report
from footlint.finding import Severity
from footlint.reporters.page import Page
from footlint.source import Source

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "hint": "notice"}


def render(report: Report, page: Page) -> str:
    """One command a finding."""
    del page
    return "".join(_command(diagnostic, report.sources[diagnostic.path]) for diagnostic in report.diagnostics)


def _command(diagnostic: Diagnostic, source: Source) -> str:
    start, end = source.position(diagnostic.span.start), source.position(diagnostic.span.end)
    properties = {"title": f"{diagnostic.code} {diagnostic.name}", "file": _file(diagnostic.path)}
    if start.part is None:
        properties["line"] = str(start.line)
        if start.line == end.line:  # GitHub takes columns only within a line
            properties |= {"col": str(start.column), "endColumn": str(end.column)}
        else:
            properties["endLine"] = str(end.line)
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    message = f"note {diagnostic.note}: {diagnostic.message}" if diagnostic.note else diagnostic.message
    return f"::{_COMMANDS[diagnostic.severity]} {listed}::{_data(message)}\n"


def _file(path: str) -> str:
    """The path from the top of the repository, with slashes, as GitHub finds it."""
    top = os.environ.get("GITHUB_WORKSPACE") or os.getcwd()
    absolute = os.path.abspath(path)
    inside = absolute.startswith(os.path.join(os.path.abspath(top), ""))
    return (os.path.relpath(absolute, top) if inside else path).replace(os.sep, "/")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
