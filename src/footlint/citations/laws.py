"""Laws and law reports: 18 U.S.C. § 1001; Brown v. Board of Education, 347 U.S. 483 (1954)."""

from __future__ import annotations

from footlint.citations.draft import Draft
from footlint.citations.locating import announced, is_year, kind_of, text_of
from footlint.citations.model import Locator
from footlint.citations.names import phrase
from footlint.citations.phrases import Atom
from footlint.citations.row import Row
from footlint.citations.signs import is_initial_prefix
from footlint.citations.words import LEGAL

_ACTS = frozenset({"Act", "Acts", "Ordinance", "Regulations", "Order", "Rules", "Measure"})
_LONGEST_ACT = 16


def is_report_year(row: list[Atom], i: int) -> bool:
    """[2014] UKSC 13; [1998] 2 AC 655: a year in square brackets, then the letters of a court or a series."""
    if row[i].kind != "bracket" or row[i].text != "[" or len(row[i].inner) != 1 or row[i].inner[0].kind != "num":
        return False
    at = i + 2 if i + 1 < len(row) and row[i + 1].kind == "num" else i + 1
    if not is_year(row[i].inner[0].numbers[0]) or at + 1 >= len(row) or row[at].kind not in {"cap", "init"}:
        return False
    return row[at].text.isupper() and row[at + 1].kind in {"cap", "init", "num"}


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
            and row[i].text != "Jo"  # a given name; the Journal officiel is JO
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

    def _reports(self, draft: Draft, i: int) -> int:
        """[2014] UKSC 13: a judgment by the year of its report."""
        draft.year = draft.year or (self.row[i].inner[0].start, self.row[i].inner[0].end)
        return self._statute(draft, i + 1)

    def _is_reported(self, i: int, after: int) -> bool:
        """*Donoghue v Stevenson* [1932] AC 562: a year in square brackets, then the letters of a series."""
        row = self.row
        if not any(word.text == "v" for word in row[i].inner[1:-1]) or after + 1 >= len(row):
            return False
        bracket, at = row[after], after + 1
        if bracket.kind != "bracket" or bracket.text != "[" or len(bracket.inner) != 1:
            return False
        if row[at].kind == "num":
            at += 1
        return at < len(row) and row[at].kind in {"cap", "init"} and row[at].text.isupper()

    def _is_act(self, i: int) -> int:
        """The index after the year of an act: Trade Unions Act 1927; i where there is none."""
        row = self.row
        at = i
        while at < len(row) and at - i < _LONGEST_ACT and row[at].kind in {"cap", "low", "init", "bracket"}:
            at += 1
        if at - i < 2 or at >= len(row) or row[at - 1].text not in _ACTS:  # noqa: PLR2004 - an act has a name
            return i
        return at + 1 if row[at].kind == "num" and is_year(row[at].numbers[0]) else i

    def _act(self, draft: Draft, i: int, after: int) -> int:
        """An act by its name and year; the section of it."""
        row = self.row
        draft.legal = True
        draft.year = (row[after - 1].start, row[after - 1].end)
        value = text_of(self.prose, row[i].start, row[after - 1].end)
        draft.locators.append(Locator("identifier", value.span, value=value))
        at = after + 1 if after < len(row) and row[after].kind == "comma" else after
        if at < len(row) and row[at].kind == "loc" and row[at].key in {"s", "ss"}:
            # s. 1(1) is a section, not a page
            draft.locators.append(announced(self.prose, row[at], "section", ","))
            after = at + 1
            while after < len(row) and row[after].kind == "bracket" and row[after].start == row[after - 1].end:
                after += 1
        return after

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
