"""Modules packed at build time are those of the program, and are passed over where they may not be."""

from __future__ import annotations

import marshal
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import footlint
from footlint import bundle

PACKAGE = Path(footlint.__file__).parent
CHAPTER = "Text.¹\n\n1 A. Author, *Title* (London, 1990), pp. 9–5.\n"


@pytest.fixture(scope="module")
def table():
    return bundle.packed()


@pytest.fixture
def installed(tmp_path, table):
    """A package as it stands in a wheel, with a chapter beside it."""
    package = tmp_path / "footlint"
    leave = shutil.ignore_patterns("__pycache__", "lexicon.bin", "foreign.txt")
    shutil.copytree(PACKAGE, package, ignore=leave)
    if not (package / "_grammar").exists():  # a checkout
        shutil.copytree(PACKAGE.parents[1] / "grammar", package / "_grammar")
    (package / "modules.table").write_bytes(table)
    (tmp_path / "chapter.txt").write_text(CHAPTER, encoding="utf-8")
    return package


def run(package, code):
    """What a program prints that has run footlint's own main over the chapter before."""
    start = (
        "import sys, footlint; footlint.owns_process = True; from footlint import bundle; bundle.use(); "
        "from footlint.cli import main; main(['check', '--no-cache', 'chapter.txt']); "
    )
    environment = os.environ | {"PYTHONPATH": str(package.parent), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", start + code],
        cwd=package.parent,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout + done.stderr


LOADERS = "print({type(sys.modules[n].__loader__).__name__ for n in sys.modules if n.startswith('footlint.r')})"


def test_a_check_finds_the_same_with_the_modules_of_the_table(installed):
    packed = run(installed, LOADERS)
    (installed / "modules.table").unlink()
    plain = run(installed, LOADERS)
    assert "PG004" in packed
    assert "{'_Bundle'}" in packed
    assert packed.replace("_Bundle", "SourceFileLoader") == plain


def test_modules_of_the_table_look_like_others(installed):
    told = run(installed, "import footlint.rules as r; print(r.__file__, r.__path__, r.__package__, r.__name__)")
    home = installed / "rules"
    assert f"{home / '__init__.py'} ['{home}'] footlint.rules footlint.rules" in told


def test_an_edited_module_is_loaded_from_its_source(installed):
    with open(installed / "engine.py", "a", encoding="utf-8") as file:
        file.write("\nEDITED = True\n")
    assert "EDITED True" in run(installed, "import footlint.engine as e; print('EDITED', e.EDITED)")


def test_a_module_that_is_gone_is_gone(installed):
    (installed / "engine.py").unlink()
    assert "No module named 'footlint.engine'" in run(installed, "")


@pytest.mark.parametrize("content", [b"", b"no table", marshal.dumps((b"another Python", {}, {})), marshal.dumps(7)])
def test_a_table_that_is_none_or_of_another_python_is_passed_over(installed, content):
    (installed / "modules.table").write_bytes(content)
    told = run(installed, LOADERS)
    assert "PG004" in told
    assert "{'SourceFileLoader'}" in told


def test_a_traceback_shows_the_lines_of_a_packed_module(installed):
    told = run(
        installed,
        "import os, traceback; os.chdir('/')\n"
        "try: footlint.engine.check(None, None)\n"
        "except TypeError: traceback.print_exc()",
    )
    assert 'engine.py", line' in told
    assert "plans = groups(paths, configurations)" in told


def test_the_table_has_what_every_check_loads_and_nothing_of_commands_beside(table):
    made_by, sources, packs = marshal.loads(table)
    assert made_by == bundle._maker()
    assert {name for pack in packs.values() for name in marshal.loads(pack)} == set(sources)
    assert {"footlint.engine", "footlint.readers.plain", "footlint.rules.romanization.initials"} <= set(sources)
    assert set(marshal.loads(packs["footlint.engine"])) == {"footlint.engine"}, "a run without news loads no more"
    assert "footlint.romanization.judge" in marshal.loads(packs["footlint.romanization"])
    assert not {"footlint.lsp", "footlint.readers.docx", "footlint.cli.fix"} & set(sources)


def test_pages_of_rules_are_packed_and_values_can_be_decoded(installed):
    told = run(
        installed,
        "from footlint.rules.locators import reversed_range; print(reversed_range.__doc__)\n"
        "from footlint.facts import ChapterFacts as Facts; from msgspec import msgpack\n"
        "print(msgpack.decode(msgpack.encode(Facts('a', 'text', 'end', 3)), type=Facts))",
    )
    assert "A range of pages that ends before it begins.\n\n## Why it matters" in told
    assert "ChapterFacts(path='a', format='text', layout='end', length=3" in told
