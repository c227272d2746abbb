"""The word lists that ship with the engine, in `data/`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mmap import mmap

HERE = os.path.dirname(os.path.abspath(__file__))


def path_of(name: str) -> str:
    """Where a data file lies."""
    return os.path.join(HERE, "data", name)


def read(name: str) -> bytes:
    """A data file as it is."""
    with open(path_of(name), "rb") as file:
        return file.read()


def mapped(name: str) -> mmap:
    """A data file, mapped into memory and read only where it is looked at."""
    from mmap import ACCESS_READ, mmap

    with open(path_of(name), "rb") as file:
        return mmap(file.fileno(), 0, access=ACCESS_READ)


def words(name: str) -> list[str]:
    """The words of a list, without its comments."""
    lines = read(name).decode().splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]
