"""The documentation of the rules is what the rules say."""

import importlib.util
from pathlib import Path

import pytest

from footlint.rules import MODULES

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def docs():
    spec = importlib.util.spec_from_file_location("docs_script", ROOT / "scripts" / "docs.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_nothing_is_stale(docs):
    assert docs.stale() == []


def test_every_rule_has_a_page_and_an_entry(docs):
    index = (ROOT / "docs" / "rules" / "index.md").read_text(encoding="utf-8")
    for code in MODULES:
        assert f"[{code}]({code}.md)" in index
        assert (ROOT / "docs" / "rules" / f"{code}.md").exists()


def test_stale_pages_are_named(docs, tmp_path):
    for name, text in docs.pages().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "XX001.md").write_text("a rule that is no more", encoding="utf-8")
    (tmp_path / "PG001.md").write_text("an older page", encoding="utf-8")
    (tmp_path / "PG002.md").unlink()
    assert docs.stale(tmp_path) == ["PG001.md", "PG002.md", "XX001.md"]
