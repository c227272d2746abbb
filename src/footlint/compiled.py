"""Compiled tables: plain values made from sources that ship beside them, kept with a digest of those sources.

The build hook loads this module before footlint is installed, so only the standard library is imported here.
"""

from __future__ import annotations

import marshal
import os
from _blake2 import blake2b
from collections.abc import Callable
from contextlib import suppress
from typing import Any

#: What every supported Python reads.
_MARSHAL = 4
_SIZE = 32


#: All that a table depends on: how it is made, in words or numbers, and the files it is made of.
Sources = tuple[str, list[str]]


def load(home: str, name: str, sources: Sources, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - what was packed
    """The table of that name in a folder: the one of a wheel, the one kept by an earlier run, or a new one."""
    table = _read(os.path.join(home, f"{name}.table"), _outline(sources))
    if table is None:
        kept, stamp = os.path.join(home, ".compiled", f"{name}.table"), _stamp(sources)
        table = _read(kept, stamp)
        if table is None:
            content = marshal.dumps(make(), _MARSHAL)
            _keep(kept, stamp + content)
            table = marshal.loads(content)  # noqa: S302 - ours
    return table


def pack(sources: Sources, table: Any) -> bytes:  # noqa: ANN401 - what marshal takes
    """A table as its file in a wheel holds it."""
    return _outline(sources) + marshal.dumps(table, _MARSHAL)


def _stamp(sources: Sources) -> bytes:
    how, paths = sources
    digest = blake2b(how.encode(), digest_size=_SIZE)
    for path in paths:
        with open(path, "rb") as file:
            # Line ends differ between checkouts, their meaning does not.
            digest.update(os.path.basename(path).encode() + b"\0" + file.read().replace(b"\r\n", b"\n") + b"\0")
    return digest.digest()


def _outline(sources: Sources) -> bytes:
    """A stamp that is quick to take; it will do for the files of a wheel, which nobody edits unless to break it."""
    how, paths = sources
    sizes = [(os.path.basename(path), os.stat(path).st_size) for path in paths]
    return blake2b(f"{how} {sizes}".encode(), digest_size=_SIZE).digest()


def _read(path: str, stamp: bytes) -> Any:  # noqa: ANN401 - what was packed
    """The table in a file; None where there is none of this stamp, or it is not whole."""
    with suppress(OSError, EOFError, ValueError, TypeError), open(path, "rb") as file:
        if file.read(len(stamp)) == stamp:
            return marshal.loads(file.read())  # noqa: S302 - its stamp has been compared
    return None


def _keep(path: str, content: bytes) -> None:
    """Keep a table beside its sources, whole or not at all; a folder that cannot be written to is no fault."""
    from footlint.output import write_new

    with suppress(OSError):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        write_new(path, content)
