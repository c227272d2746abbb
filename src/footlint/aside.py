"""A process beside this one, for a piece of work that need not wait for the rest."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from select import select
from typing import NoReturn

from footlint.jobs import cores

#: From a question to its answer.
Work = Callable[[bytes], bytes]
#: What can be done before the question is known; it is given a function that tells whether the question has come.
Preparation = Callable[[Callable[[], bool]], None]
#: Stands before a question, of which even an empty one can so be told from none.
_ASKED = b"?"
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
        if _is_worthwhile():
            with suppress(OSError):
                self._fork(prepare)

    def _fork(self, prepare: Preparation | None) -> None:
        asked, self._asking = os.pipe()
        self._told, telling = os.pipe()
        try:
            self._child = os.fork()
            if not self._child:
                os.close(self._asking)
                os.close(self._told)
                _live(self._work, prepare, asked, telling)
        finally:
            os.close(asked)
            os.close(telling)
            if not self._child:
                os.close(self._asking)
                os.close(self._told)

    def ask(self, question: bytes = b"") -> None:
        """Let the other process begin its work."""
        self._question = question
        if self._child:
            with suppress(BrokenPipeError), open(self._asking, "wb") as pipe:
                pipe.write(_ASKED + question)
            self._asking = -1

    def answer(self) -> bytes:
        """Wait for what comes of the work."""
        if not self._child:
            return self._work(self._question)
        with open(self._told, "rb") as pipe:
            content = pipe.read()
        _, status = os.waitpid(self._child, 0)
        self._child = 0
        return content if status == 0 else self._work(self._question)

    def dismiss(self) -> None:
        """End the other process, if it has not been asked or not been waited for."""
        if self._child:
            for end in (self._asking, self._told):
                if end >= 0:
                    os.close(end)
            os.kill(self._child, _KILL)
            os.waitpid(self._child, 0)
            self._child = 0


def _is_worthwhile() -> bool:
    """Whether another core is there, and nothing that a copy of this process would lose or share by mistake."""
    threading = sys.modules.get("threading")
    return sys.platform == "linux" and cores() > 1 and (threading is None or threading.active_count() == 1)


def _live(work: Work, prepare: Preparation | None, asked: int, telling: int) -> NoReturn:
    status = 1
    try:
        if prepare:
            prepare(lambda: bool(select([asked], [], [], 0)[0]))
        with open(asked, "rb") as pipe:
            question = pipe.read()
        if question:
            with open(telling, "wb") as pipe:
                pipe.write(work(question[len(_ASKED) :]))
            status = 0
    finally:  # whatever happens, this process must not go on as its parent
        os._exit(status)
