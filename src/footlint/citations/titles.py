"""Titles in italics, in quotation marks, and in plain words that only their neighbours prove."""

from __future__ import annotations

from footlint.citations.archives import Archives
from footlint.citations.draft import Draft, Heading, heading
from footlint.citations.imprint import imprint, year_at
from footlint.citations.locating import is_year, kind_of, month
from footlint.citations.names import phrase
from footlint.citations.signs import BACK, LONGEST_TITLE, TITLES, VERBS, WORDS, is_case, merged
from footlint.citations.words import EDITORS, IBID, IDEM, IN, MONTHS, OP_CIT, PROSE, QUOTED_IN, THESES, TRANSLATORS

#: What the years of a span are called: 1928–1935 gg.
_YEARS = frozenset({"gg", "gody", "godov", "godakh", "гг", "годы", "годов", "годах"})


class Titles(Archives):
    """Titles in italics, in quotation marks, and in plain words that only their neighbours prove."""

    def _title(self, draft: Draft, i: int) -> int:
        row = self.row
        draft.title = heading(row[i], self.prose.text)
        draft.start = min(draft.start, row[i].start)
        at = i + 1
        if row[i].kind == "emph" and at < len(row) and row[at].kind == "emph":
            draft.title = merged(draft.title, heading(row[at], self.prose.text))
            at += 1
        if row[i].kind == "emph" and (is_case(row[i]) or self._is_reported(i, at)):
            draft.legal = True
        return at

    def _set_plain(self, draft: Draft, i: int, after: int) -> int:
        row = self.row
        words: list[tuple[int, int]] = []
        for atom in row[i:after]:
            if atom.kind in TITLES:
                words += [(word.start, word.end) for word in atom.inner if word.kind == "TITLE_WORD"]
            elif atom.kind in WORDS and not (atom.kind == "low" and atom.text[-1:] == "."):
                # Poln. sobr. soch.: an abbreviation is no word
                words.append((atom.start, atom.end - (atom.text[-1:] == ".")))
        last = row[after - 1]
        end = heading(last, self.prose.text).end if last.kind in TITLES else last.end
        if last.kind == "quoted" and after - i > 1 and self.prose.text[last.end - 2] not in ",.":
            end = last.end  # Za fasadom «stalinskogo izobiliia»
        if (
            last.kind == "cap"
            and last.text[-1:] == "."
            and len(last.key) > 1
            and after < len(row)
            and row[after].kind == "loc"
        ):
            end -= 1  # v SSSR. S. 5: the stop is the sentence's; that of soch. is its own
        draft.title = Heading(row[i].start, end, "plain", words)
        return after

    def _plain_lead(self, draft: Draft, i: int) -> int | None:
        """A title without signs and without an author: Istoriia goroda: Ocherki, Vol. II, p. 609."""
        plain = self._plain_title(i, authored=False)
        if plain is None:
            return None
        draft.legal = plain + 1 < len(self.row) and self._is_report(plain + 1)
        return self._set_plain(draft, i, plain)

    def _plain_title(self, i: int, *, authored: bool) -> int | None:  # noqa: C901, PLR0911, PLR0912
        """The index after a title in plain words, which only what follows it can prove."""
        row = self.row
        if i >= len(row):
            return None
        if row[i].kind not in {"cap", "init"} and not (
            # Ivanov I. I. 50 let zavoda
            authored and row[i].kind in {"num", "figure"} and i + 1 < len(row) and row[i + 1].kind in {"low", "dash"}
        ):
            return None
        if row[i].key in MONTHS and i + 1 < len(row) and row[i + 1].kind == "num":
            return None  # June 5, 1931
        if row[i].key in PROSE and not authored and not self._is_periodical(i):
            return None
        at = i
        limit = min(len(row), i + LONGEST_TITLE)
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
                # Ocherki: *Istoriia goroda*
                if at > i and row[at - 1].kind in {"colon", "dash"} and row[i].kind == "cap":
                    return at + 1 if self._closes_title(at + 1) else None
                return None
            elif kind in {"loc", "url"}:
                return (
                    at
                    if kind == "loc"
                    and at > i + 1
                    and authored
                    and kind_of(atom) in {"pages", "volume"}
                    and atom.text != "–"
                    else None
                )
            elif (
                kind == "low"
                and at > i
                # Vertrag vom 3. Mai 1560, gedruckt in: what stands in another work has no title of its own
                and (atom.key in VERBS or (not authored and phrase(row, at, QUOTED_IN) > at))
            ) or (
                kind == "num"
                and row[at - 1].kind == "comma"
                and is_year(atom.numbers[0])
                and not (authored and self._is_span(at))
            ):
                return None
            at += 1
        return None

    def _is_strong(self, i: int, plain: int) -> bool:
        """Whether a plain title behind a lone surname is one: “Moscow, Nauka, 1999” is none."""
        row = self.row
        if any(atom.kind in {"date", "dash", "num"} for atom in row[i:plain]):
            return False
        if plain - i > 1 and plain + 1 < len(row) and row[plain].kind == "comma" and self._ends_citation(plain + 1):
            return True  # Viola, Best Sons, 93
        if (
            plain < len(row)
            and row[plain].kind in {"comma", "stop"}
            and plain + 1 < len(row)
            and row[plain + 1].kind == "loc"
        ):
            return kind_of(row[plain + 1]) in {"pages", "columns"}
        if plain - i < 3:  # noqa: PLR2004 - a word or two may be anything
            return False
        return (
            row[plain].kind in {"slashes", "bracket"}
            or (plain + 1 < len(row) and row[plain + 1].key in IN)
            or any(atom.kind == "low" for atom in row[i:plain])
        )

    def _is_issue_date(self, i: int) -> bool:
        """Pravda. 1936. 8 iiunia: year, then day and month."""
        row = self.row
        if i + 3 >= len(row) or row[i].kind != "num" or not is_year(row[i].numbers[0]) or row[i + 1].kind != "stop":
            return False
        return row[i + 2].kind == "num" and month(row[i + 3]) is not None

    def _is_issue(self, at: int) -> bool:
        """Whether volume, number or year stand behind what is then a journal."""
        row = self.row
        if at < len(row) and row[at].kind == "comma":
            at += 1
        if at >= len(row):
            return False
        return row[at].kind == "num" or (row[at].kind == "loc" and kind_of(row[at]) in {"volume", "number"})

    def _ends_citation(self, i: int) -> bool:
        """Whether the numbers at atom i, no year, are the last thing in a note or before a semicolon: Zaglavie. 165."""
        row = self.row
        if row[i].kind != "num" or is_year(row[i].numbers[0]):
            return False
        after = i + 1
        if after < len(row) and row[after].kind == "stop":
            return after + 1 == len(row)
        return after == len(row) or row[after].kind == "semi"

    def _is_periodical(self, i: int) -> bool:
        """Der Spiegel, Nr. 12: capitals only, then the number of an issue."""
        row = self.row
        at = i
        while at < len(row) and at - i < 5 and row[at].kind == "cap":  # noqa: PLR2004 - no name is longer
            at += 1
        return (
            at > i + 1
            and at + 1 < len(row)
            and row[at].kind == "comma"
            and row[at + 1].kind == "loc"
            and kind_of(row[at + 1]) == "number"
        )

    def _closes_title(self, at: int) -> bool:
        row = self.row
        return at >= len(row) or row[at].kind in {"comma", "stop", "semi", "bracket", "loc"}

    def _ends_plain(self, at: int, i: int, *, authored: bool) -> bool:  # noqa: C901, PLR0911, PLR0912
        """Whether the sign at atom `at` ends a plain title from i on: a field must follow that only works have."""
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
                if row[at].kind == "stop" and kind in {"volume", "part"}:
                    # Istoriia goroda: ocherki. T. 1. M.: Nauka, 1999
                    stop = after + 1 < len(row) and row[after + 1].kind == "stop"
                    return at - i > 2 and imprint(row, after + 1 + stop) is not None  # noqa: PLR2004
                letters = at - i > 1 and all(atom.kind == "cap" and atom.text.isupper() for atom in row[i:at])
                return (at - i > 2 or letters) and row[at].kind == "comma" and kind in {"pages", "volume"}  # noqa: PLR2004
            return kind in {"pages", "columns", "volume", "number", "part"}
        if authored and row[at].kind == "comma" and following.kind == "num" and self._ends_citation(after):
            return at - i > 1 and all(atom.kind in WORDS for atom in row[i:at])
        if following.key in IN and following.kind in WORDS:
            colon = after + 1 < len(row) and row[after + 1].kind == "colon"
            titled = after + 1 < len(row) and row[after + 1].kind in TITLES
            return colon or (titled and (authored or following.key == "in"))
        if not authored:
            found = imprint(row, after)
            return found is not None and found.publisher is not None and at - i > 1
        if row[at].kind == "comma" and following.kind in TITLES:
            return following.kind == "emph"
        if row[at].kind == "stop" and following.kind == "num" and at - i > 1:
            return self._ends_citation(after)
        if row[at].kind == "stop" and following.kind == "emph":
            return self._is_issue(after + 1)
        if following.kind == "url":
            return True
        found = imprint(row, after)
        if found is not None:
            words = self.prose.text[found.place[0] : found.place[1]].split() if found.place else []
            return row[at].kind != "stop" or len(words) <= 3  # noqa: PLR2004 - no place has a longer name
        if phrase(row, after, EDITORS) > after and following.text[-1:] == ".":
            return True
        return row[at].kind == "comma" and year_at(row, after) is not None and at - i > 1 and not self._is_span(after)

    def _is_span(self, i: int) -> bool:
        """Whether years close a title instead of dating it: Zhizn' goroda, 1928–1935 gg. M.: Nauka, 1993."""
        row = self.row
        if row[i].kind != "num" or len(row[i].numbers[0].pieces) < 3 or i + 1 >= len(row):  # noqa: PLR2004 - a range
            return False
        return row[i + 1].key in _YEARS or (row[i + 1].kind == "stop" and imprint(row, i + 2) is not None)

    def _back(self, draft: Draft, i: int) -> int | None:
        row = self.row
        if row[i].key not in BACK:
            return None
        for kind, phrases in (("ibid", IBID), ("idem", IDEM), ("opcit", OP_CIT)):
            after = phrase(row, i, phrases)
            if after == i:
                continue
            if (
                row[after - 1].key in {"id", "cit"}
                and row[after - 1].text[-1:] != "."
                and not (after < len(row) and row[after].kind == "stop")
            ):
                continue
            if kind == "opcit" and not draft.authors and after == i + 1:
                continue
            end = row[after - 1].end
            if after < len(row) and row[after].kind == "stop" and row[after].start == end and after > i + 1:
                end = row[after].end
                after += 1
            found = kind
            if kind == "idem":
                # Id., op. cit.
                second = after + 1 if after < len(row) and row[after].kind == "comma" else after
                further = phrase(row, second, OP_CIT)
                if further > second:
                    found, after, end = "opcit", further, row[further - 1].end
            draft.back = (row[i].start, end)
            draft.back_kind = found
            return after
        return None
