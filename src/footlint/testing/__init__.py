"""Testing rules: their pages run as tests, and manuscripts that say what should be found in them."""

from footlint.testing.checks import manuscript_problems, page_problems, run
from footlint.testing.pages import SECTIONS, Example, Page, PageError, parse_page
from footlint.testing.wants import Want, WantError

__all__ = [
    "SECTIONS",
    "Example",
    "Page",
    "PageError",
    "Want",
    "WantError",
    "manuscript_problems",
    "page_problems",
    "parse_page",
    "run",
]
