import os
import sys

import pytest

from footlint.config import Configurations
from footlint.engine import check, read_chapters
from footlint.jobs import jobs_for
from footlint.pool import Killed, run_all
from footlint.readers.decode import Unreadable

TEXT = b"Sold.[^1] Sunk.[^2]\n\n[^1]: Ledger, 3 May 1911.\n"


def double(number):
    if number == 13:
        os._exit(1)
    return 2 * number


def test_results_come_in_order():
    assert list(run_all(double, range(20, 40), 2)) == list(range(40, 80, 2))


def test_a_worker_that_dies_takes_no_other_task_with_it():
    results = list(run_all(double, range(10, 16), 2))
    assert isinstance(results.pop(3), Killed)
    assert results == [20, 22, 24, 28, 30]


@pytest.fixture
def book(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = ["gone.md", os.fsdecode(b"caf\xe9.md")]
    for number in range(8):
        names.append(f"{number}.md")
        (tmp_path / names[-1]).write_bytes(TEXT * (number + 1) if number != 3 else b"\xff")
    return names


def test_one_and_several_processes_agree(book):
    contents = {book[1]: TEXT}
    alone = check(book, Configurations(), contents=contents, jobs=1)
    together = check(book, Configurations(), contents=contents, jobs=3)
    assert together.diagnostics == alone.diagnostics
    assert together.unreadable == alone.unreadable
    assert list(alone.unreadable) == ["gone.md", "3.md"]
    assert together.failing == alone.failing > 0
    order = [book.index(one.path) for one in alone.diagnostics]
    assert order == sorted(order)


def test_chapters_come_back_whole_and_in_order(book):
    alone = dict(read_chapters(book[2:], Configurations(), jobs=1))
    together = dict(read_chapters(book[2:], Configurations(), jobs=2))
    assert list(together) == list(alone) == book[2:]
    for path, chapter in together.items():
        if path == "3.md":
            assert isinstance(chapter, Unreadable)
            assert chapter.line == alone[path].line == 1
        else:
            assert chapter == alone[path]


def test_a_chapter_that_kills_its_process_is_unreadable(book, monkeypatch, tmp_path):
    (tmp_path / "sitecustomize.py").write_text(
        "import os, footlint.chapters as chapters\n"
        "real = chapters.read\n"
        "def read(path, *arguments, **options):\n"
        "    return os._exit(1) if path == '2.md' else real(path, *arguments, **options)\n"
        "chapters.read = read\n"
    )
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), *sys.path]))
    report = check(["1.md", "2.md", "4.md"], Configurations(), jobs=2)
    assert list(report.unreadable) == ["2.md"]
    assert "the process that read it was killed" in report.unreadable["2.md"]
    assert {one.path for one in report.diagnostics} == {"1.md", "2.md", "4.md"}


def test_as_many_processes_as_are_worth_their_start():
    assert jobs_for([10] * 50, None) == 1
    assert jobs_for([10**7], None) == 1
    assert jobs_for([10**6] * 50, None) >= 1
    assert jobs_for([10] * 50, 3) == 3
    assert jobs_for([10] * 2, 3) == 2
    assert jobs_for([], 3) == 1
