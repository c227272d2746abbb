"""Write one HTML page on a run: the chapters with their notes beside them, and the findings where they stand.

The page needs nothing but a browser: no network, no other file. It can be filtered, printed, and sent by mail.

examples:
  footlint report chapter6.docx                  writes footlint-report.html
  footlint report book/ -o for-the-editor.html

exit status: 0 nothing that fails the run, 1 findings, 2 usage, configuration or files that cannot be read or written
"""

from __future__ import annotations

import os

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

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from footlint.cli.arguments import Arguments, Options
    from footlint.config import Configurations
    from footlint.diagnostic import Report
    from footlint.reporters.html import ChapterView

_DEFAULT = "footlint-report.html"
_STDOUT = "-"


def add_arguments(command: Arguments) -> None:
    """The options of this command."""
    add_paths(command)
    command.add_argument(
        "--output", "-o", metavar="FILE", default=_DEFAULT, help=f"where to write the page (default: {_DEFAULT})"
    )
    add_rules(command)
    add_running(command)


def run(options: Options) -> int:
    """Check, write the page, and tell by the exit status whether something failed."""
    configurations = configurations_of(options)
    found = found_by(options, configurations)
    contents = standard_input(options, found)
    if any(_is_same(options.output, path) for path in found.paths):
        raise ConfigError(f"{options.output} is one of the chapters")
    refuse_unknown_rules(options)
    contents.update(_loaded([path for path in found.paths if path not in contents]))
    report = checked(options, configurations, found, contents)
    for line in troubles(report.unreadable, found):
        complain(line)
    from footlint.cli.appendix import appendices
    from footlint.reporters.html import page

    views = _views(report, contents, configurations)
    text = page(report, views, tuple(appendices(views, configurations)))
    return report.status if _written(options.output, text, quiet=options.quiet) else USAGE


def _is_same(output: str, path: str) -> bool:
    try:
        return os.path.samefile(output, path)
    except OSError:
        return False


def _loaded(paths: list[str]) -> dict[str, bytes]:
    """The bytes of the chapters; those that cannot be had are left to the check to complain about."""
    from contextlib import suppress

    from footlint.chapters import load
    from footlint.readers.decode import Unreadable

    contents = {}
    for path in paths:
        with suppress(Unreadable):
            contents[path] = load(path)
    return contents


def _views(report: Report, contents: Mapping[str, bytes], configurations: Configurations) -> list[ChapterView]:
    """The chapters that can be read, those of a book in its order."""
    from footlint.books import groups
    from footlint.readers import read
    from footlint.reporters.html import ChapterView

    asked = [path for path in contents if path not in report.unreadable]
    return [
        ChapterView(path, read(path, contents[path], configurations.of(path).settings.text))
        for group in groups(asked, configurations)
        for path in group.paths
        if path in group.asked
    ]


def _written(output: str, text: str, *, quiet: bool) -> bool:
    from footlint.output import write_new
    from footlint.reporters.place import printable

    if output == _STDOUT:
        write(text)
        return True
    try:
        write_new(output, text.encode("utf-8", "replace"))
    except OSError as error:
        complain(f"{printable(output)}: not written: {error.strerror or error}")
        return False
    if not quiet:
        write(f"{printable(output)}: written\n")
    return True
