"""Decides which labelled lines of a plain-text chapter are notes.

Perfect numbering is never asked for, since its faults are what is looked for. A line is a note when a marker calls it,
when it stands among notes and its number goes with theirs, or when it stands where exactly one note is wanting.
"""

from __future__ import annotations

from bisect import bisect_left

from footlint.readers.plain.entries import Entry, Section, looks_like_heading
from footlint.readers.plain.lines import Paragraph
from footlint.readers.plain.signs import FAIR, FIRM, Sign
from footlint.readers.plain.words import words
from footlint.record import Record

#: Which markers call a note whose label is of a kind.
_CALLED_BY = {
    "number": ("superscript", "bracket", "parenthesis"),
    "superscript": ("superscript",),
    "bracket": ("bracket",),
    "parenthesis": ("parenthesis",),
}
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_MOST_PARAGRAPHS = 4
#: Labels this near to each other belong to one sequence.
_CLOSE = 2


class Form(Record, frozen=True):
    """What a chapter's markers look like, and its notes' labels."""

    style: str
    family: str


def _kind(family: str) -> str:
    return family.rstrip(".):")


def provisional(signs: list[Sign]) -> dict[str, list[Sign]]:
    """For each style the signs that may be taken for markers before the notes are known."""
    by_style: dict[str, list[Sign]] = {"superscript": [], "bracket": [], "parenthesis": []}
    for sign in signs:
        if sign.strength >= FAIR:
            by_style[sign.style].append(sign)
    attached = [sign for sign in by_style["bracket"] if not sign.spaced]
    if 2 * len(attached) >= len(by_style["bracket"]):
        by_style["bracket"] = attached
    return by_style


def plausible(signs: list[Sign], entries: list[Entry]) -> list[Sign]:
    """The signs without bracketed years, unless lines are labelled with such numbers."""
    ranks = {entry.rank for entry in entries}
    return [
        sign
        for sign in signs
        if sign.style == "superscript" or not is_year(sign.number) or not ranks.isdisjoint(_around(sign.number or 0))
    ]


def _around(number: int) -> range:
    return range(number - _CLOSE, number + _CLOSE + 1)


def is_year(number: int | None) -> bool:
    """Tell whether a number would be read as a year."""
    return number is not None and _FIRST_YEAR <= number <= _LAST_YEAR


def recognise(
    entries: list[Entry], markers: dict[str, list[Sign]], sections: list[Section], wanted: str
) -> Form | None:
    """The form in which most labelled lines are called; None where nothing shows that the chapter has notes."""
    best: tuple[int, Form] | None = None
    families = {entry.family for entry in entries if entry.family != "symbol"}
    for style, signs in markers.items():
        if wanted not in {"auto", style} and not (wanted == "bracket" and style == "parenthesis"):
            continue
        starts: dict[str, int] = {}
        for sign in signs:
            starts.setdefault(sign.label, sign.start)
        for family in sorted(families):
            if style not in _CALLED_BY[_kind(family)]:
                continue
            called = {
                entry.label
                for entry in entries
                if entry.family == family and starts.get(entry.label, entry.start) < entry.start
            }
            if len(called) >= _least(style, family, sections=bool(sections)) and (
                best is None or len(called) > best[0]
            ):
                best = len(called), Form(style, family)
    return best[1] if best else None


def _least(style: str, family: str, *, sections: bool) -> int:
    """How many notes must be called before the form is believed."""
    if style == "superscript" or (style == "bracket" and family == "bracket"):
        return 1
    if style == "bracket":
        return 1 if sections else 2
    return 2 if family == "parenthesis" or sections else 3


