"""The command line: finds the command, runs it, and turns every ending into an exit status."""

from __future__ import annotations

import os
import sys

import footlint
from footlint import bundle

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Sequence
    from typing import NoReturn

#: Each command is a module below this package with `add_arguments(command)` and `run(options)`, its docstring its help.
COMMANDS: dict[str, str] = {
    "check": "report the faults in chapters",
    "fix": "repair what can be repaired for certain",
    "review": "write a copy of a Word file with comments and tracked changes",
    "report": "write a page on a run, for people without a terminal",
    "names": "list the romanised Russian words with their readings",
    "rules": "list the rules",
    "explain": "print the page of a rule",
    "stylesheet": "print what the book does: conventions, names, works",
    "works": "list the works cited, or write them for Zotero and pandoc",
    "parse": "show how notes are understood",
    "systems": "list the romanisations",
    "romanize": "write Cyrillic in a romanisation",
    "decode": "show what a romanised word can stand for",
}
#: Errors of usage, of the configuration, and files that cannot be read.
USAGE = 2
_INTERRUPTED = 130


def run() -> NoReturn:
    """Run the command line and leave at once: to free all values one by one takes as long as to start Python."""
    footlint.owns_process = True
    try:
        bundle.use()
        status = main()
    except KeyboardInterrupt:
        status = _INTERRUPTED
    if status == _INTERRUPTED:
        sys.exit(status)  # other processes may still be at work
    try:  # noqa: SIM105 - contextlib takes longer to load than most of what a run that remembers needs
        sys.stderr.flush()
    except OSError:  # nobody is left to be told
        pass
    os._exit(status)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status."""
    import gc

    gc.set_threshold(500_000, 50, 50)  # a run is short and makes hardly any cycles
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # it was closed from the start
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - as long as the process lives
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        try:
            return _run(arguments)
        finally:
            sys.stdout.flush()
    except BrokenPipeError:  # whoever read the output has seen enough
        _write_no_more()
        return 1
    except OSError as error:  # all that are of a file have been told of where it was asked for
        complain(f"{error.filename or 'standard output'}: {(error.strerror or str(error)).lower()}")
        _write_no_more()
        return USAGE
    except KeyboardInterrupt:
        return _INTERRUPTED


def _write_no_more() -> None:
    """Lose what is still to be written to standard output, or the end of the process would fail on it once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _run(arguments: list[str]) -> int:
    if not arguments:
        _overview().print_help()
        return USAGE
    name = arguments[0]
    if name in COMMANDS:
        return _run_command(name, arguments[1:])
    parser = _overview()
    if name.startswith("-"):
        parser.parse_args(arguments[:1])
    parser.error(_unknown(name))
    return USAGE


def _run_command(name: str, arguments: list[str]) -> int:
    from footlint.cli.arguments import Arguments
    from footlint.config import ConfigError

    __import__(f"{__name__}.{name}")
    module = sys.modules[f"{__name__}.{name}"]
    summary, _, rest = (module.__doc__ or "").partition("\n")
    command = Arguments(lambda: _parser(f"footlint {name}", summary, rest.strip()))
    module.add_arguments(command)
    try:
        status: int = module.run(command.parse(arguments))
    except ConfigError as error:
        complain(str(error))
        return USAGE
    return status


def _overview() -> ArgumentParser:
    from footlint import __version__

    width = max(map(len, COMMANDS))
    commands = "\n".join(f"  {name:{width}}  {summary}" for name, summary in COMMANDS.items())
    parser = _parser(
        "footlint",
        "Checks the notes, citations and romanised Russian of scholarly manuscripts.",
        f"commands:\n{commands}\n\n`footlint COMMAND --help` tells more.",
    )
    parser.usage = "footlint COMMAND [ARGUMENT …]"
    parser.add_argument("--version", action="version", version=f"footlint {__version__}", help="print the version")
    return parser


def _parser(program: str, description: str, epilog: str) -> ArgumentParser:
    from argparse import ArgumentParser, RawDescriptionHelpFormatter

    def formatter(prog: str) -> RawDescriptionHelpFormatter:
        from footlint.reporters.page import page_for

        return RawDescriptionHelpFormatter(prog, width=page_for(sys.stdout).width)  # by itself it loads shutil

    return ArgumentParser(program, None, description, epilog, formatter_class=formatter, allow_abbrev=False)


def _unknown(name: str) -> str:
    if os.path.exists(name):
        return f"{name!r} is no command; to check it: footlint check {name}"
    from difflib import get_close_matches

    guess = get_close_matches(name, COMMANDS, n=1)
    return f"{name!r} is no command" + (f"; did you mean {guess[0]}?" if guess else "")


def complain(message: str) -> None:
    """Say on standard error what is wrong, in one line or in one line and a frame."""
    try:  # noqa: SIM105 - as above
        sys.stderr.write(f"footlint: {message}\n")
    except OSError:  # nobody is left to be told
        pass
