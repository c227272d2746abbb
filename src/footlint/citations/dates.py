"""Dates in words: 3 May 1921; May 3, 1921; December 2009; 2 and 4 December 1934."""

from __future__ import annotations

from footlint.citations.containers import Containers
from footlint.citations.draft import Draft
from footlint.citations.imprint import year_at
from footlint.citations.locating import is_year, month, roman_value, text_of
from footlint.citations.model import Locator
from footlint.citations.words import NEWSPAPERS

#: No newspaper has a longer name.
_LONGEST_NAME = 6


class Dates(Containers):
    """Dates in words: 3 May 1921; May 3, 1921; December 2009; 2 and 4 December 1934."""

    def _numeric_date(self, draft: Draft, i: int, sign: str) -> int:
        """8.6.1935; 1935-06-08."""
        atom = self.row[i]
        draft.dated = True
        date = atom.numbers[0].pieces[0][0]
        if draft.year is None and date[-4:].isdecimal():
            draft.year = (atom.end - 4, atom.end)
        elif draft.year is None and date[:4].isdecimal():
            draft.year = (atom.start, atom.start + 4)
        value = text_of(self.prose, atom.start, atom.end)
        draft.locators.append(Locator("date", value.span, value=value, after=sign))
        return i + 1

    def _newspaper(self, i: int) -> int:
        """The index after a newspaper that nothing sets apart: New York Times, June 5, 1931; i where there is none."""
        row = self.row
        at = i
        while at < len(row) and at - i < _LONGEST_NAME and row[at].kind == "cap":
            at += 1
        named = at > i and row[at - 1].key in NEWSPAPERS
        return at if named and self._dates(at) else i

    def _roman_date(self, draft: Draft, i: int, sign: str) -> int | None:
        """12 III 1968: the way of Polish newspapers."""
        row = self.row
        if i + 2 >= len(row) or any(atom.kind != "num" or len(atom.numbers[0].pieces) > 1 for atom in row[i : i + 3]):
            return None
        day, month_, _ = (atom.numbers[0].pieces[0][0] for atom in row[i : i + 3])
        if not day.isdecimal() or len(day) > 2 or not is_year(row[i + 2].numbers[0]):  # noqa: PLR2004 - digits of a day
            return None
        if not month_.isupper() or (roman_value(month_) or 0) > 12:  # noqa: PLR2004 - months
            return None
        end = row[i + 2].end
        draft.dated = True
        draft.year = draft.year or (row[i + 2].start, end)
        value = text_of(self.prose, row[i].start, end)
        draft.locators.append(Locator("date", value.span, value=value, after=sign))
        after = i + 3
        return after + 1 if after < len(row) and row[after].key == "r" else after

    def _month_date(self, draft: Draft, i: int, m: int, sign: str) -> int | None:  # noqa: C901
        """3 May 1921; May 3, 1921; December 2009; Spring 2004."""
        row = self.row
        at = m + 1
        if at + 1 < len(row) and row[at].kind == "stop" and row[at].start == row[m].end and row[at + 1].kind == "num":
            at += 1
        start = row[i].start
        day = i < m
        if not day and at < len(row) and row[at].kind == "num" and not is_year(row[at].numbers[0]):
            day = True
            at += 1
        if (
            not day
            and at < len(row)
            and row[at].kind in {"dash", "slash"}
            and at + 1 < len(row)
            and month(row[at + 1]) is not None
        ):
            at += 2
        if at + 1 < len(row) and (row[at].kind == "comma" or row[at].key in {"de", "del"}) and year_at(row, at + 1):
            at += 1
        year = year_at(row, at)
        if year is not None:
            (_, end), after = year
            if draft.year is None:
                draft.year = year[0]
        elif day:
            end, after = row[at - 1].end - (row[at - 1].text[-1:] == "."), at
        else:
            return None
        if draft.title is None and draft.container is None and draft.back is None and draft.archive is None:
            return None
        if day:
            draft.dated = True
        draft.locators.append(
            Locator("date", self.prose.span(start, end), value=text_of(self.prose, start, end), after=sign)
        )
        if after < len(row) and row[after].key in {"g", "г"} and row[after].kind != "cap":
            after += 1
        return after

    def _dates(self, i: int) -> bool:
        """Whether a date follows behind a comma."""
        row = self.row
        if i + 2 >= len(row) or row[i].kind != "comma":
            return False
        return row[i + 1].kind == "date" or month(row[i + 1]) is not None or month(row[i + 2]) is not None
