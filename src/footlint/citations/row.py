"""A row of atoms, and where a sentence in it ends."""

from __future__ import annotations

from footlint.citations.draft import Draft
from footlint.citations.names import phrase
from footlint.citations.phrases import Atom
from footlint.citations.signs import citable, kind_is_note
from footlint.citations.words import AND, QUOTED_IN, SIGNALS
from footlint.document import Prose


class Row:
    """The atoms of a note, or of a bracket in it, and the prose they came from.

    The classes that read the parts of a citation build on one another, from the leaves (shelf-marks, titles) to
    the whole; each file holds one of them.
    """

    def __init__(self, prose: Prose, row: list[Atom]) -> None:
        self.prose = prose
        self.row = row

    def _tail(self, draft: Draft, at: int) -> int:
        """Read the fields from atom `at` on; what is in a bracket may have fields of its own."""
        raise NotImplementedError

    def _closed(self, at: int) -> bool:  # noqa: C901, PLR0911
        """Whether the sentence ends here, or another citation may begin."""
        row = self.row
        if at >= len(row):
            return True
        kind = row[at].kind
        if kind == "stop" and at + 1 < len(row) and row[at + 1].kind == "low":
            # Bd. iii. to stories 100 and 101: the stop of a numeral ends no sentence
            return max(phrase(row, at + 1, SIGNALS), phrase(row, at + 1, QUOTED_IN)) > at + 1
        if kind in {"semi", "stop"}:
            return True
        if kind == "loc":
            return kind_is_note(row[at])
        after = at + 1 if kind in {"comma", "dash", "colon"} else at
        if after >= len(row):
            return True
        if (row[after].key in AND or row[after].key == "with") and row[after].kind != "cap":
            after += 1
            if after >= len(row):
                return True
            if row[after].kind == "loc":
                return kind_is_note(row[after])
            return row[after].kind in {"cap", "init", "emph", "quoted"} or phrase(row, after, SIGNALS) > after
        if phrase(row, after, SIGNALS) > after or phrase(row, after, QUOTED_IN) > after:
            return True
        if row[after].kind == "loc" and kind_is_note(row[after]):
            return True
        if kind == "bracket":
            return self._closed(at + 1)
        return kind == "comma" and row[after].kind in {"cap", "init", "emph"} and citable(row, after)
