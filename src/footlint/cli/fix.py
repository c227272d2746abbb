"""Repair what can be repaired for certain, and report what remains.

Only the fault itself is touched; encoding, line ends and permissions stay as they are, and a file is replaced whole or
not at all. With standard input the repaired text is printed, and the report goes to standard error. Word files are left
alone: footlint review writes a copy of them with the repairs as tracked changes.

examples:
  footlint fix --diff chapter6.txt           show what would change
  footlint fix chapter6.txt                  change it
  footlint fix --unsafe-fixes book/          also what is very likely, but not certain

exit status: 0 nothing is left that fails the run, 1 findings are left, or --diff shows changes,
2 usage, configuration or files that cannot be read or written
"""

from __future__ import annotations

import os
import sys

from footlint.cli import USAGE, complain
from footlint.cli.check import checked
from footlint.cli.options import (
    add_paths,
    add_rules,
    add_running,
    configurations_of,
    found_by,
    refuse_unknown_rules,
    standard_input,
    troubles,
    write,
)
from footlint.config import ConfigError
from footlint.memo import memo_of
from footlint.reporters import FORMATS
from footlint.reporters.page import page_for

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from footlint.cli.arguments import Arguments, Options
    from footlint.config import Configurations
    from footlint.diagnostic import Diagnostic, Report
    from footlint.finding import Safety
    from footlint.repair import Repaired
    from footlint.reporters.page import Page


def add_arguments(command: Arguments) -> None:
    """The options of this command."""
    add_paths(command)
    command.add_argument("--diff", action="store_true", help="print what would change and write nothing")
    command.add_argument("--unsafe-fixes", action="store_true", help="also repair what is very likely wrong")
    command.add_argument("--format", choices=FORMATS, help="how findings are printed (default: text)")
    add_rules(command)
    add_running(command)


def run(options: Options) -> int:
    """Repair, print what is left, and tell by the exit status whether something failed."""
    if options.diff and options.format:
        raise ConfigError("--diff prints a diff, it cannot have a --format")
    configurations = configurations_of(options)
    found = found_by(options, configurations)
    given = standard_input(options, found)
    page = page_for(sys.stderr if given else sys.stdout, quiet=options.quiet)
    memo = None
    if not (options.no_cache or given or found.unreadable or found.empty_folders):
        memo = memo_of(found.paths, configurations, f"fix {_shaping(options)} {page}", {})
    remembered = memo.recall() if memo else None
    if remembered:
        status, output = remembered
        write(output)
        return status
    refuse_unknown_rules(options)
    report = checked(options, configurations, found, memo.contents if memo else given)
    for line in troubles(report.unreadable, found):
        complain(line)
    repairs = _repairs(report, configurations, "unsafe" if options.unsafe_fixes else "safe", given, options)
    if options.diff:
        return _show_diff(repairs, report)
    failed = _write_back(repairs, given)
    after = _after(report, repairs, configurations)
    output = _render(options.format or "text", after, repairs, page)
    if memo and not repairs and report.is_complete:
        memo.keep(after.status, output)
    if given:
        _to_standard_output(repairs, given)
        sys.stderr.write(output)
    else:
        write(output)
    return USAGE if failed else after.status


def _shaping(options: Options) -> str:
    shaping = {key: value for key, value in vars(options).items() if key not in ("jobs", "no_cache", "paths")}
    return f"{sorted(shaping.items())} {os.environ.get('GITHUB_WORKSPACE')}"


