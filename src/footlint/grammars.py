"""Loads the compiled tables of the Lark grammars, and compiles them where they are missing.

Only lark and the standard library are imported here: the build hook loads this module before footlint is installed.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lark import Lark

#: Each grammar that is parsed with, and its start symbols. Files that others %import are not listed.
STARTS: dict[str, tuple[str, ...]] = {"chapter": ("chapter",), "reference": ("note",)}

_HERE = os.path.dirname(os.path.abspath(__file__))


def folder() -> str:
    """Where the grammars lie: in the package of a wheel, else in the checkout."""
    packaged = os.path.join(_HERE, "_grammar")
    return packaged if os.path.isdir(packaged) else os.path.join(_HERE, "..", "..", "grammar")


def load(name: str, **options: Any) -> Lark:  # noqa: ANN401 - lark's own options, such as `transformer`
    """The parser of a grammar; `options` are those that lark allows with a compiled table."""
    import io

    import_lark()
    from lark import Lark

    home = folder()
    stamp = _stamp(name, home)
    kept = os.path.join(home, ".compiled", f"{name}.table")
    table = _read(os.path.join(home, f"{name}.table"), stamp) or _read(kept, stamp)
    if table is None:
        table = _compile(name, home)
        _keep(kept, stamp + table)
    # `Lark.load` is this without options.
    return Lark.__new__(Lark)._load(io.BytesIO(table), **options)  # noqa: SLF001


def compiled(name: str, home: str) -> bytes:
    """The stamped table of a grammar, as the build hook writes it into a wheel."""
    import_lark()
    return _stamp(name, home) + _compile(name, home)


def _compile(name: str, home: str) -> bytes:
    import io

    from lark import Lark

    table = io.BytesIO()
    with open(os.path.join(home, f"{name}.lark"), encoding="utf-8") as file:
        Lark(file.read(), import_paths=[home], **_options(name)).save(table)
    return table.getvalue()


def _options(name: str) -> dict[str, Any]:
    return {"parser": "lalr", "lexer": "contextual", "start": list(STARTS[name]), "maybe_placeholders": False}


def _stamp(name: str, home: str) -> bytes:
    """A digest of all that the table depends on: every grammar file, for they import one another."""
    import hashlib

    from lark import __version__

    digest = hashlib.sha256(f"{name} {_options(name)} lark {__version__}".encode())
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
