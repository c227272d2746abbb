"""Loads the compiled tables of the grammars, and has Lark compile them where they are missing.

Only lark and the standard library are imported here: the build hook loads this module before footlint is installed.
"""

from __future__ import annotations

import marshal
import os
from _blake2 import blake2b
from collections.abc import Callable, Mapping
from typing import Any

from footlint.lalr import Parser, Tables, Token, tables_of

#: Each grammar that is parsed with, and its start symbol. Files that others %import are not listed.
STARTS: dict[str, str] = {"chapter": "chapter", "reference": "note"}

_OPTIONS: dict[str, Any] = {"parser": "lalr", "lexer": "contextual", "maybe_placeholders": False}
#: What every supported Python reads; the format of the tables themselves.
_MARSHAL = 4
_FORMAT = 2
_HERE = os.path.dirname(os.path.abspath(__file__))


def folder() -> str:
    """Where the grammars lie: in the package of a wheel, else in the checkout."""
    packaged = os.path.join(_HERE, "_grammar")
    return packaged if os.path.isdir(packaged) else os.path.join(_HERE, "..", "..", "grammar")


def load(name: str, shaper: object, callbacks: Mapping[str, Callable[[Token], Token]] | None = None) -> Parser:
    """The parser of a grammar: `shaper` makes a value of each rule, `callbacks` may rename tokens by their name."""
    home = folder()
    stamp = _stamp(name, home)
    kept = os.path.join(home, ".compiled", f"{name}.table")
    table = _read(os.path.join(home, f"{name}.table"), stamp) or _read(kept, stamp)
    if table is None:
        table = _compile(name, home)
        _keep(kept, stamp + table)
    return Parser(Tables(*marshal.loads(table)), shaper, callbacks or {})  # noqa: S302 - its stamp has been compared


def compiled(name: str, home: str) -> bytes:
    """The stamped table of a grammar, as the build hook writes it into a wheel."""
    return _stamp(name, home) + _compile(name, home)


def _compile(name: str, home: str) -> bytes:
    import_lark()
    from lark import Lark

    with open(os.path.join(home, f"{name}.lark"), encoding="utf-8") as file:
        lark = Lark(file.read(), import_paths=[home], start=STARTS[name], **_OPTIONS)
    return marshal.dumps(tuple(tables_of(lark, STARTS[name])), _MARSHAL)


def _stamp(name: str, home: str) -> bytes:
    """A digest of all that the table depends on: every grammar file, for they import one another."""
    digest = blake2b(f"{_FORMAT} {name} {STARTS[name]} {_OPTIONS}".encode(), digest_size=32)
    for entry in sorted(entry for entry in os.listdir(home) if entry.endswith(".lark")):
        with open(os.path.join(home, entry), "rb") as file:
            # Line ends differ between checkouts, the grammar does not.
            digest.update(entry.encode() + b"\0" + file.read().replace(b"\r\n", b"\n") + b"\0")
    return digest.digest()


def _read(path: str, stamp: bytes) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read() if file.read(len(stamp)) == stamp else None
    except OSError:
        return None


def _keep(path: str, content: bytes) -> None:
    """Keep a table beside its grammar, whole or not at all; a folder that cannot be written to is no fault."""
    scratch = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(scratch, "wb") as file:
            file.write(content)
        os.replace(scratch, path)
    except OSError:
        if os.path.exists(scratch):
            os.unlink(scratch)


def import_lark() -> None:
    """Import lark without the `regex` package, which it imports when it is installed and no grammar here needs (17 ms).

    A lazy module does not help: up to Python 3.11 the import statement itself wakes it.
    """
    import sys

    if "regex" in sys.modules or "lark" in sys.modules:
        return
    sys.modules["regex"] = None  # type: ignore[assignment] # makes `import regex` fail, as if it were missing
    try:
        import lark  # noqa: F401
    finally:
        del sys.modules["regex"]
