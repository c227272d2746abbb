"""Reads one citation from a row of atoms, field after field in the order in which references give them."""

from __future__ import annotations

from footlint.citations.draft import Draft
from footlint.citations.evidence import Evidence
from footlint.citations.laws import is_report_year
from footlint.citations.names import Name, People, people, phrase
from footlint.citations.signs import LINKS, LONGEST_TITLE, SEPARATORS, TITLES, WORDS, initialled, opens_in_lower_case
from footlint.citations.words import AND, EDITORS, IN, INSTITUTIONS, PROSE, SIGNALS

#: With what a name may begin.
OPENING_PARTICLES = frozenset({"von", "van", "de", "d", "der", "ten", "ter", "zur", "zu"})


class Reading(Evidence):
    """Reads citations, from the author or what stands in his place."""

    def cite(self, i: int, *, clean: bool, signal: tuple[int, int] | None = None) -> tuple[Draft, int] | None:
        """The citation that begins at atom i and the index after it; None where there is none.

        `clean` tells that nothing but a signal stands before it in its sentence.
        """
        row = self.row
        start = signal[0] if signal else row[i].start
        draft = Draft(start, start, signal)
        at = self._lead(draft, i, clean=clean)
        if at is None:
            return None
        at = self._tail(draft, at)
        draft.end = row[at - 1].end
        if row[at - 1].kind in TITLES and draft.end - draft.start <= 1:
            return None
        if not self._holds(draft, i, at, clean=clean):
            return None
        return draft, at

    def _lead(self, draft: Draft, i: int, *, clean: bool) -> int | None:  # noqa: C901, PLR0911 - one line a kind
        row = self.row
        atom = row[i]
        back = self._back(draft, i)
        if back is not None:
            return back
        archive = self._archive(draft, i)
        if archive is not None:
            return archive
        if atom.kind in TITLES:
            return self._opening_title(draft, i, clean=clean)
        if atom.kind == "url":
            return i
        if clean and is_report_year(row, i):
            return self._reports(draft, i)
        if clean and self._is_statute(i):
            return self._statute(draft, i)
        if clean and atom.kind == "cap" and (act := self._is_act(i)) > i:
            return self._act(draft, i, act)
        if clean and atom.kind == "cap" and (newspaper := self._newspaper(i)) > i:
            return self._set_plain(draft, i, newspaper)
        if clean and atom.kind in {"num", "loc"}:
            return i
        if atom.kind not in WORDS:
            return None
        editors = self._role(draft, i)
        if editors > i:
            return editors
        if atom.kind == "low" and atom.key not in OPENING_PARTICLES:
            return None
        return self._authors(draft, i, clean=clean)

    def _opening_title(self, draft: Draft, i: int, *, clean: bool) -> int | None:
        row = self.row
        after = i + 1
        if row[i].kind == "quoted":
            if after < len(row) and row[after].kind == "low" and not clean:
                return None
            if opens_in_lower_case(row[i]) or len(row[i].inner) > LONGEST_TITLE:
                return None
        return self._title(draft, i)

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

    def _after_quotation(self, i: int) -> int | None:
        """«Tretij Rim». Istoriia odnoi idei // Zhurnal: where a title ends of which only the beginning is quoted."""
        row = self.row
        at = i + 2
        if at + 1 >= len(row) or row[i + 1].kind not in {"stop", "colon"} or row[at].kind != "cap":
            return None
        if row[at + 1].kind == "init" or phrase(row, at, SIGNALS) > at:
            return None
        plain = self._plain_title(at, authored=True)
        if plain is None or plain + 1 >= len(row):
            return None
        return plain if row[plain].kind == "slashes" or row[plain + 1].key in IN else None

    def _institution(self, i: int) -> People | None:
        """Library of Congress, “Title”: a body that stands where an author would."""
        row = self.row
        at = i
        linked = False
        while at < len(row) and at - i < 12:  # noqa: PLR2004 - no name is longer
            if row[at].kind == "low" and row[at].key in LINKS and at > i:
                linked = linked or row[at].key not in AND
            elif row[at].kind != "cap" or (at == i and row[at].key in PROSE):
                break
            at += 1
        linked = linked or (at - i > 1 and row[at - 1].key in INSTITUTIONS)
        if not linked or row[at - 1].kind != "cap" or at + 1 >= len(row) or row[at].kind != "comma":
            return None
        if row[at + 1].kind not in TITLES:
            return None
        return People([Name(row[i].start, row[at - 1].end, None, [], "surname-only")], at)

    def _after_authors(self, draft: Draft, i: int, at: int, *, clean: bool) -> int | None:  # noqa: C901, PLR0911, PLR0912
        row = self.row
        sign = row[at].kind
        after = at + 1 if sign in SEPARATORS else at
        if after >= len(row):
            return None
        following = row[after]
        if (
            following.key in IN
            and following.kind != "bracket"
            and after + 1 < len(row)
            and row[after + 1].kind in TITLES
        ):
            return self._title(draft, after + 1)
        review = self._review(draft, after) if sign in SEPARATORS else None
        if review is not None:
            return review
        if following.kind in TITLES:
            if following.kind == "quoted" and (
                (sign == "stop" and not draft.authors[0].given) or opens_in_lower_case(following)
            ):
                return None
            further = self._after_quotation(after) if following.kind == "quoted" else None
            return self._title(draft, after) if further is None else self._set_plain(draft, after, further)
        back = self._back(draft, after)
        if back is not None:
            return back
        if following.kind in {"loc", "url"} or (following.kind == "bracket" and sign not in SEPARATORS):
            return at
        if sign == "comma" and following.kind == "num":
            return at
        if sign == "num":
            plain = self._plain_title(at, authored=True) if initialled(row, at) else None
            return self._set_plain(draft, at, plain) if plain is not None else at
        if sign == "colon" and clean and not draft.authors[0].given:
            lead = self._plain_lead(draft, i)
            if lead is not None:
                draft.authors, draft.et_al = [], False
                return lead
        if sign == "comma" and following.kind == "low" and self._is_roman_volume(draft, after):
            return at
        if sign in {"comma", "colon", "stop"} or initialled(row, at):
            plain = self._plain_title(after, authored=True)
            if plain is not None and (
                draft.authors[0].given or len(draft.authors) > 1 or self._is_strong(after, plain)
            ):
                return self._set_plain(draft, after, plain)
        if clean:
            draft.authors, draft.et_al = [], False
            return self._plain_lead(draft, i)
        return None
