"""The page round the chapters: summary, filters, style sheet, names; and that nothing but it is needed to read it."""

from __future__ import annotations

import os
from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from html import escape

from footlint.diagnostic import Report
from footlint.document import Document
from footlint.finding import SEVERITIES
from footlint.record import Record
from footlint.reporters.html.chapter import ChapterPage
from footlint.reporters.html.text import shown


class ChapterView(Record, frozen=True):
    """A chapter to show: its path as named, and its document."""

    path: str
    document: Document


class Appendix(Record, frozen=True):
    """What else an editor wants to know: a table, and lines that stand below it. `name` is its place on the page."""

    name: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[str, ...] = ()


def page(report: Report, chapters: Sequence[ChapterView], appendices: Sequence[Appendix]) -> str:
    """The whole page."""
    style, script = _asset("style.css"), _asset("script.js")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>footlint: {escape(_counted(report))}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        '<a class="unseen" href="#chapters">Skip to the chapters</a>\n'
        f"<header><h1>footlint report</h1>\n{_summary(report, chapters, appendices)}</header>\n"
        f'{_filters(report)}<main id="chapters">\n{_chapters(report, chapters)}'
        f"{''.join(map(_appendix, appendices))}</main>\n"
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


def _asset(name: str) -> str:
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as file:
        return file.read()


def _policy(style: str, script: str) -> str:
    """Only our own style and script, told by their hashes, and nothing from anywhere else."""
    hashes = [b64encode(sha256(text.encode()).digest()).decode() for text in (style, script)]
    return (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _counted(report: Report) -> str:
    return f"{_number(len(report.diagnostics), 'finding')} in {_number(report.files, 'chapter')}"


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _summary(report: Report, chapters: Sequence[ChapterView], appendices: Sequence[Appendix]) -> str:
    counts = ", ".join(_number(report.count(severity), severity) for severity in reversed(SEVERITIES))
    links = "".join(
        f'<li><a href="#c{number}">{shown(view.path)}</a> '
        f"{_number(sum(one.path == view.path for one in report.diagnostics), 'finding')}</li>"
        for number, view in enumerate(chapters)
    )
    broken = "".join(
        f"<li><strong>{shown(path)}</strong> could not be read: {shown(reason)}</li>"
        for path, reason in report.unreadable.items()
    )
    more = "".join(f'<li><a href="#{one.name}">{shown(one.title)}</a></li>' for one in appendices)
    listed = f'<nav aria-label="Contents"><ul>{links}{broken}{more}</ul></nav>' if links or broken else ""
    return f"<p>{escape(_counted(report))}: {counts}.</p>\n{listed}"


def _filters(report: Report) -> str:
    severities = "".join(
        _box("severity", severity, f"{severity}s", report.count(severity))
        for severity in reversed(SEVERITIES)
        if report.count(severity)
    )
    names = {one.code: one.name for one in report.diagnostics if one.path not in report.unreadable}
    counts = Counter(one.code for one in report.diagnostics)
    rules = "".join(_box("code", code, f"{code} {names[code]}", counts[code]) for code in sorted(names))
    if not rules:
        return ""
    return (
        '<form id="filters" aria-label="Filters" hidden>\n'
        f"<fieldset><legend>Severity</legend>{severities}</fieldset>\n"
        f'<details><summary>Rules</summary><fieldset><legend class="unseen">Rules</legend>{rules}'
        '<button type="button" id="all">All</button><button type="button" id="none">None</button>'
        "</fieldset></details>\n"
        '<label><input type="checkbox" id="only"> Only passages with findings</label>\n'
        '<span class="steps"><button type="button" id="previous">Previous</button>'
        '<button type="button" id="next">Next</button></span>\n'
        '<output id="count" role="status" aria-live="polite"></output>\n</form>\n'
    )


def _box(kind: str, value: str, label: str, count: int) -> str:
    return (
        f'<label><input type="checkbox" name="{kind}" value="{escape(value)}" checked> '
        f"{shown(label)} <small>{count}</small></label>"
    )


def _chapters(report: Report, chapters: Sequence[ChapterView]) -> str:
    pieces = []
    first = 1
    for number, view in enumerate(chapters):
        mine = [one for one in report.diagnostics if one.path == view.path]
        body = ChapterPage(view.document, mine, number, first).html()
        first += len(mine)
        pieces.append(
            f'<section id="c{number}" aria-labelledby="h{number}"><h2 id="h{number}">{shown(view.path)}</h2>\n'
            f"{body}</section>\n"
        )
    return "".join(pieces)


def _appendix(one: Appendix) -> str:
    heads = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in one.head)
    body = "".join(
        f'<tr><th scope="row" dir="auto">{shown(row[0])}</th>'
        + "".join(f'<td dir="auto">{shown(cell)}</td>' for cell in row[1:])
        + "</tr>\n"
        for row in one.rows
    )
    table = f"<table><thead><tr>{heads}</tr></thead>\n<tbody>{body}</tbody></table>" if body else ""
    lines = "".join(f'<p dir="auto">{shown(line)}</p>\n' for line in one.lines)
    return (
        f'<section id="{one.name}" class="appendix" aria-labelledby="h-{one.name}">'
        f'<h2 id="h-{one.name}">{one.title}</h2>'
        f'<div class="scrolled" role="region" tabindex="0" aria-labelledby="h-{one.name}">{table}</div>\n'
        f"{lines}</section>\n"
    )
