"""From leaves and cuts to the `Document`: prose with its way back, markers, notes, blocks."""

from __future__ import annotations

from bisect import bisect_right

from footlint.document import (
    MARKER,
    OPAQUE,
    Block,
    Document,
    Marker,
    MarkerStyle,
    Note,
)
from footlint.readers.markdown.draft import Draft, clean
from footlint.readers.markdown.labels import number_of, series_of
from footlint.readers.markdown.tokens import Cut, CutKind, Definition, Kind, Leaf, Structure, Token
from footlint.source import Source, Span

_DELIMITERS = frozenset("*_")
_TEXT = Kind.TEXT  # looked up as often as there is text
_NO_WORDS = OPAQUE + " \n"


def document_of(source: Source, structure: Structure, cuts: list[list[Cut]]) -> Document:
    """Put a chapter together."""
    assembly = _Assembly(source.text, structure.definitions)
    for leaf, own in zip(structure.leaves, cuts, strict=True):
        assembly.add(leaf, own)
    drafts = sorted(assembly.drafts, key=lambda draft: (draft.start, -draft.end))
    order = {id(draft): at for at, draft in enumerate(drafts)}
    return Document(
        source=source,
        format="markdown",
        layout="definitions",
        blocks=tuple(assembly.blocks),
        markers=tuple(sorted((call.marker(order) for call in assembly.calls), key=lambda marker: marker.span)),
        notes=tuple(map(_note, drafts)),
        comments=tuple(sorted(structure.comments, key=lambda comment: comment.span)),
        reuse=True,
        unclosed=tuple(sorted(assembly.unclosed)),
    )


def _note(draft: Draft) -> Note:
    return Note(
        label=draft.label,
        number=number_of(draft.label),
        style=draft.style,
        span=Span(draft.start, max(draft.end, draft.label_end)),
        label_span=Span(draft.start, draft.label_end),
        prose=draft.builder.build(),
        series="inline" if draft.style == "inline" else series_of(draft.label),
    )


class _Call:
    """A marker whose note has no index yet."""

    __slots__ = ("_block", "_draft", "_label", "_offset", "_span", "_style")

    def __init__(self, label: str, style: MarkerStyle, span: Span, place: tuple[Draft | None, int, int]) -> None:
        self._label = label
        self._style = style
        self._span = span
        self._draft, self._block, self._offset = place

    def marker(self, order: dict[int, int]) -> Marker:
        """The marker, now that the notes are in order."""
        return Marker(
            label=self._label,
            number=number_of(self._label),
            style=self._style,
            span=self._span,
            series="inline" if self._style == "inline" else series_of(self._label),
            note=None if self._draft is None else order[id(self._draft)],
            block=self._block if self._draft is None else None,
            prose_offset=self._offset,
        )


