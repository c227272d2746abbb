"""Imprint, edition, thesis, and the day a page was read."""

from __future__ import annotations

from footlint.citations.draft import Draft
from footlint.citations.imprint import imprint, year_at
from footlint.citations.locating import month
from footlint.citations.names import phrase
from footlint.citations.phrases import Atom
from footlint.citations.reviews import Reviews
from footlint.citations.signs import DEGREES, SERIES, VERBS, WORDS
from footlint.citations.words import ACCESSED, EDITIONS, PROSE, THESES

_LONGEST_SERIES = 9
_NO_SERIES = VERBS | PROSE


class Imprints(Reviews):
    """Imprint, edition, thesis, and the day a page was read."""

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
        while (
            at < len(row) and at - i < 9 and row[at].kind in WORDS and (row[at].key in THESES or row[at].key in DEGREES)  # noqa: PLR2004
        ):
            at += 1
            while (
                at + 1 < len(row)
                and row[at].kind == "stop"
                and (row[at + 1].key in THESES or row[at + 1].key in DEGREES)
            ):
                at += 1
        if draft.title is None or not any(atom.key in THESES for atom in row[i:at]):
            return None
        if at + 1 < len(row) and row[at].kind == "stop" and row[at + 1].kind == "comma":
            at += 1  # Diss. phil., Universität Leipzig
        draft.thesis = True
        return at

    def _imprint(self, draft: Draft, i: int, sign: str) -> int | None:  # noqa: C901
        row = self.row
        if draft.thesis and draft.publisher is None and sign == ",":
            at = i
            while at < len(row) and row[at].kind in WORDS:
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
            return self._series(draft, i) or self._undated_imprint(draft, i)
        if not sign and row[i - 1].kind == "quoted":
            return None
        if (
            sign == "."
            and found.publisher is None
            and not self._closed(found.next)
            and row[found.next].kind not in {"comma", "loc"}
        ):
            # a new sentence: “Tomsk 1937 was …”
            return None
        draft.place, draft.publisher = found.place, found.publisher
        if draft.thesis and draft.publisher is None and sign == ",":
            draft.place, draft.publisher = None, found.place
        draft.year = found.year or draft.year
        if found.year is not None and self.prose.text[found.year[0] - 1] in "¹²³⁴⁵⁶⁷⁸⁹":
            draft.edition = (found.year[0] - 1, found.year[0])
        return found.next

    def _undated_imprint(self, draft: Draft, i: int) -> int | None:
        """London, Penguin, p. 12: behind a year that stood with the author."""
        row = self.row
        if draft.year is None or not draft.authors:
            return None
        ends: list[int] = []
        at = i
        for _ in range(2):
            begin = at
            while at < len(row) and row[at].kind in {"cap", "init"}:
                at += 1
            if at == begin or at >= len(row) or row[at].kind not in {"comma", "colon", "stop"}:
                return None
            ends.append(at)
            at += 1
            if row[at - 1].kind != "colon" and at < len(row) and row[at].kind == "loc":
                break
        if at < len(row) and row[at].kind != "loc":
            return None
        draft.place = (row[i].start, row[ends[0] - 1].end)
        if len(ends) > 1:
            draft.publisher = (row[ends[0] + 1].start, row[ends[1] - 1].end)
        return ends[-1]

    def _medium(self, i: int, sign: str) -> int | None:
        """What may stand before an imprint in brackets: a series, pamphlet (Kingston: Savacou, 1975)."""
        row = self.row
        at = i
        if sign != ",":
            return None
        if row[i].key in SERIES and i + 1 < len(row) and row[i + 1].kind in {"num", "cap", "init"}:
            at = i + 2  # series 1A, vol. 2
            return at + 1 if at < len(row) and row[at].kind == "cap" and row[at].start == row[at - 1].end else at
        if row[i].kind == "cap" and row[i].key not in PROSE:
            while at < len(row) and at - i < _LONGEST_SERIES and self._is_of_series(at):
                at += 1
            if at < len(row) and row[at].kind == "bracket" and imprint(row[at].inner, 0) is not None:
                return at
            at = i
        while at < len(row) and at - i < 3 and row[at].kind in WORDS and row[at].key not in _NO_SERIES:  # noqa: PLR2004
            at += 1
        if at >= len(row) or at == i or row[at].kind != "bracket":
            return None
        return at if imprint(row[at].inner, 0) is not None else None

    def _is_of_series(self, i: int) -> bool:
        """Whether an atom may stand in the name of a series: Studies in Law 12."""
        atom = self.row[i]
        return (atom.kind in WORDS and atom.key not in VERBS) or atom.kind in {"num", "sign", "dash"}

    def _series(self, draft: Draft, i: int) -> int | None:
        """Vestnik arkhiva, Moscow 2008: what published the work, before the place and year."""
        row = self.row
        at = i
        while at < len(row) and at - i < 10 and row[at].kind in WORDS and row[at].key not in VERBS:  # noqa: PLR2004
            at += 1
        if at == i or at >= len(row) or row[at].kind != "comma" or row[i].kind != "cap":
            return None
        found = imprint(row, at + 1)
        if found is None or found.publisher is not None:
            return None
        draft.publisher = (row[i].start, row[at - 1].end)
        draft.place, draft.year = found.place, found.year or draft.year
        return found.next

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
        while after < len(row) and (
            row[after].kind in {"num", "date", "colon", "figure"} or month(row[after]) is not None
        ):
            after += 1
            if after < len(row) and row[after].kind == "comma" and after + 1 < len(row) and year_at(row, after + 1):
                after += 1
        return after

    def _imprint_bracket(self, draft: Draft) -> bool:  # noqa: C901, PLR0911, PLR0912
        """(Place: Publisher, Year) with whatever else stands before it: edition, series, thesis."""
        row = self.row
        at = 0
        edition = self._edition(draft, 0)
        if edition is not None:
            at = edition
        while at < len(row) and row[at].kind in {"comma", "semi", "stop"}:
            at += 1
        found = imprint(row, at)
        if found is not None and found.next < len(row) and row[found.next].kind == "semi":
            # 1939; repr. New York, 1970: pages are those of either
            again = found.next + 1
            found.next = len(row) if phrase(row, again, EDITIONS) > again else found.next
        if found is not None and found.next >= len(row):
            if draft.place is not None and draft.year is not None and draft.paged:
                return True  # of a further volume: vol. 1 (…), 87, and vol. 2 (…), 151
            draft.place, draft.publisher = found.place, found.publisher
            draft.year = found.year or draft.year
            return True
        year = next((index for index in range(len(row) - 1, -1, -1) if year_at(row, index)), None)
        if year is None or year < len(row) - 3:
            return False
        if any(atom.kind == "low" and atom.key in VERBS for atom in row):
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
            if place_start >= colon or any(later.kind == "loc" for later in row[place_start:colon]):
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
        if (
            row[at].kind in {"cap", "init"}
            and comma < year
            and row[comma].kind == "comma"
            and not any(atom.kind in {"loc", "emph", "quoted"} for atom in row)
        ):
            head = next((index for index in range(at, year) if row[index].kind == "comma"), comma)
            draft.place = (row[at].start, row[head - 1].end)
            if head < comma:
                draft.publisher = (row[head + 1].start, row[comma - 1].end)
            draft.year = (row[year].start, row[year].end)
            return True
        return False
