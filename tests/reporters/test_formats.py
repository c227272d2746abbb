import json
from itertools import product

import pytest

from footlint.diagnostic import Diagnostic, Report
from footlint.finding import Edit, Fix, Related
from footlint.reporters import FORMATS, render
from footlint.reporters.page import Page, page_for
from footlint.source import Part, Source, Span

TEXT = "One ferry,¹ and another.²\nThe next line, 100 %: done\n\nLast."
TWO = Source("b/two.md", TEXT)
WORD = Source("c.docx", "First words of it, and more.\nSecond.\n1 A note.\n", (Part("body", 0), Part("footnotes", 37)))


def diagnostic(path, start, end, message="marker 1 has no note", **more):
    code, severity = more.pop("code", "FN001"), more.pop("severity", "error")
    return Diagnostic(code, "missing-note", severity, path, Span(start, end), message, **more)


FIX = Fix("Number it 2", (Edit(Span(10, 11), "²"),), "safe")
EVIDENCE = (Related(Span(24, 25), "marker 2 stands here"), Related(Span(0, 3), "and here", path="b/two.md"))
FINDINGS = (
    diagnostic("a.md", 10, 11, note="1", related=EVIDENCE, fix=FIX),
    diagnostic("a.md", 41, 60, "50 %: two lines,\nsaid so", severity="hint", code="FN013"),
    diagnostic("b/two.md", 0, 0, severity="warning", code="FN010"),
    diagnostic("c.docx", 37, 38, note="1"),
    diagnostic("c.docx", 6, 11),
)
REPORT = Report(FINDINGS, {"a.md": Source("a.md", TEXT), "b/two.md": TWO, "c.docx": WORD}, files=4, failing=4)


def test_text():
    assert render("text", REPORT, Page(80)) == (
        """\
── a.md ────────────────────────────────────────────────────────────────────────

error FN001 missing-note: marker 1 has no note
 --> a.md:1:11, note 1
  │
1 │ One ferry,¹ and another.²
  │           ^
1 │ One ferry,¹ and another.²
  │                         - marker 2 stands here
 ::: b/two.md:1:1
1 │ One ferry,¹ and another.²
  │ --- and here
  = fix: Number it 2 (footlint fix)

hint FN013 missing-note: 50 %: two lines, said so
 --> a.md:2:16
  │
2 │ The next line, 100 %: done
  │                ^^^^^^^^^^^

── b/two.md ────────────────────────────────────────────────────────────────────

warning FN010 missing-note: marker 1 has no note
 --> b/two.md:1:1
  │
1 │ One ferry,¹ and another.²
  │ ^

── c.docx ──────────────────────────────────────────────────────────────────────

error FN001 missing-note: marker 1 has no note
 --> c.docx: note 1
  │
1 │ 1 A note.
  │ ^

error FN001 missing-note: marker 1 has no note
 --> c.docx: paragraph 1, «First words of it, …»
  │
1 │ First words of it, and more.
  │       ^^^^^

Checked 4 chapters: 3 errors, 1 warning and 1 hint. footlint fix repairs 1 of
them. footlint review writes a copy of a Word file with comments and tracked
changes.
"""
    )


@pytest.mark.parametrize(("width", "unicode"), list(product((30, 40, 80, 200), (True, False))))
def test_text_keeps_within_its_width(width, unicode):
    text = render("text", REPORT, Page(width, unicode=unicode))
    assert max(map(len, text.splitlines())) <= width + (0 if width > 40 else 20)  # a path is never broken
    if not unicode:
        assert not set(text) & set("│─")


def test_colour_adds_nothing_but_colour():
    import re

    plain, coloured = (render("text", REPORT, Page(80, colour=colour)) for colour in (False, True))
    assert "\x1b[1;31merror FN001" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


def test_many_places_are_counted():
    related = tuple(Related(Span(at, at + 1), f"here {at}") for at in range(9))
    report = Report((diagnostic("a.md", 10, 11, related=related),), REPORT.sources, files=1)
    text = render("text", report, Page(80))
    assert "here 3" in text
    assert "here 4" not in text
    assert "  = and 5 more places\n" in text


def test_concise():
    assert render("concise", REPORT, Page()) == (
        "a.md:1:11: FN001 marker 1 has no note\n"
        "a.md:2:16: FN013 50 %: two lines, said so\n"
        "b/two.md:1:1: FN010 marker 1 has no note\n"
        "c.docx: note 1: FN001 marker 1 has no note\n"
        "c.docx: paragraph 1, «First words of it, …»: FN001 marker 1 has no note\n"
    )


def test_github(monkeypatch):
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    assert render("github", REPORT, Page()) == (
        "::error title=FN001 missing-note,file=a.md,line=1,col=11,endColumn=12::note 1: marker 1 has no note\n"
        "::notice title=FN013 missing-note,file=a.md,line=2,endLine=4::50 %25: two lines,%0Asaid so\n"
        "::warning title=FN010 missing-note,file=b/two.md,line=1,col=1,endColumn=1::marker 1 has no note\n"
        "::error title=FN001 missing-note,file=c.docx::note 1: marker 1 has no note\n"
        "::error title=FN001 missing-note,file=c.docx::marker 1 has no note\n"
    )


def test_github_paths(monkeypatch, tmp_path):
    (tmp_path / "repo" / "book").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "repo" / "book")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / "repo"))
    report = Report((diagnostic("x:1,2%.md", 0, 1),), {"x:1,2%.md": Source("x:1,2%.md", TEXT)}, files=1)
    assert "file=book/x%3A1%2C2%25.md,line" in render("github", report, Page())


def test_json():
    report = json.loads(render("json", REPORT, Page()))
    assert report["diagnostics"][0] == {
        "code": "FN001",
        "name": "missing-note",
        "severity": "error",
        "path": "a.md",
        "note": "1",
        "message": "marker 1 has no note",
        "start": {"line": 1, "column": 11},
        "end": {"line": 1, "column": 12},
        "related": [
            {
                "path": "a.md",
                "start": {"line": 1, "column": 25},
                "end": {"line": 1, "column": 26},
                "message": "marker 2 stands here",
            },
            {
                "path": "b/two.md",
                "start": {"line": 1, "column": 1},
                "end": {"line": 1, "column": 4},
                "message": "and here",
            },
        ],
        "fix": {
            "title": "Number it 2",
            "safety": "safe",
            "edits": [{"start": {"line": 1, "column": 11}, "end": {"line": 1, "column": 12}, "text": "²"}],
        },
    }
    assert report["diagnostics"][3]["start"] == {"line": 1, "column": 1, "part": "footnotes"}
    assert report["summary"] == {"files": 4, "errors": 3, "warnings": 1, "hints": 1}


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_report(name):
    text = render(name, Report((), {}, files=0), Page(quiet=True))
    assert text.startswith("{") if name == "json" else not text


class Terminal:
    encoding = "utf-8"

    def isatty(self):
        return True

    def fileno(self):
        raise OSError


@pytest.mark.parametrize(
    ("environment", "colour"),
    [
        ({}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": "", "TERM": "xterm"}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_follows_terminal_and_environment(monkeypatch, environment, colour):
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert page_for(Terminal()).colour is colour
    assert page_for(Terminal()).width == 80
    monkeypatch.setenv("COLUMNS", "123")
    assert page_for(Terminal()).width == 123
    monkeypatch.setenv("COLUMNS", "5")
    assert page_for(Terminal()).width == 30
