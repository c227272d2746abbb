import io
import json
import os
import subprocess
import sys

import pytest
from commandline import CHAPTER, spawn

from footlint import __version__


def codes(output):
    return [diagnostic["code"] for diagnostic in json.loads(output)["diagnostics"]]


def test_findings_fail_the_run(footlint, chapter):
    status, out, err = footlint("check", chapter.name)
    assert status == 1
    assert "error FN001 missing-note: " in out
    assert "chapter.md:3:" in out
    assert out.endswith("Checked 1 chapter: 1 error and 1 warning. footlint fix repairs 1 of them.\n")
    assert not err


def test_a_clean_chapter_passes(footlint, folder):
    (folder / "clean.md").write_text("One ferry.[^1]\n\n[^1]: Harbour ledger, 3 May 1911.\n")
    assert footlint("check", "clean.md") == (0, "Checked 1 chapter: nothing to report.\n", "")


def test_json_is_the_contract(footlint, chapter):
    status, out, _ = footlint("check", "--format", "json", chapter.name)
    report = json.loads(out)
    assert status == 1
    assert list(report) == ["version", "footlint", "diagnostics", "summary"]
    assert (report["version"], report["footlint"]) == (1, __version__)
    assert report["summary"] == {"files": 1, "errors": 1, "warnings": 1, "hints": 0}
    for diagnostic in report["diagnostics"]:
        keys = ["code", "name", "severity", "path", "note", "message", "start", "end", "related", "fix"]
        assert list(diagnostic) == keys
        assert list(diagnostic["start"]) == ["line", "column"]
    (missing,) = (one for one in report["diagnostics"] if one["code"] == "FN001")
    line = CHAPTER.split("\n")[missing["start"]["line"] - 1]
    assert line[missing["start"]["column"] - 1 : missing["end"]["column"] - 1] == "[^6]"
    assert missing["note"] == "6"
    assert missing["fix"] is None
    (moved,) = (one for one in report["diagnostics"] if one["code"] == "FN010")
    assert moved["fix"]["safety"] == "safe"
    assert all(list(edit) == ["start", "end", "text"] for edit in moved["fix"]["edits"])


def test_columns_count_code_points(footlint, folder):
    (folder / "c.md").write_text("𝔉 ﬁ e\u0301 ferry.[^7]\n", encoding="utf-8")
    _, out, _ = footlint("check", "--format", "json", "--select", "FN001", "c.md")
    assert json.loads(out)["diagnostics"][0]["start"] == {"line": 1, "column": 14}


def test_concise(footlint, chapter):
    _, out, _ = footlint("check", "--format", "concise", "--select", "FN001", chapter.name)
    assert out.startswith("chapter.md:3:55: FN001 marker 6 has no note")
    assert out.count("\n") == 1


def test_github(footlint, chapter):
    _, out, _ = footlint("check", "--format", "github", "--select", "FN001", chapter.name)
    head = "::error title=FN001 missing-note,file=chapter.md,line=3,col=55,endColumn=59::note 6: "
    assert out.startswith(head)


def test_quiet_prints_findings_only(footlint, chapter, folder):
    _, out, _ = footlint("check", "--quiet", chapter.name)
    assert "Checked" not in out
    (folder / "clean.md").write_text("Nothing here.\n")
    assert footlint("check", "-q", "clean.md") == (0, "", "")


def test_select_and_ignore(footlint, chapter):
    assert codes(footlint("check", "--format=json", "--select", "FN001", chapter)[1]) == ["FN001"]
    assert codes(footlint("check", "--format=json", "--select", "FN", "--ignore", "FN001", chapter)[1]) == ["FN010"]
    assert codes(footlint("check", "--format=json", "--select", "FN001", "--ignore", "FN", chapter)[1]) == ["FN001"]
    assert codes(footlint("check", "--format=json", "--ignore", "all", chapter)[1]) == []


