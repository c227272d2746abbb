"""Numbers behind a title: volumes, issues, years, and the pages that remain."""

from __future__ import annotations

from footlint.citations.dates import Dates
from footlint.citations.draft import Draft, Heading
from footlint.citations.locating import announced, bare_pages, is_year, kind_of, month, roman_value, text_of
from footlint.citations.model import Locator, LocatorKind, Text
from footlint.citations.names import phrase
from footlint.citations.phrases import Atom
from footlint.citations.signs import RUN_ON, SERIES, TITLES, WORDS, brackets, extend, kind_is_note, open_ended
from footlint.citations.words import AND, AT, PREFIXES, QUOTED_IN, SIGNALS

_LONGEST_LETTERS = 8
_SHORT = 4
#: What follows the p. that announces an example: p. ex., p. ej., p. es.
_EXAMPLE = frozenset({"ex", "ej", "es", "e"})
#: A set that was begun anew, by the word before “series”, or by its letters.
_NEW_SERIES = {
    "n": frozenset({"f", "s"}),
    **dict.fromkeys(("neue", "new", "nouvelle", "nouv", "nueva", "nuova", "nová", "nowa"), SERIES),
}


def _is_abbreviated(atom: Atom) -> bool:
    """LQR, Harv., L, Rev: the words of a journal that lawyers write in letters."""
    return atom.text.isupper() or atom.text.endswith(".") or len(atom.text) <= _SHORT


