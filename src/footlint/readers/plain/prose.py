"""Turns the pieces of a paragraph or a note into prose: emphasis, markers, line ends, composed letters."""

from __future__ import annotations

from unicodedata import combining, is_normalized, normalize

from footlint.document import EMPHASIS_CLOSE, EMPHASIS_OPEN, MARKER, PRIVATE, Prose, ProseBuilder
from footlint.readers.plain.lines import Line, Piece
from footlint.record import Record

_RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_HYPHENS = ("-", "\u2010", "\u00ad")
_TOO_DEEP = 3


class Emphasis(Record, frozen=True):
    """The roles of the emphasis signs of one text: `roles` maps a start to `open`, `close` or `strong`.

    `loose` are signs that close nothing, `unclosed` those that nothing closes.
    """

    roles: dict[int, str]
    loose: list[Piece]
    unclosed: list[Piece]


class Text(Record, frozen=True):
    """The prose of one text, where its markers stand in it (by source offset), and its broken emphasis."""

    prose: Prose
    offsets: dict[int, int]
    emphasis: Emphasis


def pair_emphasis(
    text: str, pieces: list[Piece], end: int, *, taken: frozenset[int] | set[int] = frozenset()
) -> Emphasis:
    """Pair the stars and underscores of one text; `taken` are those that serve as markers."""
    roles: dict[int, str] = {}
    loose: list[Piece] = []
    open_signs: dict[str, list[Piece]] = {}
    for piece in pieces:
        if piece.kind not in {"STARS", "UNDERSCORES"} or piece.start in taken or len(piece.text) > _TOO_DEEP:
            continue
        before = text[piece.start - 1] if piece.start else "\n"
        after = text[piece.end] if piece.end < end else "\n"
        waiting = open_signs.setdefault(piece.text, [])
        if waiting and not before.isspace() and not _is_word(after):
            role = "strong" if len(piece.text) == 2 else "close"  # noqa: PLR2004
            roles[piece.start] = role
            roles[waiting.pop().start] = "strong" if role == "strong" else "open"
        elif not after.isspace() and not _is_word(before):
            waiting.append(piece)
        elif not before.isspace() and not _is_word(after):
            loose.append(piece)
    unclosed = [piece for waiting in open_signs.values() for piece in waiting]
    return Emphasis(roles, loose, sorted(unclosed, key=lambda piece: piece.start))


def _is_word(sign: str) -> bool:
    return sign.isalnum() and sign not in _RAISED


def build_text(text: str, paragraphs: list[list[Line]], signs: dict[int, int], *, label: int, composed: bool) -> Text:
    """The prose of paragraphs of lines; paragraphs are joined by a newline, lines by a space.

    `signs` maps the start of each marker to its length; `label` is the offset up to which the first line is a label;
    `composed` tells that the whole manuscript is in NFC and free of private characters.
    """
    lines = [line for paragraph in paragraphs for line in paragraph]
    pieces = [piece for line in lines for piece in line.all_pieces() if piece.start >= label]
    emphasis = pair_emphasis(text, pieces, lines[-1].end, taken=signs.keys() & {piece.start for piece in pieces})
    builder = ProseBuilder()
    offsets: dict[int, int] = {}
    last_end = -1
    for paragraph in paragraphs:
        joint = "\n"
        for line in paragraph:
            own = [piece for piece in line.all_pieces() if piece.start >= label]
            if not own:
                continue
            start = own[0].start
            if last_end >= 0:
                between = _joint(text, last_end, start, joint)
                builder.replace(between, last_end, start - last_end)
            end = start + len(text[start : line.end].rstrip())
            for piece in own:
                at = piece.start
                while at < piece.end and at in signs:
                    offsets[at] = builder.length
                    builder.replace(MARKER, at, signs[at])
                    at += signs[at]
                _emit(builder, text[at : min(piece.end, end)], at, emphasis.roles.get(at), composed=composed)
            last_end = max(end, start)
            joint = " "
    return Text(builder.build(), offsets, emphasis)


def _joint(text: str, end: int, start: int, joint: str) -> str:
    """What stands for a line end: nothing after a hyphenated word, else a space."""
    hyphenated = joint == " " and end > 1 and text[end - 1] in _HYPHENS and not text[end - 2].isspace()
    return "" if hyphenated and _is_word(text[start]) else joint


def _emit(builder: ProseBuilder, run: str, at: int, role: str | None, *, composed: bool) -> None:
    if role == "open":
        builder.replace(EMPHASIS_OPEN, at, len(run))
    elif role == "close":
        builder.replace(EMPHASIS_CLOSE, at, len(run))
    elif role is None and composed:
        builder.run(run, at)
    elif role is None and run:
        _compose(builder, run, at)


def _compose(builder: ProseBuilder, run: str, at: int) -> None:
    """Append a run letter by letter where letters are decomposed; private characters become U+FFFD."""
    if is_normalized("NFC", run) and not any(sign in run for sign in PRIVATE):
        builder.run(run, at)
        return
    start = 0
    for index in range(1, len(run) + 1):
        if index < len(run) and _joins(run[index]):
            continue
        letter = run[start:index]
        if letter in PRIVATE:
            builder.replace("\ufffd", at + start, 1)
        elif is_normalized("NFC", letter):
            builder.run(letter, at + start)
        else:
            builder.replace(normalize("NFC", letter), at + start, len(letter))
        start = index


def _joins(sign: str) -> bool:
    """Tell whether a sign may compose with the one before: a combining mark, a Hangul vowel or final."""
    return combining(sign) != 0 or "\u1161" <= sign <= "\u11c2"
