"""Loads the compiled tables of the grammars, and has Lark compile them where they are missing.

Only lark and the standard library are imported here: the build hook loads this module before footlint is installed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any

from footlint import compiled
from footlint.lalr import Make, Parser, Tables, tables_of

#: Each grammar that is parsed with, and its start symbol. Files that others %import are not listed.
STARTS: dict[str, str] = {"chapter": "chapter", "reference": "note"}

_OPTIONS: dict[str, Any] = {"parser": "lalr", "lexer": "contextual", "maybe_placeholders": False}
#: The format of the tables themselves.
_FORMAT = 5
_HERE = os.path.dirname(os.path.abspath(__file__))


def folder() -> str:
    """Where the grammars lie: in the package of a wheel, else in the checkout."""
    packaged = os.path.join(_HERE, "_grammar")
    return packaged if os.path.isdir(packaged) else os.path.join(_HERE, "..", "..", "grammar")


def load(name: str, shaper: object, make: Make, callbacks: Mapping[str, Callable[[Any], str]] | None = None) -> Parser:
    """The parser of a grammar: `make` makes tokens, `shaper` a value of each rule, `callbacks` may rename tokens."""
    home = folder()
    table = compiled.load(home, name, _sources(name, home), lambda: _compile(name, home).state)
    return Parser(Tables(*table), shaper, make, callbacks or {})


def packed(name: str, home: str) -> bytes:
    """The table of a grammar, as the build hook writes it into a wheel."""
    return compiled.pack(_sources(name, home), _compile(name, home).state)


def _compile(name: str, home: str) -> Tables:
    from lark import Lark

    with open(os.path.join(home, f"{name}.lark"), encoding="utf-8") as file:
        lark = Lark(file.read(), import_paths=[home], start=STARTS[name], **_OPTIONS)
    return tables_of(lark, STARTS[name])


def _sources(name: str, home: str) -> compiled.Sources:
    """Every grammar file counts, for they import one another."""
    files = sorted(entry for entry in os.listdir(home) if entry.endswith(".lark"))
    how = f"{_FORMAT} {name} {STARTS[name]} {_OPTIONS}"
    return how, [os.path.join(home, file) for file in files]