class _Assembly:
    """Reads leaves one by one; the draft that text goes to is on top of a stack, for notes in notes."""

    def __init__(self, text: str, definitions: list[Definition]) -> None:
        self.blocks: list[Block] = []
        self.calls: list[_Call] = []
        self.unclosed: list[Span] = []
        self._text = text
        self._directives: list[Span] = []
        if "{" in text:
            from footlint.readers.markdown.liquid import directives

            self._directives = directives(text)
        self._defined = {
            id(one): Draft(Span(one.start, one.end), one.label, one.label_end, one.style) for one in definitions
        }
        self.drafts: list[Draft] = list(self._defined.values())
        self._stack: list[Draft] = []
        self._cuts: list[Cut] = []
        self._next = 0
        self._done = 0  # everything before this offset has been written
        self._directive = -1  # the last directive that was written

    def add(self, leaf: Leaf, cuts: list[Cut]) -> None:
        """Read a leaf."""
        start, end = leaf.tokens[0][1], leaf.tokens[-1][2]
        draft = Draft(Span(start, end)) if leaf.definition is None else self._defined[id(leaf.definition)]
        self._stack = [draft]
        self._cuts = cuts
        self._next = 0
        plain = not cuts and not self._directives
        for token in leaf.tokens:
            kind, first, last, _ = token
            if last <= self._done and first < self._done:
                continue
            if plain and kind is _TEXT:
                draft.write(self._text, first, last)
                self._done = last
            else:
                self._add_token(token)
        for open_draft in self._stack:
            open_draft.end_paragraph(end)
        if leaf.definition is None:
            prose = draft.builder.build()
            if prose.text.strip(_NO_WORDS):
                self.blocks.append(Block(leaf.kind, Span(start, end), prose))
        self.unclosed += _unclosed(leaf, cuts, self._text)

    def _add_token(self, token: Token) -> None:
        kind, start, end, text = token
        if kind is Kind.TEXT or kind is Kind.SUP_OPEN:
            self._add_text(start, end, kind)
            return
        draft = self._stack[-1]
        self._done = end
        if kind is Kind.CALL:
            self._call(self._text[start + 2 : end - 1], "caret", Span(start, end))
        elif kind is Kind.BREAK:
            draft.end_line(start)
        elif self._directives and self._directive_at(start) is not None:
            return
        elif kind is Kind.OPEN:
            draft.open(start, end)
        elif kind is Kind.CLOSE:
            draft.close(start, end)
        elif kind is Kind.OPAQUE:
            draft.replace(OPAQUE, start, end)
        elif kind is Kind.ENTITY:
            draft.replace(clean(text), start, end)

    def _add_text(self, start: int, end: int, kind: Kind) -> None:
        cuts = self._cuts
        if not cuts:
            self._write(start, end, kind)
            self._done = end
            return
        at = max(start, self._done)
        while self._next < len(cuts) and cuts[self._next][0] < end:
            cut = cuts[self._next]
            self._next += 1
            self._write(at, cut[0], kind, trim=cut[2] is CutKind.NOTE_CLOSE)
            self._cut(cut)
            at = cut[1]
            self._done = at
        if at < end:
            self._write(at, end, kind)
            self._done = end

    def _cut(self, cut: Cut) -> None:
        start, end, kind, label, close = cut
        if kind is CutKind.CALL:
            self._call(label, "caret", Span(start, end))
        elif kind is CutKind.SUPERSCRIPT:
            self._call(label, "superscript", Span(start, end))
        elif kind is CutKind.NOTE_OPEN:
            span = Span(start, close + 1)
            self._call("", "inline", span)
            note = Draft(span, "", start, "inline")
            self.drafts.append(note)
            self._stack.append(note)
        elif kind is CutKind.NOTE_CLOSE and len(self._stack) > 1:
            self._stack.pop().end_paragraph(start)

    def _call(self, label: str, style: MarkerStyle, span: Span) -> None:
        draft = self._stack[-1]
        offset = draft.replace(MARKER, span.start, span.end)
        in_note = draft if draft.style == "inline" or draft.label_end else None
        self.calls.append(_Call(label, style, span, (in_note, len(self.blocks), offset)))

    def _write(self, start: int, end: int, kind: Kind, *, trim: bool = False) -> None:
        if kind is not Kind.TEXT:
            return
        if trim:
            end = start + len(self._text[start:end].rstrip())
        draft = self._stack[-1]
        if not self._directives:
            draft.write(self._text, start, end)
            return
        while start < end:
            directive = self._directive_at(start)
            if directive is None:
                stop = min(end, self._next_directive(start))
                draft.write(self._text, start, stop)
            else:
                stop = min(end, directive.end)
                self._write_directive(draft, directive)
            start = stop

    def _write_directive(self, draft: Draft, directive: Span) -> None:
        # An attribute list is nothing at all; a Liquid tag stands for something.
        if directive.start != self._directive and self._text[directive.start + 1] in "%{":
            draft.replace(OPAQUE, directive.start, directive.start + 2)
        self._directive = directive.start

    def _directive_at(self, at: int) -> Span | None:
        index = bisect_right(self._directives, Span(at, len(self._text) + 1)) - 1
        return self._directives[index] if index >= 0 and at < self._directives[index].end else None

    def _next_directive(self, at: int) -> int:
        index = bisect_right(self._directives, Span(at, len(self._text) + 1))
        return self._directives[index].start if index < len(self._directives) else len(self._text)


def _unclosed(leaf: Leaf, cuts: list[Cut], text: str) -> list[Span]:
    """Emphasis signs in a note that open before a word and never close."""
    inline = [(start, end) for start, _, kind, _, end in cuts if kind is CutKind.NOTE_OPEN]
    if leaf.definition is None and not inline:
        return []
    spans: list[Span] = []
    loose = dict.fromkeys(_DELIMITERS, 0)
    for kind, start, end, value in leaf.tokens:
        if kind is not Kind.TEXT or value not in _DELIMITERS or text[start - 1] == "\\":
            continue
        if leaf.definition is None and not _is_within(inline, start):
            continue
        loose[value] += 1
        opens = text[end : end + 1].isalpha() and (text[start - 1].isspace() or text[start - 1] in "(“‘\"'")
        # The second of two is the first one's partner, gone astray: one fault.
        if loose[value] % 2 and opens:
            spans.append(Span(start, end))
    return spans


def _is_within(ranges: list[tuple[int, int]], at: int) -> bool:
    """Tell whether a place lies in the last range that begins before it; notes in notes do not matter here."""
    index = bisect_right(ranges, (at, at)) - 1
    return index >= 0 and at < ranges[index][1]