class Case:
    """The evidence on the labelled lines of one chapter."""

    def __init__(
        self,
        text: str,
        paragraphs: list[Paragraph],
        entries: list[Entry],
        signs: list[Sign],
        sections: list[Section],
        form: Form,
    ) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.form = form
        self.signs = signs
        self.sections = sections
        self.starts = [sign.start for sign in signs]
        self.by_label: dict[str, list[int]] = {}
        for sign in signs:
            self.by_label.setdefault(sign.label, []).append(sign.start)
        self.section_of = {
            index: number for number, part in enumerate(sections) for index in range(part.start, part.end)
        }
        self.indented = _is_indented(paragraphs, entries)
        self.largest = max((sign.number or 0 for sign in signs), default=0)
        self.labelled: dict[str, list[int]] = {}
        for entry in entries:
            self.labelled.setdefault(entry.label, []).append(entry.start)
        self.entries = self._eligible(entries)
        self.cluster = self._clusters()
        own = [entry for entry in self.entries if entry.family == form.family and entry.first]
        self.stopped = 2 * sum(looks_like_heading(paragraphs[entry.paragraph]) for entry in own) < len(own)
        self.linked = [self._is_linked(index) for index in range(len(self.entries))]
        self.called = self._called()

    # -- which lines come into question ---------------------------------------------------------------------
    def _eligible(self, entries: list[Entry]) -> list[Entry]:
        """Labels of a fitting kind; inside a paragraph only where the number follows on or is called."""
        fitting = [
            entry for entry in entries if entry.rank is None or self.form.style in _CALLED_BY[_kind(entry.family)]
        ]
        kept: list[Entry] = []
        for index, entry in enumerate(fitting):
            if entry.first or self._opens_within(entry, kept, fitting, index):
                kept.append(entry)
        return kept

    def _opens_within(self, entry: Entry, kept: list[Entry], fitting: list[Entry], index: int) -> bool:
        """Tell whether a line in the midst of a paragraph opens a note rather than goes on with the text."""
        if entry.family != self.form.family and entry.rank is not None:
            return False
        before = [other for other in kept[-2:] if other.paragraph == entry.paragraph]
        after = [other for other in fitting[index + 1 : index + 3] if other.paragraph == entry.paragraph]
        if entry.rank is None:
            return bool(before)
        if not before:
            return self._has_own_marker(entry) and not self.is_body(entry) and self._ends_text(entry)
        if any(other.rank is not None and 0 <= entry.rank - other.rank <= _CLOSE for other in before):
            return True
        if (
            after
            and after[0].rank is not None
            and (after[0].rank == entry.rank + 1 or self._parted(before[-1], after[0]))
        ):
            return True
        if entry.rank is not None and self._has_own_marker(entry):
            return True
        # The last line of a block may bear a wrong number too.
        return not after and before[-1].rank is not None and self.lacks(entry, before[-1].rank + 1)

    def _has_own_marker(self, entry: Entry) -> bool:
        """Tell whether a marker calls this line and no other labelled line could be its note."""
        starts = self.by_label.get(entry.label, [])
        at = bisect_left(starts, entry.start)
        labelled = self.labelled[entry.label]
        until = starts[at] if at < len(starts) else len(self.text)
        return at > 0 and bisect_left(labelled, until) - bisect_left(labelled, starts[at - 1]) == 1

    def _parted(self, before: Entry, after: Entry) -> bool:
        """Tell whether exactly one number is wanting between two labels."""
        return before.rank is not None and after.rank == before.rank + 2

    def lacks(self, entry: Entry, rank: int) -> bool:
        """Tell whether a marker of that number stands before the line, and no line between or after is its note."""
        starts = self.by_label.get(str(rank), [])
        at = bisect_left(starts, entry.start)
        if at == 0 or self.is_body(entry):
            return False
        labelled = self.labelled.get(str(rank), [])
        until = starts[at] if at < len(starts) else len(self.text)
        return bisect_left(labelled, starts[at - 1]) == bisect_left(labelled, until)

    def _ends_text(self, entry: Entry) -> bool:
        """Tell whether the line above is no wrapped line, and this one no text that goes on."""
        above = self.text[max(0, entry.start - entry.indent - 3) : entry.start].rstrip()
        following = self.text[entry.text_start : entry.text_start + 1]
        return bool(above) and not above[-1].isalpha() and above[-1] not in ",-–—" and not following.islower()

    def is_like_note(self, index: int) -> bool:
        """Tell whether a line that nothing calls may still be a note, by its label and text."""
        entry = self.entries[index]
        return entry.family == self.form.family and not self.is_body(entry) and not self.is_title(index)

    def is_body(self, entry: Entry) -> bool:
        """Tell whether a labelled line reads like text: a date, a year, a paragraph with markers of its own."""
        following = self.text[entry.text_start : entry.text_start + 20].lstrip("*_").split(maxsplit=1)
        if entry.family == "number" and following and following[0].strip(".,").casefold() in words("months"):
            return True
        if entry.rank is None:
            return False
        if _FIRST_YEAR <= entry.rank <= _LAST_YEAR and self.largest < _FIRST_YEAR - 100:
            return True
        if not entry.first:
            return False
        paragraph = self.paragraphs[entry.paragraph]
        at = bisect_left(self.starts, entry.start)
        while at < len(self.signs) and self.starts[at] < paragraph.end:
            sign = self.signs[at]
            if sign.strength == FIRM and sign.number is not None and sign.number > entry.rank:
                return True
            at += 1
        return False

    # -- blocks of notes ------------------------------------------------------------------------------------
    def _clusters(self) -> list[int]:
        numbers: list[int] = []
        for index, entry in enumerate(self.entries):
            adjoins = index > 0 and self._adjoins(self.entries[index - 1], entry)
            numbers.append(numbers[-1] + (not adjoins) if numbers else 0)
        return numbers

    def _adjoins(self, before: Entry, after: Entry) -> bool:
        """Tell whether no text of the chapter parts two labelled lines."""
        section = self.section_of.get(before.paragraph)
        if section is not None and section == self.section_of.get(after.paragraph):
            return True
        if after.paragraph == before.paragraph:
            return True
        if not after.first or self.paragraphs[after.paragraph].lines[after.line].start != after.start:
            return False
        between = self.paragraphs[before.paragraph + 1 : after.paragraph]
        if after.paragraph - before.paragraph - 1 > _MOST_PARAGRAPHS:
            return False
        return all(self._continues(paragraph, before) for paragraph in between) or self._both_called(
            before, after, between
        )

    def _continues(self, paragraph: Paragraph, note: Entry) -> bool:
        if all(line.furniture for line in paragraph.lines):
            return True
        return not self.indented and paragraph.lines[0].indent > note.indent and paragraph.lines[0].label is None

    def _both_called(self, before: Entry, after: Entry, between: list[Paragraph]) -> bool:
        """Both markers stand before the first note, and nothing but unmarked text between the two: its paragraphs."""
        if before.rank is None or after.rank != before.rank + 1:
            return False
        starts = self.by_label.get(after.label, [])
        at = bisect_left(starts, after.start)
        if at == 0 or starts[at - 1] > before.start:
            return False
        first = bisect_left(self.starts, before.start)
        if first < len(self.starts) and self.starts[first] < after.start:
            return False
        return not any(looks_like_heading(paragraph) for paragraph in between)

    def _is_linked(self, index: int) -> bool:
        """Tell whether a neighbour in the block has a number close by."""
        rank = self.entries[index].rank
        if rank is None:
            return False
        for other in (index - 1, index + 1):
            if 0 <= other < len(self.entries) and self.cluster[other] == self.cluster[index]:
                near = self.entries[other].rank
                if near is not None and 0 <= (near - rank) * (other - index) <= 2:  # noqa: PLR2004
                    return True
        return False

    # -- which of several lines a marker calls ------------------------------------------------------------
    def _called(self) -> list[bool]:
        sizes: dict[int, int] = {}
        labels: dict[int, set[str]] = {}
        for index, entry in enumerate(self.entries):
            sizes[self.cluster[index]] = sizes.get(self.cluster[index], 0) + 1
            labels.setdefault(self.cluster[index], set()).add(entry.label)
        firsts = {}
        for index in range(len(self.entries) - 1, -1, -1):
            firsts[self.cluster[index]] = self.entries[index]
        covers = {number: self._covers(first, labels[number]) for number, first in firsts.items()}
        self.listed = {number for number, first in firsts.items() if self._is_list(first)}
        called = [False] * len(self.entries)
        windows: dict[tuple[str, int], list[int]] = {}
        for index, entry in enumerate(self.entries):
            at = bisect_left(self.by_label.get(entry.label, []), entry.start)
            if at and entry.rank is not None:
                windows.setdefault((entry.label, at), []).append(index)
        for rivals in windows.values():
            best = max(
                rivals,
                key=lambda index: (
                    self.entries[index].paragraph in self.section_of,
                    self.cluster[index] not in self.listed,
                    not self.is_body(self.entries[index]) and not self.is_title(index),
                    self.entries[index].family == self.form.family,
                    self.linked[index],
                    covers[self.cluster[index]],
                    self.entries[index].first,
                    sizes[self.cluster[index]],
                    -index,
                ),
            )
            called[best] = True
        return called

    def _covers(self, first: Entry, labels: set[str]) -> bool:
        """Tell whether the last marker before a block belongs to it, as it does at a page's foot."""
        at = bisect_left(self.starts, first.start)
        return at > 0 and self.signs[at - 1].label in labels

    def _is_list(self, first: Entry) -> bool:
        if first.paragraph == 0 or not first.first or first.paragraph in self.section_of:
            return False
        end = self.paragraphs[first.paragraph - 1].end
        return self.text[max(0, end - 20) : end].rstrip().endswith(":")

    def is_title(self, index: int) -> bool:
        """Tell whether a line at the edge of a block reads like a heading, where notes end with a stop."""
        entry = self.entries[index]
        if entry.paragraph in self.section_of or not entry.first or not self.stopped:
            return False
        inner = (
            0 < index < len(self.entries) - 1
            and self.cluster[index - 1] == self.cluster[index] == self.cluster[index + 1]
        )
        return not inner and looks_like_heading(self.paragraphs[entry.paragraph])


