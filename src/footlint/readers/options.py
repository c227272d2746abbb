"""How a chapter is to be read where it does not show it clearly itself."""

from __future__ import annotations

from typing import Literal

from footlint.record import Record


class TextOptions(Record, frozen=True, forbid_unknown_fields=True):
    """`auto` means: recognised from the chapter. `restart` says where numbering begins again.

    `changes` says how the tracked changes of a Word file are read.
    """

    markers: Literal["auto", "superscript", "bracket", "parenthesis", "symbol"] = "auto"
    notes: Literal["auto", "page-foot", "end"] = "auto"
    restart: Literal["auto", "never", "page", "section"] = "auto"
    changes: Literal["accepted", "rejected"] = "accepted"
