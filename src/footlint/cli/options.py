"""The options that several commands share, and what they come to."""

from __future__ import annotations

import os
import sys

from footlint.config import ConfigError, Configurations
from footlint.discover import STDIN, Found, find

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import BinaryIO

    from footlint.cli.arguments import Arguments, Options

_SEVERITIES = ("error", "warning", "hint")
STDIN_NAME = "<stdin>"


def add_paths(command: Arguments) -> None:
    """What to look at."""
    command.add_argument(
        "paths", nargs="*", metavar="PATH", help="chapters, folders to search, or - for standard input (default: .)"
    )
    command.add_argument("--stdin-filename", metavar="NAME", help="the name that standard input goes by")


def add_rules(command: Arguments) -> None:
    """Which rules run, and what is made of their findings."""
    command.add_argument(
        "--select", action="append", metavar="CODES", help="run only these rules: codes (FN003), families (FN) or all"
    )
    command.add_argument("--ignore", action="append", metavar="CODES", help="leave these rules out")
    command.add_argument("--config", metavar="FILE", help="use this configuration instead of the nearest one")
    command.add_argument("--isolated", action="store_true", help="use no configuration file")
    command.add_argument("--fail-on", choices=_SEVERITIES, help="the mildest finding that fails the run")


def add_running(command: Arguments) -> None:
    """How the run is done."""
    command.add_argument("--jobs", type=_positive, metavar="N", help="use so many processes (default: one a core)")
    command.add_argument("--no-cache", action="store_true", help="neither use nor keep what earlier runs found out")
    command.add_argument("--quiet", "-q", action="store_true", help="print nothing but findings and errors")


def configurations_of(options: Options) -> Configurations:
    """The configuration files to use, with the command line's word on top. Raises ConfigError.

    Not every command takes every option.
    """
    all_given = vars(options)
    if options.config and options.isolated:
        raise ConfigError("--config and --isolated exclude each other")
    if options.config and not os.path.isfile(options.config):
        raise ConfigError(f"{options.config}: no such configuration file")
    overrides: dict[str, object] = {}
    for name in ("select", "ignore"):
        given = all_given.get(name)
        if given is not None:
            overrides[name] = tuple(code.strip() for codes in given for code in codes.split(",") if code.strip())
    if all_given.get("fail_on"):
        overrides["fail_on"] = options.fail_on
    return Configurations(file=options.config, isolated=options.isolated, overrides=overrides)


def found_by(options: Options, configurations: Configurations) -> Found:
    """The chapters that the paths lead to. Raises ConfigError."""
    return find(options.paths or ["."], configurations)


def standard_input(options: Options, found: Found) -> dict[str, bytes]:
    """The content of standard input under its name, where it is to be checked."""
    if STDIN not in found.paths:
        return {}
    name = options.stdin_filename or STDIN_NAME
    found.paths[found.paths.index(STDIN)] = name
    return {name: all_input()}


def all_input() -> bytes:
    """What stands on standard input. Raises ConfigError where it is closed or cannot be read."""
    try:
        return open_input().read()
    except OSError as error:
        raise ConfigError(f"standard input: {(error.strerror or str(error)).lower()}") from None


def open_input() -> BinaryIO:
    """Standard input. Raises ConfigError where it was closed from the start."""
    stream: BinaryIO | None = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise ConfigError("standard input: closed")
    return stream


def troubles(unreadable: Mapping[str, str], found: Found) -> Iterator[str]:
    """One line for each file or folder that gave nothing."""
    from footlint.reporters.place import printable

    for path, reason in unreadable.items():
        yield f"{printable(path)}: {reason}"
    for folder in found.empty_folders:
        yield f"{printable(folder)}: no chapters in this folder"


def write(text: str) -> None:
    """Print on standard output, in whatever it can show."""
    stream = sys.stdout
    encoding = stream.encoding or "utf-8"
    try:
        data = text.encode(encoding, "surrogateescape")
    except UnicodeEncodeError:
        data = text.encode(encoding, "backslashreplace")
    stream.flush()
    stream.buffer.write(data)
    stream.buffer.flush()


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def refuse_unknown_rules(options: Options) -> None:
    """Selectors on the command line must name something. Raises ConfigError."""
    from footlint.selection import is_selector, unknown_selector

    for name in ("select", "ignore"):
        for selector in (code.strip() for codes in getattr(options, name) or () for code in codes.split(",")):
            if selector and not is_selector(selector):
                raise ConfigError(f"--{name}: {unknown_selector(selector)}")
