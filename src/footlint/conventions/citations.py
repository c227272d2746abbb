"""The choices a manuscript makes in its citations: ibid., names, titles, abbreviations."""

from __future__ import annotations

from collections.abc import Iterator

from footlint.citations.model import CrossReference, Text
from footlint.conventions.vote import Choice, Observation
from footlint.facts import ChapterFacts, NoteFact


def ibid_reaches(facts: ChapterFacts) -> Iterator[tuple[Text, str, str | None]]:
    """Each ibid. that opens a note's citations, the note's label, and the label of a remark it looks back over."""
    over: NoteFact | None = None
    for note in facts.notes:
        citations = note.citations
        if citations and citations[0].back is not None and citations[0].kind == "ibid":
            yield citations[0].back, note.label, over.label if over is not None else None
        if citations:
            over = None
        elif note.elements and not any(isinstance(element, CrossReference) for element in note.elements):
            over = note


def _ibid_reaches(facts: ChapterFacts) -> Iterator[Observation]:
    for back, label, over in ibid_reaches(facts):
        yield Observation("note-before" if over is None else "citation-before", back.span, label)


IBID_REACH = Choice(
    "ibid-reach",
    {
        "note-before": "ibid. refers to the very note before",
        "citation-before": "ibid. refers to the last citation, over remarks",
    },
    _ibid_reaches,
)

CITATION_CHOICES = (IBID_REACH,)