class Numbers(Dates):
    """Numbers behind a title: volumes, issues, years, and the pages that remain."""

    def _announced(self, draft: Draft, i: int, sign: str) -> int | None:  # noqa: PLR0911
        row = self.row
        atom = row[i]
        if kind_is_note(atom):
            if (
                atom.key == "n"
                and draft.title is not None
                and not draft.paged
                and (draft.title.style == "italic" or draft.container)
            ):
                draft.locators.append(announced(self.prose, atom, "number", sign))
                return i + 1
            return None
        kind = kind_of(atom)
        if kind is None:
            return None
        unit = PREFIXES.get(atom.key) == "units"
        if unit and not draft.title and (self._is_signature(i) or draft.archive is not None):
            return self._signature(draft, i)
        if unit and atom.key in {"d", "op", "f", "l", "k"} and draft.title is not None:
            if self._is_signature(i):
                return None
            if atom.key == "d":
                return None
        if kind == "number" and atom.key == "c" and draft.title is None:
            return None
        self._without_date(i)
        locator = announced(self.prose, atom, kind, sign)
        draft.locators.append(locator)
        after = i + 1
        if (
            after < len(row)
            and row[after].kind == "dash"
            and row[after].start == atom.end
            and not (after + 1 < len(row) and row[after + 1].kind in WORDS and row[after + 1].start == row[after].end)
        ):
            draft.locators[-1] = open_ended(self.prose, locator, row[after])
            after += 1
        return after

    def _without_date(self, i: int) -> None:
        """Give a last number back that is the day of a date: p. 12, 3 May 1921."""
        row = self.row
        atom = row[i]
        if i + 1 >= len(row) or month(row[i + 1]) is None or len(atom.numbers) < 2 or row[i + 1].kind == "low":  # noqa: PLR2004
            return
        last = atom.numbers.pop()
        atom.end = atom.numbers[-1].end
        day = Atom("num", last.start, last.end, numbers=[last])
        row[i + 1 : i + 1] = [Atom("comma", atom.end, atom.end + 1, ",", ","), day]

    def _number(self, draft: Draft, i: int, sign: str) -> int | None:  # noqa: C901, PLR0911, PLR0912 - one line a meaning
        row = self.row
        atom = row[i]
        numbers = atom.numbers[0]
        after = i + 1
        following = row[after] if after < len(row) else None
        days = after if not is_year(numbers) else len(row)
        while (
            days + 1 < len(row) and (row[days].kind == "comma" or row[days].key in AND) and row[days + 1].kind == "num"
        ):
            days += 2
        if (
            days > after
            and days < len(row)
            and month(row[days]) is not None
            and draft.title is not None
            and not draft.paged
        ):
            # 2 and 4 December 1934
            return self._month_date(draft, i, days, sign)
        dated = self._roman_date(draft, i, sign) if draft.title is not None or draft.back is not None else None
        if dated is not None:
            return dated
        if following is not None and month(following) is not None and len(numbers.pieces) <= 3:  # noqa: PLR2004
            return self._month_date(draft, i, after, sign)
        if (
            following is not None
            and (following.kind == "stop" or following.key == "de")
            and after + 1 < len(row)
            and month(row[after + 1]) is not None
        ):
            # 3. Mai 1985; 13 de febrero de 1973
            return self._month_date(draft, i, after + 1, sign)
        edition = self._edition(draft, i)
        if edition is not None:
            return edition
        if (
            following is not None
            and following.kind in {"low", "cap"}
            and PREFIXES.get(following.key) == "volume"
            and draft.title
        ):
            # 55 vols., all of them where no page follows
            draft.whole = True
            return after + 1
        series = self._series_statement(draft, i)
        if series is not None:
            return series
        if atom.kind == "figure":
            if numbers.pieces[0][0].count(".") == 1 and (draft.container or draft.title) and brackets(following):
                return self._value(draft, i, "volume", sign)
            return None
        titled = draft.title is not None or draft.legal or draft.back is not None or bool(draft.authors)
        if not titled and draft.archive is None:
            return self._bare_note(draft, i)
        slashed = len(numbers.pieces) > 1 and numbers.pieces[1][0] == "/"
        if (
            slashed
            and not draft.paged
            and (draft.container or (draft.title and not draft.place))
            and not draft.has("volume", "number")
        ):
            return self._issue(draft, i, sign)
        dateless = draft.year is None and not draft.paged and not (sign == "" and draft.locators)
        if is_year(numbers) and dateless and (draft.title is not None or draft.legal):
            draft.year = (atom.start, atom.end)
            return after
        if (
            is_year(numbers)
            and draft.title is None
            and draft.authors
            and draft.year is None
            and (
                sign == ""
                or (
                    sign == ","
                    and following is not None
                    and following.kind == "comma"
                    and after + 1 < len(row)
                    and row[after + 1].kind == "loc"
                )
            )
        ):
            draft.year = (atom.start, atom.end)
            return after
        volume = self._bare_volume(draft, i, sign)
        if volume is not None:
            return volume
        if atom.kind == "num" and sign in {",", ":", "", "."}:
            if (
                sign == ""
                and len(numbers.pieces) == 1
                and row[i - 1].kind not in {"emph", "quoted", "bracket", "loc", "num", "figure", "low"}
                and not draft.back
            ):
                return None
            counted = bool(draft.locators) and draft.locators[-1].kind in {"volume", "number"}
            if (
                sign == "."
                and not counted
                and not (row[i - 1].kind == "stop" and draft.back)
                and not (draft.authors and draft.title and self._ends_citation(i))
            ):
                return None
            if (
                numbers.suffix is None
                and following is not None
                and following.kind in WORDS
                and not self._may_follow_pages(after)
            ):
                return None
            return self._bare_pages(draft, i, sign)
        return None

    def _law_journal(self, draft: Draft, i: int) -> int | None:
        """‘Title’ (2003) 119 LQR 298, 305; ‘Title’ [1998] CLJ 12; “Title,” 45 Harv. L. Rev. 193."""
        row = self.row
        if draft.title is None or draft.title.style != "quoted" or draft.container is not None or draft.locators:
            return None
        numbered = row[i].kind == "num"
        at = i + numbered
        if at >= len(row) or row[at].kind not in {"cap", "init"} or not (numbered or draft.year):
            return None
        end = at
        while end < len(row) and end - at < _LONGEST_LETTERS and row[end].kind in {"cap", "init", "stop"}:
            end += 1
        letters = [atom for atom in row[at:end] if atom.kind != "stop"]
        if end >= len(row) or row[end].kind != "num" or not all(_is_abbreviated(atom) for atom in letters):
            return None
        if numbered:
            self._value(draft, i, "volume", "")
        words = [(atom.start, atom.end) for atom in letters]
        draft.container = Heading(row[at].start, row[end - 1].end, "plain", words)
        return self._bare_pages(draft, end, "")

    def _series_statement(self, draft: Draft, i: int) -> int | None:
        """2nd series; 1. Abt.; 1re sér.; Neue Folge; N. F.: in which part of a set the volumes are counted."""
        row = self.row
        if draft.title is None or i + 1 >= len(row):
            return None
        if row[i].key in _NEW_SERIES:
            if row[i + 1].key not in _NEW_SERIES[row[i].key]:
                return None
            if row[i + 1].kind == "loc":
                # N. F. 12: no folio
                numbers = row[i + 1].numbers[0]
                value = text_of(self.prose, numbers.start, numbers.end)
                draft.locators.append(Locator("volume", value.span, value=value))
            return self._past_stop(i + 2)
        if row[i].kind not in {"num", "figure"}:
            return None
        at = i + 1
        german = row[at].kind == "stop"
        if german or (row[at].kind == "low" and row[at].start == row[at - 1].end):
            at += 1
        if at >= len(row) or row[at].key not in SERIES or (row[at].kind == "cap") > german:
            return None
        return self._past_stop(at + 1)

    def _past_stop(self, at: int) -> int:
        """The index after the stop of an abbreviation that a comma follows."""
        row = self.row
        return at + 1 if at + 1 < len(row) and row[at].kind == "stop" and row[at + 1].kind == "comma" else at

    def _may_follow_pages(self, at: int) -> bool:
        row = self.row
        key = row[at].key
        return (
            key in AND
            or key in {"n", "see", "cf", "also", "in"}
            or phrase(row, at, AT) > at
            or phrase(row, at, SIGNALS) > at
            or phrase(row, at, QUOTED_IN) > at
            or (row[at].kind == "low" and bool(row[at - 1].end < row[at].start) and key in RUN_ON)
        )

    def _bare_pages(self, draft: Draft, i: int, sign: str) -> int:
        """Bare numbers from i on, as far as the list goes."""
        row = self.row
        last = i
        at = i + 1
        while at < len(row):
            step = at
            if row[step].kind == "comma":
                step += 1
            if step < len(row) and row[step].kind in {"low", "sign"} and row[step].key in AND:
                step += 1
            if step == at or step >= len(row) or row[step].kind != "num":
                break
            if (
                step + 1 < len(row)
                and row[step + 1].kind in WORDS
                and (row[step + 1].kind == "low" or month(row[step + 1]) is not None)
                and row[step + 1].key not in RUN_ON
            ):
                break
            if is_year(row[step].numbers[0]) and not is_year(row[i].numbers[0]) and draft.year is None:
                break
            last = step
            at = step + 1
        locator = bare_pages(self.prose, row[i : last + 1], sign)
        draft.locators.append(locator)
        after = last + 1
        if (
            after < len(row)
            and row[after].kind == "dash"
            and row[after].start == row[last].end
            and not (after + 1 < len(row) and row[after + 1].kind in WORDS)
        ):
            draft.locators[-1] = open_ended(self.prose, locator, row[after])
            after += 1
        return after

    def _bare_note(self, draft: Draft, i: int) -> int | None:
        """A note that is nothing but pages: 82-83."""
        row = self.row
        if i != 0 or any(atom.kind not in {"num", "comma", "stop", "loc"} and atom.key not in AND for atom in row):
            return None
        if is_year(row[i].numbers[0]):
            return None
        return self._bare_pages(draft, i, "")

    def _bare_volume(self, draft: Draft, i: int, sign: str) -> int | None:  # noqa: C901, PLR0911
        """A number that its neighbours show to be a volume: *Journal* 12, no. 3; xii (1969); 2:45; vi. No. 66."""
        row = self.row
        atom = row[i]
        numbers = atom.numbers[0]
        after = i + 1
        following = row[after] if after < len(row) else None
        second = row[after + 1] if after + 1 < len(row) else None
        if draft.paged or (draft.has("volume") and sign not in {":", "."}):
            return None
        roman = not numbers.pieces[0][0][0].isdecimal()
        single = len(numbers.pieces) == 1
        if draft.has("volume"):
            if sign in {":", "."} and brackets(following) and not draft.has("number") and draft.year is None:
                return self._value(draft, i, "number", sign)
            return None
        if brackets(following) and draft.year is None and (draft.container or draft.title):
            return self._value(draft, i, "volume", sign)
        if not single:
            return None
        if sign == "" and draft.container is not None and row[i - 1].kind in TITLES and not is_year(numbers):
            return self._value(draft, i, "volume", sign)
        if (
            following is not None
            and following.kind in {"comma", "stop"}
            and second is not None
            and second.kind == "loc"
        ):
            kind = kind_of(second)
            if kind == "number" or (kind in {"pages", "part", "chapter"} and (roman or sign == "")):
                return self._value(draft, i, "volume", sign, stop=roman)
        if following is not None and following.kind == "loc" and (roman or kind_of(following) == "number"):
            return self._value(draft, i, "volume", sign)
        if roman and following is not None and following.kind == "num" and draft.year is None:
            return self._value(draft, i, "volume", sign)
        if (
            roman
            and following is not None
            and following.kind in {"stop", "comma", "colon"}
            and second is not None
            and second.kind == "num"
        ):
            return self._value(draft, i, "volume", sign, stop=True)
        if following is not None and following.kind == "colon" and second is not None and second.kind == "num":
            return self._value(draft, i, "volume", sign)
        return None

    def _is_roman_volume(self, draft: Draft, i: int) -> bool:
        """Dahl, v. No. 47; i. 317: one small letter, a stop, a number; *Akty*, I, 317: a capital between commas."""
        row = self.row
        if roman_value(row[i].key) is None or len(row[i].key) > 1 or draft.paged or draft.has("volume"):
            return False
        if row[i].kind == "cap" and (draft.title is None or row[i].key not in {"i", "v", "x"}):
            return False
        after = i + 1
        signs = {"stop", "comma"} if draft.title is not None else {"stop"}
        if after < len(row) and row[after].kind in signs:
            after += 1
        elif not row[i].text.endswith("."):
            return False
        if after >= len(row):
            return False
        return row[after].kind == "num" or (
            row[after].kind == "loc" and kind_of(row[after]) in {"number", "pages", "part"}
        )

    def _value(self, draft: Draft, i: int, kind: LocatorKind, sign: str, *, stop: bool = False) -> int:
        atom = self.row[i]
        value = text_of(self.prose, atom.start, atom.end)
        draft.locators.append(Locator(kind, self.prose.span(atom.start, atom.end), value=value, after=sign))
        if stop and i + 1 < len(self.row) and self.row[i + 1].kind == "stop":
            return i + 1
        return i + 1

    def _issue(self, draft: Draft, i: int, sign: str) -> int:
        """2/2012: the number of an issue and its year."""
        atom = self.row[i]
        last = atom.numbers[0].pieces[-1]
        if last[0].isdecimal() and len(last[0]) == 4:  # noqa: PLR2004 - a year in full
            draft.year = (last[1], last[2])
        return self._value(draft, i, "number", sign)

    def _pinpoint(self, draft: Draft, i: int, sign: str) -> int | None:
        """At 50; hier S. 50: the page cited, apart from the extent of the article."""
        row = self.row
        before = len(draft.locators)
        if row[i].kind == "loc":
            if kind_is_note(row[i]):
                return None
            after = self._announced(draft, i, sign)
        else:
            after = self._bare_pages(draft, i, sign)
        if after is not None:
            extend(draft, before)
        return after

    def _suffix(self, draft: Draft, i: int) -> int:
        atom = self.row[i]
        text = text_of(self.prose, atom.start, atom.end - (atom.text[-1] == "."))
        draft.locators.append(Locator("pages", text.span, value=text))
        return i + 1

    def _prefix_alone(self, draft: Draft, i: int, sign: str) -> int | None:
        """A prefix that no number follows: pp."""
        row = self.row
        atom = row[i]
        cited = draft.title is not None or draft.authors or draft.back is not None
        if atom.key not in {"p", "pp"} or not sign or not cited:
            return None
        if not (atom.text.endswith(".") or i + 1 >= len(row)):
            return None
        if (
            i + 1 < len(row)
            and row[i + 1].kind in WORDS
            and (row[i + 1].start == atom.end or row[i + 1].key in _EXAMPLE)
        ):
            return None  # Commercio, p.m.; p. ex.
        word = Text(atom.text, self.prose.span(atom.start, atom.end))
        draft.locators.append(Locator("pages", word.span, word, after=sign, flaw="no number"))
        return i + 1
