"""Write a review copy of a Word file: each finding a comment, each fix a change to accept or reject.

A comment stands at the words it is about; one on a note stands at the note's number in the text. Nothing else in the
file is touched. The copy is written beside it, as chapter.review.docx, unless --output or --in-place says otherwise.

examples:
  footlint review chapter.docx
  footlint review chapter.docx -o for-the-author.docx
  footlint review --select FN,PG chapters/*.docx

exit status: 0 nothing that fails the run, 1 findings, 2 usage, configuration or files that cannot be read or written
"""

from __future__ import annotations

import os

from footlint.cli import USAGE, complain
from footlint.cli.check import checked
from footlint.cli.options import (
    add_rules,
    add_running,
    configurations_of,
    found_by,
    refuse_unknown_rules,
    troubles,
    write,
)
from footlint.config import ConfigError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from footlint.cli.arguments import Arguments, Options
    from footlint.diagnostic import Report

_SUFFIX = ".docx"
_COPY = ".review.docx"


def add_arguments(command: Arguments) -> None:
    """The options of this command."""
    command.add_argument("paths", nargs="+", metavar="PATH", help="Word files, or folders to search for them")
    command.add_argument("--output", "-o", metavar="FILE", help="where to write the copy; only for one Word file")
    command.add_argument("--in-place", action="store_true", help="write the comments and changes into the file itself")
    add_rules(command)
    add_running(command)


def run(options: Options) -> int:
    """Check, write the copies, and tell by the exit status whether something failed."""
    configurations = configurations_of(options)
    found = found_by(options, configurations)
    found.paths = [path for path in found.paths if path.lower().endswith(_SUFFIX) and not _is_copy(path, options)]
    if not found.paths:
        raise ConfigError("no Word file (.docx) to review")
    targets = _targets(options, found.paths)
    for path in found.paths:
        if configurations.of(path).settings.text.changes != "accepted":
            raise ConfigError(f'{path}: a review reads changes as accepted, the configuration has changes = "rejected"')
    refuse_unknown_rules(options)
    contents = {}
    for path in found.paths:
        data = _load(path)
        if data is not None:
            contents[path] = data
    report = checked(options, configurations, found, contents)
    for line in troubles(report.unreadable, found):
        complain(line)
    failed = False
    for path, data in contents.items():
        if path not in report.unreadable:
            failed |= not _write_copy(path, data, targets[path], report, quiet=options.quiet)
    return USAGE if failed else report.status


def _is_copy(path: str, options: Options) -> bool:
    """Whether a file found in a folder is a copy from an earlier run."""
    return path.lower().endswith(_COPY) and path not in {os.path.normpath(given) for given in options.paths}


def _targets(options: Options, paths: list[str]) -> dict[str, str]:
    if options.output and options.in_place:
        raise ConfigError("--output and --in-place exclude each other")
    if options.in_place:
        return {path: path for path in paths}
    if options.output:
        if len(paths) > 1:
            raise ConfigError(f"--output names one file, but there are {len(paths)} to review")
        if _is_same(options.output, paths[0]):
            raise ConfigError(f"{options.output} is the file under review; --in-place writes into it")
        return {paths[0]: options.output}
    targets = {path: path[: -len(_SUFFIX)] + _COPY for path in paths}
    for path in paths:
        if any(_is_same(target, path) for target in targets.values()):
            raise ConfigError(f"{path} is under review itself, so no copy can be written there")
    return targets


def _is_same(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return os.path.abspath(one) == os.path.abspath(other)


def _load(path: str) -> bytes | None:
    """The bytes of a file; None where the check will say why there are none."""
    from footlint.chapters import load
    from footlint.readers.decode import Unreadable

    try:
        return load(path)
    except Unreadable:
        return None


def _write_copy(path: str, data: bytes, target: str, report: Report, *, quiet: bool) -> bool:
    from footlint.fixes import Changed, write_back
    from footlint.output import write_new
    from footlint.readers.decode import Unreadable
    from footlint.reporters.place import printable
    from footlint.review import review

    try:
        reviewed = review(path, data, [one for one in report.diagnostics if one.path == path], _now())
        if target == path:
            write_back(path, data, reviewed.data)
        else:
            write_new(target, reviewed.data)
    except (Unreadable, OSError, Changed) as error:
        reason = "it has been changed meanwhile" if isinstance(error, Changed) else str(error)
        complain(f"{printable(target)}: not written: {reason}")
        return False
    if not quiet:
        counts = f"{_count(reviewed.comments, 'comment')}, {_count(len(reviewed.tracked), 'tracked change')}"
        write(f"{printable(target)}: {counts}\n")
    return True


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _now() -> str:
    """The moment of the review; SOURCE_DATE_EPOCH fixes it for builds that are to be repeated."""
    import time

    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if fixed and not (fixed.isascii() and fixed.isdigit()):
        raise ConfigError(f"SOURCE_DATE_EPOCH is {fixed!r}, not a number of seconds")
    try:
        moment = time.gmtime(int(fixed) if fixed else None)
    except (OverflowError, ValueError, OSError):
        raise ConfigError(f"SOURCE_DATE_EPOCH is {fixed}, beyond all calendars") from None
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", moment)
