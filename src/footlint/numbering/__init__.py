"""Numbering slips of a chapter: what was dropped, doubled or misnumbered, each found once, at its cause."""

from footlint.numbering.slip import Slip
from footlint.numbering.slips import slips

__all__ = ["Slip", "slips"]
