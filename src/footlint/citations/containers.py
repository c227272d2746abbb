"""What a work stands in, and who had a hand in it: in *Collection*, ed. by X; // Zhurnal."""

from __future__ import annotations

from footlint.citations.draft import Draft, Heading, heading
from footlint.citations.imprint import imprint
from footlint.citations.imprints import Imprints
from footlint.citations.locating import is_year, kind_of
from footlint.citations.model import Role
from footlint.citations.names import people, phrase
from footlint.citations.phrases import Atom
from footlint.citations.signs import (
    HIS,
    LONGEST_TITLE,
    ROLES,
    TITLES,
    VERBS,
    WITH_ROLES,
    WORDS,
    brackets,
    initialled,
    words_of,
)  # fmt: skip
from footlint.citations.words import AND, EDITORS, IDEM, TRANSLATORS

#: What stands behind a journal: its year, its volume or number.
_ISSUE = frozenset({"comma", "num", "loc"})


_LONGEST_JOURNAL = 14
_OF_JOURNAL = WORDS | {"comma", "colon", "sign"}


class Containers(Imprints):
    """What a work stands in, and who had a hand in it: in *Collection*, ed. by X; // Zhurnal."""

    def _bracket_role(self, atom: Atom) -> Role | None:
        inner = atom.inner
        if not inner:
            return None
        if phrase(inner, 0, EDITORS) == len(inner) or (
            len(inner) == 2 and inner[1].kind == "stop" and phrase(inner, 0, EDITORS) == 1  # noqa: PLR2004
        ):
            return "editor"
        if phrase(inner, 0, TRANSLATORS) == len(inner):
            return "translator"
        return None

    def _further_title(self, draft: Draft, i: int, sign: str) -> int | None:  # noqa: PLR0911
        """The journal behind an article's title; a title behind idem."""
        row = self.row
        if draft.title is None:
            if draft.back is not None and draft.back_kind == "ibid" and row[i].kind == "quoted":
                return None
            return self._title(draft, i)
        if draft.container is not None or draft.paged or draft.place is not None:
            return None
        if draft.dated and (row[i].kind != "emph" or sign != "," or draft.title.style != "quoted"):
            return None
        if row[i].kind == "quoted":
            issue = sign == "," and self._is_issue(i + 1)  # „Tytuł”, „Dzieje Najnowsze” 2001, nr 1
            if (draft.title.style == "quoted" and not issue) or (
                draft.title.style == "italic" and not self._is_polish(i)
            ):
                return None
            draft.container = heading(row[i], self.prose.text)
            return i + 1
        if draft.title.style == "italic" and draft.has("volume"):
            # the title of one volume of the work
            return i + 1
        if draft.title.style == "italic" and sign != ",":
            return None
        if draft.title.style == "italic" and not (
            i + 1 < len(row) and row[i + 1].kind in {"num", "bracket", "loc", "comma"}
        ):
            return None
        draft.container = heading(row[i], self.prose.text)
        return i + 1

    def _is_polish(self, i: int) -> bool:
        """*Rzecz o chłopach*, „Kwartalnik Historyczny” 1999, nr 2: a journal between Polish marks."""
        row = self.row
        return self.prose.text[row[i].start] == "„" and i + 1 < len(row) and row[i + 1].kind in _ISSUE

    def _contained(self, draft: Draft, i: int) -> int | None:  # noqa: C901, PLR0912
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
            at = again + 1 if again < len(row) and row[again].kind in {"comma", "stop", "colon"} else again
        elif at + 1 < len(row) and row[at].key in HIS and row[at + 1].kind in TITLES:
            # in his *Collected Works*
            at += 1
        if at >= len(row):
            return None
        if row[at].kind not in TITLES:
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
                # “in: Gor'kii i Lenin: *Perepiska*” names no editors
                named = role is not None or found.names[0].given or (not colon and row[following - 1].kind == "comma")
                if following < len(row) and row[following].kind in TITLES and named:
                    draft.editors += [(name, role or "editor") for name in found.names]
                    draft.et_al = draft.et_al or found.et_al
                    at = following
            if row[at].kind not in TITLES:
                if row[i].key not in {"in", "v", "в"} or not colon:
                    return None
                return self._plain_container(draft, at, slashes=False)
        draft.container = heading(row[at], self.prose.text)
        draft.contained = True
        return at + 1

    def _plain_container(self, draft: Draft, i: int, *, slashes: bool) -> int | None:  # noqa: C901, PLR0912
        """A journal or collection in plain words: // Voprosy istorii. 1999. № 3."""
        row = self.row
        if i >= len(row):
            return None
        if row[i].kind in TITLES:
            draft.container = heading(row[i], self.prose.text)
            draft.slashes = slashes
            draft.contained = not slashes
            return i + 1
        if slashes:
            i = self._past_its_author(i)
        at = i
        limit = min(len(row), i + LONGEST_TITLE)
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
            if atom.kind in TITLES:
                words += [(word.start, word.end) for word in atom.inner if word.kind == "TITLE_WORD"]
            elif atom.kind in WORDS:
                words.append((atom.start, atom.end - (atom.text[-1:] == ".")))
        end = heading(last, self.prose.text).end if last.kind in TITLES else last.end
        draft.container = Heading(row[i].start, end, "plain", words)
        draft.slashes = slashes
        draft.contained = not slashes
        return at

    def _plain_journal(self, draft: Draft, i: int, sign: str) -> int | None:
        """“Title,” Language and Linguistics Compass 8, no. 11 (2014): a journal that nothing sets apart."""
        row = self.row
        if draft.title is None or draft.title.style != "quoted" or draft.container is not None or sign != ",":
            return None
        at = i
        while at < len(row) and at - i < _LONGEST_JOURNAL and row[at].kind in _OF_JOURNAL:
            if row[at].kind == "low" and row[at].key in VERBS:
                return None
            at += 1
        if at + 1 >= len(row) or row[i].kind != "cap" or row[at].kind != "num" or row[at - 1].kind not in WORDS:
            return None
        following = row[at + 1]
        issue = following.kind == "comma" and at + 2 < len(row) and row[at + 2].kind == "loc"
        if is_year(row[at].numbers[0]) or not (brackets(following) or (issue and kind_of(row[at + 2]) == "number")):
            return None
        words = words_of(row, row[i].start, row[at].start)
        draft.container = Heading(row[i].start, row[at - 1].end, "plain", words)
        return at

    def _past_its_author(self, i: int) -> int:
        """// Ivanov I. I. Sochineniia: where the title of the container begins."""
        row = self.row
        found = people(row, i, leading=True)
        if found is None or found.names[0].order != "surname-first" or not initialled(row, found.next):
            return i
        return found.next if found.next < len(row) and row[found.next].kind == "cap" else i

    def _field_follows(self, at: int) -> bool:
        row = self.row
        if at >= len(row):
            return True
        kind = row[at].kind
        if kind in {"loc", "num", "date", "url", "dash"}:
            return True
        return imprint(row, at) is not None or max(phrase(row, at, EDITORS), phrase(row, at, TRANSLATORS)) > at

    def _role(self, draft: Draft, i: int) -> int:
        """Eds. Zimin A. A. et al.; ed. by X and Y; trans. Z; hrsg. von …: the index after the names."""
        row = self.row
        if row[i].key not in WITH_ROLES:
            return i
        for role, phrases in ROLES:
            after = phrase(row, i, phrases)
            if after == i or (role == "author" and draft.title is None):
                continue
            if after < len(row) and row[after].kind in {"stop", "colon"} and row[after].start == row[after - 1].end:
                after += 1
            if after < len(row) and row[after].key in AND:
                further = phrase(row, after + 1, TRANSLATORS)
                after = further if further > after + 1 else after
            while (
                after < len(row) and row[after].kind == "low" and row[after].key in {"by", "von", "par", "v", "i", "di"}
            ):
                after += 1
            found = people(row, after, leading=False)
            if found is None:
                continue
            if role != "author":
                draft.editors += [(name, role) for name in found.names]
                draft.et_al = draft.et_al or found.et_al
            return found.next
        return i
