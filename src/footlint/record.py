"""The base of every value that footlint passes on: frozen, slotted, comparable, serialisable."""

from __future__ import annotations

import msgspec


class Record(msgspec.Struct, frozen=True, omit_defaults=True):
    """A frozen value. Subclasses list their fields; `msgspec` can encode and decode them all."""
