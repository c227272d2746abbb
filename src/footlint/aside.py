"""A piece of work in a process beside this one, which goes on meanwhile."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import NoReturn

from footlint.jobs import cores


def aside(work: Callable[[], bytes]) -> Callable[[], bytes]:
    """Begin the work in a process that has all that this one has; the function returned waits for what comes of it.

    Where there can be no such process, or it does not live to tell, the work is done here when it is waited for.
    """
    if not _is_worthwhile():
        return work
    reading, writing = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return work
    if child == 0:
        _work(work, writing)
    os.close(writing)

    def result() -> bytes:
        with open(reading, "rb") as pipe:
            content = pipe.read()
        _, status = os.waitpid(child, 0)
        return content if status == 0 else work()

    return result


def _is_worthwhile() -> bool:
    """Whether another core is there, and nothing that a copy of this process would lose or share by mistake."""
    threading = sys.modules.get("threading")
    return sys.platform == "linux" and cores() > 1 and (threading is None or threading.active_count() == 1)


def _work(work: Callable[[], bytes], writing: int) -> NoReturn:
    status = 1
    try:
        with open(writing, "wb") as pipe:
            pipe.write(work())
        status = 0
    finally:  # whatever happens, this process must not go on as its parent
        os._exit(status)
