"""What the rules find in the chapters of one book: infer its conventions, ask the rules, silence, sort."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache as remember
from typing import TYPE_CHECKING

import msgspec

from footlint.chapters import ReadChapter, debug
from footlint.config import Configuration
from footlint.conventions.vote import Convention, decide, infer, total
from footlint.diagnostic import Diagnostic
from footlint.facts import ChapterFacts
from footlint.finding import Finding, Severity
from footlint.rule import Book, Chapter, Rule, Whole
from footlint.rules import MODULES, SLIPS
from footlint.rules import load as load_rule
from footlint.selection import exactness, is_selected
from footlint.settings import Settings
from footlint.source import Source, Span

if TYPE_CHECKING:
    from footlint.incremental import Earlier

RULE_FAILED = "E002"
UNUSED_SUPPRESSION = "E003"
#: The rules that share the longest of all analyses.
_ROMANIZED = "TR"
#: Those that leave alone what the former report.
_AFTER_ROMANIZED = ("CT003",)
_MANY_WORDS = 100


def judge(  # noqa: PLR0913 - each has its name
    chapters: Sequence[ReadChapter],
    configuration: Configuration,
    sources: Mapping[str, Source],
    asked: Collection[str] | None = None,
    *,
    is_complete: bool = True,
    earlier: Earlier | None = None,
    spread: bool = False,
) -> list[Diagnostic]:
    """What the rules find in the chapters of one book, in the order of chapters and places.

    With `asked`, the other chapters only lend what they know. `is_complete` is false where some could not be read.
    What was found `earlier` and would be found again is taken from there. With `spread`, another process may help.
    """
    settings = configuration.settings
    facts = [chapter.facts for chapter in chapters]
    conventions: Mapping[str, Convention]
    conventions, found = _conventions(chapters, settings)
    if earlier:
        conventions = earlier.watched(conventions)
    whole = Whole(tuple(facts), settings, is_complete=is_complete, gather=earlier.gather if earlier else None)
    views = tuple(Chapter(chapter, conventions, settings, whole) for chapter in facts)
    book = Book(views, conventions, settings, whole)
    looked_at = tuple(view for view in views if asked is None or view.path in asked)
    if not looked_at:
        return []
    enabled = frozenset(code for code in MODULES if is_selected(code, settings.select, settings.ignore))
    listed = [code for code in MODULES if code in enabled]
    if spread and _is_much(facts):
        found += _ask_side_by_side(listed, looked_at, book, earlier)
    else:
        found += _ask_all(listed, looked_at, book, earlier)
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


#: The code of a rule, the path of a chapter and what the rule found there.
_Found = list[tuple[str, str, Finding]]


def _conventions(chapters: Sequence[ReadChapter], settings: Settings) -> tuple[dict[str, Convention], _Found]:
    from footlint.conventions.table import CHOICES

    conventions: dict[str, Convention] = {}
    failures: _Found = []
    facts = [chapter.facts for chapter in chapters]
    for choice in CHOICES.values():
        counts = total(choice.name, (chapter.counts for chapter in chapters))
        if counts is not None:
            conventions[choice.name] = decide(choice, counts, settings.style.get(choice.name))
            continue
        try:
            conventions.update(infer((choice,), facts, settings.style))
        except Exception as error:  # noqa: BLE001 - one that fails must not take the others with it
            conventions[choice.name] = decide(choice, {}, settings.style.get(choice.name))
            failures.append(_failure(f"counting the convention {choice.name}", error, facts[0].path))
    return conventions, failures


def _is_much(chapters: Sequence[ChapterFacts]) -> bool:
    """Whether there are so many words that may be Russian that they are worth a process of their own."""
    return sum(len(fact.suspects) for facts in chapters for fact in facts.notes) >= _MANY_WORDS


def _ask_side_by_side(codes: list[str], chapters: Sequence[Chapter], book: Book, earlier: Earlier | None) -> _Found:
    """Ask the rules on romanised Russian in another process, and last whoever needs to know what they found."""
    from footlint.aside import aside

    whole = book.whole
    romanized = [code for code in codes if code.startswith(_ROMANIZED)]
    after = [code for code in codes if code in _AFTER_ROMANIZED]
    if not romanized:
        return _ask_all(codes, chapters, book, earlier)
    waiting = aside(lambda: msgspec.msgpack.encode((_ask_all(romanized, chapters, book, earlier), whole.misspelt)))
    others = [code for code in codes if code not in romanized and code not in after]
    found = _ask_all(others, chapters, book, earlier)
    told, whole.misspelt = msgspec.msgpack.decode(waiting(), type=tuple[_Found, frozenset[tuple[str, Span]]])
    return [*found, *told, *_ask_all(after, chapters, book, earlier)]


def _ask_all(codes: Iterable[str], chapters: Sequence[Chapter], book: Book, earlier: Earlier | None) -> _Found:
    return [found for code in codes for found in _ask(code, chapters, book, earlier)]


def _ask(code: str, chapters: Sequence[Chapter], book: Book, earlier: Earlier | None) -> _Found:
    found: _Found = []
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
        found.append(_failure(f"rule {code}", error, path))
    return found


rule_of = remember(load_rule)


def _failure(what: str, error: Exception, path: str) -> tuple[str, str, Finding]:
    debug()
    message = f"{what} failed ({type(error).__name__}: {error}); the others went on; please report this"
    return RULE_FAILED, path, Finding(Span(0, 0), message)


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
