"""A plain command line is understood without argparse, and as argparse would."""

from __future__ import annotations

import contextlib
import io
import sys
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footlint import cli
from footlint.cli.arguments import Arguments


def taken_by(name):
    command = Arguments(lambda: cli._parser(f"footlint {name}", "what it does", ""))
    import_module(f"footlint.cli.{name}").add_arguments(command)
    return command


def outcome(parse, line):
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            return vars(parse(line))
        except SystemExit as exit_:
            return exit_.code, said.getvalue()


def by_argparse(name, line):
    command = taken_by(name)
    parser = cli._parser(f"footlint {name}", "what it does", "")
    for names, about in command._described:
        parser.add_argument(*names, **about)
    return outcome(parser.parse_args, line)


@given(st.data(), st.sampled_from(list(cli.COMMANDS)))
def test_a_line_means_what_it_means_to_argparse(data, name):
    options = [option for option in taken_by(name)._options if option.startswith("-")]
    words = [
        "chapter.md",
        "FN",
        "json",
        "text",
        "hint",
        "2",
        "0",
        "-",
        "",
        "-5",
        "--",
        "-x",
        "--help",
        "--jobs=3",
        "a b",
    ]
    line = data.draw(st.lists(st.sampled_from([*options, *options, *words]), max_size=6))
    assert outcome(taken_by(name).parse, line) == by_argparse(name, line)


@pytest.mark.parametrize(
    "line",
    [
        ["chapter.md", "--no-cache"],
        ["--select", "FN,PG", "--select", "TR", "--jobs", "2", "-q", "a.md", "b.md"],
        ["--format", "json", "-"],
        [],
    ],
)
def test_plain_lines_are_understood_without_argparse(line):
    def refuse():
        pytest.fail("argparse was asked")

    command = Arguments(refuse)
    import_module("footlint.cli.check").add_arguments(command)
    assert vars(command.parse(line)) == by_argparse("check", line)


def test_the_check_loads_no_argparse(tmp_path):
    import subprocess

    (tmp_path / "chapter.md").write_text("Rain.[^1]\n\n[^1]: Harbour ledger, 3 May 1911.\n", encoding="utf-8")
    code = (
        "import sys; from footlint.cli import main; main(['check', '--no-cache', sys.argv[1]]); "
        "sys.exit('argparse' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, tmp_path / "chapter.md"], check=False).returncode == 0
