"""Regular expressions in the form in which CPython runs them: a large one takes longer to compile than to use.

The form is CPython's own affair and differs between its versions. It is therefore marked with the version that made it,
and where another one runs, or none of this is there, the expression is compiled as usual.
"""

from __future__ import annotations

import re
import sys
from typing import Any

#: An expression, its flags, code, number of groups, groups by name and by number.
Packed = tuple[str, int, bytes, int, dict[str, int], tuple["str | None", ...]]
#: CPython's code is made of words of so many bytes.
_WORD = 4


def maker() -> str:
    """What the packed form depends on; empty where it cannot be had."""
    try:
        _sre = __import__("_sre")  # CPython's
    except ImportError:
        return ""
    return "" if _sre.CODESIZE != _WORD else f"{sys.implementation.cache_tag} {_sre.MAGIC} {sys.byteorder}"


def pack(pattern: str, flags: int = 0) -> Packed:
    """The packed form of an expression; its code is empty where this Python does not tell it."""
    try:
        return _packed(pattern, flags)
    except (AttributeError, ImportError, TypeError):
        return pattern, flags, b"", 0, {}, ()


def _packed(pattern: str, flags: int) -> Packed:
    compiler: Any
    parser: Any
    if sys.version_info >= (3, 11):
        from re import _compiler as compiler  # type: ignore[attr-defined]
        from re import _parser as parser  # type: ignore[attr-defined]
    else:
        import sre_compile as compiler
        import sre_parse as parser
    tree = parser.parse(pattern, flags)
    state = tree.state
    by_number: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        by_number[number] = name
    code = b"".join(int(word).to_bytes(_WORD, sys.byteorder) for word in compiler._code(tree, flags))  # noqa: SLF001
    return pattern, flags | state.flags, code, state.groups - 1, dict(state.groupdict), tuple(by_number)


def unpack(packed: Packed, made_by: str) -> re.Pattern[str]:
    """The expression, ready to run."""
    if packed[2] and made_by and made_by == maker():
        expression, flags, code, *groups = packed
        words = memoryview(code).cast("I").tolist()
        pattern: re.Pattern[str] = __import__("_sre").compile(expression, flags, words, *groups)
        return pattern
    return re.compile(packed[0], packed[1])