def test_an_unknown_rule_is_refused_with_a_guess(footlint, chapter):
    status, out, err = footlint("check", "--select", "FM001", chapter)
    assert (status, out) == (2, "")
    assert err == "footlint: --select: no rule or family is called 'FM001'; did you mean FN001?\n"


def test_the_beginning_of_codes_selects_them(footlint, chapter):
    assert codes(footlint("check", "--format=json", "--select", "FN01", chapter)[1]) == ["FN010"]


def test_hints_and_warnings_fail_only_when_asked(footlint, chapter):
    chapter.write_text(CHAPTER.replace("look.[^6]", "look."))
    assert footlint("check", chapter)[0] == 1
    assert footlint("check", "--fail-on", "error", chapter)[0] == 0
    (chapter.parent / "footlint.toml").write_text('[severity]\nFN010 = "hint"\n')
    status, out, _ = footlint("check", chapter)
    assert status == 0
    assert "hint FN010" in out
    assert footlint("check", "--fail-on", "hint", chapter)[0] == 1


def test_standard_input(footlint, chapter, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(chapter.read_bytes())))
    status, out, _ = footlint("check", "--format", "json", "--stdin-filename", "x/notes.md", "-")
    assert status == 1
    assert {one["path"] for one in json.loads(out)["diagnostics"]} == {"x/notes.md"}


def test_standard_input_without_a_name_is_plain_text(footlint, chapter, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("One.¹ Two.²\n\n1 Ledger.\n".encode())))
    _, out, _ = footlint("check", "--format", "concise", "-")
    assert out.startswith("<stdin>:1:")


def test_the_same_file_is_checked_once(footlint, chapter):
    _, out, _ = footlint("check", "--format", "json", "chapter.md", "./chapter.md", chapter, ".")
    assert json.loads(out)["summary"]["files"] == 1


def test_files_come_in_the_order_named(footlint, chapter):
    (chapter.parent / "a.md").write_text(CHAPTER)
    _, out, _ = footlint("check", "--format", "concise", "--select", "FN001", "chapter.md", "a.md")
    assert [line.split(":")[0] for line in out.splitlines()] == ["chapter.md", "a.md"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"One ferry.\nTwo \xff ferries.\n", "not UTF-8: 0xff at byte 15 (line 2, column 5)"),
        (b"One\0two", "a NUL, so this is no text file"),
        (bytes(range(256)) * 50, "at byte"),
    ],
)
def test_an_unreadable_file_is_named_and_the_others_are_checked(footlint, chapter, content, said):
    (chapter.parent / "bad.md").write_bytes(content)
    status, out, err = footlint("check", "--format", "json", "bad.md", "chapter.md")
    assert status == 2
    assert said in err
    assert err.startswith("footlint: bad.md: ")
    assert err.count("\n") == 1
    report = json.loads(out)
    assert [one["code"] for one in report["diagnostics"]] == ["E001", "FN010", "FN001"]
    assert report["summary"]["files"] == 2


def test_an_unreadable_line_is_pointed_at(footlint, folder):
    (folder / "bad.md").write_bytes(b"One ferry.\nTwo \xff ferries.\n")
    _, out, _ = footlint("check", "--format", "json", "bad.md")
    assert json.loads(out)["diagnostics"][0]["start"] == {"line": 2, "column": 5}


def test_a_missing_file(footlint, chapter):
    status, out, err = footlint("check", "nowhere.md", chapter.name)
    assert status == 2
    assert err == "footlint: nowhere.md: no such file or folder\n"
    assert "FN001" in out
    assert "1 file could not be read" in out


def test_a_path_with_a_nul(footlint, folder):
    status, _, err = footlint("check", "a\0b.md")
    assert status == 2
    assert "null byte" in err


