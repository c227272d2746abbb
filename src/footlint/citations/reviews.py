"""Reviews: a title that holds another work's title."""

from __future__ import annotations

from footlint.citations.draft import Draft, Heading, heading
from footlint.citations.names import people, phrase
from footlint.citations.signs import SEPARATORS, TITLES, WORDS, words_of
from footlint.citations.titles import Titles
from footlint.citations.words import REVIEWS

#: So many phrases may stand between "review of" and the title reviewed.
_REACH = 12
_BETWEEN = WORDS | SEPARATORS
_BY = frozenset({"by", "von", "par", "de", "di", "od"})


class Reviews(Titles):
    """Reviews: a title that holds another work's title."""

    def _review(self, draft: Draft, i: int) -> int | None:
        """Review of *Title*, by James Harris; Rezension zu: Ruth Calder, *Title*. The work cited is the review."""
        row = self.row
        at = phrase(row, i, REVIEWS)
        if at == i:
            return None
        while at < len(row) and at - i < _REACH and row[at].kind in _BETWEEN:
            at += 1
        if at >= len(row) or row[at].kind not in TITLES:
            return None
        if draft.title is None:
            reviewed = heading(row[at], self.prose.text)
            start = row[i].start
            words = words_of(row, start, row[at].start) + reviewed.words
            draft.title = Heading(start, reviewed.end, "plain", words)
        at += 1
        after = at + 1 if at < len(row) and row[at].kind == "comma" else at
        if after < len(row) and row[after].key in _BY:
            found = people(row, after + 1, leading=False)
            if found is not None:
                return found.next
        return at
