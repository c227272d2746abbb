"""Loading msgspec alone.

By itself it also loads all for UUIDs, decimal numbers, schemas, TOML and YAML, of which no record has any, and
which take longer to load than Python to start. In a process that only runs footlint they wait until they are asked for.
"""

from __future__ import annotations

import sys
import typing
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import ModuleType

import footlint

#: What waits, with the names that msgspec wants to have at once: types to tell values by, and what it only passes on.
_LATER: dict[str, tuple[str, ...]] = {
    "decimal": ("Decimal",),
    "uuid": ("UUID", "SafeUUID"),
    "msgspec._json_schema": ("schema", "schema_components"),
    "msgspec.inspect": (),
    "msgspec.json": (),
    "msgspec.structs": (),
    "msgspec.toml": (),
    "msgspec.yaml": (),
}


class _Later(ModuleType):
    """Stands for a module until something is asked of it that it does not have."""

    def __getattr__(self, name: str) -> typing.Any:  # noqa: ANN401 - whatever the module has
        if name.startswith("__"):  # only the import system looks for such
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        __import__(self.__name__)
        return getattr(sys.modules[self.__name__], name)


class _Nothing:
    """A type without values."""

    unknown = None  # SafeUUID has this member

    def __init__(self, *_: object, **__: object) -> None:
        """Take what the type that it stands for takes."""


def load() -> None:
    """Load msgspec, alone in footlint's own process; one that will not load so, as a later version may, loads whole."""
    with suppress(Exception), _alone():
        __import__("msgspec")
    if "msgspec" not in sys.modules:
        for name in [name for name in sys.modules if name.startswith("msgspec.")]:
            del sys.modules[name]


@contextmanager
def _alone() -> Iterator[None]:
    """Put what msgspec would load out of its reach while it is loaded."""
    if "msgspec" in sys.modules:
        yield
        return
    placed: dict[str, ModuleType | None] = {"typing_extensions": None}  # asked for where it is installed, never needed
    reference = typing.ForwardRef
    if footlint.owns_process:
        for name, wanted in _LATER.items():
            placed[name] = _Later(name)
            vars(placed[name]).update(dict.fromkeys(wanted, _Nothing))
        if sys.version_info < (3, 12):  # the half of it that is not C is all done over by the other, and slow to load
            placed["datetime"] = __import__("_datetime")
        if sys.version_info >= (3, 11):  # one is made to see whether it can be, and compiling the first text is dear
            typing.ForwardRef = _Nothing  # type: ignore[assignment, misc]
    new = placed.keys() - sys.modules.keys()
    sys.modules.update({name: placed[name] for name in new})  # type: ignore[misc] # None makes an import fail
    try:
        yield
    finally:  # whoever asks from now on has the whole of it
        typing.ForwardRef = reference  # type: ignore[misc]
        for name in new:
            if not name.startswith("msgspec."):
                del sys.modules[name]
