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
