import os

import pytest

from footlint.config import Configurations
from footlint.discover import find


def files(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def found(*arguments, configurations=None):
    return find(arguments, configurations or Configurations()).paths


def test_folders_are_searched_for_known_suffixes(folder):
    files(folder, "b.md", "a.txt", "c.py", "sub/d.MD", "sub/deeper/e.markdown", ".hidden/f.md", "node_modules/g.md")
    assert found(".") == ["a.txt", "b.md", "sub/d.MD", "sub/deeper/e.markdown"]
    assert found("sub") == ["sub/d.MD", "sub/deeper/e.markdown"]
    assert found(str(folder / "sub" / "deeper")) == [str(folder / "sub" / "deeper" / "e.markdown")]


def test_a_named_file_is_always_checked(folder):
    files(folder, "a.odd", ".hidden/f.md", "gone/a.md")
    (folder / ".gitignore").write_text("gone\n")
    (folder / "footlint.toml").write_text('exclude = ["*"]')
    assert found("a.odd", ".hidden/f.md", "gone/a.md") == ["a.odd", ".hidden/f.md", "gone/a.md"]


def test_gitignore(folder):
    files(folder, "a.md", "b.md", "build/c.md", "build/keep.md", "sub/a.md", "sub/b.md", "sub/note.tmp.md")
    (folder / ".git").mkdir()
    (folder / ".gitignore").write_text("/a.md\nbuild/\n*.tmp.md\n")
    (folder / "sub" / ".gitignore").write_text("b.md\n!note.tmp.md\n")
    assert found(".") == ["b.md", "sub/a.md", "sub/note.tmp.md"]
    assert found("sub") == ["sub/a.md", "sub/note.tmp.md"]


def test_a_gitignore_above_holds_only_within_its_repository(folder):
    files(folder, "outer/repo/a.md")
    (folder / "outer" / ".gitignore").write_text("*.md\n")
    assert found("outer/repo") == ["outer/repo/a.md"]
    (folder / "outer" / ".git").mkdir()
    assert found("outer/repo") == []


def test_a_strange_gitignore_does_no_harm(folder):
    files(folder, "a.md", "b.md")
    (folder / ".gitignore").write_bytes(b"!\n\\\n[\n\xff\n/b.md\n" + b"*" * 3000 + b"x\n")
    assert found(".") == ["a.md"]


def test_exclude(folder):
    files(folder, "a.md", "drafts/b.md", "book/drafts/c.md", "book/d.md")
    (folder / "footlint.toml").write_text('exclude = ["drafts/", "book/d*"]')
    assert found(".") == ["a.md"]
    assert found(".", configurations=Configurations(isolated=True)) == [
        "a.md", "book/d.md", "book/drafts/c.md", "drafts/b.md",
    ]  # fmt: skip


def test_links(folder):
    files(folder, "sub/a.md")
    os.symlink("..", folder / "sub" / "loop")
    os.symlink("a.md", folder / "sub" / "same.md")
    os.symlink("nowhere.md", folder / "sub" / "broken.md")
    assert found(".") == ["sub/a.md", "sub/same.md"]


def test_no_chapter_is_found_twice(folder):
    files(folder, "sub/a.md")
    assert found("sub", "sub/a.md", "./sub", str(folder / "sub" / "a.md")) == ["sub/a.md"]


def test_a_folder_without_permission(folder, monkeypatch):
    files(folder, "a.md", "locked/b.md")
    real = os.scandir

    def scandir(path):
        if os.path.basename(path) == "locked":
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    result = find(["."], Configurations())
    assert result.paths == ["a.md"]
    assert result.unreadable == {"locked": "no permission to read it"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_in_a_folder_is_left_alone(folder):
    os.mkfifo(folder / "pipe.md")
    assert found(".") == []
