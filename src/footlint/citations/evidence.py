"""Whether what was read is a citation, or a sentence that looks like one."""

from __future__ import annotations

from footlint.citations.draft import Draft, Heading
from footlint.citations.signs import is_yearlike, words_of
from footlint.citations.tail import Tail


class Evidence(Tail):
    """Whether what was read is a citation, or a sentence that looks like one."""

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
                draft.title = Heading(first.start, last.end, "plain", words_of(row, first.start, last.end))
                draft.authors, draft.et_al = [], False
            return clean or draft.title is None or draft.title.style != "plain"
        if draft.title is None:
            return self._holds_untitled(draft, i, closed=closed, clean=clean)
        if draft.title.end <= draft.title.start:
            return False
        if draft.title.style == "plain" and not draft.hard and not draft.paged and not draft.locators:
            return bool(draft.year and draft.authors and clean and closed)
        if draft.hard:
            sure = draft.announced or draft.bracketed_imprint or draft.container is not None
            return clean or sure or row[i].kind != "quoted"
        if draft.locators and (draft.authors or draft.editors) and (clean or closed):
            return True
        if not clean or not closed:
            if draft.authors and draft.signal and draft.title.style != "plain":
                draft.whole = True
                return True
            return bool(draft.authors and clean and draft.locators)
        if draft.authors and draft.signal is None and draft.year is None and not draft.locators:
            # Russian *vampir*, Polish *upior*: words side by side; a title stands apart from its author
            gap = self.prose.text[draft.authors[-1].end : draft.title.start]
            return any(sign in gap for sign in ",:.(") or self.prose.text[draft.authors[-1].end - 1] == "."
        if draft.authors or draft.editors:
            return True
        if draft.locators or draft.year is not None:
            return draft.title.style != "quoted" or draft.has("volume", "number", "pages")
        if draft.signal is not None and draft.title.style == "italic":
            draft.whole = True
            return True
        return False

    def _holds_untitled(self, draft: Draft, i: int, *, closed: bool, clean: bool) -> bool:  # noqa: PLR0911
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
        dated = (
            self.row[i].kind == "cap"
            and all(is_yearlike(one.first_number) for one in first.ranges)
            and draft.year is None
        )
        return (
            clean and closed and first.kind == "pages" and (first.after != ":" or draft.year is not None) and not dated
        )
