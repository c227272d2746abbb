"""Shelf-marks: RGIA, f. 1284, op. 223, d. 45, l. 12; TNA, FO 371/12595."""

from __future__ import annotations

from footlint.citations.draft import Draft
from footlint.citations.laws import Laws
from footlint.citations.locating import is_year, month, page_range, text_of
from footlint.citations.model import Locator
from footlint.citations.names import phrase
from footlint.citations.signs import LINKS, LONGEST_SIGNATURE, NAMED_ARCHIVES, VERBS
from footlint.citations.words import ARCHIVE_WORDS, ARCHIVES, PREFIXES, PROSE, SIGNALS

#: Small words that names of archives have as prose has them.
_WITHIN = LINKS | {"der", "des", "de", "la"}
#: The units of a shelf-mark that are leaves.
_LEAVES = frozenset({"l", "ll", "л", "лл", "list", "listy", "fol", "fols", "fo", "folio", "folios", "bl", "bll", "ark"})


class Archives(Laws):
    """Shelf-marks: RGIA, f. 1284, op. 223, d. 45, l. 12; TNA, FO 371/12595."""

    def _archive(self, draft: Draft, i: int) -> int | None:
        row = self.row
        if row[i].kind == "loc":
            return self._signature(draft, i) if PREFIXES.get(row[i].key) == "units" and self._is_signature(i) else None
        if row[i].kind not in {"cap", "init"}:
            return None
        after = phrase(row, i, ARCHIVES)
        if after > i and not row[i].text[:2].isupper() and row[i].key not in NAMED_ARCHIVES:
            after = i
        named = after > i
        first = after
        while (
            after < len(row)
            and after - i < 9  # noqa: PLR2004
            and (
                row[after].kind in {"cap", "init"}
                or (
                    row[after].kind == "low"
                    and after > i
                    and row[after].key not in VERBS
                    and row[after].text[-1:] != "."
                )
            )
        ):
            if (
                named
                and row[after].kind == "cap"
                and row[after].text.isupper()
                and after + 1 < len(row)
                and row[after + 1].kind in {"num", "loc", "slash"}
            ):
                break
            named = named or row[after].key in ARCHIVE_WORDS
            if row[after].kind == "low" and row[after].key in PROSE and row[after].key not in _WITHIN:
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
        leaves = tuple(
            folios
            for atom in self.row[:after]
            if atom.kind == "loc" and atom.start >= start and atom.key in _LEAVES
            for numbers in atom.numbers
            if (folios := page_range(self.prose, numbers)).flaw is None
        )
        draft.locators.append(Locator("archive", value.span, ranges=leaves, value=value))
        return after

    def _signature_end(self, i: int) -> int | None:  # noqa: C901
        """The index after a signature that begins at i; None where no number stands in it."""
        row = self.row
        at = i
        numbered = False
        end = None
        limit = min(len(row), i + LONGEST_SIGNATURE)
        while at < limit:
            begin = at
            numbers = False
            while at < limit and row[at].kind in {
                "loc",
                "num",
                "cap",
                "init",
                "slash",
                "dash",
                "low",
                "figure",
                "date",
                "colon",
                "sign",
            }:
                if row[at].kind in {"loc", "figure"} or (row[at].kind == "num" and not self._is_day(at)):
                    numbers = True
                prose = row[at].kind == "low" and row[at].text[-1:] != "."
                if prose and (row[at].key in VERBS or (row[at].key in PROSE and not numbers)):
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
            if row[at].kind == "stop" and not (at + 1 < limit and row[at + 1].kind in {"loc", "num"}):
                return end
            at += 1
        return end

    def _is_day(self, i: int) -> bool:
        """Whether a number belongs to a date: 14 January 2022."""
        row = self.row
        after = i + 1
        if after < len(row) and row[after].key == "de":
            after += 1
        if after < len(row) and month(row[after]) is not None:
            return True
        return is_year(row[i].numbers[0]) and (month(row[i - 1]) is not None or row[i - 1].key == "de")
