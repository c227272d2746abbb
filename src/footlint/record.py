"""The base of every value that footlint passes on: frozen, slotted, comparable, serialisable."""

from __future__ import annotations

from typing import Any, TypeVar

from footlint import lean

lean.load()
import msgspec  # noqa: E402 - so that it need not load all that it would

Value = TypeVar("Value", bound=msgspec.Struct)


class Record(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A frozen value. Subclasses list their fields; `msgspec` can encode and decode them all.

    A value holds only what was there before it, so there are no cycles for the garbage collector to look for. Modules
    with values that often come from another process or the cache do without `from __future__ import annotations`: the
    first to be decoded would have each annotation compiled, which takes longer than to decode a chapter.
    """


def replace(record: Value, **changes: Any) -> Value:  # noqa: ANN401 - each field has its type
    """A record with other values in some of its fields."""
    return record.__replace__(**changes)
