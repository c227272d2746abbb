import os
import signal
import sys
import threading

import pytest

from footlint import aside as module
from footlint import judgement
from footlint.aside import aside
from footlint.config import Configurations
from footlint.engine import check
from generated.chapters import chapter as generated

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="done in this process elsewhere")


@pytest.fixture(autouse=True)
def two_cores_and_one_thread(monkeypatch):
    """What a machine with one core, or a test runner with threads of its own, would forbid."""
    monkeypatch.setattr(module, "cores", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def test_the_work_is_done_by_another_process_meanwhile():
    begun, waiting = os.pipe()
    result = aside(lambda: os.read(begun, 1) + str(os.getpid()).encode())
    os.write(waiting, b"x")  # the other waits for this one
    assert result()[:1] == b"x"
    second = aside(lambda: str(os.getpid()).encode())
    assert int(second()) != os.getpid()


def test_more_than_a_pipe_holds_comes_through():
    assert aside(lambda: b"ferry" * 1_000_000)() == b"ferry" * 1_000_000


@pytest.mark.parametrize(
    "end",
    [lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: 1 / 0, lambda: sys.exit(0)],
    ids=["killed", "error", "exit"],
)
def test_what_a_process_did_not_live_to_tell_is_done_here(end):
    here = os.getpid()
    assert aside(lambda: b"told" if os.getpid() == here else end())() == b"told"


def test_nothing_is_forked_where_threads_run_or_no_core_is_free(monkeypatch):
    monkeypatch.setattr(os, "fork", None)
    monkeypatch.setattr(module, "cores", lambda: 1)
    assert aside(lambda: b"told")() == b"told"
    monkeypatch.setattr(module, "cores", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert aside(lambda: b"told")() == b"told"


def test_no_process_is_left_behind():
    aside(lambda: b"told")()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.parametrize("seed", [8201, 8203, 8206])
def test_a_chapter_is_judged_the_same_by_two_processes(seed, tmp_path, monkeypatch):
    made = generated(seed)
    path = tmp_path / made.name
    path.write_text(made.text, encoding="utf-8", newline="")
    configurations = Configurations()
    alone = check([str(path)], configurations, jobs=1)
    monkeypatch.setattr(judgement, "_MANY_WORDS", 1)
    forks = []
    fork = os.fork
    monkeypatch.setattr(os, "fork", lambda: forks.append(1) or fork())
    assert check([str(path)], configurations).diagnostics == alone.diagnostics
    assert forks
