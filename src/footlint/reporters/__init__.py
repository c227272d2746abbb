"""The forms in which a report is printed, each a module with one function `render`."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from footlint.diagnostic import Report
    from footlint.reporters.page import Page
    from footlint.reporters.text import LaidOut

#: Names for `--format`, each of a module below this package.
FORMATS: dict[str, str] = {
    "text": "frames with the lines at fault, for people",
    "concise": "one line a finding: path:line:column: CODE message",
    "json": "one object, for programs",
    "github": "annotations for GitHub Actions",
}


def render(name: str, report: Report, page: Page, laid_out: LaidOut | None = None) -> str:
    """The report in the form called `name`; of frames, some may have been laid out earlier."""
    __import__(f"{__name__}.{name}")
    earlier = (laid_out,) if laid_out else ()
    text: str = sys.modules[f"{__name__}.{name}"].render(report, page, *earlier)
    return text
