"""One line a finding, as compilers print them and editors read them."""

from __future__ import annotations

from footlint.diagnostic import Report
from footlint.reporters.page import Page
from footlint.reporters.place import place, printable


def render(report: Report, page: Page) -> str:
    """`path:line:column: CODE message`, in the order of paths and places."""
    del page
    return "".join(
        f"{printable(where)}: {diagnostic.code} {printable(diagnostic.message)}\n"
        for diagnostic in report.diagnostics
        for where in (place(diagnostic.path, diagnostic.span, report.sources[diagnostic.path], diagnostic.note),)
    )
