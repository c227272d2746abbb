"""Asterisks and daggers: which lines that open with one are notes, and which signs in the text call them."""

from __future__ import annotations

from bisect import bisect_left

from footlint.readers.plain.entries import Entry
from footlint.readers.plain.lines import Paragraph, Piece
from footlint.readers.plain.prose import pair_emphasis
from footlint.readers.plain.signs import FAIR, FIRM, WEAK, Sign

_STOPS = ".,;:!?…\"'“”’»)]"
#: With so many notes of a sign in a chapter, the sign alone is enough to be a marker.
_SETTLED = 2


def symbol_signs(text: str, paragraphs: list[Paragraph], entries: list[Entry]) -> list[Sign]:
    """The signs that may call a note labelled with a symbol, in order; none where no line opens with one."""
    labels = {entry.label for entry in entries if entry.rank is None}
    if not labels:
        return []
    signs = []
    for index, paragraph in enumerate(paragraphs):
        pieces = [piece for line in paragraph.lines for piece in line.pieces]
        stars = pair_emphasis(text, pieces, paragraph.end).loose if "*" in "".join(labels) else []
        for piece in sorted([*stars, *(piece for piece in pieces if _is_symbol(piece))], key=lambda piece: piece.start):
            label = piece.text.strip("[]()")
            if label[0] in "".join(labels):
                strength = _strength(text, piece)
                signs.append(Sign("symbol", label, None, piece.start, piece.end, index, strength))
    return signs


def _is_symbol(piece: Piece) -> bool:
    if piece.kind == "SYMBOL":
        return True
    return piece.kind in {"BRACKET", "PARENTHESIS"} and not piece.text[1].isalnum()


def _strength(text: str, piece: Piece) -> int:
    before = text[piece.start - 1] if piece.start else "\n"
    after = text[piece.end : piece.end + 1]
    if before.isspace() or before in "([{" or after.isalnum():
        return WEAK
    return FIRM if before in _STOPS else FAIR


def symbol_notes(entries: list[Entry], clusters: list[int], accepted: set[int], signs: list[Sign]) -> set[int]:
    """The indices of the symbol-labelled entries that are notes: called, or in one block with accepted notes."""
    starts: dict[str, list[int]] = {}
    for sign in signs:
        if sign.strength >= FAIR:
            starts.setdefault(sign.label, []).append(sign.start)
    symbols = [index for index, entry in enumerate(entries) if entry.rank is None]
    called = set()
    last: dict[str, int] = {}
    for index in symbols:
        entry = entries[index]
        own = starts.get(entry.label, [])
        at = bisect_left(own, last.get(entry.label, 0))
        if at < len(own) and own[at] < entry.start:
            called.add(index)
            last[entry.label] = entry.start
    blocks = {clusters[index] for index in called | accepted}
    beside = {index for index in symbols if clusters[index] in blocks and called}
    return called | beside


def symbol_markers(signs: list[Sign], notes: list[Entry], home: dict[int, int]) -> list[Sign]:
    """The symbol signs of the body that are markers: a note so labelled follows, or such notes are many here."""
    starts: dict[str, list[int]] = {}
    for note in notes:
        if note.rank is None:
            starts.setdefault(note.label, []).append(note.start)
    settled = sum(map(len, starts.values())) >= _SETTLED
    kept = []
    for sign in signs:
        if sign.strength < FAIR or sign.start in home:
            continue
        followed = bool(starts.get(sign.label)) and starts[sign.label][-1] > sign.start
        if followed or (settled and (sign.strength == FIRM or sign.label[0] in "†‡")):
            kept.append(sign)
    return kept
