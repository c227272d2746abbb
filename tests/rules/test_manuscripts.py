"""Whole manuscripts of many house styles: what they want is found, and nothing else."""

from pathlib import Path

import pytest

from footlint.rules import MODULES
from footlint.testing import manuscript_problems
from footlint.testing.wants import wants_in_comments, wants_in_rows

FOLDER = Path(__file__).parents[2] / "fixtures" / "manuscripts"
MANUSCRIPTS = sorted(path for path in FOLDER.iterdir() if path.is_dir() or path.suffix in {".md", ".txt"})
#: The engine's own codes, about runs and not about manuscripts.
OF_THE_RUN = {"E001", "E002"}


@pytest.mark.parametrize("path", MANUSCRIPTS, ids=lambda path: path.name)
def test_manuscript(path):
    assert not manuscript_problems(str(path))


def test_every_rule_is_wanted_somewhere():
    wants = [want for path in FOLDER.rglob("*.md") for want in wants_in_comments(path.read_text(encoding="utf-8"))]
    wants += [want for path in FOLDER.rglob("*.want") for want in wants_in_rows(path.read_text(encoding="utf-8"))]
    assert not set(MODULES) - OF_THE_RUN - {want.code for want in wants}
