"""A work, the citations of it, and all works of the chapters that belong together."""

from __future__ import annotations

from typing import Literal

from footlint.citations.model import Citation, Person, Title
from footlint.record import Record

#: How a citation was understood. `full` and `short` have a title of their own, `surname` has only names; `ibid`,
#: `idem` and `op-cit` lead back to an earlier citation; `container` names a journal's issue without an article.
How = Literal["full", "short", "surname", "ibid", "idem", "op-cit", "container", "nothing"]


class Cited(Record, frozen=True):
    """One citation, where it stands, and the work it means.

    `chapter`, `note` and `index` count from 0: the chapter in reading order, the note in `ChapterFacts.notes`, the
    citation in `NoteFact.citations`. `work` is None where it leads to no work or to several: those are `candidates`.
    `antecedent` is the position in `Works.cited` of the citation that a back-reference refers to.
    """

    position: int
    chapter: int
    note: int
    index: int
    path: str
    label: str
    citation: Citation
    how: How = "nothing"
    work: int | None = None
    candidates: tuple[int, ...] = ()
    antecedent: int | None = None

    def place(self, path: str) -> str:
        """Where it stands, as one would say it in the chapter `path`."""
        return self.named if path == self.path else f"{self.named} of {self.path}"

    @property
    def named(self) -> str:
        """Its note; one that stands inline has no label, and is counted."""
        return f"note {self.label}" if self.label else f"inline note {self.note + 1}"


class Work(Record, frozen=True):
    """One work: its fullest citation's fields, and the positions in `Works.cited` of all citations of it.

    `title` is None for a work that is only ever named by its author or its journal. The volumes of a set are one work.
    """

    id: int
    title: Title | None
    authors: tuple[Person, ...]
    fullest: int
    cited: tuple[int, ...]


class Works(Record, frozen=True):
    """What `resolve` found out. `notes[chapter][note]` are the positions of a note's citations.

    `order[chapter]` lists the notes as a reader meets them.
    """

    works: tuple[Work, ...]
    cited: tuple[Cited, ...]
    notes: tuple[tuple[tuple[int, ...], ...], ...]
    order: tuple[tuple[int, ...], ...]

    def in_note(self, chapter: int, note: int) -> tuple[Cited, ...]:
        """The citations of one note."""
        return tuple(self.cited[position] for position in self.notes[chapter][note])

    def in_chapter(self, chapter: int) -> tuple[Cited, ...]:
        """All citations of one chapter, in reading order."""
        notes = self.notes[chapter]
        return tuple(self.cited[position] for note in self.order[chapter] for position in notes[note])

    def of(self, work: Work) -> tuple[Cited, ...]:
        """All citations of a work, in reading order."""
        return tuple(self.cited[position] for position in work.cited)
