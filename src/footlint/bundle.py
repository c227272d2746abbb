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
    from types import CodeType, ModuleType

NAME = "modules"
_HERE = os.path.dirname(os.path.abspath(__file__))

#: Of a module: how long its source is, and whether it is a package.
_Source = tuple[int, bool]


def use() -> None:
    """Load the modules of the program from the table of the wheel from now on, if there is one for this Python."""
    try:
        with open(os.path.join(_HERE, f"{NAME}.table"), "rb") as file:
            made_by, sources, packs = marshal.loads(file.read())  # noqa: S302 - it came with this file
        usable = made_by == _maker()
    except (OSError, EOFError, ValueError, TypeError, ImportError):
        return
    if usable:
        sys.meta_path.insert(0, _Bundle(sources, packs))


class _Bundle:
    """Finds and loads modules of which the code is at hand."""

    def __init__(self, sources: dict[str, _Source], packs: dict[str, bytes]) -> None:
        self._sources = sources
        self._packs = packs
        self._code: dict[str, CodeType] = {}

    def find_spec(self, name: str, path: Sequence[str] | None, _: ModuleType | None = None, /) -> ModuleSpec | None:
        """Where a module is; None for one that is not here, or no longer as it was."""
        size, is_package = self._sources.get(name, (0, False))
        if not path or not size:
            return None
        home = f"{path[0]}{os.sep}{name.rpartition('.')[2]}"
        file = f"{home}{os.sep}__init__.py" if is_package else f"{home}.py"
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
        if spec.name not in self._code:
            self._code.update(marshal.loads(self._packs[_pack_of(spec.name)]))  # noqa: S302 - it came with this file
        exec(self._code[spec.name], vars(module))  # noqa: S102 - as any import does


def _pack_of(name: str) -> str:
    """With what the code of a module is packed: the modules of one package; what is in none is by itself."""
    return name if name.count(".") == 1 else name.rpartition(".")[0]


def _maker() -> bytes:
    """What code depends on: the number that this Python gives to its form."""
    number: bytes = __import__("_frozen_importlib_external").MAGIC_NUMBER
    return number


#: A text whose check loads what nearly every check does.
_SAMPLE = "Text.¹\n\n1 P. Avtorov, *Vechera v derevne i zhizn' derevenskikh khoziaev* (Moskva, 1990), s. 5.\n"
#: Checks the sample, and writes the table of what that has loaded.
_CHECK = """
import sys
_, home, sample, table = sys.argv
sys.path.insert(0, home)
import footlint
footlint.owns_process = True
from footlint.cli import main
main(["check", "--isolated", "--no-cache", "--jobs", "1", sample])
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
    sources: dict[str, _Source] = {}
    packs: dict[str, dict[str, CodeType]] = {}
    for name, module in sorted(sys.modules.items()):
        if name.startswith("footlint."):
            size, is_package, code = _compiled(module)
            sources[name] = size, is_package
            packs.setdefault(_pack_of(name), {})[name] = code
    return marshal.dumps((_maker(), sources, {name: marshal.dumps(pack) for name, pack in packs.items()}))


def _compiled(module: ModuleType) -> tuple[int, bool, CodeType]:
    """How long the source of a module is, whether it is a package, and its code without what no run looks at."""
    import ast

    assert module.__file__ is not None
    with open(module.__file__, "rb") as file:
        source = file.read()
    tree = ast.parse(source)
    if not module.__name__.startswith(_SHOW_DOCSTRING) and ast.get_docstring(tree) is not None:
        del tree.body[0]
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and ast.get_docstring(node) is not None:
            node.body[0] = ast.copy_location(ast.Pass(), node.body[0])
        if isinstance(node, ast.FunctionDef):
            node.returns = None
        if isinstance(node, ast.arg):
            node.annotation = None
    # a traceback looks for the lines of a file with such a name wherever modules are looked for
    shown = os.path.relpath(module.__file__, os.path.dirname(_HERE))
    code: CodeType = compile(tree, shown, "exec", dont_inherit=True, optimize=0)
    return len(source), hasattr(module, "__path__"), code


#: Where the docstring of a module is the page of a rule or the help of a command.
_SHOW_DOCSTRING = ("footlint.rules.", "footlint.cli.")