def decide(case: Case) -> set[int]:
    """The indices of the entries that are notes."""
    accepted = _believed(case)
    _fill(case, accepted)
    return {index for index, is_note in enumerate(accepted) if is_note}


def _believed(case: Case) -> list[bool]:
    """Accept the entries of every block in which enough is called."""
    members: dict[int, list[int]] = {}
    for index, number in enumerate(case.cluster):
        if case.entries[index].rank is not None:
            members.setdefault(number, []).append(index)
    accepted = [False] * len(case.entries)
    last = 0
    for indices in members.values():
        called = sum(case.called[index] for index in indices)
        likely = [index for index in indices if case.called[index] or case.is_like_note(index)]
        solid = [index for index in likely if case.called[index] or case.linked[index]]
        first = case.entries[solid[0]] if solid else None
        goes_on = first is not None and len(solid) > 1 and last > 0 and first.rank in {last + 1, last + _CLOSE}
        regular = first is not None and first.family == case.form.family
        if not (called or (goes_on and regular)) or 2 * len(solid) < len(likely):
            continue
        for index in solid:
            alien = case.entries[index].family != case.form.family
            accepted[index] = not (alien and len(indices) == 1 and case.form.style != "superscript")
        last = case.entries[solid[-1]].rank or last
    return accepted


