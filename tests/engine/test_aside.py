import os
import signal
import sys
import threading

import pytest

from footlint import aside as module
from footlint import beside
from footlint.aside import Aside
from footlint.chapters import read
from footlint.config import Configurations
from footlint.engine import check
from footlint.readers.options import TextOptions
from footlint.reporters import render
from footlint.reporters.page import Page
from footlint.reporters.text import lay_out
from footlint.transliteration import gather
from generated.chapters import chapter as generated

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="done in this process elsewhere")


@pytest.fixture(autouse=True)
def two_cores_and_one_thread(monkeypatch):
    """What a machine with one core, or a test runner with threads of its own, would forbid."""
    monkeypatch.setattr(module, "cores", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 1)


@pytest.fixture(autouse=True)
def nothing_left_behind():
    """No process and no open end of a pipe."""
    before = pipes()
    yield
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
    assert pipes() == before


def pipes():
    """The ends of pipes that are open."""
    places = (f"/proc/self/fd/{number}" for number in os.listdir("/proc/self/fd"))
    return sorted(
        name for place in places if os.path.lexists(place) and (name := os.readlink(place)).startswith("pipe:")
    )


def asked(work, question=b"", prepare=None):
    return answered(Aside(work, prepare), question)


def answered(aside, question):
    aside.ask(question)
    return aside.answer()


def test_another_process_answers():
    assert int(asked(lambda _: str(os.getpid()).encode())) != os.getpid()


def test_the_work_goes_on_meanwhile():
    begun, waiting = os.pipe()
    aside = Aside(lambda _: os.read(begun, 1))
    aside.ask()
    os.write(waiting, b"x")  # the other waits for this one
    assert aside.answer() == b"x"
    os.close(begun)
    os.close(waiting)


def test_more_than_a_pipe_holds_comes_through():
    assert asked(lambda question: question * 2, b"ferry" * 500_000) == b"ferry" * 1_000_000


def test_it_prepares_itself_until_it_is_asked():
    told, telling = os.pipe()
    steps = []

    def prepare(hearing):
        os.write(telling, b"x")
        while hearing.hint(wait=False) is None and not hearing.is_asked:
            steps.append(1)

    aside = Aside(lambda question: question + b" after steps" * bool(steps), prepare)
    os.read(told, 1)
    aside.ask(b"asked")
    assert aside.answer() in {b"asked", b"asked after steps"}
    assert not steps
    os.close(told)
    os.close(telling)


def test_hints_come_one_by_one_before_the_question():
    heard = []

    def prepare(hearing):
        while (hint := hearing.hint(wait=True)) is not None:
            heard.append(hint)

    aside = Aside(lambda question: repr((heard, question)).encode(), prepare)
    for hint in (b"one", b"", b"?!", b"four" * 1000):
        aside.hint(hint)
    assert answered(aside, b"asked") == repr(([b"one", b"", b"?!", b"four" * 1000], b"asked")).encode()


def test_a_hint_longer_than_comes_in_one_piece_is_lost():
    heard = []
    aside = Aside(lambda _: repr(heard).encode(), lambda hearing: heard.append(hearing.hint(wait=True)))
    aside.hint(b"long" * 2000)
    aside.hint(b"short")
    assert answered(aside, b"") == b"[b'short']"


def test_nobody_waits_for_hints_to_be_heard():
    told, telling = os.pipe()
    aside = Aside(lambda question: question, lambda _: os.read(told, 1))
    for _ in range(1000):  # far more than a pipe holds
        aside.hint(b"hint" * 500)
    os.write(telling, b"x")
    assert answered(aside, b"asked") == b"asked"
    os.close(told)
    os.close(telling)


def test_hints_to_nobody_are_lost():
    aside = Aside(lambda question: question, lambda _: os._exit(1))
    while not os.waitid(os.P_PID, aside._child, os.WEXITED | os.WNOWAIT):
        pass
    aside.hint(b"hint")
    assert answered(aside, b"asked") == b"asked"


@pytest.mark.parametrize(
    "end",
    [lambda *_: os.kill(os.getpid(), signal.SIGKILL), lambda *_: 1 / 0, lambda *_: sys.exit(0)],
    ids=["killed", "error", "exit"],
)
def test_what_a_process_did_not_live_to_tell_is_done_here(end):
    here = os.getpid()
    assert asked(lambda question: question if os.getpid() == here else end(), b"told") == b"told"
    assert asked(lambda question: question, b"told" * 100_000, prepare=end) == b"told" * 100_000


def test_nothing_is_forked_where_threads_run_or_no_core_is_free(monkeypatch):
    monkeypatch.setattr(os, "fork", None)
    monkeypatch.setattr(module, "cores", lambda: 1)
    assert asked(lambda question: question, b"told") == b"told"
    monkeypatch.setattr(module, "cores", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert asked(lambda question: question, b"told") == b"told"


def test_where_no_process_can_be_made_the_work_is_done_here(monkeypatch):
    def refused():
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refused)
    assert asked(lambda question: question, b"told") == b"told"


def test_who_is_not_needed_is_dismissed():
    Aside(lambda question: question).dismiss()
    Aside(lambda question: question, lambda _: signal.pause()).dismiss()
    aside = Aside(lambda question: question)
    aside.ask(b"never waited for")
    aside.dismiss()


@pytest.mark.parametrize("question", [b"short", b"longer than a pipe" * 10_000])
def test_an_interrupt_ends_it_once(question):
    aside = Aside(lambda _: signal.pause(), (lambda _: signal.pause()) if len(question) > len(b"short") else None)
    before = signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    with pytest.raises(KeyboardInterrupt):
        answered(aside, question)
    signal.signal(signal.SIGALRM, before)
    aside.dismiss()


