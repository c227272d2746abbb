"""The words that make a person an editor, as they stand in the notes, and how many persons they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from footlint.citations.model import Citation, Person, Text
from footlint.conventions.prose import between, offset_in
from footlint.conventions.vote import Choice, Observation
from footlint.document import plain
from footlint.expressions import expression
from footlint.facts import ChapterFacts, NoteFact
from footlint.record import Record

#: Plural → singular. Hg. and Hrsg. serve for both (Duden), and so do dir., red. and sost.
SINGULARS = {"eds": "ed", "edd": "ed", "éds": "éd", "hgg": "hg", "hrsgg": "hrsg", "comps": "comp", "editors": "editor"}
PLURALS = {"ed": "eds", "éd": "éds", "comp": "comps", "editor": "editors"}
#: Many French presses write éd. for several editors too.
SERVES_BOTH = frozenset(["éd"])
_WORDS = "|".join(sorted({*SINGULARS, *PLURALS}, key=lambda word: (-len(word), word)))
_BEFORE = expression(
    rf"(?P<open>[(\[])?\s*(?<!\w)(?P<word>{_WORDS})(?P<stop>\.?)\s*(?P<close>[)\]])?[\s,:]*$", re.IGNORECASE
)
_ET_AL = r"(?:\s*,?\s*(?:et al|et alii|u\. ?a|a kol|i dr)\.?)?"
_AFTER = expression(
    _ET_AL + rf"[\s,]*(?P<open>[(\[])?\s*(?P<word>{_WORDS})(?!\w)(?P<stop>\.?)\s*(?P<close>[)\]])?", re.IGNORECASE
)
_REACH = 24
_AND = frozenset(["and", "und", "et", "y", "e", "i", "&"])
_AND_ENDS = tuple(f" {word}" for word in _AND)

Place = Literal["before", "bracketed", "after"]


class EditorWord(Record, frozen=True):
    """An `ed.` or `eds.`: the note and citation it stands in, whose names it goes with, and where it stands to them.

    `before` the names it may mean "edited by"; `bracketed` before or `after` them it can only mean "editor".
    """

    note: NoteFact
    citation: Citation
    word: Text
    people: tuple[Person, ...]
    place: Place

    @property
    def stem(self) -> str:
        """The word without its stop, in small letters."""
        return self.word.text.rstrip(".").casefold()

    @property
    def several(self) -> bool | None:
        """Whether it stands for more than one person; None where the names may not all have been made out."""
        if len(self.people) > 1:
            return True
        if self.citation.et_al:
            return None if self.citation.authors != self.people and self.citation.authors else True
        name = self.people[0].text
        if any(word.casefold() in _AND for word in name.text.split()):
            return True
        before = between(self.note.note.prose, 0, name.span.start).rstrip()
        return None if self.place == "after" and before.endswith((",", *_AND_ENDS)) else False


def editor_words(facts: ChapterFacts) -> Iterator[EditorWord]:
    """All of them, in order."""
    for note in facts.notes:
        for citation in note.citations:
            for people in (citation.authors, citation.editors):
                editors = tuple(person for person in people if person.role == "editor")
                if editors:
                    found = _before(note, citation, editors) or _after(note, citation, editors)
                    if found is not None:
                        yield found


def _before(note: NoteFact, citation: Citation, editors: tuple[Person, ...]) -> EditorWord | None:
    prose = note.note.prose
    end = offset_in(prose, editors[0].text.span.start)
    start = max(offset_in(prose, citation.span.start), end - _REACH)
    match = _BEFORE.search(plain(prose.text[start:end]))
    if match is None:
        return None
    place: Place = "bracketed" if match["open"] and match["close"] else "before"
    return EditorWord(note, citation, _word(note, match, start), editors, place)


def _after(note: NoteFact, citation: Citation, editors: tuple[Person, ...]) -> EditorWord | None:
    prose = note.note.prose
    start = offset_in(prose, editors[-1].text.span.end)
    match = _AFTER.match(plain(prose.text[start : start + _REACH]))
    return None if match is None else EditorWord(note, citation, _word(note, match, start), editors, "after")


def _word(note: NoteFact, match: re.Match[str], start: int) -> Text:
    span = note.note.prose.span(start + match.start("word"), start + match.end("stop"))
    return Text(match["word"] + match["stop"], span)


def _plural_uses(facts: ChapterFacts) -> Iterator[Observation]:
    for one in editor_words(facts):
        if one.place == "before" and one.several:
            yield Observation("plural" if one.stem in SINGULARS else "single", one.word.span, one.note.label)


def _forms(facts: ChapterFacts) -> Iterator[Observation]:
    for one in editor_words(facts):
        if one.stem in {"ed", "eds"}:
            yield Observation(form(one.word.text), one.word.span, one.note.label)


def form(word: str) -> str:
    """`Eds.` is of the form of `Ed.`."""
    return word.rstrip(".").removesuffix("s") + ("." if word.endswith(".") else "")


EDITOR_PLURAL = Choice(
    "editor-plural",
    {"plural": "several editors have eds.", "single": "several editors have ed., for “edited by”"},
    _plural_uses,
)
EDITOR_SIGN = Choice(
    "editor-sign",
    {
        "ed.": "editors have “ed.”",
        "ed": "editors have “ed”",
        "Ed.": "editors have “Ed.”",
        "Ed": "editors have “Ed”",
    },
    _forms,
)
CHOICES = (EDITOR_PLURAL, EDITOR_SIGN)
