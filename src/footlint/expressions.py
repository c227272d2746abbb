"""The regular expressions that the program is written with: loading one is thirty times quicker than compiling it.

The build hook packs them all into a table of the wheel, and loads this module before footlint is installed; a checkout
compiles them.
"""

from __future__ import annotations

import marshal
import os
import re
from functools import cache as remember

from footlint.scanners import maker, pack, unpack

NAME = "expressions"

#: The text of an expression and its flags.
_Key = tuple[str, int]
_met: set[_Key] = set()


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The expression, from the table of the wheel if it has been packed by a Python like this one."""
    key = (pattern, int(flags))
    _met.add(key)
    packed = _table().get(key)
    return re.compile(pattern, flags) if packed is None else unpack(marshal.loads(packed), maker())  # noqa: S302 - ours


@remember
def _table() -> dict[_Key, bytes]:
    try:
        with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), f"{NAME}.table"), "rb") as file:
            made_by, table = marshal.loads(file.read())  # noqa: S302 - it came with this file
    except (OSError, EOFError, ValueError, TypeError):  # none, or none that is whole
        return {}
    return table if made_by and made_by == maker() else {}


def packed() -> bytes:
    """The table of what all modules of the program ask for when they are loaded."""
    from contextlib import suppress
    from importlib import import_module
    from pkgutil import walk_packages

    import footlint

    for module in walk_packages(footlint.__path__, "footlint."):
        with suppress(ImportError):  # a library that building does not need: its expressions are compiled
            import_module(module.name)
    return marshal.dumps((maker(), {key: marshal.dumps(pack(*key)) for key in sorted(_met)}))
