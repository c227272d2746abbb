"""The word lists that ship with the engine, in `data/`."""

from __future__ import annotations

import os

HERE = os.path.dirname(os.path.abspath(__file__))


def path_of(name: str) -> str:
    """Where a data file lies."""
    return os.path.join(HERE, "data", name)


def read(name: str) -> bytes:
    """A data file as it is."""
    with open(path_of(name), "rb") as file:
        return file.read()


def words(name: str) -> list[str]:
    """The words of a list, without its comments."""
    lines = read(name).decode().splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]
