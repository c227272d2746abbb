"""Silencing findings: comments in the manuscript, and the tables of the configuration for notes and files."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from footlint.config import Configuration, NoteIgnore
from footlint.diagnostic import Diagnostic
from footlint.expressions import expression
from footlint.facts import ChapterFacts, CommentFact
from footlint.finding import Edit, Finding, Fix
from footlint.selection import ALL, is_selector, names, unknown_selector
from footlint.source import Source, Span

_REQUEST = expression(r"footlint:\s*(?P<what>ignore-file|ignore)(?:\s*\[(?P<codes>[^\]]*)\])?(?!\S)(?s:.*)")
_COMMENT = expression(r"<!--.*?-->", re.DOTALL)


class Suppression:
    """One comment: where it holds, what it names, and what it has silenced so far.

    It holds for the lines from `first_line` to `last_line` and for `spans`, or everywhere if `whole_file`.
    """

    def __init__(self, comment: CommentFact, selectors: tuple[str, ...], *, whole_file: bool) -> None:
        self.comment = comment
        self.selectors = selectors
        self.whole_file = whole_file
        self.first_line = comment.line
        self.last_line = comment.last_line
        self.spans: list[Span] = []
        self.used: set[str] = set()

    def silences(self, diagnostic: Diagnostic, line: int) -> bool:
        """Whether the diagnostic that begins on this line is silenced; remembers by which selector."""
        used = {selector for selector in self.selectors if names((selector,), diagnostic.code)}
        if not used or not (self.whole_file or self._reaches(diagnostic.span, line)):
            return False
        self.used |= used
        return True

    def _reaches(self, span: Span, line: int) -> bool:
        return self.first_line <= line <= self.last_line or any(place.overlaps(span) for place in self.spans)


def suppress(
    diagnostics: Iterable[Diagnostic],
    facts: ChapterFacts,
    source: Source,
    configuration: Configuration,
    enabled: frozenset[str],
) -> tuple[list[Diagnostic], list[Finding]]:
    """The diagnostics that remain, and a finding for each comment, or entry for one note, that silences nothing."""
    suppressions, findings = _suppressions(facts, source)
    in_file = configuration.ignores_in_file(facts.path)
    in_notes = configuration.notes_ignored_in(facts.path)
    used: set[tuple[str, str]] = set()
    kept = []
    for diagnostic in diagnostics:
        line = _line(source, diagnostic.span.start)
        silencing = [suppression for suppression in suppressions if suppression.silences(diagnostic, line)]
        if silencing:  # all were asked, so that none counts as unused when two agree
            continue
        if names(in_file, diagnostic.code):
            continue
        hits = [
            (entry.key, code)
            for entry in in_notes
            if entry.label == diagnostic.note
            for code in entry.codes
            if names((code,), diagnostic.code)
        ]
        if hits:
            used.update(hits)
            continue
        kept.append(diagnostic)
    findings.extend(_unused(suppressions, source, enabled))
    findings.extend(_unused_entries(in_notes, used, facts, enabled))
    return kept, findings


def _suppressions(facts: ChapterFacts, source: Source) -> tuple[list[Suppression], list[Finding]]:
    suppressions = []
    findings = []
    for comment in facts.comments:
        request = _REQUEST.fullmatch(comment.text.strip())
        if request is None:
            message = 'not understood: write "footlint: ignore[FN003] reason" or "footlint: ignore-file[FN003] reason"'
            findings.append(Finding(comment.span, message, note=comment.note))
            continue
        selectors = _selectors(request["codes"])
        findings.extend(
            Finding(comment.span, unknown_selector(selector), note=comment.note)
            for selector in selectors
            if not is_selector(selector)
        )
        known = tuple(selector for selector in selectors if is_selector(selector))
        suppression = Suppression(comment, known, whole_file=request["what"] == "ignore-file")
        _extend(suppression, facts, source)
        suppressions.append(suppression)
    return suppressions, findings


def _selectors(codes: str | None) -> tuple[str, ...]:
    if codes is None:
        return (ALL,)
    return tuple(dict.fromkeys(code.strip() for code in codes.split(",") if code.strip()))


def _extend(suppression: Suppression, facts: ChapterFacts, source: Source) -> None:
    """Let a comment that stands alone hold for what follows it, and any comment for its note."""
    comment = suppression.comment
    if _stands_alone(comment.span, source):
        suppression.last_line = _next_line_with_text(comment.last_line, source)
    for note in facts.notes:
        if (
            _line(source, note.span.start) <= suppression.last_line
            and _line(source, note.span.end) >= suppression.first_line
        ):
            suppression.spans.append(note.span)


def _stands_alone(span: Span, source: Source) -> bool:
    start = source.line_starts[_line(source, span.start) - 1]
    before = source.text[start : span.start]
    last = _line(source, span.end)
    end = source.line_starts[last] if last < len(source.line_starts) else len(source.text)
    after = source.text[span.end : end]
    return not _COMMENT.sub("", before).strip(" \t>") and not _COMMENT.sub("", after).strip()


def _next_line_with_text(line: int, source: Source) -> int:
    """The next line that is neither blank nor itself a comment."""
    for number in range(line + 1, len(source.line_starts) + 1):
        text = source.line(number).strip()
        if text and _COMMENT.sub("", text).strip():
            return number
    return line


def _unused(suppressions: Iterable[Suppression], source: Source, enabled: frozenset[str]) -> Iterator[Finding]:
    for suppression in suppressions:
        comment = suppression.comment
        idle = [
            selector
            for selector in suppression.selectors
            if selector not in suppression.used and _could_fire(selector, enabled)
        ]
        if not idle:
            continue
        what = "nothing" if idle == [ALL] else "no " + " or ".join(idle)
        where = "in this file" if suppression.whole_file else "here"
        yield Finding(
            comment.span,
            f"this comment silences {what} {where}",
            note=comment.note,
            fix=_removal(suppression, idle, source),
        )


def _unused_entries(
    entries: Iterable[NoteIgnore], used: set[tuple[str, str]], facts: ChapterFacts, enabled: frozenset[str]
) -> Iterator[Finding]:
    """The entries for a note of this very file that silence nothing; one for any file may be meant for another."""
    for entry in entries:
        idle = [code for code in entry.codes if (entry.key, code) not in used and _could_fire(code, enabled)]
        if not entry.is_exact or not idle:
            continue
        note = next((note for note in facts.notes if note.label == entry.label), None)
        said = f'"{entry.key}" in [per-note-ignores] silences no {" or ".join(idle)}'
        if note is None:
            yield Finding(Span(0, 0), f"{said}: there is no note {entry.label}")
        else:
            yield Finding(note.note.label_span, f"{said} in this note", note=entry.label)


def _could_fire(selector: str, enabled: frozenset[str]) -> bool:
    """A rule that does not run cannot show that its suppression is idle."""
    return any(names((selector,), code) for code in enabled)


def _removal(suppression: Suppression, idle: list[str], source: Source) -> Fix:
    span = suppression.comment.span
    left = [selector for selector in suppression.selectors if selector not in idle]
    if not left:
        start = span.start
        while source.text[start - 1 : start] in (" ", "\t"):
            start -= 1
        return Fix("Remove the comment", (Edit(Span(start, span.end), ""),))
    text = source.slice(span)
    start, end = text.index("[") + 1, text.index("]")
    title = f"Silence {', '.join(left)} only"
    return Fix(title, (Edit(Span(span.start + start, span.start + end), ",".join(left)),))


def _line(source: Source, offset: int) -> int:
    """The line over the whole text, whatever parts it has."""
    return bisect_right(source.line_starts, offset)
