"""A process beside this one, for a piece of work that need not wait for the rest."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from select import PIPE_BUF, select
from typing import NoReturn

from footlint.jobs import cores

#: From a question to its answer.
Work = Callable[[bytes], bytes]
#: What can be done before the question is known.
Preparation = Callable[["Hearing"], None]
#: Stands before a question, of which even an empty one can so be told from none.
_ASKED = b"?"
#: Stands before a hint and its length in two bytes.
_HINT = b"!"
#: What is no longer comes through a pipe in one piece.
_LONGEST_HINT = PIPE_BUF - 3
_KILL = 9  # loading `signal` for its name takes longer than most signals


class Aside:
    """A process that has all that this one has, prepares itself, and answers one question.

    Where there can be no such process, or it does not live to answer, the work is done here when the answer is wanted.
    """

    def __init__(self, work: Work, prepare: Preparation | None = None) -> None:
        self._work = work
        self._question = b""
        self._child = 0
        self._asking = self._told = -1
        self._open: list[int] = []
        if _is_worthwhile():
            with suppress(OSError):
                self._fork(prepare)

    def _fork(self, prepare: Preparation | None) -> None:
        here = os.getpid()
        try:
            asked, self._asking = self._pipe()
            self._told, telling = self._pipe()
            child = os.fork()
            if not child:
                self._close(self._asking, self._told)
                _live(self._work, prepare, asked, telling)
            self._close(asked, telling)
            self._child = child
        finally:
            if os.getpid() != here:  # interrupted before it could live
                os._exit(1)
            if not self._child:
                self._close(*self._open)

    @property
    def lives(self) -> bool:
        """Whether there is such a process."""
        return self._child != 0

    def hint(self, hint: bytes) -> None:
        """Tell the other process something to prepare itself by; lost where it is long, or has no time to listen."""
        if self._child and len(hint) <= _LONGEST_HINT and select([], [self._asking], [], 0)[1]:
            with suppress(BrokenPipeError):
                os.write(self._asking, _HINT + len(hint).to_bytes(2, "big") + hint)

    def ask(self, question: bytes = b"") -> None:
        """Let the other process begin its work."""
        self._question = question
        if self._child:
            left = memoryview(_ASKED + question)
            with suppress(BrokenPipeError):
                while left:
                    left = left[os.write(self._asking, left) :]
            self._close(self._asking)

    def answer(self) -> bytes:
        """Wait for what comes of the work."""
        if not self._child:
            return self._work(self._question)
        with open(self._told, "rb", closefd=False) as pipe:
            content = pipe.read()
        self._close(self._told)
        return content if self._has_succeeded() else self._work(self._question)

    def dismiss(self) -> None:
        """End the other process, if it has not been asked or not been waited for."""
        self._close(*self._open)
        if self._child:
            with suppress(ProcessLookupError):
                os.kill(self._child, _KILL)
            self._has_succeeded()

    def _has_succeeded(self) -> bool:
        """Wait for the end of the other process, and tell whether it did its work."""
        try:
            _, status = os.waitpid(self._child, 0)
        except ChildProcessError:  # whoever started this process wants to hear of no child's end
            status = 1
        self._child = 0
        return status == 0

    def _pipe(self) -> tuple[int, int]:
        ends = os.pipe()
        self._open += ends
        return ends

    def _close(self, *ends: int) -> None:
        """Close ends of pipes, each once, wherever an interrupt may have come before."""
        for end in ends:
            if end in self._open:
                self._open.remove(end)
                os.close(end)


def _is_worthwhile() -> bool:
    """Whether another core is there, and nothing that a copy of this process would lose or share by mistake."""
    threading = sys.modules.get("threading")
    return sys.platform == "linux" and cores() > 1 and (threading is None or threading.active_count() == 1)


class Hearing:
    """What the other process hears: hints, and at last the question."""

    def __init__(self, end: int) -> None:
        self._end = end
        #: What came after all hints: the sign of a question, or nothing where nobody asks any more.
        self._last: bytes | None = None

    @property
    def is_asked(self) -> bool:
        """Whether the question has come: nothing is worth preparing any more."""
        return self._last is not None

    def hint(self, *, wait: bool) -> bytes | None:
        """The next hint; None where there is no other before the question, or none now and nobody will `wait`."""
        if self.is_asked or not (wait or select([self._end], [], [], 0)[0]):
            return None
        kind = os.read(self._end, 1)
        if kind == _HINT:
            return os.read(self._end, int.from_bytes(os.read(self._end, 2), "big"))
        self._last = kind
        return None

    def question(self) -> bytes | None:
        """The question, whatever hints come before it; None where there will be none."""
        while self.hint(wait=True) is not None:
            pass
        with open(self._end, "rb") as pipe:
            question = pipe.read()
        return question if self._last else None


def _live(work: Work, prepare: Preparation | None, asked: int, telling: int) -> NoReturn:
    status = 1
    try:
        hearing = Hearing(asked)
        if prepare:
            prepare(hearing)
        question = hearing.question()
        if question is not None:
            with open(telling, "wb") as pipe:
                pipe.write(work(question))
            status = 0
    finally:  # whatever happens, this process must not go on as its parent
        os._exit(status)
