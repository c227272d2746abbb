"""How much work something is, without a clock: calls, of Python and of C, are the same on every machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType


def effort(work: Callable[[], object]) -> int:
    """The calls that the work makes."""
    calls = 0

    def count(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal calls
        if event in {"call", "c_call"}:
            calls += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls


def grows_in_line(work: Callable[[int], object], small: int, times: int = 8) -> bool:
    """Whether work on `times` as much is no more than half as much again as that many times the effort."""
    work(small)  # what is made once: tables, patterns
    return effort(lambda: work(small * times)) <= 1.5 * times * max(effort(lambda: work(small)), 500)
