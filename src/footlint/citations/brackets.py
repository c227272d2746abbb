"""Brackets behind a title: imprint, year, pages, editors, a translation."""

from __future__ import annotations

from footlint.citations.draft import Draft, Heading, heading
from footlint.citations.imprint import year_at
from footlint.citations.locating import announced, bare_pages, kind_of, month
from footlint.citations.names import people, phrase
from footlint.citations.numbers import Numbers
from footlint.citations.phrases import Atom
from footlint.citations.signs import SEPARATORS, TITLES, WORDS, extend, kind_is_note
from footlint.citations.words import QUOTED_IN


class Brackets(Numbers):
    """Brackets behind a title: imprint, year, pages, editors, a translation."""

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
                # *Title*. (Ed.) Zimin A, Petrov B.
                found = people(row, i + 1, leading=False)
                if found is not None:
                    draft.editors += [(name, role) for name in found.names]
                    draft.et_al = draft.et_al or found.et_al
                    return found.next
            return i + 1 if draft.title is not None else None
        within = type(self)(self.prose, inner)
        after = within._role(draft, 0)  # noqa: SLF001 - the same class
        if after > 0:
            if after < len(inner):
                within._tail(draft, after)  # noqa: SLF001
            return i + 1
        if first.kind == "loc" and not kind_is_note(first):
            return self._bracketed_locators(draft, i)
        if (
            first.kind == "num"
            and len(inner) == 1
            and year_at(inner, 0) is None
            and (draft.paged or draft.title)
            and atom.text == "("
        ):
            if draft.has("pages"):
                before = len(draft.locators)
                draft.locators.append(bare_pages(self.prose, inner, sign, parenthesised=True))
                extend(draft, before)
                return i + 1
            return None
        year = year_at(inner, 0)
        if year is not None and year[1] == len(inner):
            if draft.year is None:
                draft.year = year[0]
            return i + 1
        dated = first.kind == "date" or month(first) is not None or (len(inner) > 1 and month(inner[1]) is not None)
        if dated and self._bracketed_date(draft, within):
            return i + 1
        if self._is_access(inner) or phrase(inner, 0, QUOTED_IN) > 0:
            return i + 1 if not any(one.kind in TITLES for one in inner) else None
        if draft.title is None and draft.container is None:
            return i + 1 if draft.back is not None and self._is_harmless(inner) else None
        if within._imprint_bracket(draft):  # noqa: SLF001
            draft.bracketed_imprint = True
            return i + 1
        if atom.text == "[" or first.kind in TITLES:
            return self._translation(draft, i)
        if all(one.kind == "cap" for one in inner) and len(inner) < 4 and self._dates(i + 1):  # noqa: PLR2004
            # *The Times* (London), 12 June 1937
            draft.place = (inner[0].start, inner[-1].end)
            return i + 1
        if first.key in {
            "hereafter",
            "hereinafter",
            "henceforth",
            "далее",
            "dalee",
            "nachfolgend",
            "im folgenden",
            "dále",
        }:
            return i + 1
        if draft.dated and draft.title is not None and row[i - 1].kind in {"date", "num"}:
            # *Pravda*, 9.6.1934 (the headline)
            return i + 1
        if any(one.kind == "loc" and kind_is_note(one) for one in inner):
            return i + 1
        return None

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
                sign = inner[at - 1].text if at and inner[at - 1].kind in SEPARATORS else ""
                draft.locators.append(announced(self.prose, atom, kind, sign, parenthesised=True))
        if draft.locators[before].kind == "pages":
            extend(draft, before)
        return i + 1

    def _bracketed_date(self, draft: Draft, within: Brackets) -> bool:
        row = within.row
        if row[0].kind == "date":
            after: int | None = within._numeric_date(draft, 0, "")
        elif month(row[0]) is not None:
            after = within._month_date(draft, 0, 0, "")
        else:
            after = within._month_date(draft, 0, 1, "")
        return after is not None and draft.title is not None

    def _translation(self, draft: Draft, i: int) -> int | None:
        atom = self.row[i]
        inner = atom.inner
        if inner[0].kind in TITLES:
            draft.translation = draft.translation or heading(inner[0], self.prose.text)
            return i + 1
        if inner[0].kind not in {"cap", "low", "init"} or draft.translation is not None or draft.title is None:
            return i + 1 if atom.text == "[" else None
        words = [(one.start, one.end - (one.text[-1:] == ".")) for one in inner if one.kind in WORDS]
        draft.translation = Heading(inner[0].start, inner[-1].end, "plain", words)
        return i + 1
