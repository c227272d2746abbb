"""One self-contained page on a run, for people without a terminal: the chapters, and in them the findings."""

from footlint.reporters.html.page import ChapterView, Extras, page

__all__ = ["ChapterView", "Extras", "page"]
