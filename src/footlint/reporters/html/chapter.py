"""One chapter of the page: its paragraphs, the notes beside the paragraph that calls them, the findings under both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import count, islice

from footlint.diagnostic import Diagnostic
from footlint.document import OPAQUE, Document, Marker, Note, Prose
from footlint.finding import Edit, Fix, Related
from footlint.reporters.html.places import Homes, range_in
from footlint.reporters.html.text import Mark, prose_html, shown
from footlint.source import Span

_TAGS = {"heading": "h3", "quotation": "blockquote"}
_MOST_RELATED = 12
_LONGEST = 120
_MOST_CHANGES = 4
#: So far a word is followed for showing what becomes of it.
_WORD = 30


Numbered = list[tuple[int, Diagnostic]]


class ChapterPage:
    """Writes one chapter. `number` tells chapters apart, `first` is the number of its first finding."""

    def __init__(self, document: Document, diagnostics: Sequence[Diagnostic], number: int, first: int) -> None:
        self._document = document
        self._source = document.source
        self._number = number
        self._homes = Homes(document)
        self._calls: dict[tuple[str, int], list[Marker]] = {}
        self._by_label: dict[tuple[str, int, str], int] = {}
        for at, note in enumerate(document.notes):
            self._by_label.setdefault((note.series, note.scope, note.label), at)
        for marker in document.markers:
            home = ("note", marker.note) if marker.note is not None else ("block", marker.block or 0)
            self._calls.setdefault(home, []).append(marker)
        self._beside, self._lost = self._placed_notes()
        self._found = self._numbered(diagnostics, first)

    def _placed_notes(self) -> tuple[list[list[int]], list[int]]:
        """For each block the notes to show beside it, each where it is called first; and those that nothing calls."""
        written: set[int] = set()
        beside = []
        for block in range(len(self._document.blocks)):
            here: list[int] = []
            waiting = self._calls.get(("block", block), [])[::-1]
            while waiting:
                at = self._note_of(waiting.pop())
                if at is not None and at not in written:
                    written.add(at)
                    here.append(at)
                    waiting.extend(self._calls.get(("note", at), [])[::-1])
            beside.append(here)
        return beside, [at for at in range(len(self._document.notes)) if at not in written]

    def _numbered(self, diagnostics: Sequence[Diagnostic], first: int) -> dict[tuple[str, int], Numbered]:
        """The findings by where they are shown, numbered in the order in which they are read."""
        homes: dict[tuple[str, int], list[Diagnostic]] = {}
        for one in diagnostics:
            note = self._homes.note_at(one.span.start)
            block = self._homes.block_at(one.span.start)
            home = ("note", note) if note is not None else ("block", block if block is not None else -1)
            homes.setdefault(home, []).append(one)
        order: list[tuple[str, int]] = []
        for block, notes in enumerate(self._beside):
            order += [("block", block), *(("note", at) for at in notes)]
        order += [*(("note", at) for at in self._lost), ("block", -1)]
        numbers = count(first)
        return {home: [(next(numbers), one) for one in homes[home]] for home in order if home in homes}

    def html(self) -> str:
        """The chapter as a section."""
        rows = "".join(self._row(at) for at in range(len(self._document.blocks)))
        rest = self._cards(self._found.get(("block", -1), []))
        if self._lost:
            items = "".join(self._note(at) for at in self._lost)
            rest += f'<div class="row"><h3>Notes that nothing calls</h3><ol class="notes">{items}</ol></div>'
        return rows + rest

    def _row(self, at: int) -> str:
        block = self._document.blocks[at]
        found = self._found.get(("block", at), [])
        text = self._prose(block.prose, self._marks(block.prose, found), self._calls.get(("block", at), []))
        tag = _TAGS.get(block.kind, "p")
        notes = "".join(self._note(note) for note in self._beside[at])
        beside = f'<ol class="notes">{notes}</ol>' if notes else ""
        return (
            f'<div class="row" id="c{self._number}b{at}"><div class="text">'
            f'<{tag} class="{block.kind}" dir="auto">{text}</{tag}>{self._cards(found)}</div>{beside}</div>\n'
        )

    def _note(self, at: int) -> str:
        note = self._document.notes[at]
        found = self._found.get(("note", at), [])
        marks = self._marks(note.prose, found)
        text = self._prose(note.prose, marks, self._calls.get(("note", at), []))
        return (
            f'<li class="note" id="c{self._number}n{at}" dir="auto">{self._label(note, found, marks)}'
            f"<span>{text}</span>{self._cards(found)}</li>\n"
        )

    def _marks(self, prose: Prose, found: Numbered) -> list[Mark]:
        marks = []
        for number, one in found:
            place = range_in(prose, one.span)
            if place is not None:
                marks.append(Mark(number, one.severity, *place))
        return marks

    def _label(self, note: Note, found: Numbered, marks: list[Mark]) -> str:
        """The label; marked where a finding is about the label, or about nothing that is shown."""
        shown_marks = {mark.number for mark in marks}
        lost = [(number, one) for number, one in found if number not in shown_marks]
        label = shown(note.label) or "–"
        anchors = "".join(f'<span id="at{number}"></span>' for number, _ in lost)
        if not lost:
            return f"<b>{label}</b> "
        numbers = " ".join(str(number) for number, _ in lost)
        return f'{anchors}<mark class="{lost[0][1].severity}" data-findings="{numbers}"><b>{label}</b></mark> '

    def _prose(self, prose: Prose, marks: list[Mark], calls: Sequence[Marker]) -> str:
        signs = {marker.prose_offset: self._sign(marker) for marker in calls}
        opaque = {
            at: self._opaque(prose.span(at, at + 1)) for at, character in enumerate(prose.text) if character == OPAQUE
        }
        return prose_html(prose, marks, signs, opaque)

    def _opaque(self, span: Span) -> str:
        text = self._source.slice(span).strip()
        return "[picture]" if text in ("", "\ufffc") else shown(_short(text))

    def _sign(self, marker: Marker) -> str:
        at = self._note_of(marker)
        label = shown(marker.label) or "*"
        if at is None:
            return f'<sup class="call">{label}</sup>'
        return f'<sup class="call"><a href="#c{self._number}n{at}">{label}</a></sup>'

    def _note_of(self, marker: Marker) -> int | None:
        if marker.style == "inline":
            return self._homes.note_at(marker.span.start)
        return self._by_label.get((marker.series, marker.scope, marker.label))

    def _cards(self, found: Numbered) -> str:
        if not found:
            return ""
        return f'<ul class="findings">{"".join(self._card(number, one) for number, one in found)}</ul>'

    def _card(self, number: int, one: Diagnostic) -> str:
        related = "".join(f"<li>{self._related(related)}</li>" for related in one.related[:_MOST_RELATED])
        if len(one.related) > _MOST_RELATED:
            related += f"<li>… and {len(one.related) - _MOST_RELATED} more</li>"
        return (
            f'<li id="f{number}" class="card {one.severity}" tabindex="-1" data-code="{escape(one.code)}" '
            f'data-severity="{one.severity}"><p class="head"><a href="#at{number}">{number}</a> '
            f'<b>{escape(one.code)}</b> {shown(one.name)} <span class="severity">{one.severity}</span></p>'
            f'<p id="m{number}">{shown(one.message)}</p>'
            f"{f'<ul>{related}</ul>' if related else ''}{self._fix(one.fix)}</li>\n"
        )

    def _related(self, related: Related) -> str:
        text = shown(related.message)
        if related.path is not None and related.path != self._source.path:
            return f"{text} <cite>{shown(related.path)}</cite>"
        note = self._homes.note_at(related.span.start)
        block = self._homes.block_at(related.span.start)
        home = f"n{note}" if note is not None else f"b{block}"
        quoted = _short(self._source.slice(related.span).strip())
        return f'<a href="#c{self._number}{home}">{text}</a>{f" «{shown(quoted)}»" if quoted else ""}'

    def _fix(self, fix: Fix | None) -> str:
        if fix is None:
            return ""
        text = self._source.text
        changes = [
            f"<del>{shown(before)}</del> <ins>{shown(after)}</ins>"
            for before, after in islice(dict.fromkeys(_changes(fix.edits, text)), _MOST_CHANGES)
        ]
        return f'<p class="fix">{shown(fix.title)}: {"; ".join(changes)}</p>' if changes else ""


def _changes(edits: Sequence[Edit], text: str) -> Iterator[tuple[str, str]]:
    """The words before and after the edits, those that meet in a word together."""
    group: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: edit.span):
        if group and edit.span.start > _word_end(text, group[-1].span.end):
            yield _change(group, text)
            group = []
        group.append(edit)
    if group:
        yield _change(group, text)


def _change(edits: list[Edit], text: str) -> tuple[str, str]:
    start = _word_start(text, edits[0].span.start)
    end = _word_end(text, edits[-1].span.end)
    after: list[str] = []
    at = start
    for edit in edits:
        after += (text[at : edit.span.start], edit.text)
        at = edit.span.end
    return _short(text[start:end]), _short("".join((*after, text[at:end])))


def _word_start(text: str, at: int) -> int:
    least = max(0, at - _WORD)
    while at > least and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    most = min(len(text), at + _WORD)
    while at < most and not text[at].isspace():
        at += 1
    return at


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