def _repairs(
    report: Report, configurations: Configurations, threshold: Safety, given: Mapping[str, bytes], options: Options
) -> dict[str, Repaired]:
    """What each chapter becomes in which something can be repaired."""
    from footlint.books import groups
    from footlint.cache import Cache
    from footlint.chapters import FactsCache, load, read_through
    from footlint.fixes import is_applicable
    from footlint.readers.decode import Unreadable
    from footlint.repair import repair_book

    cache = None if options.no_cache else FactsCache(Cache("facts"))
    repairs = {}
    paths = dict.fromkeys(one.path for one in report.diagnostics if is_applicable(one.fix, threshold))
    for group in groups(list(paths), configurations):
        contents: dict[str, bytes] = {}
        chapters = []
        for path in group.paths:
            try:
                data = given[path] if path in given else load(path)
                chapters.append(read_through(path, data, group.configuration.settings.text, cache))
            except Unreadable as unreadable:
                if path in group.asked:  # it was readable a moment ago
                    complain(str(unreadable))
                    report.unreadable[path] = unreadable.message
                continue
            if path in group.asked:
                contents[path] = data
        complete = len(chapters) == len(group.paths)
        repaired = repair_book(chapters, contents, group.configuration, threshold, cache=cache, is_complete=complete)
        repairs.update({path: one for path, one in repaired.items() if one.fixed})
    return repairs


def _show_diff(repairs: Mapping[str, Repaired], report: Report) -> int:
    from footlint.diff import unified

    for path, repaired in repairs.items():
        write(unified(path, repaired.before, repaired.after))
    for path in dict.fromkeys(one.path for one in report.diagnostics if one.fix and report.sources[one.path].parts):
        complain(f"{path}: fix leaves Word files alone; footlint review writes a copy with tracked changes")
    if report.unreadable:
        return USAGE
    return 1 if repairs else 0


def _write_back(repairs: dict[str, Repaired], given: Mapping[str, bytes]) -> bool:
    """Write the repaired files; those that cannot be written are left out of `repairs`."""
    from footlint.fixes import Changed, write_back

    failed = False
    for path, repaired in list(repairs.items()):
        if path in given:
            continue
        try:
            write_back(path, repaired.before, repaired.after)
        except (OSError, Changed) as error:
            reason = "it has been changed meanwhile" if isinstance(error, Changed) else error.strerror or str(error)
            complain(f"{path}: not repaired: {reason.lower()}")
            failed = True
            del repairs[path]
    return failed


def _to_standard_output(repairs: Mapping[str, Repaired], given: Mapping[str, bytes]) -> None:
    sys.stdout.flush()
    for path, content in given.items():
        sys.stdout.buffer.write(repairs[path].after if path in repairs else content)
    sys.stdout.buffer.flush()


def _after(report: Report, repairs: Mapping[str, Repaired], configurations: Configurations) -> Report:
    """The report on the chapters as they are now."""
    from footlint.diagnostic import Report, fails

    diagnostics: list[Diagnostic] = []
    sources = dict(report.sources)
    paths = dict.fromkeys(one.path for one in report.diagnostics)
    for path in paths:
        if path in repairs:
            diagnostics += repairs[path].left
            sources[path] = repairs[path].chapter.source
        else:
            diagnostics += (one for one in report.diagnostics if one.path == path)
    failing = sum(
        fails(one.severity, configurations.of(one.path).settings.fail_on)
        for one in diagnostics
        if one.path not in report.unreadable
    )
    return Report(tuple(diagnostics), sources, files=report.files, failing=failing, unreadable=report.unreadable)


def _render(name: str, report: Report, repairs: Mapping[str, Repaired], page: Page) -> str:
    from footlint.reporters import render

    if name == "json":
        from footlint.reporters.json import as_object, encode

        fixed = [_fixed(one) for repaired in repairs.values() for one in repaired.fixed]
        return encode({**as_object(report), "fixed": fixed})
    text = render(name, report, page)
    if name != "text" or page.quiet or not repairs:
        return text
    from footlint.reporters.place import printable

    lines = []
    for path, repaired in repairs.items():
        codes = [one.code for one in repaired.fixed]
        counts = ", ".join(f"{code} ({codes.count(code)})" for code in dict.fromkeys(sorted(codes)))
        lines.append(f"{printable(path)}: repaired {counts}\n")
    return f"{''.join(lines)}\n{text}"


def _fixed(diagnostic: Diagnostic) -> dict[str, object]:
    assert diagnostic.fix
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "path": diagnostic.path,
        "note": diagnostic.note,
        "message": diagnostic.message,
        "title": diagnostic.fix.title,
        "safety": diagnostic.fix.safety,
    }
