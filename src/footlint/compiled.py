"""Compiled tables: plain values made from sources that ship beside them, kept with a digest of those sources.

The build hook loads this module before footlint is installed, so only the standard library is imported here.
"""

from __future__ import annotations

import marshal
import os
from _blake2 import blake2b
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

#: What every supported Python reads.
_MARSHAL = 4


def stamp(what: str, sources: Iterable[str]) -> bytes:
    """A digest of all that a table depends on: how it is made, and the files it is made of."""
    digest = blake2b(what.encode(), digest_size=32)
    for path in sources:
        with open(path, "rb") as file:
            # Line ends differ between checkouts, their meaning does not.
            digest.update(os.path.basename(path).encode() + b"\0" + file.read().replace(b"\r\n", b"\n") + b"\0")
    return digest.digest()


def pack(stamp: bytes, table: Any) -> bytes:  # noqa: ANN401 - what marshal takes
    """A table as its file holds it."""
    return stamp + marshal.dumps(table, _MARSHAL)


def load(home: str, name: str, stamp: bytes, make: Callable[[], object]) -> Any:  # noqa: ANN401 - whatever was packed
    """The table of that name in a folder: the one of a wheel, the one kept by an earlier run, or a new one."""
    kept = os.path.join(home, ".compiled", f"{name}.table")
    table = _read(os.path.join(home, f"{name}.table"), stamp) or _read(kept, stamp)
    if table is None:
        content = pack(stamp, make())
        _keep(kept, content)
        table = content[len(stamp) :]
    return marshal.loads(table)  # noqa: S302 - its stamp has been compared


def _read(path: str, stamp: bytes) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read() if file.read(len(stamp)) == stamp else None
    except OSError:
        return None


def _keep(path: str, content: bytes) -> None:
    """Keep a table beside its sources, whole or not at all; a folder that cannot be written to is no fault."""
    from footlint.output import write_new

    with suppress(OSError):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        write_new(path, content)
