"""From paths to a report: read the chapters, judge each book, put its faults in order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache as remember
from itertools import islice

import msgspec

from footlint.asking import RULE_FAILED, rule_of
from footlint.books import Group, groups
from footlint.cache import key_of
from footlint.chapters import FactsCache, ReadChapter, load, read
from footlint.config import Configuration, Configurations
from footlint.diagnostic import Diagnostic, Report, fails
from footlint.finding import ERROR
from footlint.jobs import jobs_for
from footlint.judgement import judge
from footlint.readers.decode import Unreadable
from footlint.record import Record, replace
from footlint.source import Source, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from footlint.beside import Beside

UNREADABLE_FILE = "E001"

Progress = Callable[[int, int], None]
Meanwhile = Callable[[Report], None]


def check(  # noqa: PLR0913 - each has its name
    paths: Sequence[str],
    configurations: Configurations,
    *,
    contents: Mapping[str, bytes] | None = None,
    unreadable: Mapping[str, str] | None = None,
    cache: FactsCache | None = None,
    jobs: int | None = None,
    progress: Progress | None = None,
    meanwhile: Meanwhile | None = None,
) -> Report:
    """Check chapters, each for itself or, where the configuration names a book, with the book's others.

    `contents` gives the bytes of paths that have been read already; `unreadable` names paths that are known to be
    beyond reading; `jobs` is the number of processes, as many as useful when None; `meanwhile` is shown what has been
    found so far where the rest has to be waited for. Raises ConfigError.
    """
    diagnostics: list[Diagnostic] = []
    sources: dict[str, Source] = {}
    reasons = dict(unreadable or {})
    failing = 0
    broken = [Unreadable(path, reason) for path, reason in reasons.items()]
    plans = groups(paths, configurations)
    tasks = [_Task(path, group.configuration, lone=len(group.paths) == 1) for group in plans for path in group.paths]
    beside = _beside() if jobs != 1 else None
    results = _work_through(tasks, contents or {}, cache, jobs, beside)
    done = 0
    try:
        for group in plans:
            together: list[_Done] = []
            for task, result in islice(results, len(group.paths)):
                if isinstance(result, _Done):
                    together.append(result)
                elif task.path in group.asked:
                    broken.append(result)
                else:  # the others are judged without it, and whoever asked must know
                    reasons[task.path] = f"{result.message}; the book was judged without it"
                done += 1
                if progress:
                    progress(done, len(tasks))
            texts = {each.chapter.facts.path: each.chapter.source for each in together}
            found = (
                _judgement(together, group, texts, cache=cache, beside=beside, meanwhile=meanwhile) if together else ()
            )
            if found:
                diagnostics += found
                sources.update(texts)
                threshold = group.configuration.settings.fail_on
                failing += sum(fails(diagnostic.severity, threshold) for diagnostic in found)
    finally:
        if beside:
            beside.end()
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
    tasks = [_Task(path, configurations.of(path)) for path in paths]
    for task, result in _work_through(tasks, contents or {}, cache, jobs, None):
        yield task.path, result.chapter if isinstance(result, _Done) else result


def _beside() -> Beside:
    from footlint.beside import Beside

    return Beside()


class _Task(Record, frozen=True):
    """A chapter to read, and to judge too if it stands alone."""

    path: str
    configuration: Configuration
    lone: bool = False
    data: bytes | None = None


class _Done(Record, frozen=True):
    """A chapter that has been read, its key if there is a cache, and what was found in it if it stands alone."""

    chapter: ReadChapter
    key: str = ""
    diagnostics: tuple[Diagnostic, ...] | None = None


def _work_through(
    tasks: Sequence[_Task],
    contents: Mapping[str, bytes],
    cache: FactsCache | None,
    jobs: int | None,
    beside: Beside | None,
) -> Iterator[tuple[_Task, _Done | Unreadable]]:
    """What comes of each task, in order."""
    if len(tasks) > 1 and jobs != 1:
        yield from _in_parallel(tasks, contents, cache, jobs)
        return
    for task in tasks:
        yield task, _read_only(replace(task, data=contents.get(task.path)), cache, beside)


def _read_only(task: _Task, cache: FactsCache | None, beside: Beside | None = None) -> _Done | Unreadable:
    settings = task.configuration.settings
    counted = not task.lone  # one that stands alone is only asked what its rules ask

    def anew() -> ReadChapter:
        if beside and task.lone:
            beside.begin(task.path, data, settings)
        chapter = read(task.path, data, settings.text, counted=counted, heard=beside.hear if beside else None)
        if beside:
            beside.tell(chapter.facts)
        return chapter

    try:
        data = load(task.path) if task.data is None else task.data
        key = cache.key(task.path, data, settings.text, counted=counted) if cache else ""
        return _Done(cache.through(key, anew) if cache else anew(), key)
    except Unreadable as unreadable:
        return unreadable


def _in_parallel(
    tasks: Sequence[_Task], contents: Mapping[str, bytes], cache: FactsCache | None, jobs: int | None
) -> Iterator[tuple[_Task, _Done | Unreadable]]:
    """What the cache does not have is spread over processes where that is worth it."""
    known: dict[str, _Done | Unreadable] = {}
    keys: dict[str, str] = {}
    sizes: list[int] = []
    for task in tasks:
        try:
            data = contents[task.path] if task.path in contents else load(task.path)
        except Unreadable as unreadable:
            known[task.path] = unreadable
            continue
        if cache:
            options = task.configuration.settings.text
            keys[task.path] = cache.key(task.path, data, options, counted=not task.lone)
            chapter = cache.get(keys[task.path])
            if chapter is not None:
                known[task.path] = _Done(chapter, keys[task.path])
                continue
        sizes.append(len(data))
    left = [replace(task, data=contents.get(task.path)) for task in tasks if task.path not in known]
    number = jobs_for(sizes, jobs)
    results: Iterator[object] = map(_read_alone, left)
    if number > 1:
        from footlint.pool import run_all  # which loads much

        results = run_all(_in_worker, left, number)
    for task in tasks:
        if task.path in known:
            yield task, known.pop(task.path)
            continue
        result = _unpacked(task, next(results))
        if cache and isinstance(result, _Done):
            result = _Done(result.chapter, keys[task.path], result.diagnostics)
            cache.put(result.key, result.chapter)
        yield task, result


def _read_alone(task: _Task) -> _Done | Unreadable:
    return _read_only(task, None)


#: What a worker hands back: the work packed, which is quick, or as it is.
_Parcel = bytes | _Done | Unreadable


def _in_worker(task: _Task) -> _Parcel:
    done = _read_only(task, None)
    if isinstance(done, Unreadable):
        done.__cause__ = None  # it may not survive the way between processes
        return done
    if task.lone:
        found = judge((done.chapter,), task.configuration, {task.path: done.chapter.source})
        done = _Done(done.chapter, diagnostics=tuple(found))
    try:
        return msgspec.msgpack.encode(done)
    except UnicodeEncodeError:  # the name of the file is no UTF-8: the slow way knows better
        return done


def _unpacked(task: _Task, parcel: object) -> _Done | Unreadable:
    if isinstance(parcel, bytes):
        return _done_decoder().decode(parcel)
    if isinstance(parcel, (_Done, Unreadable)):
        return parcel
    return Unreadable(task.path, "the process that read it was killed, perhaps for want of memory")


@remember
def _done_decoder() -> msgspec.msgpack.Decoder[_Done]:
    return msgspec.msgpack.Decoder(_Done)


def _judgement(  # noqa: PLR0913 - each has its name
    together: Sequence[_Done],
    group: Group,
    sources: Mapping[str, Source],
    *,
    cache: FactsCache | None,
    beside: Beside | None,
    meanwhile: Meanwhile | None,
) -> Sequence[Diagnostic]:
    """What the rules find in the chapters of one book, from the worker or the cache where they have it."""
    chapters = [each.chapter for each in together]
    configuration, asked = group.configuration, group.asked
    is_complete = len(chapters) == len(group.paths)
    surroundings = (configuration.root, os.getcwd(), str(is_complete), *sorted(asked))
    keys = cache.under(configuration.settings, [each.key for each in together]) if cache else []
    key = key_of(*keys, *surroundings) if keys else None
    found: Sequence[Diagnostic] | None = together[0].diagnostics if len(together) == 1 else None
    if found is None and cache and key:
        found = cache.get_judgement(key)
        if found is not None:
            return found
    if found is None:
        earlier = None
        if cache and len(chapters) > 1:
            from footlint.incremental import Earlier

            earlier = Earlier(cache.beside("findings"), dict(zip(sources, keys, strict=True)))
        so_far = (lambda found: meanwhile(Report(tuple(found), sources, files=0))) if meanwhile else None
        found = judge(
            chapters,
            configuration,
            sources,
            asked,
            is_complete=is_complete,
            earlier=earlier,
            beside=beside,
            meanwhile=so_far,
        )
        if earlier:
            earlier.keep()
    if cache and key and not any(diagnostic.code == RULE_FAILED for diagnostic in found):
        cache.put_judgement(key, found)
    return found


def _unreadable(trouble: Unreadable) -> tuple[Diagnostic, Source]:
    """The diagnostic of a file that has no text: it points at the place that broke, in as many empty lines."""
    source = Source(trouble.path, "\n" * ((trouble.line or 1) - 1) + " " * ((trouble.column or 1) - 1))
    at = len(source.text)
    name = rule_of(UNREADABLE_FILE).name
    return Diagnostic(UNREADABLE_FILE, name, ERROR, trouble.path, Span(at, at), trouble.message), source
