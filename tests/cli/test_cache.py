import json
import os
from pathlib import Path

import pytest
from commandline import spawn

from footlint.cache import Cache, default_folder, key_of


def entries(kind):
    folder = Path(default_folder()) / kind
    return sorted(folder.iterdir()) if folder.exists() else []


@pytest.fixture
def engine_calls(monkeypatch):
    from footlint import engine

    calls = []
    real = engine.check
    monkeypatch.setattr(engine, "check", lambda *a, **o: calls.append(a) or real(*a, **o))
    return calls


def test_an_unchanged_run_is_not_done_again(footlint, chapter, engine_calls):
    first = footlint("check", "chapter.md")
    assert footlint("check", "chapter.md") == first
    assert len(engine_calls) == 1


@pytest.mark.parametrize("command", ["check", "fix"])
def test_the_first_chapter_of_a_book_is_another_run_than_the_book(footlint, folder, command):
    (folder / "footlint.toml").write_text('[book]\nchapters = ["[0-9].md"]\n')
    for number in (1, 2):
        (folder / f"{number}.md").write_text("A ferry.[^1] Another.[^2]\n\n[^1]: Marsh, *Ferries*, p. 3.\n")
    for paths in (["."], ["1.md"], ["1.md", "2.md"]):
        assert footlint(command, *paths) == footlint(command, "--no-cache", *paths)


@pytest.mark.parametrize(
    "change",
    [
        lambda chapter, _: chapter.write_text(chapter.read_text() + "More.\n"),
        lambda chapter, _: (chapter.parent / "footlint.toml").write_text('ignore = ["FN001"]'),
        lambda chapter, _: (chapter.parent / "pyproject.toml").write_text("[tool.footlint]\n"),
        lambda _, monkeypatch: monkeypatch.setenv("COLUMNS", "50"),
        lambda _, monkeypatch: monkeypatch.setenv("FORCE_COLOR", "1"),
        lambda _, monkeypatch: monkeypatch.setattr("footlint.memo.program_stamp", lambda: "new version"),
    ],
    ids=["text", "configuration", "project", "width", "colour", "program"],
)
def test_whatever_shapes_the_output_counts(footlint, chapter, engine_calls, monkeypatch, change):
    footlint("check", "chapter.md")
    change(chapter, monkeypatch)
    footlint("check", "chapter.md")
    assert len(engine_calls) == 2


def test_a_changed_configuration_changes_the_output(footlint, chapter):
    config = chapter.parent / "footlint.toml"
    config.write_text('ignore = ["FN001"]')
    assert "FN001" not in footlint("check", "chapter.md")[1]
    config.write_text('ignore = ["FN010"]')
    assert "FN001" in footlint("check", "chapter.md")[1]


def test_options_and_paths_count(footlint, chapter, engine_calls):
    (chapter.parent / "other.md").write_text(chapter.read_text())
    for arguments in (["chapter.md"], ["other.md"], ["--quiet", "chapter.md"], ["--format=json", "chapter.md"]):
        footlint("check", *arguments)
    assert len(engine_calls) == 4


def test_the_facts_outlive_a_change_of_options(footlint, chapter, monkeypatch):
    from footlint import chapters

    first = footlint("check", "--format", "json", "chapter.md")[1]
    monkeypatch.setattr(chapters, "read", None)
    again = footlint("check", "--format", "json", "--quiet", "chapter.md")[1]
    assert json.loads(again) == json.loads(first)


def test_what_was_found_outlives_a_change_of_form(footlint, chapter, monkeypatch):
    from footlint import engine

    first = footlint("check", "--format", "concise", "chapter.md")[1]
    monkeypatch.setattr(engine, "judge", None)
    assert footlint("check", "--format", "concise", "--quiet", "chapter.md")[1] == first


def test_what_was_found_depends_on_the_settings(footlint, chapter):
    assert footlint("check", "--format", "concise", "chapter.md")[1].count("\n") == 2
    assert footlint("check", "--format", "concise", "--ignore", "FN001", "chapter.md")[1].count("\n") == 1
    other = chapter.parent / "footlint.toml"
    other.write_text('[per-file-ignores]\n"*.md" = ["FN"]\n')
    assert footlint("check", "--format", "concise", "chapter.md")[1] == ""


def test_no_cache_neither_reads_nor_writes(footlint, chapter, engine_calls):
    footlint("check", "--no-cache", "chapter.md")
    assert not entries("runs")
    assert not entries("facts")
    footlint("check", "chapter.md")
    footlint("check", "--no-cache", "chapter.md")
    assert len(engine_calls) == 3


