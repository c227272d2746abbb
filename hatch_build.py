"""Builds the compiled tables of the grammars into the wheel, beside their sources."""

from __future__ import annotations

import os
import sys
import tempfile
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GrammarTables(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles each grammar once, so that no user's first run has to."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the tables to a wheel; an editable install keeps its own under `grammar/.compiled/`."""
        if version == "editable":
            return
        sys.path.insert(0, os.path.join(self.root, "src"))
        try:
            from footlint import grammars
        finally:
            sys.path.pop(0)
        home = os.path.join(self.root, "grammar")
        scratch = tempfile.mkdtemp(prefix="footlint-tables-")
        for name in grammars.STARTS:
            path = os.path.join(scratch, f"{name}.table")
            with open(path, "wb") as file:
                file.write(grammars.compiled(name, home))
            build_data["force_include"][path] = f"footlint/_grammar/{name}.table"
