import difflib
import io
import json
import os
import subprocess
import sys

import pytest
from commandline import CHAPTER

FIXED = CHAPTER.replace("raised[^5],", "raised,[^5]")


def test_safe_fixes_are_applied(footlint, chapter):
    status, out, err = footlint("fix", "chapter.md")
    assert chapter.read_text() == FIXED
    assert status == 1  # a marker without a note is left
    assert out.startswith("chapter.md: repaired FN010 (1)\n")
    assert "error FN001" in out
    assert not err
    assert footlint("fix", "chapter.md")[0] == 1
    assert chapter.read_text() == FIXED


def test_nothing_left_passes(footlint, chapter):
    assert footlint("fix", "--select", "FN010", "chapter.md")[0] == 0
    assert chapter.read_text() == FIXED


def test_json_tells_what_was_repaired(footlint, chapter):
    _, out, _ = footlint("fix", "--format", "json", "chapter.md")
    report = json.loads(out)
    assert [one["code"] for one in report["diagnostics"]] == ["FN001"]
    assert [(one["code"], one["path"], one["safety"]) for one in report["fixed"]] == [("FN010", "chapter.md", "safe")]


def test_a_diff_writes_nothing(footlint, chapter):
    status, out, _ = footlint("fix", "--diff", "chapter.md")
    assert status == 1
    assert chapter.read_text() == CHAPTER
    expected = difflib.unified_diff(
        CHAPTER.splitlines(keepends=True), FIXED.splitlines(keepends=True), "a/chapter.md", "b/chapter.md"
    )
    assert out == "".join(expected)
    subprocess.run(["git", "apply", "-"], input=out, text=True, check=True)
    assert chapter.read_text() == FIXED
    assert footlint("fix", "--diff", "chapter.md") == (0, "", "")


def test_a_diff_of_a_last_line_without_its_end(footlint, chapter):
    july = "In July it was raised[^5], and the mayor came to look.[^6]\n\n"
    text = CHAPTER.replace(july, "") + "\n" + july.rstrip("\n")
    chapter.write_text(text)
    _, out, _ = footlint("fix", "--diff", "--select", "FN010", "chapter.md")
    assert "\\ No newline at end of file\n" in out
    subprocess.run(["git", "apply", "-"], input=out, text=True, check=True)
    assert chapter.read_text() == text.replace("raised[^5],", "raised,[^5]")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_stay(footlint, chapter, encoding, newline):
    chapter.write_bytes(CHAPTER.replace("\n", newline).encode(encoding))
    footlint("fix", "chapter.md")
    assert chapter.read_bytes() == FIXED.replace("\n", newline).encode(encoding)


def test_permissions_and_links_stay(footlint, chapter):
    chapter.chmod(0o640)
    link = chapter.parent / "link.md"
    link.symlink_to("chapter.md")
    footlint("fix", "link.md")
    assert link.is_symlink()
    assert chapter.read_text() == FIXED
    assert chapter.stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir(chapter.parent)) == ["chapter.md", "link.md"]


def test_a_file_changed_meanwhile_is_left_alone(footlint, chapter, monkeypatch):
    import footlint.cli.fix as command

    real = command._write_back

    def change_first(*arguments):
        chapter.write_text("Somebody saved this.\n")
        return real(*arguments)

    monkeypatch.setattr(command, "_write_back", change_first)
    status, _, err = footlint("fix", "chapter.md")
    assert status == 2
    assert err == "footlint: chapter.md: not repaired: it has been changed meanwhile\n"
    assert chapter.read_text() == "Somebody saved this.\n"
    assert os.listdir(chapter.parent) == ["chapter.md"]


def test_a_full_disk_leaves_the_file_whole(footlint, chapter, monkeypatch):
    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    status, _, err = footlint("fix", "chapter.md")
    assert status == 2
    assert "not repaired: no space left on device" in err
    assert chapter.read_text() == CHAPTER
    assert os.listdir(chapter.parent) == ["chapter.md"]


def test_standard_input_is_printed_repaired(footlint, chapter, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(chapter.read_bytes())))
    status, out, err = footlint("fix", "--stdin-filename", "notes.md", "-")
    assert (status, out) == (1, FIXED)
    assert "error FN001" in err


def test_an_idle_suppression_goes_with_unsafe_fixes_only(footlint, folder):
    text = "A ferry.[^1] <!-- footlint: ignore[FN001] it comes -->\n\n[^1]: Ledger, 3 May 1911.\n"
    path = folder / "c.md"
    path.write_text(text)
    assert footlint("fix", "c.md")[0] == 1
    assert path.read_text() == text
    assert footlint("fix", "--unsafe-fixes", "c.md")[0] == 0
    assert path.read_text() == "A ferry.[^1]\n\n[^1]: Ledger, 3 May 1911.\n"


def test_other_files_are_repaired_beside_an_unreadable_one(footlint, chapter):
    (chapter.parent / "bad.md").write_bytes(b"\xff")
    status, _, err = footlint("fix", "bad.md", "chapter.md")
    assert status == 2
    assert err.startswith("footlint: bad.md: ")
    assert chapter.read_text() == FIXED
