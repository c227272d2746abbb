"""Pages and scopes: which markers and notes count together, and on which page each stands."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from footlint.readers.options import TextOptions
from footlint.readers.plain.entries import Entry, Section
from footlint.readers.plain.signs import Sign
from footlint.record import Record

_STARTS = 2
#: So many markers or notes may be lost or doubled in a section.
_SLIPS = 3


class Places(Record, frozen=True):
    """The scope of each marker and note, and the offsets at which pages after the first begin (None: no pages)."""

    marker_scopes: list[int]
    note_scopes: list[int]
    pages: list[int] | None

    def page(self, offset: int) -> int | None:
        """The page of an offset, from 0."""
        return None if self.pages is None else bisect_right(self.pages, offset)


def blocks_of(notes: list[Entry], clusters: list[int]) -> list[tuple[int, int]]:
    """The blocks of notes as index ranges."""
    found: list[tuple[int, int]] = []
    for index in range(len(notes)):
        if found and clusters[index] == clusters[index - 1]:
            found[-1] = (found[-1][0], index + 1)
        else:
            found.append((index, index + 1))
    return found


def places_of(  # noqa: PLR0913, PLR0917 - all of the chapter's form comes together here
    markers: list[Sign],
    notes: list[Entry],
    blocks: list[tuple[int, int]],
    block_ends: list[int],
    feeds: list[int],
    sections: list[Section],
    options: TextOptions,
    *,
    page_foot: bool,
) -> Places:
    """Scopes and pages; `block_ends` are the offsets at which the blocks of notes end, `feeds` those of form feeds."""
    pages = _pages(notes, blocks, block_ends, feeds, page_foot=page_foot)
    block_at = block_ends[:-1]
    by_block = [bisect_right(block_at, sign.start) for sign in markers]
    note_block = [number for number, (first, end) in enumerate(blocks) for _ in range(first, end)]
    numeric = options.restart
    if numeric == "auto":
        numeric = (
            "page" if page_foot and _restarts_each(markers, notes, by_block, note_block, len(blocks)) else "section"
        )
    if numeric == "page":
        return Places(
            _by_page(markers, pages, by_block),
            [_page(pages, note.start, block) for note, block in zip(notes, note_block, strict=True)],
            pages,
        )
    marker_scopes = [0] * len(markers)
    note_scopes = [0] * len(notes)
    if numeric == "section":
        marker_scopes, note_scopes = _by_section(markers, notes, by_block, note_block, gathered=bool(sections))
    # Symbols begin again on every page, or with every block of notes.
    for index, sign in enumerate(markers):
        if sign.number is None and sign.style == "symbol":
            marker_scopes[index] = by_block[index]
    for index, note in enumerate(notes):
        if note.rank is None:
            note_scopes[index] = note_block[index]
    return Places(marker_scopes, note_scopes, pages)


def _pages(
    notes: list[Entry], blocks: list[tuple[int, int]], block_ends: list[int], feeds: list[int], *, page_foot: bool
) -> list[int] | None:
    """Where pages begin: at form feeds if each page between two has at most one block of notes, else after blocks."""
    held = [bisect_right(feeds, notes[first].start) for first, _ in blocks]
    if feeds and len(set(held)) == len(held):
        return feeds
    return block_ends[:-1] if page_foot else None


def _page(pages: list[int] | None, offset: int, block: int) -> int:
    return bisect_right(pages, offset) if pages is not None else block


def _by_page(markers: list[Sign], pages: list[int] | None, by_block: list[int]) -> list[int]:
    return [_page(pages, sign.start, block) for sign, block in zip(markers, by_block, strict=True)]


def _restarts_each(
    markers: list[Sign], notes: list[Entry], by_block: list[int], note_block: list[int], blocks: int
) -> bool:
    """Tell whether numbering starts again on most pages, in the text and in the notes."""
    if blocks < _STARTS:
        return False
    marker_ranks = [
        (block, sign.number) for block, sign in zip(by_block, markers, strict=True) if sign.number is not None
    ]
    note_ranks = [(block, note.rank) for block, note in zip(note_block, notes, strict=True) if note.rank is not None]
    return _mostly(marker_ranks) and _mostly(note_ranks)


def _mostly(ranks: list[tuple[int, int]]) -> bool:
    turns = 0
    restarts = 0
    for (block, rank), (next_block, next_rank) in pairwise(ranks):
        if block != next_block:
            turns += 1
            restarts += next_rank <= _STARTS and next_rank <= rank
    return turns > 0 and 2 * restarts > turns


def _by_section(
    markers: list[Sign], notes: list[Entry], by_block: list[int], note_block: list[int], *, gathered: bool
) -> tuple[list[int], list[int]]:
    """Scopes that grow where the numbering of both markers and notes starts again."""
    in_text = _restarts([sign.number for sign in markers], by_block)
    in_notes = _restarts([note.rank for note in notes], note_block if gathered else [0] * len(notes))
    if len(in_text) != len(in_notes):
        in_text, in_notes = (
            _agreed(in_text, in_notes, by_block, note_block)
            if len(set(note_block)) > 1
            else _abreast(in_text, in_notes)
        )
    return (
        [bisect_right(in_text, index) for index in range(len(markers))],
        [bisect_right(in_notes, index) for index in range(len(notes))],
    )


def _restarts(ranks: list[int | None], blocks: list[int]) -> list[int]:
    """Where a sequence falls back to its start and goes on from there; a lone wrong number does not go on."""
    known = [(index, rank) for index, rank in enumerate(ranks) if rank is not None]
    found = []
    for (before_at, before), (at, rank), (_, after) in zip(known, known[1:], [*known[2:], (-1, None)], strict=False):
        if rank > _STARTS or rank > before or (rank == before and blocks[before_at] == blocks[at]):
            continue
        new_block = blocks[before_at] != blocks[at]
        goes_on = after is not None and rank <= after <= rank + _STARTS and not before < after <= before + _STARTS
        if goes_on or (new_block and (after is None or after <= rank)):
            found.append(at)
    return found


def _agreed(
    in_text: list[int], in_notes: list[int], by_block: list[int], note_block: list[int]
) -> tuple[list[int], list[int]]:
    """Only the restarts that text and notes show in the same block."""
    text_at = {by_block[index]: index for index in reversed(in_text)}
    notes_at = {note_block[index]: index for index in reversed(in_notes)}
    shared = sorted(text_at.keys() & notes_at.keys())
    return [text_at[block] for block in shared], [notes_at[block] for block in shared]


def _abreast(in_text: list[int], in_notes: list[int]) -> tuple[list[int], list[int]]:
    """Only the restarts at which text and notes, all in one block, are about equally far."""
    pairs: list[tuple[int, int]] = []
    a = b = drift = 0
    while a < len(in_text) and b < len(in_notes):
        apart = in_text[a] - in_notes[b] - drift
        if abs(apart) <= _SLIPS:
            pairs.append((in_text[a], in_notes[b]))
            drift += apart
        a += apart <= _SLIPS
        b += apart >= -_SLIPS
    return [at for at, _ in pairs], [at for _, at in pairs]