def test_an_interrupt_at_its_birth_does_not_make_it_a_second_parent(monkeypatch):
    fork = os.fork
    here = os.getpid()

    def interrupted():
        child = fork()
        if not child:
            raise KeyboardInterrupt
        return child

    monkeypatch.setattr(os, "fork", interrupted)
    try:
        assert asked(lambda question: question, b"told") == b"told"
    finally:
        if os.getpid() != here:  # or there would be two test runs from here on
            os._exit(0)


def test_who_started_it_may_want_to_hear_of_no_child():
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    assert asked(lambda question: question, b"told") == b"told"
    Aside(lambda question: question).dismiss()
    signal.signal(signal.SIGCHLD, before)


def test_without_descriptors_for_two_pipes_none_stays_open(monkeypatch):
    real = os.pipe
    few = [real()]

    def pipe():
        if not few:
            raise OSError
        return few.pop()

    monkeypatch.setattr(os, "pipe", pipe)
    assert asked(lambda question: question, b"told") == b"told"


def test_a_name_that_is_no_utf_8_goes_to_no_other_process(tmp_path, monkeypatch):
    made = generated(8201)
    path = os.fsdecode(bytes(tmp_path) + b"/\xff" + made.name.encode())
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(made.text)
    alone = check([path], Configurations(), jobs=1)
    monkeypatch.setattr(beside, "_MANY_WORDS", 1)
    assert check([path], Configurations()).diagnostics == alone.diagnostics


@pytest.mark.parametrize("seed", [8201, 8203, 8206])
def test_a_chapter_is_judged_the_same_by_two_processes(seed, tmp_path, monkeypatch):
    made = generated(seed)
    path = tmp_path / made.name
    path.write_text(made.text, encoding="utf-8", newline="")
    alone = check([str(path)], Configurations(), jobs=1)
    monkeypatch.setattr(beside, "_MANY_WORDS", 1)
    forks, hints = [], []
    fork, hint = os.fork, Aside.hint
    monkeypatch.setattr(os, "fork", lambda: forks.append(1) or fork())
    monkeypatch.setattr(Aside, "hint", lambda self, words: hints.append(words) or hint(self, words))
    assert check([str(path)], Configurations()).diagnostics == alone.diagnostics
    assert len(forks) == 1
    assert len(hints) == len(read(str(path), path.read_bytes(), TextOptions()).facts.notes)


def book(folder):
    """The paths of two chapters that belong together."""
    (folder / "footlint.toml").write_text('[book]\nchapters = ["[0-9]*"]\nnumbering = "per-chapter"\n')
    for seed in (8201, 8203):
        made = generated(seed)
        (folder / f"{seed}-{made.name}").write_text(made.text, encoding="utf-8", newline="")
    return [str(path) for path in sorted(folder.glob("8*"))]


def test_a_book_is_judged_the_same_by_two_processes(tmp_path, monkeypatch):
    paths = book(tmp_path)
    alone = check(paths, Configurations(), jobs=1)
    monkeypatch.setattr(beside, "_MANY_WORDS", 1)
    assert check(paths, Configurations()).diagnostics == alone.diagnostics


def test_a_chapter_without_russian_has_no_process_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fork", None)
    path = tmp_path / "ferry.md"
    path.write_text("The ferry sank.[^1]\n\n[^1]: Marsh, *Ferries*, p. 3.\n" * 50)
    assert check([str(path)], Configurations()).diagnostics


def test_a_chapter_whose_name_is_no_utf8_is_judged_here(tmp_path, monkeypatch):
    monkeypatch.setattr(beside, "_MANY_WORDS", 1)
    path = os.path.join(tmp_path, os.fsdecode(b"\xff.md"))
    with open(path, "w", encoding="utf-8") as file:
        file.write(generated(8201).text)
    assert check([path], Configurations()).diagnostics


def test_what_fails_while_a_chapter_is_read_is_reported_by_rules(tmp_path, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(beside, "_MANY_WORDS", 1)
    monkeypatch.setattr(beside, "words_of", broken)
    monkeypatch.setattr(gather, "words_of", broken)
    made = generated(8201)
    path = tmp_path / made.name
    path.write_text(made.text, encoding="utf-8", newline="")
    found = {one.code for one in check([str(path)], Configurations()).diagnostics}
    assert "E001" not in found
    assert "E002" in found


def test_what_has_been_found_is_shown_while_the_rest_is_waited_for(tmp_path, monkeypatch):
    monkeypatch.setattr(beside, "_MANY_WORDS", 1)
    made = generated(8201)
    path = tmp_path / made.name
    path.write_text(made.text + "\n\nA marker without a note.⁹⁹\n", encoding="utf-8", newline="")
    shown = []
    report = check([str(path)], Configurations(), meanwhile=shown.append)
    assert len(shown) == 1
    early = set(shown[0].diagnostics)
    late = (*beside._ROMANIZED, *beside._LAST)
    assert {one for one in report.diagnostics if one.code not in late} <= early
    assert not any(one.code.startswith("TR") for one in early)
    page = Page(width=80)
    assert render("text", report, page, lay_out(shown[0], page)) == render("text", report, page)


def test_who_dies_before_the_words_are_asked_for_is_replaced(tmp_path, monkeypatch):
    """In a book the process begins late, and what it was to find out is found out here."""
    paths = book(tmp_path)
    alone = check(paths, Configurations(), jobs=1)
    monkeypatch.setattr(beside, "_MANY_WORDS", 1)
    monkeypatch.setattr(module, "_live", lambda *_: os._exit(1))
    assert check(paths, Configurations()).diagnostics == alone.diagnostics
