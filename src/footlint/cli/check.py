"""Report the faults in chapters: of notes and markers, locators, and what stands in the references.

Folders are searched for chapters, respecting .gitignore and `exclude`; a file that is named is always checked.
Each chapter is judged by the configuration nearest to it: footlint.toml, or [tool.footlint] in pyproject.toml.

examples:
  footlint check                             every chapter below this folder
  footlint check chapter6.txt                one chapter
  footlint check --select FN,PG004 book/     only numbering, and reversed ranges
  footlint check --format json - < notes.md  standard input, for a program
  footlint check --write-baseline known.json put up with all there is today …
  footlint check --baseline known.json       … and report only what is new
  footlint check --changed main              only what stands on lines changed since a git revision

exit status: 0 nothing that fails the run, 1 findings, 2 usage, configuration or files that cannot be read
"""

from __future__ import annotations

import os
import sys

from footlint.cli import complain
from footlint.cli.oldfindings import add_old_findings, baseline_of, without_old, write_baseline
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
from footlint.memo import memo_of
from footlint.reporters import FORMATS
from footlint.reporters.page import page_for

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from footlint.cli.arguments import Arguments, Options
    from footlint.config import Configurations
    from footlint.diagnostic import Report
    from footlint.discover import Found
    from footlint.reporters.text import LaidOut


def add_arguments(command: Arguments) -> None:
    """The options of this command."""
    add_paths(command)
    command.add_argument("--format", choices=FORMATS, default="text", help="how findings are printed (default: text)")
    add_rules(command)
    add_running(command)
    add_old_findings(command)


def run(options: Options) -> int:
    """Check, print, and tell by the exit status whether something failed."""
    configurations = configurations_of(options)
    found = found_by(options, configurations)
    contents = standard_input(options, found)
    baseline = baseline_of(options)
    page = page_for(sys.stdout, quiet=options.quiet)
    memo = None
    if not options.no_cache and not found.unreadable and not found.empty_folders and not options.changed:
        surroundings = _surroundings(options, repr(page), baseline)
        memo = memo_of(found.paths, configurations, surroundings, contents)
    remembered = memo.recall() if memo else None
    if remembered:
        status, output = remembered
        write(output)
        return status
    refuse_unknown_rules(options)
    laid_out: LaidOut = {}

    def lay_out(interim: Report) -> None:
        from footlint.reporters import text

        laid_out.update(text.lay_out(interim, page))

    known = memo.contents if memo else contents
    report = checked(options, configurations, found, known, lay_out if options.format == "text" else None)
    for line in troubles(report.unreadable, found):
        complain(line)
    if options.write_baseline:
        return write_baseline(options, report)
    report = without_old(options, configurations, report, baseline)

    from footlint.reporters import render

    output = render(options.format, report, page, laid_out)
    if memo and report.is_complete:
        memo.keep(report.status, output)
    write(output)
    return report.status


def checked(
    options: Options,
    configurations: Configurations,
    found: Found,
    contents: Mapping[str, bytes],
    meanwhile: Callable[[Report], None] | None = None,
) -> Report:
    """The report on all that was found, with a progress bar where it takes long; see `footlint.engine.check`."""
    from footlint.cache import Cache
    from footlint.chapters import FactsCache
    from footlint.cli.progress import Progress
    from footlint.engine import check

    with Progress(sys.stderr, wanted=not options.quiet) as progress:
        return check(
            found.paths,
            configurations,
            contents=contents,
            unreadable=found.unreadable,
            cache=None if options.no_cache else FactsCache(Cache("facts")),
            jobs=options.jobs,
            progress=progress.show,
            meanwhile=meanwhile,
        )


def _surroundings(options: Options, page: str, baseline: bytes | None) -> str:
    """All that shapes the output, apart from chapters and configuration."""
    shaping = {key: value for key, value in vars(options).items() if key not in ("jobs", "no_cache", "paths")}
    return f"check {sorted(shaping.items())} {page} {os.environ.get('GITHUB_WORKSPACE')} {baseline!r}"
