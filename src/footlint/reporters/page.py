"""What is printed on: how wide, in which colours and signs."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

_WIDTH = 80
_NARROWEST = 30


class Page:
    """A terminal, or a file that stands in for one. `quiet` leaves out all but the findings."""

    def __init__(self, width: int = _WIDTH, *, colour: bool = False, unicode: bool = True, quiet: bool = False) -> None:
        self.width = max(width, _NARROWEST)
        self.colour = colour
        self.unicode = unicode
        self.quiet = quiet

    def __repr__(self) -> str:
        return f"Page({self.width}, {self.colour}, {self.unicode}, {self.quiet})"


def page_for(stream: TextIO, *, quiet: bool = False) -> Page:
    """The page that a stream is, as the terminal and the environment tell."""
    return Page(_width(stream), colour=_colour(stream), unicode=_unicode(stream), quiet=quiet)


def _width(stream: TextIO) -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return int(columns)
    try:
        return os.get_terminal_size(stream.fileno()).columns or _WIDTH
    except (OSError, ValueError, AttributeError):
        return _WIDTH


def _colour(stream: TextIO) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _unicode(stream: TextIO) -> bool:
    return (getattr(stream, "encoding", None) or "").lower().replace("-", "").startswith("utf")
