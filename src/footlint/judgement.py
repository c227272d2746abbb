"""What the rules find in the chapters of one book: infer its conventions, ask the rules, silence, sort."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from footlint.asking import Found, ask, failure, rule_of
from footlint.chapters import ReadChapter
from footlint.config import Configuration
from footlint.conventions.vote import Conventions
from footlint.diagnostic import Diagnostic
from footlint.facts import ChapterFacts
from footlint.finding import Finding, Severity
from footlint.rule import Book, Chapter, Rule, Whole
from footlint.rules import MODULES
from footlint.selection import exactness, is_selected
from footlint.settings import Settings
from footlint.source import Source, Span

if TYPE_CHECKING:
    from footlint.beside import Beside
    from footlint.incremental import Earlier

UNUSED_SUPPRESSION = "E003"


def judge(  # noqa: PLR0913 - each has its name
    chapters: Sequence[ReadChapter],
    configuration: Configuration,
    sources: Mapping[str, Source],
    asked: Collection[str] | None = None,
    *,
    is_complete: bool = True,
    earlier: Earlier | None = None,
    beside: Beside | None = None,
    meanwhile: Callable[[Iterable[Diagnostic]], None] | None = None,
) -> list[Diagnostic]:
    """What the rules find in the chapters of one book, in the order of chapters and places.

    With `asked`, the other chapters only lend what they know. `is_complete` is false where some could not be read.
    What was found `earlier` and would be found again is taken from there; a process `beside` this one may help, and
    while it is waited for, `meanwhile` is shown what has been found, some of which may be silenced.
    """
    settings = configuration.settings
    facts = [chapter.facts for chapter in chapters]
    counted = Conventions(facts, [chapter.counts for chapter in chapters], settings.style)
    conventions = earlier.watched(counted) if earlier else counted
    whole = Whole(tuple(facts), settings, is_complete=is_complete, gather=earlier.gather if earlier else None)
    views = tuple(Chapter(chapter, conventions, settings, whole) for chapter in facts)
    book = Book(views, conventions, settings, whole)
    looked_at = tuple(view for view in views if asked is None or view.path in asked)
    if not looked_at:
        return []
    enabled = frozenset(code for code in MODULES if is_selected(code, settings.select, settings.ignore))
    listed = [code for code in MODULES if code in enabled]

    def show(found: Found) -> None:
        if meanwhile:
            meanwhile(_diagnostic(code, finding, path, settings) for code, path, finding in found)

    found = beside.ask(listed, looked_at, book, earlier, show) if beside else ask(listed, looked_at, book, earlier)
    found += [failure(f"counting the convention {name}", error, facts[0].path) for name, error in counted.failed]
    by_path: dict[str, list[Diagnostic]] = {view.path: [] for view in looked_at}
    for code, path, finding in found:
        if path in by_path:
            by_path[path].append(_diagnostic(code, finding, path, settings))
    kept: list[Diagnostic] = []
    for view in looked_at:
        chapter = view.facts
        source = sources[chapter.path]
        mine, idle = _suppressed(by_path[view.path], chapter, source, configuration, enabled)
        if UNUSED_SUPPRESSION in enabled:
            mine += [_diagnostic(UNUSED_SUPPRESSION, finding, chapter.path, settings) for finding in idle]
        kept += sorted(dict.fromkeys(mine), key=_place)
    return kept


def _suppressed(
    diagnostics: list[Diagnostic],
    facts: ChapterFacts,
    source: Source,
    configuration: Configuration,
    enabled: frozenset[str],
) -> tuple[list[Diagnostic], list[Finding]]:
    """What is left of the diagnostics, and what to say of whatever silences none; most chapters silence nothing."""
    settings = configuration.settings
    if not facts.comments and not settings.per_file_ignores and not settings.per_note_ignores:
        return diagnostics, []
    from footlint.suppress import suppress

    return suppress(diagnostics, facts, source, configuration, enabled)


def _diagnostic(code: str, finding: Finding, path: str, settings: Settings) -> Diagnostic:
    rule = rule_of(code)
    return Diagnostic(
        code,
        rule.name,
        _severity(rule, finding, settings),
        path,
        finding.span,
        finding.message,
        note=finding.note,
        related=finding.related,
        fix=finding.fix,
    )


def _severity(rule: Rule, finding: Finding, settings: Settings) -> Severity:
    named = max(settings.severity, key=lambda selector: exactness(selector, rule.code), default=None)
    if named is not None and exactness(named, rule.code):
        return settings.severity[named]
    return finding.severity or rule.severity


def _place(diagnostic: Diagnostic) -> tuple[Span, str, str]:
    return diagnostic.span, diagnostic.code, diagnostic.message
