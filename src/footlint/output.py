"""Writing a new file whole or not at all."""

from __future__ import annotations

import os


def write_new(path: str, data: bytes) -> None:
    """Write a file; one of that name is replaced at one stroke. Raises OSError."""
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
    mask = os.umask(0)
    os.umask(mask)
    return mask
