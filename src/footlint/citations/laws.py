"""Laws and law reports: 18 U.S.C. § 1001; Brown v. Board of Education, 347 U.S. 483 (1954)."""

from __future__ import annotations

from footlint.citations.draft import Draft
from footlint.citations.locating import kind_of, text_of
from footlint.citations.model import Locator
from footlint.citations.names import phrase
from footlint.citations.row import Row
from footlint.citations.signs import is_initial_prefix
from footlint.citations.words import LEGAL


class Laws(Row):
    """Laws and law reports: 18 U.S.C. § 1001; Brown v. Board of Education, 347 U.S. 483 (1954)."""

    def _is_statute(self, i: int) -> bool:
        """18 U.S.C. § 1001; RGBl. I, S. 83; UN Doc. A/RES/217."""
        row = self.row
        if row[i].kind == "num":
            at = i + 1
            while at < len(row) and at - i < 6 and row[at].kind in {"cap", "init"} and len(row[at].text) <= 4:  # noqa: PLR2004
                at += 1
            return at > i + 1 and at < len(row) and row[at].kind == "loc" and kind_of(row[at]) == "section"
        after = phrase(row, i, LEGAL)
        return (
            after > i
            and row[i].text[0].isupper()
            and after < len(row)
            and row[after].kind in {"cap", "num", "loc", "comma"}
        )

    def _is_report(self, i: int) -> bool:
        """347 U.S. 483: a volume, the letters of a series, a page."""
        row = self.row
        return (
            row[i].kind == "num"
            and i + 2 < len(row)
            and row[i + 1].kind in {"cap", "init"}
            and not row[i + 1].key.isdecimal()
        )

    def _statute(self, draft: Draft, i: int) -> int:
        draft.legal = True
        row = self.row
        at = i
        while at < len(row) and (row[at].kind in {"cap", "init", "num", "slash", "dash"} or is_initial_prefix(row[at])):
            at += 1
        if row[at - 1].kind in {"slash", "dash"}:
            at -= 1
        value = text_of(self.prose, row[i].start, row[at - 1].end)
        draft.locators.append(Locator("identifier", value.span, value=value))
        return at