def _fill(case: Case, accepted: list[bool]) -> None:
    """Accept lines with a wrong number where the notes round them leave room for one, and no others."""
    solid = [index for index, is_note in enumerate(accepted) if is_note]
    if not solid:
        return
    firsts = sum(case.entries[index].rank == 1 for index in solid)
    restarting = firsts > 1 and 3 * firsts >= len({case.cluster[index] for index in solid})
    listed = case.listed - {case.cluster[index] for index in solid}
    for index, entry in enumerate(case.entries):
        if accepted[index] or entry.family != case.form.family or case.is_body(entry) or case.cluster[index] in listed:
            continue
        at = bisect_left(solid, index)
        before = solid[at - 1] if at else None
        after = solid[at] if at < len(solid) else None
        if _has_room(case, index, before, after, restarting=restarting):
            accepted[index] = True


def _has_room(case: Case, index: int, before: int | None, after: int | None, *, restarting: bool) -> bool:
    """Tell whether exactly this line can be the note that is wanting between two notes."""
    entry = case.entries[index]
    low = case.entries[before].rank if before is not None else None
    high = case.entries[after].rank if after is not None else None
    inside = [
        number for number in (before, after) if number is not None and case.cluster[number] == case.cluster[index]
    ]
    if case.is_title(index):
        return False
    if low is not None and high is not None and low < high:
        if high - low < _CLOSE:
            return bool(inside) and entry.rank in {low, high}
        if inside:
            return True
    elif len(inside) == 2:  # noqa: PLR2004
        return True
    if low is not None and entry.rank == low + 1 and high in {None, 1, low + _CLOSE}:
        return True
    if (entry.rank == 1 and high in {None, 1, 2} and restarting) or (low is None and high == (entry.rank or 0) + 1):
        return True
    if inside and inside[0] == after and high is not None:
        return high == _CLOSE or case.lacks(entry, high - 1)
    if restarting and high in {None, 1} and case.lacks(entry, 1):
        return True
    wanting = low + 1 if low is not None else high - 1 if high is not None else 0
    return high in {None, 1, wanting + 1} and case.lacks(entry, wanting)


def _is_indented(paragraphs: list[Paragraph], entries: list[Entry]) -> bool:
    """Tell whether the text itself is indented, so that an indent is no sign of a note that goes on."""
    labelled = {entry.paragraph for entry in entries if entry.first}
    texts = [paragraph for index, paragraph in enumerate(paragraphs) if index not in labelled]
    return 3 * sum(paragraph.lines[0].indent > 0 for paragraph in texts) > len(texts)
