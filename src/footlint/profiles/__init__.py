"""House styles as data: what a style guide asks for, each setting with its source."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import Any

from footlint.record import Record

_FOLDER = os.path.dirname(os.path.abspath(__file__))


class Ruling(Record, frozen=True):
    """One setting of a profile: the value of a convention, and where the style guide asks for it."""

    value: str
    source: str


class Profile(Record, frozen=True):
    """A house style: its conventions, and the romanisation it asks for, if it does.

    `extend` names the profile whose settings hold where this one has none of its own.
    """

    name: str
    title: str
    extend: str | None = None
    system: Ruling | None = None
    style: dict[str, Ruling] = {}


def names() -> tuple[str, ...]:
    """The profiles there are."""
    return tuple(sorted(file.removesuffix(".toml") for file in os.listdir(_FOLDER) if file.endswith(".toml")))


def load(name: str) -> Profile:
    """A profile with all it takes over from the one it extends. Raises KeyError for a name that does not exist."""
    own = _read(name)
    if own.extend is None:
        return own
    base = load(own.extend)
    return Profile(name, own.title, own.extend, own.system or base.system, base.style | own.style)


def _read(name: str) -> Profile:
    if name not in names():
        raise KeyError(name)
    import msgspec

    with open(os.path.join(_FOLDER, f"{name}.toml"), "rb") as file:
        table: Mapping[str, Any] = _toml(file.read().decode("utf-8"))
    return msgspec.convert({"name": name, **table}, Profile)


def _toml(text: str) -> dict[str, Any]:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib

    table: dict[str, Any] = tomllib.loads(text)
    return table
