"""Builds compiled tables into the wheel: of grammars, word lists, romanisations, regular expressions, and code."""

from __future__ import annotations

import os
import sys
import tempfile
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledTables(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles them once, so that no user's first run has to."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the tables to a wheel; an editable install keeps its own in a folder `.compiled` beside the sources."""
        if version == "editable":
            return
        sys.path.insert(0, os.path.join(self.root, "src"))
        try:
            from footlint import bundle, expressions, grammars
            from footlint.citations import words
            from footlint.romanization import tables
        finally:
            sys.path.pop(0)
        home = os.path.join(self.root, "grammar")
        scratch = tempfile.mkdtemp(prefix="footlint-tables-")
        packed = {f"_grammar/{name}": grammars.packed(name, home) for name in grammars.STARTS}
        packed[f"romanization/systems/{tables.NAME}"] = tables.packed()
        packed[f"citations/data/{words.NAME}"] = words.packed()
        packed[expressions.NAME] = expressions.packed()
        packed[bundle.NAME] = bundle.packed()
        for name, content in packed.items():
            path = os.path.join(scratch, f"{os.path.basename(name)}.table")
            with open(path, "wb") as file:
                file.write(content)
            build_data["force_include"][path] = f"footlint/{name}.table"
