"""From paths to a report: read, infer the conventions, ask the rules, silence, sort."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache as remember
from itertools import islice

from footlint.books import groups
from footlint.chapters import FactsCache, ReadChapter, debug, load, read_through
from footlint.config import Configuration, Configurations
from footlint.conventions.vote import Convention, decide, infer
from footlint.diagnostic import Diagnostic, Report, fails
from footlint.facts import ChapterFacts
from footlint.finding import ERROR, Finding, Severity
from footlint.readers.decode import Unreadable
from footlint.rule import Book, Chapter, Rule, Whole
from footlint.rules import MODULES
from footlint.rules import load as load_rule
from footlint.selection import exactness, is_selected
from footlint.settings import Settings
from footlint.source import Source, Span
from footlint.suppress import suppress

UNREADABLE_FILE = "E001"
RULE_FAILED = "E002"
UNUSED_SUPPRESSION = "E003"

Progress = Callable[[int, int], None]


def check(  # noqa: PLR0913 - each has its name
    paths: Sequence[str],
    configurations: Configurations,
    *,
    contents: Mapping[str, bytes] | None = None,
    unreadable: Mapping[str, str] | None = None,
    cache: FactsCache | None = None,
    jobs: int | None = None,
    progress: Progress | None = None,
) -> Report:
    """Check chapters, each for itself or, where the configuration names a book, with the book's others.

    `contents` gives the bytes of paths that have been read already; `unreadable` names paths that are known to be
    beyond reading; `jobs` is the number of processes, as many as useful when None. Raises ConfigError.
    """
    diagnostics: list[Diagnostic] = []
    sources: dict[str, Source] = {}
    reasons = dict(unreadable or {})
    failing = 0
    broken = [Unreadable(path, reason) for path, reason in reasons.items()]
    plans = groups(paths, configurations)
    every = [path for group in plans for path in group.paths]
    chapters = read_chapters(every, configurations, contents=contents, cache=cache, jobs=jobs)
    done = 0
    for group in plans:
        together: list[ReadChapter] = []
        for path, chapter in islice(chapters, len(group.paths)):
            if not isinstance(chapter, Unreadable):
                together.append(chapter)
            elif path in group.asked:
                broken.append(chapter)
            done += 1
            if progress:
                progress(done, len(every))
        texts = {chapter.facts.path: chapter.source for chapter in together}
        found = judge(together, group.configuration, texts, group.asked) if together else []
        if found:
            diagnostics += found
            sources.update(texts)
            threshold = group.configuration.settings.fail_on
            failing += sum(fails(diagnostic.severity, threshold) for diagnostic in found)
    for trouble in broken:
        reasons[trouble.path] = trouble.message
        diagnostic, source = _unreadable(trouble)
        diagnostics.append(diagnostic)
        sources[trouble.path] = source
    order = {path: number for number, path in enumerate(paths)}
    diagnostics.sort(key=lambda diagnostic: order.get(diagnostic.path, len(order)))
    return Report(tuple(diagnostics), sources, files=len(paths), failing=failing, unreadable=reasons)


def read_chapters(
    paths: Sequence[str],
    configurations: Configurations,
    *,
    contents: Mapping[str, bytes] | None = None,
    cache: FactsCache | None = None,
    jobs: int | None = None,
) -> Iterator[tuple[str, ReadChapter | Unreadable]]:
    """Each path with its chapter, or with the reason why there is none, in order."""
    contents = contents or {}
    if len(paths) > 1 and jobs != 1:
        yield from _in_parallel(paths, configurations, contents, cache, jobs)
        return
    for path in paths:
        yield path, _one(path, contents.get(path), configurations.of(path), cache)


def facts_of(path: str, configuration: Configuration, cache: FactsCache | None = None) -> ReadChapter:
    """Text and facts of one chapter. Raises Unreadable."""
    return read_through(path, load(path), configuration.settings.text, cache)


def _one(
    path: str, data: bytes | None, configuration: Configuration, cache: FactsCache | None
) -> ReadChapter | Unreadable:
    try:
        return read_through(path, load(path) if data is None else data, configuration.settings.text, cache)
    except Unreadable as unreadable:
        return unreadable


def _in_parallel(
    paths: Sequence[str],
    configurations: Configurations,
    contents: Mapping[str, bytes],
    cache: FactsCache | None,
    jobs: int | None,
) -> Iterator[tuple[str, ReadChapter | Unreadable]]:
    from footlint.pool import Task, jobs_for, read_all

    tasks: dict[str, Task] = {}
    sizes: list[int] = []
    keys: dict[str, str] = {}
    known: dict[str, ReadChapter | Unreadable] = {}
    for path in paths:
        options = configurations.of(path).settings.text
        try:
            data = contents[path] if path in contents else load(path)
        except Unreadable as unreadable:
            known[path] = unreadable
            continue
        if cache:
            keys[path] = cache.key(path, data, options)
            remembered = cache.get(keys[path])
            if remembered is not None:
                known[path] = remembered
                continue
        tasks[path] = Task(path, options, contents.get(path))
        sizes.append(len(data))
    number = jobs_for(sizes, jobs)
    results = read_all(list(tasks.values()), number) if number > 1 else None
    for path in paths:
        if path in known:
            yield path, known.pop(path)
            continue
        chapter = next(results) if results else _one(path, tasks[path].data, configurations.of(path), None)
        if cache and isinstance(chapter, ReadChapter):
            cache.put(keys[path], chapter)
        yield path, chapter


def judge(
    chapters: Sequence[ReadChapter],
    configuration: Configuration,
    sources: Mapping[str, Source],
    asked: Collection[str] | None = None,
) -> list[Diagnostic]:
    """What the rules find in the chapters of one book, in the order of chapters and places.

    With `asked`, the other chapters only lend what they know.
    """
    settings = configuration.settings
    facts = [chapter.facts for chapter in chapters]
    conventions, found = _conventions(facts, settings)
    whole = Whole(tuple(facts), settings)
    views = tuple(Chapter(chapter, conventions, settings, whole) for chapter in facts)
    book = Book(views, conventions, settings, whole)
    looked_at = tuple(view for view in views if asked is None or view.path in asked)
    if not looked_at:
        return []
    enabled = frozenset(code for code in MODULES if is_selected(code, settings.select, settings.ignore))
    for code in MODULES:
        if code in enabled:
            found += _ask(code, looked_at, book)
    kept: list[Diagnostic] = []
    for view in looked_at:
        chapter = view.facts
        source = sources[chapter.path]
        mine = [
            _diagnostic(code, finding, chapter.path, settings) for code, path, finding in found if path == chapter.path
        ]
        mine, idle = suppress(mine, chapter, source, configuration, enabled)
        if UNUSED_SUPPRESSION in enabled:
            mine += [_diagnostic(UNUSED_SUPPRESSION, finding, chapter.path, settings) for finding in idle]
        kept += sorted(dict.fromkeys(mine), key=_place)
    return kept


#: The code of a rule, the path of a chapter and what the rule found there.
_Found = list[tuple[str, str, Finding]]


def _conventions(facts: Sequence[ChapterFacts], settings: Settings) -> tuple[dict[str, Convention], _Found]:
    from footlint.conventions.table import CHOICES

    conventions: dict[str, Convention] = {}
    failures: _Found = []
    for choice in CHOICES.values():
        try:
            conventions.update(infer((choice,), facts, settings.style))
        except Exception as error:  # noqa: BLE001, PERF203 - one that fails must not take the others with it
            conventions[choice.name] = decide(choice, {}, settings.style.get(choice.name))
            failures.append(_failure(f"counting the convention {choice.name}", error, facts[0].path))
    return conventions, failures


def _ask(code: str, chapters: Sequence[Chapter], book: Book) -> _Found:
    found: _Found = []
    path = chapters[0].path
    try:
        rule = _rule(code)
        if rule.check_chapter:
            for chapter in chapters:
                path = chapter.path
                found.extend((code, path, finding) for finding in rule.check_chapter(chapter))
        if rule.check_book:
            found.extend((code, finding.path or path, finding) for finding in rule.check_book(book))
    except Exception as error:  # noqa: BLE001 - one that fails must not take the others with it
        found.append(_failure(f"rule {code}", error, path))
    return found


_rule = remember(load_rule)


def _failure(what: str, error: Exception, path: str) -> tuple[str, str, Finding]:
    debug()
    message = f"{what} failed ({type(error).__name__}: {error}); the others went on; please report this"
    return RULE_FAILED, path, Finding(Span(0, 0), message)


def _diagnostic(code: str, finding: Finding, path: str, settings: Settings) -> Diagnostic:
    rule = _rule(code)
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


def _unreadable(trouble: Unreadable) -> tuple[Diagnostic, Source]:
    """The diagnostic of a file that has no text: it points at the place that broke, in as many empty lines."""
    source = Source(trouble.path, "\n" * ((trouble.line or 1) - 1) + " " * ((trouble.column or 1) - 1))
    at = len(source.text)
    name = _rule(UNREADABLE_FILE).name
    return Diagnostic(UNREADABLE_FILE, name, ERROR, trouble.path, Span(at, at), trouble.message), source
