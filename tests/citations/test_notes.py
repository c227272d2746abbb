"""Every note of `fixtures/notes` parses into exactly the elements that stand beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from footlint.citations.outline import outline
from footlint.citations.parse import parse_note
from footlint.citations.plain import prose_of

NOTES = Path(__file__).parents[2] / "fixtures" / "notes"
FAMILIES = sorted(NOTES.glob("*.yaml"))


def entries(path: Path) -> list[dict[str, Any]]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


CASES = [
    pytest.param(entry["note"], entry["expect"], id=f"{path.stem}-{number}")
    for path in FAMILIES
    for number, entry in enumerate(entries(path), 1)
]


@pytest.mark.parametrize(("note", "expected"), CASES)
def test_the_parse_of_a_note(note: str, expected: list[dict[str, Any]]) -> None:
    assert outline(parse_note(prose_of(note))) == expected


def test_the_tables_hold_400_notes_of_ten_families() -> None:
    assert len(FAMILIES) >= 10
    assert len(CASES) >= 400


def test_no_note_stands_twice() -> None:
    notes = [case.values[0] for case in CASES]
    assert len(set(notes)) == len(notes)
