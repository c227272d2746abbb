"""A progress bar on a terminal, for work that takes long enough to wonder."""

from __future__ import annotations

import os
from time import monotonic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TextIO

_PATIENCE_SECONDS = 1.0


class Progress:
    """Appears once the work has taken a while and is not nearly done, and is gone when it ends."""

    def __init__(self, stream: TextIO, *, wanted: bool = True) -> None:
        self._stream = stream
        self._wanted = wanted and stream.isatty() and os.environ.get("TERM") != "dumb"
        self._began = monotonic()
        self._bar: Any = None
        self._task: Any = None

    def __enter__(self) -> Progress:  # noqa: PYI034 - Self is new in Python 3.11
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar:
            self._bar.stop()

    def show(self, done: int, total: int) -> None:
        """So many of all chapters have been read and judged."""
        if self._bar:
            self._bar.update(self._task, completed=done)
        elif self._wanted and 2 * done < total and monotonic() - self._began > _PATIENCE_SECONDS:
            self._start(done, total)

    def _start(self, done: int, total: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        columns = (TextColumn("reading chapters"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._bar = Bar(*columns, console=Console(file=self._stream), transient=True)
        self._bar.start()
        self._task = self._bar.add_task("", total=total, completed=done)
