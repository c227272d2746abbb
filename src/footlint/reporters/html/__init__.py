"""One self-contained page on a run, for people without a terminal: the chapters, and in them the findings."""

from footlint.reporters.html.page import Appendix, ChapterView, page

__all__ = ["Appendix", "ChapterView", "page"]
