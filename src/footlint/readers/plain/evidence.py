"""The evidence on the labelled lines of a chapter: what calls them, what stands round them, how they read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter

from footlint.readers.plain.entries import Entry, Section, looks_like_heading
from footlint.readers.plain.form import CALLED_BY, CLOSE, FIRST_YEAR, Form, is_year, kind_of
from footlint.readers.plain.lines import Paragraph
from footlint.readers.plain.signs import FIRM, Sign
from footlint.readers.plain.words import words
from footlint.record import Record

#: A note is interrupted by no more paragraphs of its own than this, where nothing marks them as such.
_MOST_PARAGRAPHS = 4
_FAR = 100


class Lines(Record, frozen=True):
    """A chapter before anything is decided: its paragraphs, its labelled lines, its sections of notes."""

    text: str
    paragraphs: list[Paragraph]
    entries: list[Entry]
    sections: list[Section]


class Case:
    """The evidence on the labelled lines of one chapter."""

    def __init__(self, lines: Lines, signs: list[Sign], form: Form) -> None:
        self.text = lines.text
        self.paragraphs = paragraphs = lines.paragraphs
        self.form = form
        self.signs = signs
        self.starts = [sign.start for sign in signs]
        self.by_label: dict[str, list[int]] = {}
        for sign in signs:
            self.by_label.setdefault(sign.label, []).append(sign.start)
        self.section_of = {
            index: number for number, part in enumerate(lines.sections) for index in range(part.start, part.end)
        }
        self.section_ends = [paragraphs[part.end - 1].end for part in lines.sections]
        self.indented = _is_indented(paragraphs, lines.entries)
        self.largest = max((sign.number or 0 for sign in signs), default=0)
        self.labelled: dict[str, list[int]] = {}
        for entry in lines.entries:
            self.labelled.setdefault(entry.label, []).append(entry.start)
        self.entries = self._eligible(lines.entries)
        self.cluster = self._clusters()
        own = [entry for entry in self.entries if entry.family == form.family and entry.first]
        self.stopped = 2 * sum(looks_like_heading(paragraphs[entry.paragraph]) for entry in own) < len(own)
        self.linked = [self._is_linked(index) for index in range(len(self.entries))]
        self.called = self._called()

    # -- which lines come into question ---------------------------------------------------------------------
    def _eligible(self, entries: list[Entry]) -> list[Entry]:
        """Labels of a fitting kind; inside a paragraph only where the number follows on or is called."""
        fitting = [
            entry for entry in entries if entry.rank is None or self.form.style in CALLED_BY[kind_of(entry.family)]
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
        near = any(other.rank is not None and 0 <= entry.rank - other.rank <= CLOSE for other in before)
        if near or self._has_own_marker(entry):
            return True
        if after:
            return after[0].rank == entry.rank + 1 or self._parted(before[-1], after[0])
        # The last line of a block may bear a wrong number too.
        return before[-1].rank is not None and self.lacks(entry, before[-1].rank + 1)

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
        if is_year(entry.rank) and self.largest < FIRST_YEAR - _FAR:
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
                if near is not None and 0 <= (near - rank) * (other - index) <= CLOSE:
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
        gathered = self._gathered()
        windows: dict[tuple[str, int], list[int]] = {}
        for index, entry in enumerate(self.entries):
            own = self.by_label.get(entry.label, [])
            at = bisect_left(own, entry.start)
            if at and (entry.label, self._section_after(own[at - 1])) in gathered:
                called[index] = entry.paragraph in self.section_of
            elif at and entry.rank is not None:
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

    def _section_after(self, offset: int) -> int:
        """The number of the section of notes that ends next after an offset."""
        return bisect_right(self.section_ends, offset)

    def _gathered(self) -> set[tuple[str, int]]:
        """The labels that a section has as often as the text before it calls them, but for one slip."""
        noted = Counter(
            (entry.label, self.section_of[entry.paragraph])
            for entry in self.entries
            if entry.rank is not None and entry.paragraph in self.section_of
        )
        calls = Counter((sign.label, self._section_after(sign.start)) for sign in self.signs)
        return {key for key, count in noted.items() if 0 < calls[key] <= count + 1}

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


def _is_indented(paragraphs: list[Paragraph], entries: list[Entry]) -> bool:
    """Tell whether the text itself is indented, so that an indent is no sign of a note that goes on."""
    labelled = {entry.paragraph for entry in entries if entry.first}
    texts = [paragraph for index, paragraph in enumerate(paragraphs) if index not in labelled]
    return 3 * sum(paragraph.lines[0].indent > 0 for paragraph in texts) > len(texts)
