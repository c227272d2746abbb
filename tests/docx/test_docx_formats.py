"""One chapter as Markdown, as plain text and as a Word file: no rule knows the difference."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from footlint.chapters import read
from footlint.config import Configuration
from footlint.fixes import apply
from footlint.judgement import judge
from footlint.settings import Settings

ROOT = Path(__file__).parents[2]
CHAPTERS = sorted((ROOT / "fixtures" / "docx").glob("*.md"))


def found(path: Path):
    chapter = read(str(path), path.read_bytes(), Settings().text)
    return chapter, judge((chapter,), Configuration(Settings(), str(ROOT)), {str(path): chapter.source})


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
@pytest.mark.parametrize("suffix", [".txt", ".docx"])
def test_the_same_findings_in_every_format(path, suffix):
    _, expected = found(path)
    _, got = found(path.with_suffix(suffix))
    assert [(one.code, one.note, one.message, one.severity) for one in got] == [
        (one.code, one.note, one.message, one.severity) for one in expected
    ]
    assert len(expected) > 5


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_the_same_text_at_fault_in_text_and_word(path):
    text, in_text = found(path.with_suffix(".txt"))
    word, in_word = found(path.with_suffix(".docx"))
    assert [text.source.slice(one.span).split() for one in in_text if one.code.startswith("PG")] == [
        word.source.slice(one.span).split() for one in in_word if one.code.startswith("PG")
    ]


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_the_review_copy_becomes_what_fix_would_write(path):
    from footlint.review import review

    word = path.with_suffix(".docx")
    chapter, diagnostics = found(word)
    reviewed = review(str(word), word.read_bytes(), diagnostics, "2026-05-17T09:30:00Z")
    expected, applied = apply(chapter.text, diagnostics, "unsafe")
    assert list(reviewed.tracked) == applied
    assert len(applied) > 2
    assert read(str(word), reviewed.data, Settings().text).text == expected


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_a_word_file_of_another_program_gives_the_same_findings(path, tmp_path):
    pypandoc = pytest.importorskip("pypandoc")
    made = tmp_path / "made.docx"
    subprocess.run([pypandoc.get_pandoc_path(), "-f", "markdown", str(path), "-o", str(made)], check=True)
    _, expected = found(path)
    _, got = found(made)
    assert [(one.code, one.note, one.message) for one in got] == [(one.code, one.note, one.message) for one in expected]


def test_the_word_files_are_what_their_markdown_says():
    script = ROOT / "scripts" / "build_word_fixtures.py"
    assert subprocess.run([sys.executable, str(script), "--check"], check=False).returncode == 0
