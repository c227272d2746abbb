"""Writes what the README's commands print, and the conventions into docs/configuration.md. --check fails when stale."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
import tempfile
from pathlib import Path

from footlint.cli import main as footlint
from footlint.conventions.table import all_choices

ROOT = Path(__file__).resolve().parent.parent
README = "README.md"
CONFIGURATION = "docs/configuration.md"
_BLOCK = re.compile(r"^```console\n\$ (?P<command>.*)\n(?P<output>(?:.*\n)*?)```$", re.MULTILINE)


def printed(command: str) -> str:
    """What a command line prints at a terminal of 80 columns."""
    program, *arguments = shlex.split(command)
    if program != "footlint":
        raise ValueError(f"the README runs {program}, only footlint is known")
    output = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    with tempfile.TemporaryDirectory() as cache, contextlib.redirect_stdout(output):
        os.environ.update({"COLUMNS": "80", "NO_COLOR": "1", "FOOTLINT_CACHE_DIR": cache})
        footlint(arguments)
    output.flush()
    return output.buffer.getvalue().decode("utf-8")


def renewed_readme(text: str) -> str:
    """The README with what its commands print now."""
    return _BLOCK.sub(lambda block: f"```console\n$ {block['command']}\n{printed(block['command'])}```", text)


def renewed_configuration(text: str) -> str:
    """The page with all conventions and their values."""
    head, begin, rest = text.partition("<!-- conventions -->\n")
    _, end, tail = rest.partition("<!-- end of conventions -->\n")
    rows = ["| convention | values |", "|---|---|"]
    for choice in all_choices().values():
        values = "; ".join(f'`"{value}"` {words}' for value, words in choice.words.items())
        rows.append(f"| `{choice.name}` | {values} |")
    return head + begin + "".join(f"{row}\n" for row in rows) + end + tail


def stale() -> dict[str, str]:
    """The files that are out of date, with what they should say."""
    found = {}
    for name, renewed in ((README, renewed_readme), (CONFIGURATION, renewed_configuration)):
        before = (ROOT / name).read_text(encoding="utf-8")
        after = renewed(before)
        if after != before:
            found[name] = after
    return found


def main(arguments: list[str]) -> int:
    """Write the files, or with --check say which are stale."""
    if arguments not in ([], ["--check"]):
        print(f"usage: {Path(__file__).name} [--check]", file=sys.stderr)
        return 2
    os.chdir(ROOT)
    files = stale()
    for name, text in files.items():
        if arguments:
            print(f"{name} is stale; run scripts/readme.py")
        else:
            (ROOT / name).write_text(text, encoding="utf-8")
            print(name)
    return 1 if arguments and files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
