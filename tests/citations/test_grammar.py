"""The grammar has no conflicts, and Lark's own compiler agrees with the loaded table."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from lark import Lark, logger

GRAMMAR = Path(__file__).parents[2] / "grammar"


def test_no_conflicts(caplog: pytest.LogCaptureFixture) -> None:
    logger.setLevel(logging.DEBUG)
    logger.propagate = True
    try:
        with caplog.at_level(logging.DEBUG, logger=logger.name):
            Lark(
                (GRAMMAR / "reference.lark").read_text(encoding="utf-8"),
                import_paths=[str(GRAMMAR)], parser="lalr", lexer="contextual", start=["note"], debug=True,
            )  # fmt: skip
    finally:
        logger.setLevel(logging.CRITICAL)
    assert "Shift/Reduce" not in caplog.text
    assert "Reduce/Reduce" not in caplog.text


def test_a_grammar_with_a_conflict_would_be_caught(caplog: pytest.LogCaptureFixture) -> None:
    logger.setLevel(logging.DEBUG)
    logger.propagate = True
    try:
        with caplog.at_level(logging.DEBUG, logger=logger.name):
            Lark('start: a "x"? | a "x" "y"\na: "z" | "z" "x"', parser="lalr", debug=True)
    finally:
        logger.setLevel(logging.CRITICAL)
    assert "Shift/Reduce" in caplog.text
