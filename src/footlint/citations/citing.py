"""Reads one citation from a row of atoms, field after field in the order in which references give them."""

from __future__ import annotations

from footlint.citations.draft import Draft, Heading, heading
from footlint.citations.imprint import imprint, year_at
from footlint.citations.locating import announced, bare_pages, is_year, kind_of, month, roman_value, text_of
from footlint.citations.model import Locator, LocatorKind, PageRange, Role, Text
from footlint.citations.names import Name, People, people, phrase
from footlint.citations.phrases import Atom
from footlint.citations.words import (
    ACCESSED, AND, ARCHIVE_WORDS, ARCHIVES, AT, EDITIONS, EDITORS, IBID, IDEM, IN, LEGAL, OP_CIT, OTHER_ROLES,
    PREFIXES, PROSE, QUOTED_IN, SIGNALS, THESES, TRANSLATORS, Phrases,
)  # fmt: skip
from footlint.document import Prose

_LONGEST_TITLE = 60
_LONGEST_SIGNATURE = 60
_SEPARATORS = frozenset({"comma", "stop", "colon"})
_TITLES = frozenset({"emph", "quoted"})
_WORDS = frozenset({"cap", "low", "init"})


class Reading:
    """The row of a note, or of a bracket in it, and the prose it came from."""

    def __init__(self, prose: Prose, row: list[Atom]) -> None:
        self.prose = prose
        self.row = row

    # The lead: what stands before the title.

    def cite(self, i: int, *, clean: bool, signal: tuple[int, int] | None = None) -> tuple[Draft, int] | None:
        """The citation that begins at atom i and the index after it; None where there is none.

        `clean` tells that nothing but a signal stands before it in its sentence.
        """
        row = self.row
        draft = Draft(signal[0] if signal else row[i].start)
        draft.signal = signal
        at = self._lead(draft, i, clean=clean)
        if at is None:
            return None
        at = self._tail(draft, at)
        draft.end = row[at - 1].end
        if row[at - 1].kind in _TITLES and draft.end - draft.start <= 1:
            return None
        if not self._holds(draft, i, at, clean=clean):
            return None
        self._settle(draft)
        return draft, at

    def _lead(self, draft: Draft, i: int, *, clean: bool) -> int | None:
        row = self.row
        atom = row[i]
        back = self._back(draft, i)
        if back is not None:
            return back
        archive = self._archive(draft, i)
        if archive is not None:
            return archive
        if atom.kind in _TITLES:
            return self._opening_title(draft, i, clean=clean)
        if atom.kind == "url":
            return i
        if clean and self._is_statute(i):
            return self._statute(draft, i)
        if clean and atom.kind in {"num", "loc"}:
            return i
        if atom.kind not in _WORDS:
            return None
        editors = self._role(draft, i)
        if editors > i:
            return editors
        if atom.kind == "low" and atom.key not in {"von", "van", "de", "d", "der", "ten", "ter", "zur", "zu"}:
            return None
        return self._authors(draft, i, clean=clean)

    def _opening_title(self, draft: Draft, i: int, *, clean: bool) -> int | None:
        row = self.row
        after = i + 1
        if row[i].kind == "quoted":
            if after < len(row) and row[after].kind == "low" and not clean:
                return None
            first = next((word for word in row[i].inner if word.kind == "TITLE_WORD"), None)
            if first is None or first.text[0].islower() or len(row[i].inner) > _LONGEST_TITLE:
                return None
        return self._title(draft, i)

    def _back(self, draft: Draft, i: int) -> int | None:
        row = self.row
        for kind, phrases in (("ibid", IBID), ("idem", IDEM), ("opcit", OP_CIT)):
            after = phrase(row, i, phrases)
            if after == i:
                continue
            if row[after - 1].key in {"id", "cit"} and row[after - 1].text[-1:] != "." and not (
                after < len(row) and row[after].kind == "stop"
            ):
                continue
            if kind == "opcit" and not draft.authors and after == i + 1:
                continue
            end = row[after - 1].end
            if after < len(row) and row[after].kind == "stop" and row[after].start == end and after > i + 1:
                end = row[after].end
                after += 1
            if kind == "idem":
                # Id., op. cit.
                second = after + 1 if after < len(row) and row[after].kind == "comma" else after
                further = phrase(row, second, OP_CIT)
                if further > second:
                    kind, after, end = "opcit", further, row[further - 1].end
            draft.back = (row[i].start, end)
            draft.back_kind = kind
            return after
        return None

    def _authors(self, draft: Draft, i: int, *, clean: bool) -> int | None:
        row = self.row
        found = (self._institution(i) if clean else None) or people(row, i, leading=True)
        if found is None:
            return self._plain_lead(draft, i) if clean else None
        at = found.next
        draft.et_al = found.et_al
        draft.authors = found.names
        if at >= len(row):
            return None
        if row[at].kind == "bracket":
            role = self._bracket_role(row[at])
            if role is not None:
                draft.lead_role = role
                at += 1
        elif row[at].kind == "comma":
            after = phrase(row, at + 1, EDITORS)
            if after > at + 1 and after < len(row) and row[after].kind in {"comma", "emph", "quoted", "stop"}:
                draft.lead_role = "editor"
                at = after
        else:
            after = phrase(row, at, EDITORS)
            if after > at and row[at].text[0].islower() and after < len(row) and row[after].kind in {"comma", "emph"}:
                draft.lead_role = "editor"
                at = after
        if at >= len(row):
            return None
        return self._after_authors(draft, i, at, clean=clean)

    def _institution(self, i: int) -> People | None:
        """Library of Congress, “Title”: a body that stands where an author would."""
        row = self.row
        at = i
        linked = False
        while at < len(row) and at - i < 12:  # noqa: PLR2004 - no name is longer
            if row[at].kind == "low" and row[at].key in _LINKS and at > i:
                linked = linked or row[at].key not in AND
            elif row[at].kind != "cap" or (at == i and row[at].key in PROSE):
                break
            at += 1
        if not linked or row[at - 1].kind != "cap" or at + 1 >= len(row) or row[at].kind != "comma":
            return None
        if row[at + 1].kind not in _TITLES:
            return None
        return People([Name(row[i].start, row[at - 1].end, None, [], "surname-only")], at)

    def _after_authors(self, draft: Draft, i: int, at: int, *, clean: bool) -> int | None:
        row = self.row
        sign = row[at].kind
        after = at + 1 if sign in _SEPARATORS else at
        if after >= len(row):
            return None
        following = row[after]
        if following.key in IN and following.kind != "bracket" and after + 1 < len(row) and row[after + 1].kind in _TITLES:
            return self._title(draft, after + 1)
        if following.kind in _TITLES:
            if following.kind == "quoted" and sign == "stop" and not draft.authors[0].given:
                return None
            return self._title(draft, after)
        back = self._back(draft, after)
        if back is not None:
            return back
        if following.kind in {"loc", "url"} or (following.kind == "bracket" and sign not in _SEPARATORS):
            return at
        if sign == "comma" and following.kind == "num":
            return at
        if sign == "num":
            return at
        if sign == "colon" and clean and not draft.authors[0].given:
            lead = self._plain_lead(draft, i)
            if lead is not None:
                draft.authors, draft.et_al = [], False
                return lead
        if sign in {"comma", "colon", "stop"} or _initialled(row, at):
            plain = self._plain_title(after, authored=True)
            if plain is not None and (draft.authors[0].given or len(draft.authors) > 1 or self._is_strong(after, plain)):
                return self._set_plain(draft, after, plain)
        if clean:
            draft.authors, draft.et_al = [], False
            return self._plain_lead(draft, i)
        return None

    def _plain_lead(self, draft: Draft, i: int) -> int | None:
        """A title without signs and without an author: Reabilitatsiya: Kak eto bylo, Vol. II, p. 609."""
        plain = self._plain_title(i, authored=False)
        if plain is None:
            return None
        draft.legal = plain + 1 < len(self.row) and self._is_report(plain + 1)
        return self._set_plain(draft, i, plain)

    # Laws and reports.

    def _is_statute(self, i: int) -> bool:
        """18 U.S.C. § 1001; RGBl. I, S. 83; UN Doc. A/RES/217."""
        row = self.row
        if row[i].kind == "num":
            at = i + 1
            while at < len(row) and at - i < 6 and row[at].kind in {"cap", "init"} and len(row[at].text) <= 4:  # noqa: PLR2004
                at += 1
            return at > i + 1 and at < len(row) and row[at].kind == "loc" and kind_of(row[at]) == "section"
        after = phrase(row, i, LEGAL)
        return after > i and row[i].text[0].isupper() and after < len(row) and row[after].kind in {"cap", "num", "loc", "comma"}

    def _is_report(self, i: int) -> bool:
        """347 U.S. 483: a volume, the letters of a series, a page."""
        row = self.row
        return row[i].kind == "num" and i + 2 < len(row) and row[i + 1].kind in {"cap", "init"} and not row[i + 1].key.isdecimal()

    def _statute(self, draft: Draft, i: int) -> int:
        draft.legal = True
        row = self.row
        at = i
        while at < len(row) and (row[at].kind in {"cap", "init", "num", "slash", "dash"} or _is_initial_prefix(row[at])):
            at += 1
        if row[at - 1].kind in {"slash", "dash"}:
            at -= 1
        value = text_of(self.prose, row[i].start, row[at - 1].end)
        draft.locators.append(Locator("identifier", value.span, value=value))
        return at

    # Titles.

    def _title(self, draft: Draft, i: int) -> int:
        row = self.row
        draft.title = heading(row[i], self.prose.text)
        draft.start = min(draft.start, row[i].start)
        at = i + 1
        if row[i].kind == "emph" and at < len(row) and row[at].kind == "emph":
            draft.title = _merged(draft.title, heading(row[at], self.prose.text))
            at += 1
        if row[i].kind == "emph" and _is_case(row[i]):
            draft.legal = True
        return at

    def _set_plain(self, draft: Draft, i: int, after: int) -> int:
        row = self.row
        words: list[tuple[int, int]] = []
        for atom in row[i:after]:
            if atom.kind in _TITLES:
                words += [(word.start, word.end) for word in atom.inner if word.kind == "TITLE_WORD"]
            elif atom.kind in _WORDS:
                words.append((atom.start, atom.end - (atom.text[-1:] == ".")))
        last = row[after - 1]
        end = heading(last, self.prose.text).end if last.kind in _TITLES else last.end
        draft.title = Heading(row[i].start, end, "plain", words)
        return after

    def _plain_title(self, i: int, *, authored: bool) -> int | None:
        """The index after a title in plain words, which only what follows it can prove."""
        row = self.row
        if i >= len(row) or row[i].kind not in {"cap", "init"}:
            return None
        if row[i].key in PROSE and not authored and not self._is_periodical(i):
            return None
        at = i
        limit = min(len(row), i + _LONGEST_TITLE)
        while at < limit:
            atom = row[at]
            kind = atom.kind
            if kind in {"comma", "stop", "slashes", "semi", "bracket", "slash"}:
                if at > i and self._ends_plain(at, i, authored=authored):
                    return at
                if kind in {"semi", "slashes"} or (kind == "stop" and not authored and row[at - 1].end < atom.start):
                    return None
                if kind == "stop" and not authored:
                    return None
            elif kind == "colon" and at > i and at + 1 < len(row) and row[at + 1].key in THESES:
                return at
            elif kind == "emph":
                # Chozjain: *Stalin i utverzhdenie diktatury*
                if at > i and row[at - 1].kind in {"colon", "dash"} and row[i].kind == "cap":
                    return at + 1 if self._closes_title(at + 1) else None
                return None
            elif kind in {"loc", "url"}:
                return at if kind == "loc" and at > i + 1 and authored and kind_of(atom) in {"pages", "volume"} and atom.text != "–" else None
            elif kind == "low" and at > i and atom.key in _VERBS:
                return None
            elif kind == "num" and row[at - 1].kind == "comma" and is_year(atom.numbers[0]):
                return None
            at += 1
        return None

    def _is_strong(self, i: int, plain: int) -> bool:
        """Whether a plain title behind a lone surname is one: “Moscow, Nauka, 1999” is none, “Stalin, 25.9.1936” neither."""
        row = self.row
        if any(atom.kind in {"date", "dash", "num"} for atom in row[i:plain]):
            return False
        if plain < len(row) and row[plain].kind in {"comma", "stop"} and plain + 1 < len(row) and row[plain + 1].kind == "loc":
            return kind_of(row[plain + 1]) in {"pages", "columns"}
        if plain - i < 3:  # noqa: PLR2004 - a word or two may be anything
            return False
        return row[plain].kind in {"slashes", "bracket"} or (plain + 1 < len(row) and row[plain + 1].key in IN) or any(
            atom.kind == "low" for atom in row[i:plain]
        )

    def _is_issue_date(self, i: int) -> bool:
        """Pravda. 1936. 8 iiunia: year, then day and month."""
        row = self.row
        if i + 3 >= len(row) or row[i].kind != "num" or not is_year(row[i].numbers[0]) or row[i + 1].kind != "stop":
            return False
        return row[i + 2].kind == "num" and month(row[i + 3]) is not None

    def _is_periodical(self, i: int) -> bool:
        """Der Spiegel, Nr. 12: capitals only, then the number of an issue."""
        row = self.row
        at = i
        while at < len(row) and at - i < 5 and row[at].kind == "cap":  # noqa: PLR2004 - no name is longer
            at += 1
        return at > i + 1 and at + 1 < len(row) and row[at].kind == "comma" and row[at + 1].kind == "loc" and kind_of(row[at + 1]) == "number"

    def _closes_title(self, at: int) -> bool:
        row = self.row
        return at >= len(row) or row[at].kind in {"comma", "stop", "semi", "bracket", "loc"}

    def _ends_plain(self, at: int, i: int, *, authored: bool) -> bool:
        """Whether the sign at atom `at` ends a plain title that began at i: a field must follow that only works have."""
        row = self.row
        if row[at].kind == "slashes":
            return authored or at - i > 1
        if row[at].kind == "bracket":
            return imprint(row[at].inner, 0) is not None and (authored or at - i > 1)
        after = at + 1
        if after >= len(row):
            return False
        if row[at].kind == "slash":
            return max(phrase(row, after, EDITORS), phrase(row, after, TRANSLATORS)) > after
        if row[at].kind == "stop" and row[after].kind == "dash" and after + 1 < len(row):
            after += 1
        following = row[after]
        if row[at].kind == "stop" and not authored and self._is_issue_date(after):
            return True
        if row[at].kind == "comma" and not authored and self._is_report(after):
            return any(atom.key in {"v", "vs"} for atom in row[i:at])
        if following.kind == "loc":
            kind = kind_of(following)
            if not authored:
                if kind == "number":
                    return row[at].kind == "comma" and self._is_periodical(i)
                return at - i > 2 and row[at].kind == "comma" and kind in {"pages", "volume"}  # noqa: PLR2004
            return kind in {"pages", "columns", "volume", "number", "part"}
        if following.key in IN and following.kind in _WORDS:
            colon = after + 1 < len(row) and row[after + 1].kind == "colon"
            titled = after + 1 < len(row) and row[after + 1].kind in _TITLES
            return colon or (titled and (authored or following.key == "in"))
        if not authored:
            found = imprint(row, after)
            return found is not None and found.publisher is not None and at - i > 1
        if row[at].kind == "comma" and following.kind in _TITLES:
            return following.kind == "emph"
        if following.kind == "url":
            return True
        found = imprint(row, after)
        if found is not None:
            words = self.prose.text[found.place[0] : found.place[1]].split() if found.place else []
            return row[at].kind != "stop" or len(words) <= 3  # noqa: PLR2004 - no place has a longer name
        if phrase(row, after, EDITORS) > after and following.text[-1:] == ".":
            return True
        return row[at].kind == "comma" and year_at(row, after) is not None and at - i > 1

    # What stands behind the title.

    def _tail(self, draft: Draft, at: int) -> int:
        row = self.row
        while at < len(row):
            sign = ""
            after = at
            atom = row[at]
            if atom.kind in _SEPARATORS or atom.kind == "slashes" or (
                atom.kind == "slash" and at + 1 < len(row) and max(phrase(row, at + 1, EDITORS), phrase(row, at + 1, TRANSLATORS)) > at + 1
            ):
                sign = atom.text
                after = at + 1
                while after < len(row) and row[after].kind == "stop" and row[after].start == row[after - 1].end:
                    after += 1
            elif row[at - 1].kind == "quoted" and row[at - 1].inner and row[at - 1].inner[-1].text == ",":
                sign = ","
            elif atom.kind == "semi":
                # No 10/94, pp. 13–27; No 11–12/94, pp. 3–29
                if not self._continues(draft, at + 1):
                    break
                sign, after = ";", at + 1
            elif atom.kind == "low" and atom.key in AND and self._continues(draft, at + 1):
                after = at + 1
            elif atom.kind == "low" and atom.key in AND and at + 1 < len(row) and row[at + 1].key == "passim":
                after = at + 1
            if after >= len(row):
                break
            found = self._field(draft, after, sign, at)
            if found is None and sign == "" and atom.kind == "dash" and after + 1 < len(row) and row[at].start > row[at - 1].end:
                # Заглавие. – М., 1999. – С. 45: the dash of GOST
                found = self._field(draft, after + 1, sign or ".", at) if row[after + 1].kind in {"cap", "init", "loc"} and draft.title else None
            elif found is None and sign == "." and row[after].kind == "dash" and after + 1 < len(row) and draft.title:
                found = self._field(draft, after + 1, ".", at)
            if found is None:
                break
            at = found
        return at

    def _continues(self, draft: Draft, i: int) -> bool:
        """Whether further places in the same work follow."""
        row = self.row
        if i >= len(row) or not draft.locators:
            return False
        if row[i].kind == "date":
            return draft.dated
        if row[i].kind == "num" and draft.dated and i + 1 < len(row):
            return month(row[i + 1]) is not None
        if row[i].kind != "loc" or kind_is_note(row[i]):
            return False
        if PREFIXES.get(row[i].key) == "units":
            return draft.archive is not None or draft.has("folios")
        return draft.title is not None or draft.back is not None or bool(draft.authors)

    def _field(self, draft: Draft, i: int, sign: str, at: int) -> int | None:  # noqa: C901, PLR0911, PLR0912 - one line a field
        row = self.row
        atom = row[i]
        kind = atom.kind
        if kind == "loc":
            return self._announced(draft, i, sign)
        if draft.legal and kind in {"num", "bracket"} and self._is_report(i):
            return self._statute(draft, i)
        if kind in {"num", "figure"}:
            return self._number(draft, i, sign)
        if kind == "date":
            draft.dated = True
            date = atom.numbers[0].pieces[0][0]
            if date[-4:].isdecimal() and draft.year is None:
                draft.year = (atom.end - 4, atom.end)
            elif date[:4].isdecimal() and draft.year is None:
                draft.year = (atom.start, atom.start + 4)
            value = text_of(self.prose, atom.start, atom.end)
            draft.locators.append(Locator("date", value.span, value=value, after=sign))
            return i + 1
        if kind == "bracket":
            return self._bracket(draft, i, sign)
        if kind == "url":
            draft.url = True
            value = text_of(self.prose, atom.start, atom.end)
            draft.locators.append(Locator("identifier", self.prose.span(atom.start, atom.end), value=value, after=sign))
            return i + 1
        if kind in _TITLES:
            return self._further_title(draft, i, sign)
        if kind not in _WORDS:
            return None
        if draft.back is None and draft.title is not None and not draft.locators and phrase(row, i, OP_CIT) > i:
            after = self._back(draft, i)
            if after is not None:
                return after
        if kind == "low" and self._is_roman_volume(draft, i):
            value = text_of(self.prose, atom.start, atom.start + 1)
            draft.locators.append(Locator("volume", self.prose.span(atom.start, atom.start + 1), value=value, after=sign))
            return i + 1
        if sign == "//":
            return self._plain_container(draft, i, slashes=True)
        if draft.dated and kind == "cap" and len(atom.text) == 1 and i + 1 < len(row) and row[i + 1].kind == "num" and row[i + 1].start == atom.end:
            # A1: a page of a newspaper's section
            span = self.prose.span(atom.start, row[i + 1].end)
            page = PageRange(span, self.prose.text[atom.start : row[i + 1].end])
            draft.locators.append(Locator("pages", span, None, (page,), after=sign))
            return i + 2
        if month(atom) is not None:
            dated = self._month_date(draft, i, i, sign)
            if dated is not None:
                return dated
        if atom.key in IN and sign != ":":
            contained = self._contained(draft, i)
            if contained is not None:
                return contained
        pinpoint = phrase(row, i, AT)
        if pinpoint > i and draft.locators:
            if pinpoint < len(row) and row[pinpoint].kind in {"comma", "colon"} and row[pinpoint - 1].key != "at":
                pinpoint += 1
            if pinpoint < len(row) and row[pinpoint].kind in {"num", "loc"}:
                return self._pinpoint(draft, pinpoint, sign)
        role = self._role(draft, i) if not draft.paged else i
        if role > i:
            return role
        accessed = self._access(draft, i)
        if accessed is not None:
            return accessed
        edition = self._edition(draft, i)
        if edition is not None:
            return edition
        if kind == "low" and atom.key == "passim":
            return self._suffix(draft, i)
        alone = self._prefix_alone(draft, i, sign)
        if alone is not None:
            return alone
        thesis = self._thesis(draft, i)
        if thesis is not None:
            return thesis
        if not draft.place and (draft.title or draft.container) and not draft.paged:
            found = self._imprint(draft, i, sign)
            return found if found is not None else self._medium(draft, i, sign)
        del at
        return None

    def _announced(self, draft: Draft, i: int, sign: str) -> int | None:
        row = self.row
        atom = row[i]
        if kind_is_note(atom):
            if atom.key == "n" and draft.title is not None and not draft.paged and (draft.title.style == "italic" or draft.container):
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
        if after < len(row) and row[after].kind == "dash" and row[after].start == atom.end and not (
            after + 1 < len(row) and row[after + 1].kind in _WORDS and row[after + 1].start == row[after].end
        ):
            draft.locators[-1] = _open_ended(self.prose, locator, row[after])
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
        day = Atom("num", last.start, last.end)
        day.numbers = [last]
        row[i + 1 : i + 1] = [Atom("comma", atom.end, atom.end + 1, ",", ","), day]

    def _number(self, draft: Draft, i: int, sign: str) -> int | None:  # noqa: C901, PLR0911, PLR0912 - one line a meaning
        row = self.row
        atom = row[i]
        numbers = atom.numbers[0]
        after = i + 1
        following = row[after] if after < len(row) else None
        days = after if not is_year(numbers) else len(row)
        while days + 1 < len(row) and (row[days].kind == "comma" or row[days].key in AND) and row[days + 1].kind == "num":
            days += 2
        if days > after and days < len(row) and month(row[days]) is not None and draft.title is not None and not draft.paged:
            # 2 and 4 December 1934
            return self._month_date(draft, i, days, sign)
        if following is not None and month(following) is not None and len(numbers.pieces) <= 3:  # noqa: PLR2004
            return self._month_date(draft, i, after, sign)
        if following is not None and following.kind == "stop" and after + 1 < len(row) and month(row[after + 1]) is not None:
            return self._month_date(draft, i, after + 1, sign)
        edition = self._edition(draft, i)
        if edition is not None:
            return edition
        if following is not None and following.kind in {"low", "cap"} and PREFIXES.get(following.key) == "volume" and draft.title:
            # 55 vols.
            return after + 1
        if atom.kind == "figure":
            if numbers.pieces[0][0].count(".") == 1 and (draft.container or draft.title) and _brackets(following):
                return self._value(draft, i, "volume", sign)
            return None
        titled = draft.title is not None or draft.legal or draft.back is not None or bool(draft.authors)
        if not titled and draft.archive is None:
            return self._bare_note(draft, i)
        slashed = len(numbers.pieces) > 1 and numbers.pieces[1][0] == "/"
        if slashed and not draft.paged and (draft.container or (draft.title and not draft.place)) and not draft.has("volume", "number"):
            return self._issue(draft, i, sign)
        if is_year(numbers) and draft.year is None and not draft.paged and (draft.title is not None or draft.legal):
            if not (sign == "" and draft.locators):
                draft.year = (atom.start, atom.end)
                return after
        if is_year(numbers) and draft.title is None and draft.authors and draft.year is None and sign == "":
            draft.year = (atom.start, atom.end)
            return after
        volume = self._bare_volume(draft, i, sign)
        if volume is not None:
            return volume
        if atom.kind == "num" and sign in {",", ":", "", "."}:
            if sign == "" and len(numbers.pieces) == 1 and row[i - 1].kind not in {"emph", "quoted", "bracket", "loc", "num", "figure", "low"} and not draft.back:
                return None
            if sign == "." and not (row[i - 1].kind == "stop" and draft.back):
                if not (draft.locators and draft.locators[-1].kind in {"volume", "number"}):
                    return None
            if numbers.suffix is None and following is not None and following.kind in _WORDS and not self._may_follow_pages(after):
                return None
            return self._bare_pages(draft, i, sign)
        return None

    def _may_follow_pages(self, at: int) -> bool:
        row = self.row
        key = row[at].key
        return key in AND or key in {"n", "see", "cf", "also", "in"} or phrase(row, at, AT) > at or phrase(row, at, SIGNALS) > at or phrase(row, at, QUOTED_IN) > at or (
            row[at].kind == "low" and bool(row[at - 1].end < row[at].start) and key in _RUN_ON
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
            if step + 1 < len(row) and row[step + 1].kind in _WORDS and (
                row[step + 1].kind == "low" and row[step + 1].key not in _RUN_ON or month(row[step + 1]) is not None
            ):
                break
            if is_year(row[step].numbers[0]) and not is_year(row[i].numbers[0]) and draft.year is None:
                break
            last = step
            at = step + 1
        locator = bare_pages(self.prose, row[i : last + 1], sign)
        draft.locators.append(locator)
        after = last + 1
        if after < len(row) and row[after].kind == "dash" and row[after].start == row[last].end and not (
            after + 1 < len(row) and row[after + 1].kind in _WORDS
        ):
            draft.locators[-1] = _open_ended(self.prose, locator, row[after])
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

    def _bare_volume(self, draft: Draft, i: int, sign: str) -> int | None:
        """A number that its neighbours show to be a volume: *Journal* 12, no. 3; xii (1969); 2:45; vi. No. 66."""
        row = self.row
        atom = row[i]
        numbers = atom.numbers[0]
        after = i + 1
        following = row[after] if after < len(row) else None
        second = row[after + 1] if after + 1 < len(row) else None
        if draft.paged or draft.has("volume") and not (sign == ":" or sign == "."):
            return None
        roman = not numbers.pieces[0][0][0].isdecimal()
        single = len(numbers.pieces) == 1
        if draft.has("volume"):
            if sign in {":", "."} and _brackets(following) and not draft.has("number") and draft.year is None:
                return self._value(draft, i, "number", sign)
            return None
        if _brackets(following) and draft.year is None and (draft.container or draft.title):
            return self._value(draft, i, "volume", sign)
        if not single:
            return None
        if following is not None and following.kind in {"comma", "stop"} and second is not None and second.kind == "loc":
            kind = kind_of(second)
            if kind == "number" or (kind in {"pages", "part", "chapter"} and (roman or sign == "")):
                return self._value(draft, i, "volume", sign, stop=roman)
        if following is not None and following.kind == "loc" and (roman or kind_of(following) == "number"):
            return self._value(draft, i, "volume", sign)
        if roman and following is not None and following.kind == "num" and draft.year is None:
            return self._value(draft, i, "volume", sign)
        if roman and following is not None and following.kind in {"stop", "comma", "colon"} and second is not None and second.kind == "num":
            return self._value(draft, i, "volume", sign, stop=True)
        if following is not None and following.kind == "colon" and second is not None and second.kind == "num":
            return self._value(draft, i, "volume", sign)
        return None

    def _is_roman_volume(self, draft: Draft, i: int) -> bool:
        """Afanasief, v. No. 47; i. 317: one small letter, a stop, a number."""
        row = self.row
        if roman_value(row[i].key) is None or len(row[i].key) > 1 or draft.paged or draft.has("volume"):
            return False
        after = i + 1
        if after < len(row) and row[after].kind in {"stop", "comma"} and draft.title is not None:
            after += 1
        elif after < len(row) and row[after].kind == "stop":
            after += 1
        elif not row[i].text.endswith("."):
            return False
        if after >= len(row):
            return False
        return row[after].kind == "num" or (row[after].kind == "loc" and kind_of(row[after]) in {"number", "pages", "part"})

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
            _extend(draft, before)
        return after

    def _month_date(self, draft: Draft, i: int, m: int, sign: str) -> int | None:
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
        if not day and at < len(row) and row[at].kind in {"dash", "slash"} and at + 1 < len(row) and month(row[at + 1]) is not None:
            at += 2
        if at < len(row) and row[at].kind == "comma" and at + 1 < len(row) and year_at(row, at + 1):
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
        draft.locators.append(Locator("date", self.prose.span(start, end), value=text_of(self.prose, start, end), after=sign))
        if after < len(row) and row[after].key in {"g", "г"} and row[after].kind != "cap":
            after += 1
        return after

    # Brackets.

    def _bracket_role(self, atom: Atom) -> Role | None:
        inner = atom.inner
        if not inner:
            return None
        if phrase(inner, 0, EDITORS) == len(inner) or (len(inner) == 2 and inner[1].kind == "stop" and phrase(inner, 0, EDITORS) == 1):  # noqa: PLR2004
            return "editor"
        if phrase(inner, 0, TRANSLATORS) == len(inner):
            return "translator"
        return None

    def _bracket(self, draft: Draft, i: int, sign: str) -> int | None:  # noqa: C901, PLR0911, PLR0912 - one line a content
        row = self.row
        atom = row[i]
        inner = atom.inner
        if not inner:
            return None
        first = inner[0]
        role = self._bracket_role(atom)
        if role is not None:
            if sign in {"", ".", ","} and draft.title is not None:
                # *Title*. (Ed.) Junge M, Bonwetsch B.
                found = people(row, i + 1, leading=False)
                if found is not None:
                    draft.editors += [(name, role) for name in found.names]
                    draft.et_al = draft.et_al or found.et_al
                    return found.next
            return i + 1 if draft.title is not None else None
        within = Reading(self.prose, inner)
        after = within._role(draft, 0)  # noqa: SLF001 - the same class
        if after > 0:
            if after < len(inner):
                within._tail(draft, after)  # noqa: SLF001
            return i + 1
        if first.kind == "loc" and not kind_is_note(first):
            return self._bracketed_locators(draft, i)
        if first.kind == "num" and len(inner) == 1 and year_at(inner, 0) is None and (draft.paged or draft.title) and atom.text == "(":
            if draft.has("pages"):
                before = len(draft.locators)
                draft.locators.append(bare_pages(self.prose, inner, sign, parenthesised=True))
                _extend(draft, before)
                return i + 1
            return None
        year = year_at(inner, 0)
        if year is not None and year[1] == len(inner):
            if draft.year is None:
                draft.year = year[0]
            return i + 1
        if month(first) is not None or (first.kind == "num" and len(inner) > 1 and month(inner[1]) is not None) or first.kind == "date":
            if self._bracketed_date(draft, within):
                return i + 1
        if self._is_access(inner) or phrase(inner, 0, QUOTED_IN) > 0:
            return i + 1 if not any(one.kind in _TITLES for one in inner) else None
        if draft.title is None and draft.container is None:
            return i + 1 if draft.back is not None and self._is_harmless(inner) else None
        if within._imprint_bracket(draft):  # noqa: SLF001
            draft.bracketed_imprint = True
            return i + 1
        if atom.text == "[" or first.kind in _TITLES:
            return self._translation(draft, i)
        if all(one.kind == "cap" for one in inner) and len(inner) < 4 and self._dates(i + 1):  # noqa: PLR2004
            # *The Times* (London), 12 June 1937
            draft.place = (inner[0].start, inner[-1].end)
            return i + 1
        if first.key in {"hereafter", "hereinafter", "henceforth", "далее", "dalee", "nachfolgend", "im folgenden", "dále"}:
            return i + 1
        if draft.dated and draft.title is not None and row[i - 1].kind in {"date", "num"}:
            # *Pravda*, 9.6.1934 (the headline)
            return i + 1
        if any(one.kind == "loc" and kind_is_note(one) for one in inner):
            return i + 1
        return None

    def _dates(self, i: int) -> bool:
        """Whether a date follows behind a comma."""
        row = self.row
        if i + 2 >= len(row) or row[i].kind != "comma":
            return False
        return row[i + 1].kind == "date" or month(row[i + 1]) is not None or month(row[i + 2]) is not None

    def _is_harmless(self, inner: list[Atom]) -> bool:
        return all(atom.kind in {"loc", "comma", "num"} for atom in inner)

    def _bracketed_locators(self, draft: Draft, i: int) -> int | None:
        inner = self.row[i].inner
        if draft.title is None and not draft.authors and draft.back is None:
            return None
        before = len(draft.locators)
        for at, atom in enumerate(inner):
            kind = kind_of(atom) if atom.kind == "loc" else None
            if kind is not None:
                sign = inner[at - 1].text if at and inner[at - 1].kind in _SEPARATORS else ""
                draft.locators.append(announced(self.prose, atom, kind, sign, parenthesised=True))
        if draft.locators[before].kind == "pages":
            _extend(draft, before)
        return i + 1

    def _bracketed_date(self, draft: Draft, within: Reading) -> bool:
        row = within.row
        if row[0].kind == "date":
            after = within._field(draft, 0, "", 0)  # noqa: SLF001
        elif month(row[0]) is not None:
            after = within._month_date(draft, 0, 0, "")  # noqa: SLF001
        else:
            after = within._month_date(draft, 0, 1, "")  # noqa: SLF001
        return after is not None and draft.title is not None

    def _imprint_bracket(self, draft: Draft) -> bool:
        """(Place: Publisher, Year) with whatever else stands before it: edition, series, thesis."""
        row = self.row
        at = 0
        edition = self._edition(draft, 0)
        if edition is not None:
            at = edition
        while at < len(row) and row[at].kind in {"comma", "semi", "stop"}:
            at += 1
        found = imprint(row, at)
        if found is not None and found.next >= len(row):
            draft.place, draft.publisher = found.place, found.publisher
            draft.year = found.year or draft.year
            return True
        year = next((index for index in range(len(row) - 1, -1, -1) if year_at(row, index)), None)
        if year is None or year < len(row) - 3:
            return False
        if any(atom.kind == "low" and atom.key in _VERBS for atom in row):
            return False
        colon = next((index for index in range(at, year) if row[index].kind == "colon"), None)
        comma = next((index for index in range(year - 1, at, -1) if row[index].kind == "comma"), year)
        if colon is not None and at < colon < comma - 1:
            place_start = at
            for index in range(at, colon):
                if row[index].kind in {"comma", "semi"} and any(
                    later.kind in {"low", "num", "figure"} or later.key in THESES for later in row[at:index]
                ):
                    place_start = index + 1
            if place_start >= colon or any(later.kind in {"loc"} for later in row[place_start:colon]):
                return False
            draft.place = (row[place_start].start, row[colon - 1].end)
            draft.publisher = (row[colon + 1].start, row[comma - 1].end)
            draft.year = (row[year].start, row[year].end)
            return True
        if any(atom.key in THESES for atom in row[:year]):
            draft.thesis = True
            first = next((index for index in range(at, year) if row[index].kind == "comma"), None)
            if first is not None and first + 1 < comma:
                draft.publisher = (row[first + 1].start, row[comma - 1].end)
            draft.year = (row[year].start, row[year].end)
            return True
        if row[at].kind in {"cap", "init"} and comma < year and row[comma].kind == "comma" and not any(
            atom.kind in {"loc", "emph", "quoted"} for atom in row
        ):
            head = next((index for index in range(at, year) if row[index].kind == "comma"), comma)
            draft.place = (row[at].start, row[head - 1].end)
            if head < comma:
                draft.publisher = (row[head + 1].start, row[comma - 1].end)
            draft.year = (row[year].start, row[year].end)
            return True
        return False

    def _translation(self, draft: Draft, i: int) -> int | None:
        atom = self.row[i]
        inner = atom.inner
        if inner[0].kind in _TITLES:
            draft.translation = draft.translation or heading(inner[0], self.prose.text)
            return i + 1
        if inner[0].kind not in {"cap", "low", "init"} or draft.translation is not None or draft.title is None:
            return i + 1 if atom.text == "[" else None
        words = [(one.start, one.end - (one.text[-1:] == ".")) for one in inner if one.kind in _WORDS]
        draft.translation = Heading(inner[0].start, inner[-1].end, "plain", words)
        return i + 1

    def _is_access(self, inner: list[Atom]) -> bool:
        return phrase(inner, 0, ACCESSED) > 0 and any(atom.kind in {"date", "num"} for atom in inner)

    def _access(self, draft: Draft, i: int) -> int | None:
        """Accessed 3 May 2021: within the citation, but no locator of it."""
        row = self.row
        if not draft.url and not any(atom.kind == "url" for atom in row[i : i + 12]):
            return None
        after = phrase(row, i, ACCESSED)
        if after == i:
            return None
        while after < len(row) and (row[after].kind in {"num", "date", "colon", "figure"} or month(row[after]) is not None):
            after += 1
            if after < len(row) and row[after].kind == "comma" and after + 1 < len(row) and year_at(row, after + 1):
                after += 1
        return after

    # Containers, people, editions.

    def _further_title(self, draft: Draft, i: int, sign: str) -> int | None:
        """The journal behind an article's title; a title behind idem."""
        row = self.row
        if draft.title is None:
            if draft.back is not None and draft.back_kind == "ibid" and row[i].kind == "quoted":
                return None
            return self._title(draft, i)
        if draft.container is not None or draft.paged or draft.place is not None or draft.dated:
            return None
        if draft.title.style == "quoted" and row[i].kind == "quoted":
            return None
        if draft.title.style == "italic" and row[i].kind == "quoted":
            return None
        if draft.title.style == "italic" and draft.has("volume"):
            # the title of one volume of the work
            return i + 1
        if draft.title.style == "italic" and sign != ",":
            return None
        if draft.title.style == "italic" and not (i + 1 < len(row) and row[i + 1].kind in {"num", "bracket", "loc", "comma"}):
            return None
        draft.container = heading(row[i], self.prose.text)
        return i + 1

    def _contained(self, draft: Draft, i: int) -> int | None:
        """In: *Collection*; in *Collection*, ed. …; in: Surname I. (ed.), *Collection*."""
        row = self.row
        if draft.title is None or draft.container is not None:
            return None
        at = i + 1
        colon = at < len(row) and row[at].kind == "colon"
        if colon:
            at += 1
        again = phrase(row, at, IDEM)
        if again > at:
            # in id., *Collection*
            at = again + 1 if again < len(row) and row[again].kind in {"comma", "stop"} else again
        if at >= len(row):
            return None
        if row[at].kind not in _TITLES:
            found = people(row, at, leading=True) if colon or row[i].key in {"in", "dans", "en"} else None
            if found is not None and found.next < len(row):
                editors = found.next
                role: Role | None = self._bracket_role(row[editors]) if row[editors].kind == "bracket" else None
                if role is None and row[editors].kind == "comma":
                    after = phrase(row, editors + 1, EDITORS)
                    if after > editors + 1:
                        role, editors = "editor", after - 1
                elif role is None:
                    after = phrase(row, editors, EDITORS)
                    if after > editors:
                        role, editors = "editor", after - 1
                following = editors + 1 if role is not None else found.next
                if following < len(row) and row[following].kind in {"comma", "colon"}:
                    following += 1
                named = role is not None or found.names[0].given
                if following < len(row) and row[following].kind in _TITLES and named:
                    draft.editors += [(name, role or "editor") for name in found.names]
                    draft.et_al = draft.et_al or found.et_al
                    at = following
            if row[at].kind not in _TITLES:
                if row[i].key not in {"in", "v", "в"} or not colon:
                    return None
                return self._plain_container(draft, at, slashes=False)
        draft.container = heading(row[at], self.prose.text)
        draft.contained = True
        return at + 1

    def _plain_container(self, draft: Draft, i: int, *, slashes: bool) -> int | None:
        """A journal or collection in plain words: // Voprosy istorii. 1999. № 3."""
        row = self.row
        if i >= len(row):
            return None
        if row[i].kind in _TITLES:
            draft.container = heading(row[i], self.prose.text)
            draft.slashes = slashes
            draft.contained = not slashes
            return i + 1
        at = i
        limit = min(len(row), i + _LONGEST_TITLE)
        while at < limit:
            kind = row[at].kind
            if kind in {"loc", "num", "bracket", "semi", "url", "date"}:
                break
            if kind == "emph":
                if row[at - 1].kind == "colon":
                    at += 1
                break
            if kind in {"stop", "comma", "slash"} and self._field_follows(at + 1):
                break
            at += 1
        if at == i:
            return None
        last = row[at - 1]
        if at < len(row) and row[at].kind in {"loc", "num", "date"} and last.kind in {"stop", "comma"}:
            at -= 1
            last = row[at - 1]
        words: list[tuple[int, int]] = []
        for atom in row[i:at]:
            if atom.kind in _TITLES:
                words += [(word.start, word.end) for word in atom.inner if word.kind == "TITLE_WORD"]
            elif atom.kind in _WORDS:
                words.append((atom.start, atom.end - (atom.text[-1:] == ".")))
        end = heading(last, self.prose.text).end if last.kind in _TITLES else last.end
        draft.container = Heading(row[i].start, end, "plain", words)
        draft.slashes = slashes
        draft.contained = not slashes
        return at

    def _field_follows(self, at: int) -> bool:
        row = self.row
        if at >= len(row):
            return True
        kind = row[at].kind
        if kind in {"loc", "num", "date", "url", "dash"}:
            return True
        return imprint(row, at) is not None or max(phrase(row, at, EDITORS), phrase(row, at, TRANSLATORS)) > at

    def _role(self, draft: Draft, i: int) -> int:
        """Eds. Chaustov V. N. et al.; ed. by X and Y; trans. Z; hrsg. von …: the index after the names."""
        row = self.row
        for role, phrases in _ROLES:
            after = phrase(row, i, phrases)
            if after == i or (role == "author" and draft.title is None):
                continue
            if after < len(row) and row[after].kind in {"stop", "colon"} and row[after].start == row[after - 1].end:
                after += 1
            if after < len(row) and row[after].key in AND:
                further = phrase(row, after + 1, TRANSLATORS)
                after = further if further > after + 1 else after
            while after < len(row) and row[after].kind == "low" and row[after].key in {"by", "von", "par", "v", "i", "di"}:
                after += 1
            found = people(row, after, leading=False)
            if found is None:
                continue
            if role != "author":
                draft.editors += [(name, role) for name in found.names]
                draft.et_al = draft.et_al or found.et_al
            return found.next
        return i

    def _edition(self, draft: Draft, i: int) -> int | None:
        """2nd ed.; 2. Aufl.; 3e éd.; rev. edn; 2-e izd."""
        row = self.row
        at = i
        if row[at].kind in {"figure", "num"} and len(row[at].numbers[0].pieces) == 1:
            at += 1
            while at < len(row) and row[at].kind in {"stop", "dash"}:
                at += 1
            if at < len(row) and row[at].kind == "low" and row[at].key in {"e", "oe", "ye", "nd", "ème"}:
                at += 1
        elif row[i].key in {"ed", "éd", "cit"}:
            return None
        end = phrase(row, at, EDITIONS)
        if end == at:
            return None
        if end < len(row) and row[end].kind == "comma" and phrase(row, end + 1, EDITIONS) > end + 1 and at > i:
            end = phrase(row, end + 1, EDITIONS)
        at = end
        if draft.title is None and draft.container is None:
            return None
        draft.edition = (row[i].start, row[at - 1].end)
        return at

    def _thesis(self, draft: Draft, i: int) -> int | None:
        """PhD diss., University of X, 2016; unveröff. Diss."""
        row = self.row
        at = i
        while at < len(row) and at - i < 9 and row[at].kind in _WORDS and (row[at].key in THESES or row[at].key in _DEGREES):
            at += 1
            while at + 1 < len(row) and row[at].kind == "stop" and row[at + 1].key in THESES | _DEGREES:
                at += 1
        if at == i or draft.title is None:
            return None
        draft.thesis = True
        return at

    def _suffix(self, draft: Draft, i: int) -> int:
        atom = self.row[i]
        text = text_of(self.prose, atom.start, atom.end - (atom.text[-1] == "."))
        draft.locators.append(Locator("pages", text.span, value=text))
        return i + 1

    def _prefix_alone(self, draft: Draft, i: int, sign: str) -> int | None:
        """A prefix that no number follows: pp."""
        row = self.row
        atom = row[i]
        if atom.key not in {"p", "pp"} or not sign or draft.title is None and not draft.authors and draft.back is None:
            return None
        if not (atom.text.endswith(".") or i + 1 >= len(row)):
            return None
        word = Text(atom.text, self.prose.span(atom.start, atom.end))
        draft.locators.append(Locator("pages", word.span, word, after=sign, flaw="no number"))
        return i + 1

    def _imprint(self, draft: Draft, i: int, sign: str) -> int | None:
        row = self.row
        if draft.thesis and draft.publisher is None and sign == ",":
            at = i
            while at < len(row) and row[at].kind in _WORDS:
                at += 1
            if at > i and at < len(row) and row[at].kind == "comma":
                year = year_at(row, at + 1)
                if year is not None:
                    draft.publisher, draft.year = (row[i].start, row[at - 1].end), year[0]
                    return year[1]
        found = imprint(row, i)
        if not sign and (row[i - 1].kind not in {"emph", "bracket", "init", "low", "quoted"} or row[i].kind == "low"):
            return None
        if found is None:
            return self._series(draft, i)
        if not sign and row[i - 1].kind == "quoted":
            return None
        draft.place, draft.publisher = found.place, found.publisher
        if draft.thesis and draft.publisher is None and sign == ",":
            draft.place, draft.publisher = None, found.place
        draft.year = found.year or draft.year
        if found.year is not None and self.prose.text[found.year[0] - 1] in "¹²³⁴⁵⁶⁷⁸⁹":
            draft.edition = (found.year[0] - 1, found.year[0])
        return found.next

    def _medium(self, draft: Draft, i: int, sign: str) -> int | None:
        """A word or two before the imprint that say what kind of thing it is: pamphlet (Kingston: Savacou, 1975)."""
        row = self.row
        at = i
        while at < len(row) and at - i < 3 and row[at].kind in _WORDS and row[at].key not in _VERBS | PROSE:  # noqa: PLR2004
            at += 1
        if sign != "," or at >= len(row) or at == i or row[at].kind != "bracket":
            return None
        return at if imprint(row[at].inner, 0) is not None else None

    def _series(self, draft: Draft, i: int) -> int | None:
        """Vestnik arkhiva, Moscow 2008: what published the work, before the place and year."""
        row = self.row
        at = i
        while at < len(row) and at - i < 10 and row[at].kind in _WORDS and row[at].key not in _VERBS:  # noqa: PLR2004
            at += 1
        if at == i or at >= len(row) or row[at].kind != "comma" or row[i].kind != "cap":
            return None
        found = imprint(row, at + 1)
        if found is None or found.publisher is not None:
            return None
        draft.publisher = (row[i].start, row[at - 1].end)
        draft.place, draft.year = found.place, found.year or draft.year
        return found.next

    # Archives.

    def _archive(self, draft: Draft, i: int) -> int | None:
        row = self.row
        if row[i].kind == "loc":
            return self._signature(draft, i) if PREFIXES.get(row[i].key) == "units" and self._is_signature(i) else None
        if row[i].kind not in {"cap", "init"}:
            return None
        after = phrase(row, i, ARCHIVES)
        if after > i and not row[i].text[:2].isupper() and row[i].key not in _NAMED_ARCHIVES:
            after = i
        named = after > i
        first = after
        while after < len(row) and after - i < 9 and (row[after].kind in {"cap", "init"} or (  # noqa: PLR2004 - no name is longer
            row[after].kind == "low" and after > i and row[after].key not in _VERBS and row[after].text[-1:] != "."
        )):
            if named and row[after].kind == "cap" and row[after].text.isupper() and after + 1 < len(row) and row[after + 1].kind in {"num", "loc", "slash"}:
                break
            named = named or row[after].key in ARCHIVE_WORDS
            if row[after].kind == "low" and row[after].key in PROSE and row[after].key not in _LINKS | {"der", "des", "de", "la"}:
                break
            after += 1
        if not named or (first > i and after - first > 4):  # noqa: PLR2004 - what follows is a sentence
            return None
        if after >= len(row):
            return None
        return self._signature_after(draft, i, after)

    def _signature_after(self, draft: Draft, i: int, after: int) -> int | None:
        row = self.row
        following = row[after]
        if following.kind == "bracket":
            after += 1
            if after >= len(row):
                return None
            following = row[after]
        if following.kind in {"comma", "colon", "stop"}:
            after += 1
        elif following.kind not in {"loc", "num"} and not (following.kind == "cap" and following.text.isupper()):
            return None
        end = self._signature_end(after)
        if end is None:
            return None
        return self._set_archive(draft, row[i].start, end)

    def _is_signature(self, i: int) -> bool:
        """Whether two units follow one another: f. 17, op. 3."""
        row = self.row
        if row[i].kind != "loc" or PREFIXES.get(row[i].key) != "units":
            return False
        after = i + 1
        while after < len(row) and row[after].kind in {"comma", "stop", "semi"}:
            after += 1
        return after < len(row) and row[after].kind == "loc" and PREFIXES.get(row[after].key) == "units"

    def _signature(self, draft: Draft, i: int) -> int | None:
        end = self._signature_end(i)
        if end is None:
            return None
        start = draft.authors[0].start if draft.authors else self.row[i].start
        draft.authors, draft.et_al = [], False
        return self._set_archive(draft, start, end)

    def _set_archive(self, draft: Draft, start: int, after: int) -> int:
        end = self.row[after - 1].end
        draft.archive = draft.archive or (start, end)
        value = text_of(self.prose, start, end)
        draft.locators.append(Locator("archive", value.span, value=value))
        return after

    def _signature_end(self, i: int) -> int | None:
        """The index after a signature that begins at i; None where no number stands in it."""
        row = self.row
        at = i
        numbered = False
        end = None
        limit = min(len(row), i + _LONGEST_SIGNATURE)
        while at < limit:
            begin = at
            numbers = False
            while at < limit and row[at].kind in {"loc", "num", "cap", "init", "slash", "dash", "low", "figure", "date", "colon", "sign"}:
                if row[at].kind in {"loc", "num", "figure", "date"}:
                    numbers = True
                prose = row[at].kind == "low" and row[at].text[-1:] != "."
                if prose and (row[at].key in _VERBS or (row[at].key in PROSE and not numbers)):
                    return end
                if row[at].kind == "low" and phrase(row, at, SIGNALS) > at:
                    return end
                at += 1
            words = sum(atom.kind == "low" for atom in row[begin:at])
            if at == begin or (words > 4 and not numbers):  # noqa: PLR2004 - a description, no signature
                return end
            numbered = numbered or numbers
            if numbered:
                end = at
            if at < limit and row[at].kind == "bracket":
                at += 1
            if at >= limit or row[at].kind not in {"comma", "stop"}:
                return end
            if row[at].kind == "stop" and not (
                at + 1 < limit and row[at + 1].kind in {"loc", "num"}
            ):
                return end
            at += 1
        return end

    # Is it one?

    def _holds(self, draft: Draft, i: int, at: int, *, clean: bool) -> bool:  # noqa: C901, PLR0911, PLR0912 - one line a case
        row = self.row
        closed = self._closed(at)
        draft.run_on = not closed
        if draft.archive or draft.back_kind == "ibid" or draft.legal:
            return draft.legal is False or draft.year is not None or bool(draft.locators) or (clean and closed)
        if draft.back is not None:
            return draft.back_kind == "opcit" or bool(draft.locators) or draft.title is not None or (clean and closed)
        if draft.url:
            if draft.title is None and draft.authors:
                if not clean:
                    return False
                first, last = draft.authors[0], draft.authors[-1]
                draft.title = Heading(first.start, last.end, "plain", _words_of(row, first.start, last.end))
                draft.authors, draft.et_al = [], False
            return clean or draft.title is None or draft.title.style != "plain"
        if draft.title is None:
            return self._holds_untitled(draft, i, closed=closed, clean=clean)
        if draft.title.end <= draft.title.start:
            return False
        if draft.title.style == "plain" and not draft.hard and not draft.paged and not draft.locators:
            return bool(draft.year and draft.authors and clean and closed)
        if draft.hard:
            if row[i].kind == "quoted" and not clean and not draft.announced and not draft.bracketed_imprint and not draft.container:
                return False
            return True
        if draft.locators and (draft.authors or draft.editors) and (clean or closed):
            return True
        if not clean or not closed:
            if draft.authors and draft.signal and draft.title.style != "plain":
                draft.whole = True
                return True
            return bool(draft.authors and clean and draft.locators)
        if draft.authors or draft.editors:
            return True
        if draft.locators or draft.year is not None:
            return draft.title.style != "quoted" or draft.has("volume", "number", "pages")
        if draft.signal is not None and draft.title.style == "italic":
            draft.whole = True
            return True
        return False

    def _holds_untitled(self, draft: Draft, i: int, *, closed: bool, clean: bool) -> bool:
        if not draft.authors:
            if draft.editors:
                return False
            pages = draft.locators and all(one.kind in {"pages", "volume", "columns"} for one in draft.locators)
            return bool(pages and clean and closed and i == 0)
        if not draft.locators:
            return False
        if draft.announced:
            return clean or draft.has("pages")
        first = draft.locators[0]
        if first.kind in {"volume", "number", "part"} and first.prefix is None:
            return clean and closed
        if first.kind in {"volume", "number"}:
            return clean and closed
        if first.kind == "date":
            return False
        # “in Moscow, 1937” names no page
        dated = self.row[i].kind == "cap" and all(_is_yearlike(one.first_number) for one in first.ranges) and draft.year is None
        return clean and closed and first.kind == "pages" and first.after != ":" and not dated

    def _closed(self, at: int) -> bool:
        """Whether the sentence ends here, or another citation may begin."""
        row = self.row
        if at >= len(row):
            return True
        kind = row[at].kind
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
        return kind == "comma" and row[after].kind in {"cap", "init", "emph"} and _citable(row, after)

    def _settle(self, draft: Draft) -> None:
        """What only the whole citation can tell."""
        if draft.title is not None and draft.dated and draft.container is None and not draft.authors:
            return
        if draft.run_on and draft.locators and draft.locators[-1].kind == "date":
            draft.run_on = True


def _words_of(row: list[Atom], start: int, end: int) -> list[tuple[int, int]]:
    return [(atom.start, atom.end) for atom in row if start <= atom.start < end and atom.kind in _WORDS]


def _is_yearlike(number: int | None) -> bool:
    return number is not None and 1400 <= number < 2100  # noqa: PLR2004


#: Who else had a hand in a work; those of the last list are read over.
_ROLES: tuple[tuple[Role, Phrases], ...] = (
    ("editor", EDITORS), ("translator", TRANSLATORS), ("author", OTHER_ROLES),
)  # fmt: skip
#: Words that make what stands before them a sentence.
_VERBS = frozenset(
    {
        "is", "are", "was", "were", "has", "have", "had", "been", "be", "which", "who", "that", "argues", "writes",
        "says", "said", "wrote", "claims", "shows", "describes", "states", "cites", "noted", "notes", "ist", "sind",
        "war", "waren", "hat", "haben", "wurde", "wurden", "est", "sont", "était", "étaient", "sera", "this", "these",
        "would", "could", "did", "does", "do", "will", "came", "went", "became", "gave", "made", "took", "refers",
        "jsou", "byl", "byla", "byli", "je", "был", "была", "были", "это", "что", "который",
    }
)  # fmt: skip
_DEGREES = frozenset({"of", "d", "kand", "dokt", "ist", "istor", "filol", "nauk", "phil", "канд", "докт", "ист", "филол", "наук"})
_NAMED_ARCHIVES = frozenset({"hoover", "bakhmeteff", "barch", "bstu", "houghton", "beinecke"})
#: Words inside the names of institutions.
_LINKS = frozenset({"of", "for", "and", "the", "on", "in", "des", "pour", "für"})
#: Words with which a sentence goes on after a citation.
_RUN_ON = frozenset({"cites", "says", "argues", "writes", "indicates", "indicate", "states", "notes", "for", "on", "and"})


def kind_is_note(atom: Atom) -> bool:
    """Whether a prefix announces a note."""
    return (PREFIXES.get(atom.key) or PREFIXES.get(atom.key.replace(".", ""))) == "notes"


def _is_initial_prefix(atom: Atom) -> bool:
    """The S. of U.S. 483."""
    return atom.kind == "loc" and atom.prefix is not None and len(atom.prefix[0]) == 2 and atom.prefix[0][0].isupper()  # noqa: PLR2004


def _initialled(row: list[Atom], at: int) -> bool:
    """Ivanov I. I. Zaglavie: whether initials stand just before."""
    return at > 0 and row[at - 1].kind == "init"


def _citable(row: list[Atom], at: int) -> bool:
    found = people(row, at, leading=True)
    if found is None:
        return row[at].kind == "emph"
    after = found.next
    if after < len(row) and row[after].kind == "comma":
        after += 1
    return after < len(row) and row[after].kind in _TITLES


def _merged(first: Heading, second: Heading) -> Heading:
    return Heading(first.start, second.end, first.style, first.words + second.words)


def _is_case(atom: Atom) -> bool:
    """Brown v. Board of Education."""
    inner = atom.inner
    return any(
        word.text == "vs" or (word.text == "v" and (inner[at + 1].text == "." or inner[0].text == "R"))
        for at, word in enumerate(inner[:-1])
        if at
    )


def _brackets(atom: Atom | None) -> bool:
    """Whether a bracket follows that begins or ends with a year."""
    if atom is None or atom.kind != "bracket" or not atom.inner:
        return False
    return any(year_at(atom.inner, index) is not None for index in (0, len(atom.inner) - 1))


def _extend(draft: Draft, before: int) -> None:
    """Mark the pages before as the extent of the whole article."""
    for index in range(before - 1, -1, -1):
        locator = draft.locators[index]
        if locator.kind == "pages":
            draft.locators[index] = Locator(
                locator.kind, locator.span, locator.prefix, locator.ranges, locator.value, locator.parenthesised,
                locator.after, extent=True, flaw=locator.flaw,
            )  # fmt: skip
            return


def _open_ended(prose: Prose, locator: Locator, dash: Atom) -> Locator:
    """Pages with a dash and nothing behind it: 45–"""
    from msgspec.structs import replace

    sign = Text(dash.text, prose.span(dash.start, dash.end))
    span = type(locator.span)(locator.span.start, sign.span.end)
    if not locator.ranges:
        return replace(locator, span=span)
    last = locator.ranges[-1]
    last = replace(last, span=type(span)(last.span.start, sign.span.end), dash=sign, flaw="no last page")
    return replace(locator, span=span, ranges=(*locator.ranges[:-1], last), flaw=locator.flaw or last.flaw)
