"""Writing findings into the XML of a Word file, and the parts that are touched back into its archive."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from footlint.diagnostic import Diagnostic
from footlint.finding import Edit
from footlint.fixes import apply
from footlint.readers.docx import open_docx
from footlint.readers.docx.package import CONTENT_TYPES, relations_name
from footlint.readers.docx.xml import WORD, W, parse, serialise
from footlint.review.archive import rewrite
from footlint.review.atoms import Atom, Cuts, atoms_of
from footlint.review.changes import Stamp, make_change
from footlint.review.comments import CommentStyles, anchor_of, comment, set_marks
from footlint.review.edits import narrowed, steps_of
from footlint.review.words import lines_of
from footlint.source import Span

if TYPE_CHECKING:
    from footlint.readers.docx.layout import Line
    from footlint.readers.docx.xml import Element

AUTHOR = "footlint"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION_NAMESPACE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES_NAMESPACE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_COMMENTS_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
#: Word's own numbers of changes stay far below; greater ones are left over from broken programs.
_LARGEST_ID = 1 << 30


class Copy:
    """A Word file that is being written into."""

    def __init__(self, path: str, data: bytes, date: str) -> None:
        self._original = data
        self._manuscript, self._layout = open_docx(path, data)
        self._package = self._manuscript.package
        self._document_root = self._manuscript.roots["body"]
        self._stamp = Stamp(AUTHOR, date, self._first_free_id())
        styles = self._package.related("styles")
        self._styles = CommentStyles(self._package.tree(styles) if styles is not None else None)
        self._comments_part = self._package.related("comments")
        self._comments = (
            self._package.tree(self._comments_part) if self._comments_part else parse(_EMPTY_COMMENTS.encode())
        )
        self._touched: set[str] = set()
        self.comments = 0
        self._who = (AUTHOR, date)
        self._first_signs: list[Span] = []
        seen: set[str] = set()
        for line in self._layout.body:
            for at, piece in line.places:
                if piece.reference is not None and piece.reference.series not in seen:
                    seen.add(piece.reference.series)
                    self._first_signs.append(Span(at, at + len(piece.text)))
        self._signs = {
            id(piece.reference): Span(at, at + len(piece.text))
            for line in self._layout.lines
            for at, piece in line.places
            if piece.reference is not None
        }

    def choose(self, diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
        """The findings whose fixes go together and can be written into the XML."""
        possible = [
            one for one in diagnostics if one.fix is not None and steps_of(one.fix.edits, self._layout) is not None
        ]
        return apply(self._layout.source.text, possible, "unsafe")[1]

    def write(self, diagnostics: Sequence[Diagnostic], tracked: Sequence[Diagnostic]) -> None:
        """Write comments for all findings, and the fixes of some as changes."""
        edits = {edit for one in tracked if one.fix is not None for edit in one.fix.edits}
        steps = [self._within_runs(step) for step in steps_of(edits, self._layout) or []]
        placed = [(one, place) for one in diagnostics if (place := self._anchored(one.span)) is not None]
        atoms = self._cut([place for _, place in placed], steps)
        numbers = self._free_comment_ids(len(placed))
        repaired = {id(one) for one in tracked}
        for (diagnostic, (line, span)), number in zip(placed, numbers, strict=True):
            set_marks(anchor_of(line, atoms[line.start], span.start, span.end), number, self._styles)
            lines = lines_of(diagnostic, self._layout, is_tracked=id(diagnostic) in repaired)
            self.comments += 1
            self._comments.append(comment(self._comments, number, self._who, lines, self._styles))
            self._touched.add("body")
        for step in steps:
            line = self._layout.line_at(step.span.start)
            make_change(line, atoms[line.start], step, self._stamp)
            note = self._layout.note_at(step.span.start)
            self._touched.add(note.part.key[0] if note is not None else "body")

    def data(self) -> bytes:
        """The bytes of the copy."""
        changed: dict[str, bytes] = {}
        for series in sorted(self._touched):
            name = self._package.document if series == "body" else self._package.related(series)
            changed[str(name)] = self._serialised(self._manuscript.roots[series])
        if self.comments:
            changed |= self._comment_parts()
        return rewrite(self._original, self._package.archive.infolist(), changed)

    def _anchored(self, span: Span) -> tuple[Line, Span] | None:
        """The line and stretch of the body at which a comment on `span` stands: a note's is at its sign.

        A note that nothing calls has its comment at the beginning; None where there is no text to comment on.
        """
        note = self._layout.note_at(span.start)
        seen: set[int] = set()
        while note is not None:
            sign = self._signs.get(id(note.part.reference)) if id(note) not in seen else None
            if sign is None:
                span = Span(0, 0)
                break
            seen.add(id(note))
            span = sign
            note = self._layout.note_at(span.start)
        line = self._layout.line_at(span.start)
        if line.paragraph is None:
            return None
        return line, self._clear_of_first_sign(line, Span(span.start, min(span.end, line.end)))

    def _clear_of_first_sign(self, line: Line, span: Span) -> Span:
        """The stretch, or the word before it where it ends with the sign of the first note.

        LibreOffice 7 gives every note the text of another one when a comment follows the first sign at once.
        """
        sign = next((sign for sign in self._first_signs if sign.end == span.end and sign.start >= line.start), None)
        if sign is None or sign.start == line.start:
            return span
        text = self._layout.source.text
        start = max(line.start, text.rfind(" ", line.start, sign.start - 1) + 1)
        return Span(min(span.start, start), sign.start)

    def _cut(self, anchors: Sequence[tuple[Line, Span]], steps: list[Edit]) -> dict[int, list[Atom]]:
        """Cut all lines that are written into; their runs, by where the line starts."""
        cuts: dict[int, set[int]] = {}
        for line, span in anchors:
            cuts.setdefault(line.start, set()).update((span.start, span.end))
        for step in steps:
            line = self._layout.line_at(step.span.start)
            cuts.setdefault(line.start, set()).update((step.span.start, step.span.end))
        return {start: atoms_of(self._layout.line_at(start), Cuts(own)) for start, own in cuts.items()}

    def _within_runs(self, step: Edit) -> Edit:
        """A step through several runs leaves alone what it need not touch, so that each keeps its look."""
        span = step.span
        touched = self._layout.line_at(span.start).over(span.start, span.end)
        return narrowed(step, self._layout.source.text) if len(touched) > 1 else step

    def _first_free_id(self) -> int:
        largest = 0
        for root in self._manuscript.roots.values():
            for element in root.iter(f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo", f"{W}bookmarkStart"):
                largest = max(largest, _number(element.get(f"{W}id")))
        return largest + 1

    def _free_comment_ids(self, count: int) -> list[str]:
        used = [_number(element.get(f"{W}id")) for element in self._comments]
        used += [_number(element.get(f"{W}id")) for element in self._document_root.iter(f"{W}commentReference")]
        first = max(used, default=-1) + 1
        return [str(number) for number in range(first, first + count)]

    def _comment_parts(self) -> dict[str, bytes]:
        if self._comments_part is not None:
            return {self._comments_part: self._serialised(self._comments)}
        folder = self._package.document.rpartition("/")[0]
        target = self._free_name(folder)
        name = f"{folder}/{target}" if folder else target
        return {
            name: self._serialised(self._comments),
            relations_name(self._package.document): self._related(target),
            CONTENT_TYPES: self._declared(name),
        }

    def _free_name(self, folder: str) -> str:
        taken = {name.lower() for name in self._package.members}
        names = ("comments.xml", *(f"comments{number}.xml" for number in range(2, len(taken) + 3)))
        return next(name for name in names if (f"{folder}/{name}" if folder else name).lower() not in taken)

    def _related(self, target: str) -> bytes:
        name = relations_name(self._package.document)
        if name in self._package.members:
            root = self._package.tree(name)
        else:
            root = parse(f'<Relationships xmlns="{_RELATION_NAMESPACE[1:-1]}"/>'.encode())
        used = {element.get("Id") for element in root}
        number = next(number for number in range(1, len(used) + 2) if f"rId{number}" not in used)
        kind = _STRICT_RELATION if self._package.is_strict else _COMMENTS_RELATION
        attributes = {"Id": f"rId{number}", "Type": kind, "Target": target}
        root.append(root.makeelement(f"{_RELATION_NAMESPACE}Relationship", attributes))
        return self._serialised(root)

    def _declared(self, name: str) -> bytes:
        root = self._package.tree(CONTENT_TYPES)
        attributes = {"PartName": f"/{name}", "ContentType": _COMMENTS_TYPE}
        root.append(root.makeelement(f"{_TYPES_NAMESPACE}Override", attributes))
        return self._serialised(root)

    def _serialised(self, root: Element) -> bytes:
        return serialise(root, strict=self._package.is_strict)


_EMPTY_COMMENTS = f'<w:comments xmlns:w="{WORD}"/>'


def _number(text: str | None) -> int:
    if text is None or re.fullmatch(r"\d{1,10}", text, re.ASCII) is None:
        return 0
    number = int(text)
    return number if number < _LARGEST_ID else 0
