import logging
import os
import re
import shutil
import subprocess
import sys

import pytest

from footlint import grammars
from footlint.readers.plain import lines


@pytest.fixture
def home(tmp_path, monkeypatch):
    folder = tmp_path / "grammar"
    folder.mkdir()
    for name in os.listdir(grammars.folder()):
        if name.endswith(".lark"):
            shutil.copy(os.path.join(grammars.folder(), name), folder / name)
    monkeypatch.setattr(grammars, "folder", lambda: str(folder))
    return folder


def test_a_table_is_kept_and_used(home, monkeypatch):
    lines.parse("One.¹\n\n1 See.\n")
    assert [path.name for path in (home / ".compiled").iterdir()] == ["chapter.table"]
    monkeypatch.setattr(grammars, "_compile", lambda *_: pytest.fail("compiled again"))
    lines.parse("One.¹\n\n1 See.\n")


def test_any_changed_grammar_file_makes_the_table_stale(home):
    grammars.load("chapter", lines._Values(), lines.Piece)
    table = home / ".compiled" / "chapter.table"
    before = table.read_bytes()
    (home / "imported.lark").write_text("A: /a/\n")
    grammars.load("chapter", lines._Values(), lines.Piece)
    assert table.read_bytes()[:32] != before[:32]


def test_a_foreign_table_is_not_read(home):
    (home / ".compiled").mkdir()
    (home / ".compiled" / "chapter.table").write_bytes(b"\0" * 32 + b"\xff")
    lines.parse("1 See.\n")


def test_a_folder_that_cannot_be_written_to_is_no_fault(home):
    (home / ".compiled").write_text("a file stands where the folder should")
    lines.parse("1 See.\n")


def test_the_build_hook_and_the_loader_agree(home):
    (home / "chapter.table").write_bytes(grammars.packed("chapter", str(home)))
    lines.parse("1 See.\n")
    assert not (home / ".compiled").exists()


def test_a_chapter_is_read_without_lark():
    lines.parse("1 See.")  # the table is there
    code = "import sys; from footlint.readers.plain import lines; lines.parse('1 See.'); print('lark' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"


def test_the_chapter_grammar_has_no_conflicts():
    from lark import Lark, logger

    messages = []
    handler = logging.Handler()
    handler.emit = lambda record: messages.append(record.getMessage())
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    try:
        with open(os.path.join(grammars.folder(), "chapter.lark"), encoding="utf-8") as file:
            Lark(file.read(), parser="lalr", start="chapter", debug=True)
    finally:
        logger.removeHandler(handler)
        logger.setLevel(logging.CRITICAL)
    assert not [message for message in messages if "Shift/Reduce" in message]


def test_each_rule_of_the_chapter_grammar_has_a_line_beside_it():
    with open(os.path.join(grammars.folder(), "chapter.lark"), encoding="utf-8") as file:
        lines = file.read().splitlines()
    rules = [number for number, line in enumerate(lines) if re.match(r"[a-z_]+:", line)]
    assert rules
    assert all("//" in lines[number] or lines[number - 1].startswith("//") for number in rules)