@pytest.mark.parametrize("content", [b"", b"footlint 1\n", b"\x80\x04garbage", b"footlint 1\n" + bytes(20) + b"{}"])
def test_a_damaged_cache_is_passed_over(footlint, chapter, content):
    first = footlint("check", "chapter.md")
    for kind in ("runs", "facts"):
        for path in entries(kind):
            path.write_bytes(content)
    assert footlint("check", "chapter.md") == first
    assert all(path.read_bytes() != content for kind in ("runs", "facts") for path in entries(kind))


def test_facts_of_another_shape_are_passed_over(footlint, chapter):
    footlint("check", "--quiet", "chapter.md")
    for path in entries("facts"):
        Cache("facts").put(path.name, b"\x81\xa4text\xc0")
    assert "FN001" in footlint("check", "chapter.md")[1]


def test_a_cache_that_cannot_be_written_does_no_harm(footlint, chapter, monkeypatch, folder):
    (folder / "file").write_text("")
    monkeypatch.setenv("FOOTLINT_CACHE_DIR", str(folder / "file"))
    status, _, err = footlint("check", "chapter.md")
    assert (status, err) == (1, "")


def test_unreadable_files_are_not_remembered(footlint, chapter, engine_calls):
    (chapter.parent / "bad.md").write_bytes(b"\xff")
    for _ in range(2):
        assert footlint("check", "bad.md", "chapter.md")[0] == 2
    assert len(engine_calls) == 2


def test_fix_remembers_that_there_is_nothing_to_repair(footlint, chapter, engine_calls):
    footlint("fix", "chapter.md")
    first = footlint("fix", "chapter.md")
    assert footlint("fix", "chapter.md") == first
    assert len(engine_calls) == 2


def test_a_warm_run_loads_nothing_heavy(chapter):
    spawn("check", "chapter.md")
    result = spawn("check", "chapter.md", env={**os.environ, "PYTHONPROFILEIMPORTTIME": "1"})
    loaded = {line.split(b"|")[-1].strip().decode() for line in result.stderr.splitlines() if b"|" in line}
    assert result.returncode == 1
    assert "footlint.memo" in loaded
    heavy = {"lark", "msgspec", "rich", "pathlib", "dataclasses", "typing", "json", "hashlib", "pathspec", "tomllib"}
    assert not loaded & heavy
    assert not {name for name in loaded if name.startswith(("footlint.rules", "footlint.readers", "footlint.engine"))}


def test_the_folder(monkeypatch):
    monkeypatch.setenv("FOOTLINT_CACHE_DIR", "/some/where")
    assert default_folder() == "/some/where"
    monkeypatch.delenv("FOOTLINT_CACHE_DIR")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", "/caches")
    assert default_folder() == "/caches/footlint"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", "/home/someone")
    assert default_folder() == "/home/someone/.cache/footlint"
    monkeypatch.setattr("sys.platform", "darwin")
    assert default_folder().endswith("footlint")


def test_a_key_knows_where_parts_end():
    assert key_of("ab", "c") != key_of("a", "bc")
    assert key_of("ab") != key_of("ab", "")
    assert key_of(b"x") == key_of("x")


def test_the_oldest_entries_go(tmp_path, monkeypatch):
    monkeypatch.setattr("footlint.cache._MOST_ENTRIES", 10)
    cache = Cache("kind", str(tmp_path))
    for number in range(1, 11):
        cache.put(f"a{number:02}", b"x")
        os.utime(tmp_path / "kind" / f"a{number:02}", (number, number))
    cache.put("0new", b"x")
    assert sorted(os.listdir(tmp_path / "kind")) == ["0new", "a07", "a08", "a09", "a10"]
    assert cache.get("a01") is None
    assert cache.get("a10") == b"x"


@pytest.mark.parametrize("telling", ["rules/new.py", "expressions.table"], ids=["checkout", "wheel"])
def test_another_version_of_the_program_trusts_nothing(tmp_path, monkeypatch, telling):
    from footlint import cache

    def stamp():
        cache.program_stamp.cache_clear()
        return cache.program_stamp()

    (tmp_path / "rules").mkdir()
    (tmp_path / "cache.py").write_text("")
    monkeypatch.setattr(cache, "__file__", str(tmp_path / "cache.py"))
    (tmp_path / telling).write_text("old")
    first = stamp()
    assert stamp() == first
    os.utime(tmp_path / telling, ns=(0, 0))
    second = stamp()
    (tmp_path / telling).write_text("newer")
    assert len({first, second, stamp()}) == 3
    cache.program_stamp.cache_clear()
