"""Doing the same work on many chapters at once, in processes of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


class Killed:
    """What came of a task that took its process with it."""


def run_all(work: Callable[[Task], Result], tasks: Sequence[Task], jobs: int) -> Iterator[Result | Killed]:
    """What comes of each task, in the order of the tasks. `work` stands in a module, so that every process finds it."""
    with _executor(jobs) as executor:
        futures = [executor.submit(work, task) for task in tasks]
        for task, future in zip(tasks, futures, strict=True):
            result = _outcome(work, task, future)
            yield result


def _outcome(work: Callable[[Task], Result], task: Task, future: Future[Result]) -> Result | Killed:
    try:
        return future.result()
    except BrokenProcessPool:  # some task killed its process: find out whether it was this one
        with _executor(1) as alone:
            try:
                return alone.submit(work, task).result()
            except BrokenProcessPool:
                return Killed()


def _executor(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
