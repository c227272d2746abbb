import os

from footlint.chapters import ReadChapter, load, read
from footlint.config import Configurations
from footlint.engine import check
from footlint.pool import Task, jobs_for, read_all
from footlint.readers.decode import Unreadable
from footlint.readers.options import TextOptions
from footlint.settings import Settings

TEXT = b"Sold.[^1] Sunk.[^2]\n\n[^1]: Ledger, 3 May 1911.\n"


def test_chapters_come_back_whole_and_in_order(tmp_path):
    tasks = []
    for number in range(6):
        path = tmp_path / f"{number}.md"
        path.write_bytes(TEXT * (7 - number))
        tasks.append(Task(str(path), TextOptions()))
    tasks.append(Task(str(tmp_path / "gone.md"), TextOptions()))
    tasks.append(Task("bad.md", TextOptions(), b"\xff"))
    tasks.append(Task(os.fsdecode(b"caf\xe9.md"), TextOptions(), TEXT))
    *good, gone, bad, strange = read_all(tasks, 2)
    options = Settings().text
    assert good == [read(task.path, load(task.path), options) for task in tasks[:6]]
    assert isinstance(gone, Unreadable)
    assert gone.reason == "no such file or folder"
    assert isinstance(bad, Unreadable)
    assert bad.line == 1
    assert isinstance(strange, ReadChapter)


def test_a_worker_that_dies_takes_no_other_chapter_with_it(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (tmp_path / "sitecustomize.py").write_text(
        "import os, footlint.chapters as chapters\n"
        "real = chapters.read\n"
        "def read(path, data, options):\n"
        "    return os._exit(1) if 'deadly' in path else real(path, data, options)\n"
        "chapters.read = read\n"
    )
    tasks = [Task(name, TextOptions(), TEXT) for name in ("a.md", "deadly.md", "b.md", "c.md")]
    first, deadly, *others = read_all(tasks, 2)
    assert isinstance(deadly, Unreadable)
    assert "the process that read it was killed" in deadly.reason
    assert all(isinstance(one, ReadChapter) for one in (first, *others))


def test_one_and_several_processes_agree(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    paths = []
    for number in range(8):
        paths.append(f"{number}.md")
        (tmp_path / paths[-1]).write_bytes(TEXT * (number + 1) if number != 3 else b"\xff")
    alone = check(paths, Configurations(), jobs=1)
    together = check(paths, Configurations(), jobs=3)
    assert together.diagnostics == alone.diagnostics
    assert together.unreadable == alone.unreadable == {"3.md": alone.unreadable["3.md"]}
    assert [one.path for one in alone.diagnostics] == sorted(one.path for one in alone.diagnostics)


def test_as_many_processes_as_are_worth_their_start():
    assert jobs_for([10] * 50, None) == 1
    assert jobs_for([10**7], None) == 1
    assert jobs_for([10**6] * 50, None) >= 1
    assert jobs_for([10] * 50, 3) == 3
    assert jobs_for([10] * 2, 3) == 2
    assert jobs_for([], 3) == 1
