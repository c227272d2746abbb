import json
import os
import subprocess
import sys

import pytest
from commandline import spawn

from footlint import __version__
from footlint.cli import COMMANDS
from footlint.rules import MODULES, load


def test_version(footlint):
    assert footlint("--version") == (0, f"footlint {__version__}\n", "")


def test_without_a_command_the_help_is_shown(footlint):
    status, out, _ = footlint()
    assert status == 2
    assert all(f"  {name} " in out for name in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(footlint, command):
    status, out, _ = footlint(command, "--help")
    assert status == 0
    assert "\nexamples:\n" in out
    assert f"footlint {command} " in out


def test_an_unknown_command(footlint, chapter):
    status, _, err = footlint("chekc")
    assert status == 2
    assert "did you mean check?" in err
    status, _, err = footlint("chapter.md")
    assert status == 2
    assert "footlint check chapter.md" in err


@pytest.mark.parametrize(
    "arguments",
    [("check", "--no-such-option"), ("check", "--jobs", "0"), ("check", "--jobs", "x"), ("check", "--format", "xml"),
     ("fix", "--diff", "--format", "json"), ("check", "--config", "a.toml", "--isolated"), ("explain",), ("--bogus",)],
)  # fmt: skip
def test_wrong_usage(footlint, folder, arguments):
    status, out, err = footlint(*arguments)
    assert (status, out) == (2, "")
    assert err


def test_as_a_module(folder):
    result = spawn("--version")
    assert (result.returncode, result.stdout.decode()) == (0, f"footlint {__version__}\n")


def test_rules_lists_every_rule(footlint, monkeypatch):
    for width in ("40", "80", "200"):
        monkeypatch.setenv("COLUMNS", width)
        status, out, _ = footlint("rules")
        assert status == 0
        assert max(map(len, out.splitlines())) <= int(width)
        assert [line.split()[0] for line in out.splitlines() if not line.startswith(" ")] == list(MODULES)
    _, out, _ = footlint("rules", "--format", "json")
    assert [rule["code"] for rule in json.loads(out)["rules"]] == list(MODULES)


@pytest.mark.parametrize("code", MODULES)
def test_explain(footlint, code):
    rule = load(code)
    status, out, _ = footlint("explain", code)
    assert status == 0
    assert out.startswith(f"{code} {rule.name} ({rule.severity})\n\n")
    assert footlint("explain", rule.name.upper()) == (status, out, "")
    assert rule.page.strip().splitlines()[-1] in out


def test_explain_guesses(footlint):
    status, _, err = footlint("explain", "missing-nots")
    assert status == 2
    assert err == "footlint: no rule is called 'missing-nots'; did you mean missing-note?\n"


def test_parse_shows_a_name_that_runs_over_a_line_end(footlint, tmp_path):
    path = tmp_path / "chapter.md"
    path.write_text(
        "It rained.[^1]\n\n[^1]: See R.\n    Calderwood, *Mills and Millers* (Bristol: Avon House, 1988), p. 20.\n",
        encoding="utf-8",
    )
    status, out, _ = footlint("parse", str(path))
    assert status == 0
    assert "authors: R. [Calderwood]\n" in out


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_streams_that_were_closed_from_the_start(folder, chapter, closed):
    command = f'"{sys.executable}" -m footlint check chapter.md missing.md {closed}'
    result = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr
    assert ("missing.md: no such file" in result.stderr) is (closed == ">&-")
    assert ("chapter.md" in result.stdout) is (closed == "2>&-")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no such device")
@pytest.mark.parametrize(
    "arguments", ["check", "check --format json", "names", "rules", "--version", "check --help", "fix - < chapter.md"]
)
def test_a_full_disk_is_told_of(folder, chapter, arguments, monkeypatch):
    del chapter
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)  # argparse keeps silent where its own write fails
    for _ in range(2):  # the second may remember the first
        command = f'"{sys.executable}" -m footlint {arguments} > /dev/full'
        result = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
        assert (result.returncode, result.stderr) == (2, "footlint: standard output: no space left on device\n")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no such device")
def test_where_nobody_can_be_told_the_status_tells(folder, chapter):
    command = f'"{sys.executable}" -m footlint check missing.md 2> /dev/full'
    result = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert result.returncode == 2


@pytest.mark.parametrize(
    "arguments", ["check -", "fix -", "names --words -", "romanize --system ala-lc", "check --isolated - --format json"]
)
def test_standard_input_that_was_closed_from_the_start(folder, arguments):
    command = f'"{sys.executable}" -m footlint {arguments} <&-'
    result = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "footlint: standard input: closed\n"


def test_lines_to_romanise_need_not_be_utf_8(folder):
    result = subprocess.run(
        [sys.executable, "-m", "footlint", "romanize", "--system", "ala-lc"],
        input="мельница\n".encode() + b"\xff\n",
        capture_output=True,
        check=False,
    )
    assert (result.returncode, result.stdout) == (0, b"mel'nitsa\n\xff\n")


def test_an_interrupt_while_the_program_is_loaded_is_one(folder):
    code = (
        "import signal; from footlint import bundle, cli\n"
        "bundle.use = lambda: signal.raise_signal(signal.SIGINT)\n"
        "cli.run()"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (130, "")