def test_a_file_without_permission(footlint, chapter, monkeypatch):
    import builtins

    real = builtins.open

    def locked(path, *arguments, **options):
        if os.path.basename(str(path)) == "locked.md":
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments, **options)

    (chapter.parent / "locked.md").write_text("x")
    monkeypatch.setattr(builtins, "open", locked)
    status, out, err = footlint("check", "locked.md", chapter.name)
    assert status == 2
    assert err == "footlint: locked.md: no permission to read it\n"
    assert "FN001" in out


def test_a_file_that_vanishes(footlint, chapter, monkeypatch):
    import footlint.cli.check as command

    real = command.memo_of

    def remove_first(*arguments):
        memo = real(*arguments)
        chapter.unlink()
        return memo and None

    monkeypatch.setattr(command, "memo_of", remove_first)
    status, _, err = footlint("check", chapter.name)
    assert status == 2
    assert err == "footlint: chapter.md: no such file or folder\n"


def test_a_folder_without_chapters(footlint, folder):
    status, out, err = footlint("check", ".")
    assert (status, out) == (0, "Checked 0 chapters: nothing to report.\n")
    assert err == "footlint: .: no chapters in this folder\n"


def test_a_huge_file_is_refused(footlint, folder):
    with (folder / "huge.md").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    status, _, err = footlint("check", "huge.md")
    assert status == 2
    assert "larger than" in err


def test_a_rule_that_fails_is_a_finding(footlint, chapter, monkeypatch):
    from footlint import asking
    from footlint.rules import load

    def broken(view):
        yield from ()
        raise KeyError("x")

    rule = load("FN009")
    monkeypatch.setattr(
        asking,
        "rule_of",
        lambda code: type(rule)("FN009", "empty", "error", "", "chapter", broken) if code == "FN009" else load(code),
    )
    status, out, err = footlint("check", chapter.name)
    assert status == 1
    assert "error E002 rule-failed: rule FN009 failed (KeyError: 'x')" in out
    assert "FN001" in out
    assert not err
    monkeypatch.setenv("FOOTLINT_DEBUG", "1")
    assert "Traceback" in footlint("check", chapter.name)[2]


def test_a_closed_pipe_ends_quietly(folder):
    (folder / "many.md").write_text("".join(f"Ferry.[^{n}]\n\n" for n in range(3000)))
    process = subprocess.Popen(
        [sys.executable, "-m", "footlint", "check", "many.md"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 1


def test_an_interrupt_ends_quietly(footlint, chapter, monkeypatch):
    import footlint.cli.check as command

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "memo_of", interrupt)
    assert footlint("check", chapter) == (130, "", "")


def test_a_terminal_that_cannot_show_it(folder):
    (folder / "c.md").write_text("A ferry’s «end»…[^7] Чайка\n", encoding="utf-8")
    result = spawn("check", "c.md", env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert result.returncode == 1
    assert b"\\u2019s" in result.stdout
    assert not result.stderr


def test_a_name_that_is_no_utf8(footlint, folder):
    name = os.fsdecode(b"caf\xe9.md")
    try:
        with open(name, "w") as file:
            file.write("A ferry.[^7]\n")
    except OSError:
        pytest.skip("this file system wants UTF-8 names")
    status, out, _ = footlint("check", "--format", "json", name)
    assert status == 1
    assert json.loads(out)["diagnostics"][0]["path"] == "caf\ufffd.md"
    assert footlint("check", "--format", "concise", name)[0] == 1


def test_nothing_of_the_manuscript_commands_the_terminal(footlint, folder):
    (folder / "c.md").write_text("A \x1b[2Jferry \u202esold.[^7]\n", encoding="utf-8")
    _, out, _ = footlint("check", "c.md")
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_a_python_that_leaves_docstrings_out_finds_the_same(folder):
    (folder / "c.md").write_text(CHAPTER)
    plain, bare = (spawn("check", "--no-cache", "c.md", env={**os.environ, "PYTHONOPTIMIZE": o}) for o in ("", "2"))
    assert (bare.returncode, bare.stdout) == (plain.returncode, plain.stdout)
    assert plain.returncode == 1
