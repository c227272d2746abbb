"""Expressions packed at build time do what they did, and are passed over where another Python packed them."""

from __future__ import annotations

import marshal
import os
import re
import subprocess
import sys

import pytest

from footlint import expressions, scanners

KEY = ("(a)(?P<b>b)?", 0)


@pytest.fixture
def table(monkeypatch):
    made = expressions.packed()
    made_by, packed = marshal.loads(made)
    assert made_by == scanners.maker()
    monkeypatch.setattr(expressions, "_table", lambda: packed)
    return packed


def test_every_expression_of_the_program_is_packed_as_it_would_be_compiled(table):
    assert len(table) > 50
    for pattern, flags in table:
        assert expressions.expression(pattern, flags) == re.compile(pattern, flags)


def test_expressions_read_alike_in_every_process():
    tables = {
        subprocess.run(
            [
                sys.executable,
                "-c",
                "import sys; from footlint.expressions import packed; sys.stdout.buffer.write(packed())",
            ],
            env=os.environ | {"PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(tables) == 1, "one is made of a set, and the table of the wheel does not have it"


def test_what_is_not_packed_is_compiled(table):
    assert expressions.expression("never asked for", re.IGNORECASE).match("NEVER ASKED FOR")


@pytest.mark.parametrize(
    "content",
    [
        *(marshal.dumps((made_by, {KEY: b"nothing that can be read"})) for made_by in ("another Python", "")),
        b"",
        b"no table",
        marshal.dumps((scanners.maker(), {KEY: b"a"}))[:-1],
        marshal.dumps(7),
    ],
)
def test_a_table_that_is_none_or_of_another_python_is_passed_over(tmp_path, monkeypatch, content):
    (tmp_path / "expressions.table").write_bytes(content)
    monkeypatch.setattr(expressions, "__file__", str(tmp_path / "expressions.py"))
    expressions._table.cache_clear()
    try:
        assert expressions.expression(*KEY) == re.compile(*KEY)
    finally:
        expressions._table.cache_clear()
