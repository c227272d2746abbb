"""Reading many chapters at once, in processes of their own."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import NamedTuple

import msgspec

from footlint.chapters import ReadChapter, load, read
from footlint.readers.decode import Unreadable
from footlint.readers.options import TextOptions

#: Below this much text the workers would take longer to start than to read.
WORTHWHILE_BYTES = 400_000


class Task(NamedTuple):
    """One chapter to read; `data` where it does not stand in a file."""

    path: str
    options: TextOptions
    data: bytes | None = None


#: What a worker hands back: a chapter packed, which is quick, or as it is.
_Result = bytes | ReadChapter | Unreadable


def jobs_for(sizes: Sequence[int], wanted: int | None) -> int:
    """How many processes are worth their start."""
    if wanted is not None:
        return max(1, min(wanted, len(sizes)))
    if len(sizes) < 2 or sum(sizes) < WORTHWHILE_BYTES:  # noqa: PLR2004
        return 1
    return min(_cores(), len(sizes))


def read_all(tasks: Sequence[Task], jobs: int) -> Iterator[ReadChapter | Unreadable]:
    """Each chapter, or why it cannot be read, in the order of the tasks."""
    decoder = msgspec.msgpack.Decoder(ReadChapter)
    with _executor(jobs) as executor:
        futures = [executor.submit(_work, task) for task in tasks]
        for task, future in zip(tasks, futures, strict=True):
            yield _outcome(task, future, decoder)


def _outcome(
    task: Task, future: Future[_Result], decoder: msgspec.msgpack.Decoder[ReadChapter]
) -> ReadChapter | Unreadable:
    try:
        result = future.result()
    except BrokenProcessPool:  # some chapter killed its worker: find out whether it was this one
        with _executor(1) as alone:
            try:
                result = alone.submit(_work, task).result()
            except BrokenProcessPool:
                return Unreadable(task.path, "the process that read it was killed, perhaps for want of memory")
    return decoder.decode(result) if isinstance(result, bytes) else result


def _executor(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))


def _work(task: Task) -> _Result:
    try:
        chapter = read(task.path, load(task.path) if task.data is None else task.data, task.options)
    except Unreadable as unreadable:
        unreadable.__cause__ = None  # it may not survive the way between processes
        return unreadable
    try:
        return msgspec.msgpack.encode(chapter)
    except UnicodeEncodeError:  # the name of the file is no UTF-8: the slow way knows better
        return chapter


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
