"""A review copy of a Word file: each finding a comment, each fix a tracked change."""

from __future__ import annotations

from collections.abc import Sequence

from footlint.diagnostic import Diagnostic
from footlint.record import Record


class Reviewed(Record, frozen=True):
    """A review copy: its bytes, how many comments it has from us, and the findings whose fixes are tracked in it."""

    data: bytes
    comments: int
    tracked: tuple[Diagnostic, ...]


def review(path: str, data: bytes, diagnostics: Sequence[Diagnostic], date: str) -> Reviewed:
    """Write the findings into a copy of a Word file. Raises Unreadable.

    `diagnostics` are those of this very file; `date` is when the review was made, as `2026-05-17T09:30:00Z`.
    """
    from footlint.review.copying import Copy

    copy = Copy(path, data, date)
    tracked = copy.choose(diagnostics)
    copy.write(diagnostics, tracked)
    return Reviewed(copy.data(), copy.comments, tuple(tracked))


def write_new(path: str, data: bytes) -> None:
    """Write a copy whole or not at all; an older one is replaced. Raises OSError."""
    import os
    import tempfile

    handle, half_written = tempfile.mkstemp(prefix=".footlint-", dir=os.path.dirname(os.path.abspath(path)))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(half_written, 0o666 & ~_umask())
        os.replace(half_written, path)
    except BaseException:
        os.unlink(half_written)
        raise


def _umask() -> int:
    import os

    mask = os.umask(0)
    os.umask(mask)
    return mask
