"""What stands behind a title: field after field, as long as the next one is one."""

from __future__ import annotations

from footlint.citations.brackets import Brackets
from footlint.citations.draft import Draft
from footlint.citations.laws import is_report_year
from footlint.citations.locating import month, text_of
from footlint.citations.model import Locator, PageRange
from footlint.citations.names import phrase
from footlint.citations.signs import DEGREES, SEPARATORS, TITLES, WITH_ROLES, WORDS, kind_is_note
from footlint.citations.words import (
    ACCESSED,
    AND,
    AT,
    EDITIONS,
    EDITORS,
    IN,
    MONTHS,
    OP_CIT,
    PREFIXES,
    REVIEWS,
    THESES,
    TRANSLATORS,
)

#: What a title is said to be: *Kritika* blog.
_MEDIA = frozenset({"blog", "weblog", "website", "podcast", "newsletter"})


#: What may lead to the first pages: (Cambridge, 1982), esp. 31–78.
_ESPECIALLY = frozenset({"esp", "especially", "bes", "besonders", "notamment", "zejm", "osob"})
#: The words that tell what field begins with them.
_NAMING = frozenset(
    (*MONTHS, *IN, *REVIEWS, *_MEDIA, *AT, *WITH_ROLES, *ACCESSED, *EDITIONS, *THESES, *DEGREES, "passim", "p", "pp")
)


class Tail(Brackets):
    """What stands behind a title: field after field, as long as the next one is one."""

    def _tail(self, draft: Draft, at: int) -> int:  # noqa: C901
        row = self.row
        while at < len(row):
            sign = ""
            after = at
            atom = row[at]
            if (
                atom.kind in SEPARATORS
                or atom.kind == "slashes"
                or (
                    atom.kind == "slash"
                    and at + 1 < len(row)
                    and max(phrase(row, at + 1, EDITORS), phrase(row, at + 1, TRANSLATORS)) > at + 1
                )
            ):
                sign = atom.text
                after = at + 1
                while after < len(row) and row[after].kind == "stop" and row[after].start == row[after - 1].end:
                    after += 1
                if (
                    after + 1 < len(row)
                    and row[after].kind == "low"
                    and row[after].key in AND
                    and (
                        (row[after + 1].kind == "loc" and draft.back is not None)
                        or self._continues(draft, after + 1)
                        or row[after + 1].key == "passim"
                    )
                ):
                    after += 1
            elif row[at - 1].kind in TITLES and row[at - 1].inner and row[at - 1].inner[-1].text == ",":
                sign = ","
            elif atom.kind == "semi":
                # No 3/98, pp. 13–27; No 4–5/98, pp. 3–29
                if not self._continues(draft, at + 1):
                    break
                sign, after = ";", at + 1
            elif (
                atom.kind == "low"
                and atom.key in AND
                and (self._continues(draft, at + 1) or (at + 1 < len(row) and row[at + 1].key == "passim"))
            ):
                after = at + 1
            if after >= len(row):
                break
            found = self._field(draft, after, sign, at)
            if (
                found is None
                and sign == ""
                and atom.kind == "dash"
                and after + 1 < len(row)
                and row[at].start > row[at - 1].end
            ):
                # Заглавие. – М., 1999. – С. 45: the dash of GOST
                found = (
                    self._field(draft, after + 1, sign or ".", at)
                    if row[after + 1].kind in {"cap", "init", "loc"} and draft.title
                    else None
                )
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
        if draft.legal and kind == "bracket" and is_report_year(row, i):
            return self._reports(draft, i)
        if (journal := self._law_journal(draft, i)) is not None:
            return journal
        if draft.legal and kind in {"cap", "init"} and atom.text.isupper() and draft.year and not draft.locators:
            return self._statute(draft, i)
        if kind in {"num", "figure"}:
            return self._number(draft, i, sign)
        if kind == "date":
            # behind an address it is the day on which the page was read
            return i + 1 if draft.url else self._numeric_date(draft, i, sign)
        if kind == "bracket":
            return self._bracket(draft, i, sign)
        if kind == "url":
            draft.url = True
            value = text_of(self.prose, atom.start, atom.end)
            draft.locators.append(Locator("identifier", self.prose.span(atom.start, atom.end), value=value, after=sign))
            return i + 1
        if kind in TITLES:
            return self._further_title(draft, i, sign)
        if kind not in WORDS:
            return None
        if draft.back is None and draft.title is not None and not draft.locators and phrase(row, i, OP_CIT) > i:
            after = self._back(draft, i)
            if after is not None:
                return after
        if PREFIXES.get(atom.key) == "number" and i + 1 < len(row) and row[i + 1].kind == "loc" and draft.title:
            return i + 1  # Dok. № 123
        if draft.back_kind == "idem" and draft.title is None and kind == "cap" and not draft.locators:
            # Он же. Хлеб и власть. СПб., 2001
            plain = self._plain_title(i, authored=True)
            if plain is not None:
                return self._set_plain(draft, i, plain)
        if (kind == "low" or (kind == "cap" and sign == ",")) and self._is_roman_volume(draft, i):
            value = text_of(self.prose, atom.start, atom.start + 1)
            draft.locators.append(
                Locator("volume", self.prose.span(atom.start, atom.start + 1), value=value, after=sign)
            )
            return i + 1
        series = self._series_statement(draft, i) if sign != ":" else None
        if series is not None:
            return series
        if sign == "//":
            return self._plain_container(draft, i, slashes=True)
        if (
            draft.dated
            and kind == "cap"
            and len(atom.text) == 1
            and i + 1 < len(row)
            and row[i + 1].kind == "num"
            and row[i + 1].start == atom.end
        ):
            # A1: a page of a newspaper's section
            span = self.prose.span(atom.start, row[i + 1].end)
            page = PageRange(span, self.prose.text[atom.start : row[i + 1].end])
            draft.locators.append(Locator("pages", span, None, (page,), after=sign))
            return i + 2
        named = self._named(draft, i, sign) if atom.key in _NAMING else None
        if named is not None:
            return named
        journal = self._plain_journal(draft, i, sign) if kind == "cap" else None
        if journal is not None:
            return journal
        if not draft.place and (draft.title or draft.container or draft.has("volume")) and not draft.paged:
            found = self._imprint(draft, i, sign)
            return found if found is not None else self._medium(i, sign)
        del at
        return None

    def _named(self, draft: Draft, i: int, sign: str) -> int | None:  # noqa: C901, PLR0911, PLR0912 - one line a field
        """A field that its first word tells: a month, “in”, “at”, “ed.”, “2nd ed.”, “diss.”."""
        row = self.row
        atom = row[i]
        kind = atom.kind
        if month(atom) is not None:
            dated = self._month_date(draft, i, i, sign)
            if dated is not None:
                return dated
        if atom.key in IN and sign != ":":
            contained = self._contained(draft, i)
            if contained is not None:
                return contained
        if draft.title is not None and draft.container is None and (review := self._review(draft, i)) is not None:
            return review
        if kind == "low" and atom.key in _MEDIA and not sign and draft.container is not None:
            return i + 1
        pinpoint = phrase(row, i, AT)
        if pinpoint > i and (draft.locators or (atom.key in _ESPECIALLY and draft.year is not None)):
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
        return self._thesis(draft, i)
