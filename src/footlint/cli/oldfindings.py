"""Leaving out what is not new: findings of a baseline, and those on lines that have not changed."""

from __future__ import annotations

from footlint.cli.options import write
from footlint.config import ConfigError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from footlint.changes import Changes
    from footlint.cli.arguments import Arguments, Options
    from footlint.config import Configurations
    from footlint.diagnostic import Report
    from footlint.source import Source


def add_old_findings(command: Arguments) -> None:
    """The options about what is known already."""
    command.add_argument("--baseline", metavar="FILE", help="leave out the findings that this file knows")
    command.add_argument("--write-baseline", metavar="FILE", help="write all findings into this file and report none")
    command.add_argument("--changed", metavar="REV", help="only findings on lines changed since a git revision")


def baseline_of(options: Options) -> bytes | None:
    """The content of the baseline, for the run's memory of itself. Raises ConfigError."""
    if options.baseline and options.write_baseline:
        raise ConfigError("--baseline and --write-baseline exclude each other")
    if not options.baseline:
        return None
    try:
        with open(options.baseline, "rb") as file:
            return file.read()
    except OSError as error:
        raise ConfigError(f"{options.baseline}: {(error.strerror or str(error)).lower()}") from None


def write_baseline(options: Options, report: Report) -> int:
    """Write down what was found. Raises ConfigError."""
    from footlint.baseline import write as write_file

    try:
        count = write_file(options.write_baseline, report)
    except OSError as error:
        raise ConfigError(f"{options.write_baseline}: {(error.strerror or str(error)).lower()}") from None
    if not options.quiet:
        write(f"{count} finding{'' if count == 1 else 's'} written to {options.write_baseline}\n")
    return 2 if report.unreadable else 0


def without_old(options: Options, configurations: Configurations, report: Report, baseline: bytes | None) -> Report:
    """The report without what is known or stands on unchanged lines. Raises ConfigError."""
    if baseline is None and not options.changed:
        return report
    from footlint.baseline import BaselineError, only, read, without_known

    fail_on = {path: configurations.of(path).settings.fail_on for path in report.sources}
    if baseline is not None:
        try:
            report = without_known(report, read(options.baseline), options.baseline, fail_on)
        except BaselineError as error:
            raise ConfigError(str(error)) from None
    if options.changed:
        from footlint.changes import GitError, ensure_known, touched

        try:
            if not report.sources:
                ensure_known(options.changed, ".")
            changes = {path: _changes(options.changed, report.sources[path], configurations) for path in report.sources}
        except GitError as error:
            raise ConfigError(str(error)) from None
        report = only(report, touched(report, changes), fail_on)
    return report


def _changes(revision: str, source: Source, configurations: Configurations) -> Changes:
    """What has changed in a chapter: its lines, or in a Word file its paragraphs."""
    from footlint.changes import Changes, changes_since, paragraphs_since
    from footlint.readers import read
    from footlint.readers.decode import Unreadable

    if not source.parts:
        return changes_since(revision, source.path)
    settings = configurations.of(source.path).settings.text
    try:
        return paragraphs_since(revision, source.path, source, lambda data: read(source.path, data, settings).source)
    except Unreadable:  # as it was then
        return Changes(None)
