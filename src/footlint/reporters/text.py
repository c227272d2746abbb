"""Frames with the lines at fault, for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from footlint.diagnostic import Diagnostic, Report
from footlint.finding import ERROR, HINT, WARNING, Fix, Severity
from footlint.reporters.frame import cells, excerpt, wrap
from footlint.reporters.page import Page
from footlint.reporters.place import place, printable
from footlint.source import Source, Span

_COLOURS: dict[str, str] = {"error": "1;31", "warning": "1;33", "hint": "1;36", "frame": "34", "bold": "1", "fix": "32"}
#: Findings with their lines.
LaidOut = dict[Diagnostic, list[str]]
#: More places than this prove nothing more.
_MOST_RELATED = 4


def lay_out(report: Report, page: Page) -> LaidOut:
    """The lines of each finding."""
    return {diagnostic: list(_finding(diagnostic, report, page)) for diagnostic in report.diagnostics}


def render(report: Report, page: Page, laid_out: LaidOut | None = None) -> str:
    """All findings, file by file, and a summary in words; some may have been laid out earlier."""
    ready = laid_out or {}
    shown = [diagnostic for diagnostic in report.diagnostics if diagnostic.path not in report.unreadable]
    several = len({diagnostic.path for diagnostic in shown}) > 1
    lines: list[str] = []
    path = None
    for diagnostic in shown:
        if several and diagnostic.path != path:
            path = diagnostic.path
            lines += (_heading(path, page), "")
        lines += (*(ready.get(diagnostic) or _finding(diagnostic, report, page)), "")
    if not page.quiet:
        lines += _summary(report, page)
    return "".join(f"{line}\n" for line in lines)


def _heading(path: str, page: Page) -> str:
    rule = "─" if page.unicode else "-"
    title = f"{rule * 2} {printable(path)} "
    return _paint(title + rule * (page.width - cells(title)), "bold", page)


def _finding(diagnostic: Diagnostic, report: Report, page: Page) -> Iterator[str]:
    source = report.sources[diagnostic.path]
    title = f"{diagnostic.severity} {diagnostic.code} {diagnostic.name}:"
    message = wrap(printable(diagnostic.message), page.width, first=cells(title) + 1, indent="  ")
    yield f"{_paint(title, diagnostic.severity, page)} {_paint(message[0], 'bold', page)}".rstrip()
    for line in message[1:]:
        yield _paint(line, "bold", page)
    places = [(diagnostic.path, diagnostic.span, "")]
    places += [(related.path or diagnostic.path, related.span, related.message) for related in diagnostic.related]
    shown = places[: _MOST_RELATED + 1]
    gutter = max(len(str(report.sources[path].position(span.start).line)) for path, span, _ in shown)
    where = place(printable(diagnostic.path), diagnostic.span, source, diagnostic.note)
    note = f"note {printable(diagnostic.note)}" if diagnostic.note and f"note {diagnostic.note}" not in where else ""
    together = f"{where}, {note}" if note else where
    fits = gutter + 4 + cells(together) <= page.width
    yield f"{' ' * gutter}{_paint('-->', 'frame', page)} {together if fits else where}"
    if note and not fits:
        yield f"{' ' * (gutter + 4)}{note}"
    yield _bar(gutter, page)
    for index, (path, span, label) in enumerate(shown):
        if path != diagnostic.path:
            yield f"{' ' * gutter}{_paint(':::', 'frame', page)} {place(printable(path), span, report.sources[path])}"
        colour = "frame" if index else diagnostic.severity
        yield from _frame(report.sources[path], span, label, gutter=gutter, colour=colour, page=page)
    if len(places) > len(shown):
        yield f"{_equals(gutter, page)} and {_number(len(places) - len(shown), 'more place')}"
    if diagnostic.fix and diagnostic.fix.edits:
        yield from _fix(diagnostic.fix, gutter, page, in_word=bool(source.parts))


def _frame(  # noqa: PLR0913 - a frame has as many sides
    source: Source, span: Span, label: str, *, gutter: int, colour: str, page: Page
) -> Iterator[str]:
    width = page.width - gutter - 3
    piece = excerpt(source, span, width)
    number = str(source.position(span.start).line).rjust(gutter)
    yield f"{_paint(f'{number} {_stroke(page)}', 'frame', page)} {_spelled(piece.text, page)}".rstrip()
    mark = ("-" if label else "^") * piece.length
    text = printable(label)
    if text and piece.indent + piece.length + 1 + cells(text) <= width:
        mark += f" {text}"
        text = ""
    yield f"{_bar(gutter, page)} {' ' * piece.indent}{_paint(mark, colour, page)}"
    for line in wrap(text, width) if text else ():
        yield f"{_bar(gutter, page)} {_paint(line, colour, page)}"


def _fix(fix: Fix, gutter: int, page: Page, *, in_word: bool) -> Iterator[str]:
    commands = {"safe": " (footlint fix)", "unsafe": " (footlint fix --unsafe-fixes)", "display": ""}
    text = f"fix: {printable(fix.title)}{' (footlint review)' if in_word else commands[fix.safety]}"
    for index, line in enumerate(wrap(text, page.width - gutter - 3)):
        yield f"{_equals(gutter, page) if index == 0 else ' ' * (gutter + 2)} {_paint(line, 'fix', page)}"


def _summary(report: Report, page: Page) -> Iterator[str]:
    counts = {severity: report.count(severity) for severity in (ERROR, WARNING, HINT)}
    counts[ERROR] -= len(report.unreadable)
    parts = [_number(count, severity) for severity, count in counts.items() if count]
    read = report.files - len(report.unreadable)
    found = " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts) or "nothing to report"
    unread = f"; {_number(len(report.unreadable), 'file')} could not be read" if report.unreadable else ""
    text = f"Checked {_number(read, 'chapter')}: {found}{unread}."
    yield from wrap(" ".join(part for part in (text, _fixable(report), _reviewable(report)) if part), page.width)


def _reviewable(report: Report) -> str:
    if not any(report.sources[one.path].parts for one in report.diagnostics if one.path not in report.unreadable):
        return ""
    return "footlint review writes a copy of a Word file with comments and tracked changes."


def _fixable(report: Report) -> str:
    in_word = {path for path, source in report.sources.items() if source.parts}
    fixes = [one.fix for one in report.diagnostics if one.fix is not None and one.path not in in_word]
    safe = sum(fix.safety == "safe" for fix in fixes)
    unsafe = sum(fix.safety == "unsafe" for fix in fixes)
    if safe and unsafe:
        return f"footlint fix repairs {safe} of them, and {unsafe} more with --unsafe-fixes."
    if safe:
        return f"footlint fix repairs {safe} of them."
    return f"footlint fix --unsafe-fixes repairs {unsafe} of them." if unsafe else ""


def _number(count: int, thing: str) -> str:
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


def _stroke(page: Page) -> str:
    return "│" if page.unicode else "|"


def _bar(gutter: int, page: Page) -> str:
    return " " * (gutter + 1) + _paint(_stroke(page), "frame", page)


def _equals(gutter: int, page: Page) -> str:
    return " " * (gutter + 1) + _paint("=", "frame", page)


def _spelled(text: str, page: Page) -> str:
    return text if page.unicode else text.replace("…", "~")


def _paint(text: str, colour: str | Severity, page: Page) -> str:
    return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m" if page.colour and text else text
