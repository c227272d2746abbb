"""The modules that checks load, in one file of the wheel: to look for each of them takes longer than to run it.

The build hook packs them, and loads this module before footlint is installed. A checkout, and another Python than the
one that built the wheel, load modules as ever, and so is one loaded whose source is not as long as it was.
"""

from __future__ import annotations

import marshal
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

NAME = "modules"
_HERE = os.path.dirname(os.path.abspath(__file__))

#: Of a module: how long its source is, whether it is a package, its code.
_Packed = tuple[int, bool, bytes]
_NOTHING: _Packed = (0, False, b"")


def use() -> None:
    """Load the modules of the program from the table of the wheel from now on, if there is one for this Python."""
    try:
        with open(os.path.join(_HERE, f"{NAME}.table"), "rb") as file:
            made_by, modules = marshal.loads(file.read())  # noqa: S302 - it came with this file
        usable = made_by == _maker()
    except (OSError, EOFError, ValueError, TypeError, ImportError):
        return
    if usable:
        sys.meta_path.insert(0, _Bundle(modules))


class _Bundle:
    """Finds and loads modules of which the code is at hand."""

    def __init__(self, modules: dict[str, _Packed]) -> None:
        self._modules = modules

    def find_spec(self, name: str, path: Sequence[str] | None, _: ModuleType | None = None, /) -> ModuleSpec | None:
        """Where a module is; None for one that is not here, or no longer as it was."""
        size, is_package, _code = self._modules.get(name, _NOTHING)
        if not path or not size:
            return None
        home = os.path.join(path[0], name.rpartition(".")[2])
        file = os.path.join(home, "__init__.py") if is_package else f"{home}.py"
        try:
            if os.stat(file).st_size != size:
                return None
        except OSError:
            return None
        spec: ModuleSpec = type(__spec__)(name, self, origin=file, is_package=is_package)  # type: ignore[arg-type]
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(home)
        return spec

    def create_module(self, _: ModuleSpec) -> ModuleType | None:
        """None: an ordinary one will do."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the code of a module."""
        spec = module.__spec__
        assert spec is not None
        module.__file__ = spec.origin
        exec(marshal.loads(self._modules[spec.name][2]), vars(module))  # noqa: S102, S302 - as any import does


def _maker() -> bytes:
    """What code depends on: the number that this Python gives to its form."""
    number: bytes = __import__("_frozen_importlib_external").MAGIC_NUMBER
    return number


#: A text whose check loads what nearly every check does.
_SAMPLE = "Text.¹\n\n1 A. Author, *Title* (London, 1990), p. 5.\n"
#: Checks the sample, and writes the table of what that has loaded.
_CHECK = """
import sys
_, home, sample, table = sys.argv
sys.path.insert(0, home)
import footlint
footlint.owns_process = True
from footlint.cli import main
main(["check", "--isolated", "--no-cache", sample])
from footlint.bundle import loaded
with open(table, "wb") as file:
    file.write(loaded())
"""


def packed() -> bytes:
    """The table of what checks load. Raises CalledProcessError where the sample cannot be checked."""
    import subprocess
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        sample = os.path.join(folder, "sample.txt")
        with open(sample, "w", encoding="utf-8") as file:
            file.write(_SAMPLE)
        # in another process, since this one may have loaded anything; the columns of a traceback double a table
        command = [sys.executable, "-X", "no_debug_ranges", "-c", _CHECK, os.path.dirname(_HERE), sample, NAME]
        subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)  # noqa: S603
        with open(os.path.join(folder, NAME), "rb") as table:
            return table.read()


def loaded() -> bytes:
    """The table of all modules of the program that this process has loaded."""
    modules = {name: _pack(module) for name, module in sorted(sys.modules.items()) if name.startswith("footlint.")}
    return marshal.dumps((_maker(), modules))


def _pack(module: ModuleType) -> _Packed:
    import ast

    assert module.__file__ is not None
    with open(module.__file__, "rb") as file:
        source = file.read()
    tree = ast.parse(source)
    if not module.__name__.startswith(_SHOW_DOCSTRING) and ast.get_docstring(tree) is not None:
        del tree.body[0]
    for node in ast.walk(tree):  # no run looks at docstrings of functions and classes, or annotations of functions
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and ast.get_docstring(node) is not None:
            node.body[0] = ast.copy_location(ast.Pass(), node.body[0])
        if isinstance(node, ast.FunctionDef):
            node.returns = None
        if isinstance(node, ast.arg):
            node.annotation = None
    # a traceback looks for the lines of a file with such a name wherever modules are looked for
    shown = os.path.relpath(module.__file__, os.path.dirname(_HERE))
    code = compile(tree, shown, "exec", dont_inherit=True, optimize=0)
    return len(source), hasattr(module, "__path__"), marshal.dumps(code)


#: Where the docstring of a module is the page of a rule or the help of a command.
_SHOW_DOCSTRING = ("footlint.rules.", "footlint.cli.")
