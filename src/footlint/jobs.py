"""How many processes are worth their start."""

from __future__ import annotations

import os
from collections.abc import Sequence

#: Below this much text the workers would take longer to start than to do the work.
WORTHWHILE_BYTES = 400_000


def cores() -> int:
    """How many processes can run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def jobs_for(sizes: Sequence[int], wanted: int | None) -> int:
    """The processes for texts of these sizes in bytes; as many as wanted, but no more than there are texts."""
    if wanted is not None:
        return max(1, min(wanted, len(sizes)))
    if len(sizes) < 2 or sum(sizes) < WORTHWHILE_BYTES:  # noqa: PLR2004
        return 1
    return min(cores(), len(sizes))
