"""Loading msgspec alone.

By itself it also loads all for UUIDs, decimal numbers, schemas, TOML and YAML, of which no record has any, and
which take longer to load than Python to start. In a process that only runs footlint they wait until they are asked for.
"""

from __future__ import annotations

import sys
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

#: Modules of which msgspec wants to know some types at once, in order to tell their values from others.
_TYPES = {"decimal": ("Decimal",), "uuid": ("UUID", "SafeUUID")}
_PARTS = ("msgspec.inspect", "msgspec.json", "msgspec.structs", "msgspec.toml", "msgspec.yaml")
_is_ours = False


class _Later(ModuleType):
    """Stands for a module until something is asked of it that it does not have."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the module has
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        __import__(self.__name__)
        return getattr(sys.modules[self.__name__], name)


class _Nothing:
    """A type without values."""

    unknown = None  # SafeUUID has this member


def claim_process() -> None:
    """Say that nobody but footlint uses msgspec in this process."""
    global _is_ours  # noqa: PLW0603 - a process has one owner
    _is_ours = True


def place() -> list[str]:
    """Put what msgspec would load out of its reach; the names of the modules to remove once it is loaded."""
    if "msgspec" in sys.modules:
        return []
    placed: dict[str, ModuleType | None] = {"typing_extensions": None}  # asked for where it is installed, never needed
    if _is_ours:
        if sys.version_info < (3, 12):  # the half of it that is not C is all done over by the other, and slow to load
            placed["datetime"] = __import__("_datetime")
        placed |= {name: _Later(name) for name in (*_PARTS, *_TYPES)}
        for name, types in _TYPES.items():
            vars(placed[name]).update(dict.fromkeys(types, _Nothing))
    new = placed.keys() - sys.modules.keys()
    sys.modules.update({name: placed[name] for name in new})  # type: ignore[misc] # None makes an import fail
    return [name for name in new if name not in _PARTS]


def remove(names: list[str]) -> None:
    """Let whoever asks for these from now on have the whole of them."""
    for name in names:
        del sys.modules[name]
