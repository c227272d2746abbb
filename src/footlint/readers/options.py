"""How a plain-text chapter is to be read where it does not show it clearly itself."""

from __future__ import annotations

from typing import Literal

from footlint.record import Record


class TextOptions(Record, frozen=True, forbid_unknown_fields=True):
    """`auto` means: recognised from the chapter. `restart` says where numbering begins again."""

    markers: Literal["auto", "superscript", "bracket", "symbol"] = "auto"
    notes: Literal["auto", "page-foot", "end"] = "auto"
    restart: Literal["auto", "never", "page", "section"] = "auto"
