"""Pairing markers and notes by their label alone: named series, symbols, numbers that are no sequence."""

from __future__ import annotations

from collections.abc import Iterator

from footlint.facts import ChapterFacts, MarkerFact, NoteFact
from footlint.finding import HINT, Related
from footlint.numbering.slip import Slip

#: How alike two labels must be for one to be a slip of the pen for the other (difflib's ratio).
_ALIKE = 0.75


def key(label: str) -> str:
    """Labels match as Markdown has it: in any case, white space folded."""
    return " ".join(label.split()).casefold()


def paired_by_label(markers: list[MarkerFact], notes: list[NoteFact], facts: ChapterFacts) -> Iterator[Slip]:
    """Markers without a note, notes without a marker, and what stands twice."""
    by_marker = {key(fact.label): fact for fact in reversed(markers)}
    by_note = {key(fact.label): fact for fact in reversed(notes)}
    lost = [fact for label, fact in by_note.items() if label not in by_marker]
    seen: dict[str, MarkerFact] = {}
    for fact in markers:
        label = key(fact.label)
        if label not in by_note:
            yield _missing(fact, lost)
        elif label in seen:
            yield from called_again(fact, seen[label], facts)
        seen.setdefault(label, fact)
    first: dict[str, NoteFact] = {}
    for note in notes:
        label = key(note.label)
        if label in first:
            yield doubled_note(note, first[label])
        elif label not in by_marker and note in lost:
            yield orphan(note)
        first.setdefault(label, note)


def _missing(fact: MarkerFact, lost: list[NoteFact]) -> Slip:
    alike = _alike(fact.label, lost)
    if alike is None:
        return missing(fact)
    lost.remove(alike)
    return Slip(
        "FN001",
        fact.span,
        f"marker {fact.label} has no note, and note {alike.label} no marker: one of the two is misspelt",
        note=fact.label,
        related=(Related(alike.note.label_span, f"note {alike.label} stands here"),),
    )


def _alike(label: str, lost: list[NoteFact]) -> NoteFact | None:
    """The one note nobody calls whose label is nearly this one; None when there is none, or a choice."""
    from difflib import SequenceMatcher

    if len(lost) > 200:  # noqa: PLR2004 - so many lost notes are no slips of the pen
        return None
    near = [note for note in lost if SequenceMatcher(None, key(label), key(note.label)).ratio() >= _ALIKE]
    return near[0] if len(near) == 1 else None


def missing(fact: MarkerFact) -> Slip:
    """FN001."""
    return Slip("FN001", fact.span, f"marker {fact.label} has no note", note=fact.label)


def orphan(fact: NoteFact) -> Slip:
    """FN002."""
    return Slip("FN002", fact.note.label_span, f"note {fact.label} has no marker", note=fact.label)


def doubled_note(fact: NoteFact, first: NoteFact) -> Slip:
    """FN004."""
    return Slip(
        "FN004",
        fact.note.label_span,
        f"there are two notes {fact.label}",
        note=fact.label,
        related=(Related(first.note.label_span, f"the first note {fact.label}"),),
    )


def called_again(fact: MarkerFact, first: MarkerFact, facts: ChapterFacts, *, at_once: bool = False) -> Iterator[Slip]:
    """FN005. Where the format lets a note be called again, only a repetition on the spot is worth a look."""
    if facts.reuse and not at_once:
        return
    yield Slip(
        "FN005",
        fact.span,
        f"marker {fact.label} stands twice",
        note=fact.label,
        related=(Related(first.span, f"the first marker {fact.label}"),),
        severity=HINT if facts.reuse else None,
    )
