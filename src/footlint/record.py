"""The base of every value that footlint passes on: frozen, slotted, comparable, serialisable."""

from __future__ import annotations

import sys

# msgspec asks for typing_extensions where it is installed, has no need of it, and loads for two without it.
if "msgspec" not in sys.modules and "typing_extensions" not in sys.modules:
    sys.modules["typing_extensions"] = None  # type: ignore[assignment] # makes its import fail, as if it were missing
    import msgspec

    del sys.modules["typing_extensions"]
else:
    import msgspec


class Record(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A frozen value. Subclasses list their fields; `msgspec` can encode and decode them all.

    A value holds only what was there before it, so there are no cycles for the garbage collector to look for.
    """
