"""Writing a new file whole or not at all."""

from __future__ import annotations

import os


def write_new(path: str, data: bytes) -> None:
    """Write a file; one of that name is replaced at one stroke, a symbolic link stays one. Raises OSError."""
    import tempfile

    if os.path.exists(path) and not os.path.isfile(path):  # a pipe or a device is written to
        with open(path, "wb") as there:
            there.write(data)
        return
    target = os.path.realpath(path)
    handle, half_written = tempfile.mkstemp(prefix=".footlint-", dir=os.path.dirname(target))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(half_written, 0o666 & ~_umask())
        os.replace(half_written, target)
    except BaseException:
        os.unlink(half_written)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
