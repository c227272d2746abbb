"""Asking rules: each by itself, so that one that fails does not take the others with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache as remember
from typing import TYPE_CHECKING

from footlint.chapters import debug
from footlint.finding import Finding
from footlint.rule import Book, Chapter
from footlint.rules import SLIPS
from footlint.rules import load as load_rule
from footlint.source import Span

if TYPE_CHECKING:
    from footlint.incremental import Earlier

RULE_FAILED = "E002"

#: The code of a rule, the path of a chapter and what the rule found there.
Found = list[tuple[str, str, Finding]]

rule_of = remember(load_rule)


def ask(codes: Iterable[str], chapters: Sequence[Chapter], book: Book, earlier: Earlier | None = None) -> Found:
    """What rules find in chapters of a book, as far as it is not known from `earlier`."""
    return [found for code in codes for found in _ask(code, chapters, book, earlier)]


def _ask(code: str, chapters: Sequence[Chapter], book: Book, earlier: Earlier | None) -> Found:
    found: Found = []
    path = chapters[0].path
    try:
        if code in SLIPS and not earlier and not any(chapter.has_slipped(code) for chapter in chapters):
            return found
        rule = rule_of(code)
        if rule.check_chapter:
            for chapter in chapters:
                path = chapter.path
                check = rule.check_chapter
                findings = earlier.findings(code, check, chapter) if earlier else check(chapter)
                found.extend((code, path, finding) for finding in findings)
        if rule.check_book:
            found.extend((code, finding.path or path, finding) for finding in rule.check_book(book))
    except Exception as error:  # noqa: BLE001 - one that fails must not take the others with it
        found.append(failure(f"rule {code}", error, path))
    return found


def failure(what: str, error: Exception, path: str) -> tuple[str, str, Finding]:
    """What is found where a rule or a count has failed."""
    debug()
    message = f"{what} failed ({type(error).__name__}: {error}); the others went on; please report this"
    return RULE_FAILED, path, Finding(Span(0, 0), message)
