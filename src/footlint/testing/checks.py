"""Running a rule's page, and a manuscript with wants: the problems in words, none if all is well."""

from __future__ import annotations

import os
from collections.abc import Mapping

from footlint.chapters import read
from footlint.config import Configuration
from footlint.diagnostic import Diagnostic, Report
from footlint.fixes import apply
from footlint.judgement import judge
from footlint.rule import Rule
from footlint.settings import BookSettings, Settings
from footlint.testing.pages import Example, PageError, parse_page
from footlint.testing.wants import WantError, unpaired, wants_in_comments, wants_in_rows

_CONFIGURATION = "footlint.toml"


def page_problems(rule: Rule) -> list[str]:
    """Run the examples of a rule's page.

    Every Flagged example must be flagged by the rule, and by no other that its fence does not name after `also=`.
    Every Clean example must have no diagnostic of the rule. The Fixed examples show, in order, the flagged ones for
    which there is a fix, after it; the rule must then be silent.
    """
    try:
        page = parse_page(rule.page)
    except PageError as error:
        return [f"{rule.code}: {error}"]
    problems = []
    if rule.scope != "engine":
        problems += [f"{rule.code}: no example {title}" for title in ("Flagged", "Clean") if not page.of(title)]
    fixed = []
    for example in page.of("Flagged"):
        report = run(example.files)
        mine = [diagnostic for diagnostic in report.diagnostics if diagnostic.code == rule.code]
        if not mine:
            problems.append(f"{rule.code} {example.title} is not flagged")
        problems += _foreign(rule, example, report)
        if any(diagnostic.fix is not None for diagnostic in mine):
            fixed.append((example, _fixed(example.files, mine)))
    for example in page.of("Clean"):
        report = run(example.files)
        problems += [
            f"{rule.code} {example.title} is flagged: {_shown(diagnostic, report)}"
            for diagnostic in report.diagnostics
            if diagnostic.code == rule.code
        ]
        problems += _foreign(rule, example, report)
    return problems + _fix_problems(rule, fixed, page.of("Fixed"))


def run(files: Mapping[str, str], settings: Settings | None = None) -> Report:
    """Check chapters given as text, by file name and in reading order, as one book; `footlint.toml` configures it."""
    files = dict(files)
    configuration = files.pop(_CONFIGURATION, None)
    if configuration is not None:
        from footlint.settingsfile import settings_of

        settings = settings_of(_CONFIGURATION, configuration.encode(), is_project=False)
    settings = settings or Settings(book=BookSettings(tuple(files) if len(files) > 1 else ()))
    chapters = [read(name, _data(name, text), settings.text) for name, text in files.items()]
    sources = {chapter.facts.path: chapter.source for chapter in chapters}
    found = judge(chapters, Configuration(settings, os.getcwd()), sources)
    return Report(tuple(found), sources, files=len(chapters))


def _data(name: str, text: str) -> bytes:
    """The bytes of a file; a Word file is made from its notation."""
    if not name.endswith(".docx"):
        return text.encode()
    from footlint.testing.word import word_file

    return word_file(text)


def _foreign(rule: Rule, example: Example, report: Report) -> list[str]:
    return [
        f"{rule.code} {example.title} breaks another rule: {_shown(diagnostic, report)}"
        for diagnostic in report.diagnostics
        if diagnostic.code != rule.code and diagnostic.code not in example.also
    ]


def _fix_problems(rule: Rule, fixed: list[tuple[Example, dict[str, str]]], expected: tuple[Example, ...]) -> list[str]:
    if len(fixed) != len(expected):
        return [f"{rule.code}: {len(fixed)} flagged examples have a fix, but {len(expected)} are shown Fixed"]
    problems = []
    for (flagged, got), want in zip(fixed, expected, strict=True):
        if got == flagged.files:
            problems.append(f"{rule.code} {flagged.title}: the fix changes nothing")
        if got != want.files:
            problems.append(f"{rule.code} {flagged.title} after its fix is not {want.title}:\n{_joined(got)}")
        report = run(got)
        problems += [
            f"{rule.code} {want.title} is still flagged: {_shown(diagnostic, report)}"
            for diagnostic in report.diagnostics
            if diagnostic.code == rule.code
        ]
    return problems


def manuscript_problems(path: str) -> list[str]:
    """Compare the wants of a manuscript, or of all chapters in a folder, with what is found.

    Wants stand in comments in Markdown, and in `<name>.want` beside any manuscript; each pairs with one diagnostic.
    Where there is `<name>.fixed`, it holds the manuscript after all fixes, and fixing that again changes nothing.
    A folder's `footlint.toml` configures it; `<name>.docx.txt` is the notation of a Word file.
    """
    # the notation of a Word file stands for the file
    texts = {name.removesuffix(".txt") if name.endswith(".docx.txt") else name: _read(name) for name in _chapters(path)}
    report = _report(texts, path)
    problems = []
    for name, text in texts.items():
        diagnostics = [diagnostic for diagnostic in report.diagnostics if diagnostic.path == name]
        source = report.sources[name]
        try:
            wants = wants_in_comments(text) if name.endswith((".md", ".markdown")) else []
            if os.path.exists(f"{name}.want"):
                wants += wants_in_rows(_read(f"{name}.want"))
        except WantError as error:
            problems.append(f"{name}: {error}")
            continue
        missing, extra = unpaired(wants, diagnostics, source)
        problems += [f"{name}: {want.place}: no {want.code} that says {want.pattern!r}" for want in missing]
        problems += [f"{name}: not wanted: {_shown(diagnostic, report)}" for diagnostic in extra]
        if os.path.exists(f"{name}.fixed"):
            problems += _golden_problems(path, name, texts, diagnostics)
    return problems


def _report(texts: dict[str, str], path: str) -> Report:
    configuration = os.path.join(path, _CONFIGURATION)
    return run(texts | ({_CONFIGURATION: _read(configuration)} if os.path.exists(configuration) else {}))


def _golden_problems(path: str, name: str, texts: dict[str, str], diagnostics: list[Diagnostic]) -> list[str]:
    got, applied = apply(texts[name], diagnostics, "unsafe")
    if not applied:
        return [f"{name}: nothing is fixed, yet there is {name}.fixed"]
    problems = [] if got == _read(f"{name}.fixed") else [f"{name} after its fixes is not {name}.fixed:\n{got}"]
    after = texts | {name: got}
    again = [one for one in _report(after, path).diagnostics if one.path == name]
    if apply(got, again, "unsafe")[0] != got:
        problems.append(f"{name}: fixing it again changes it again")
    return problems


def _chapters(path: str) -> list[str]:
    if not os.path.isdir(path):
        return [path]
    names = sorted(os.listdir(path))
    return [os.path.join(path, name) for name in names if name.endswith((".md", ".markdown", ".txt"))]


def _read(path: str) -> str:
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def _fixed(files: Mapping[str, str], diagnostics: list[Diagnostic]) -> dict[str, str]:
    return {
        name: apply(text, [one for one in diagnostics if one.path == name], "display")[0]
        for name, text in files.items()
    }


def _shown(diagnostic: Diagnostic, report: Report) -> str:
    source = report.sources[diagnostic.path]
    place = source.position(diagnostic.span.start)
    text = source.slice(diagnostic.span).replace("\n", "⏎")
    where = f"{place.line}:{place.column}" + (f", note {diagnostic.note}" if diagnostic.note else "")
    return f"{diagnostic.path} {where}: {diagnostic.code} {diagnostic.message} [{text[:60]}]"


def _joined(files: Mapping[str, str]) -> str:
    return "\n".join(f"==> {name} <==\n{text}" for name, text in files.items())
