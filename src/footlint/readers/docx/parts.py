"""The stories of a Word file, read and numbered: its body, and its notes in the order in which they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footlint.readers.docx.numbers import NoteKey, number_references, schemes
from footlint.readers.docx.package import Package
from footlint.readers.docx.pieces import Changes, Piece, Reference, Series, Story
from footlint.readers.docx.signs import raise_digits
from footlint.readers.docx.story import StoryReader
from footlint.readers.docx.styles import RAISED, Styles
from footlint.readers.docx.xml import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from footlint.readers.docx.xml import Element

SERIES: tuple[Series, ...] = ("footnotes", "endnotes")
_TAGS: dict[Series, str] = {"footnotes": f"{W}footnote", "endnotes": f"{W}endnote"}
#: Lines above the notes, not notes.
_SPECIAL = frozenset(("separator", "continuationSeparator", "continuationNotice"))


class NotePart:
    """One note of the file: its story, and the reference that calls it, if one does."""

    __slots__ = ("element", "key", "label", "reference", "story")

    def __init__(self, key: NoteKey, element: Element, story: Story) -> None:
        self.key = key
        self.element = element
        self.story = story
        self.reference: Reference | None = None
        self.label = ""


class Manuscript:
    """What a Word file holds."""

    def __init__(
        self, package: Package, styles: Styles, body: Story, body_element: Element, notes: list[NotePart]
    ) -> None:
        self.package = package
        self.styles = styles
        self.body = body
        self.body_element = body_element
        self.notes = notes
        #: The roots of the parts that were read, by series.
        self.roots: dict[str, Element] = {}

    def series(self, series: Series) -> list[NotePart]:
        """The notes of one series, as shown."""
        return [note for note in self.notes if note.key[0] == series]


def read_manuscript(package: Package, changes: Changes) -> Manuscript:
    """Read all stories and number them."""
    root = package.tree(package.document)
    body_element = root.find(f"{W}body")
    if body_element is None:
        raise package.fail("its document has no body")
    styles = Styles(_optional(package, "styles"))
    reader = StoryReader(styles, changes)
    settings = _optional(package, "settings")
    body = reader.read(body_element)
    manuscript = Manuscript(package, styles, body, body_element, [])
    manuscript.roots["body"] = root
    notes = list(_note_parts(manuscript, reader))
    first = number_references(
        body.references,
        {note.key: note.story.references for note in notes},
        {series: schemes(settings, body_element, series) for series in SERIES},
    )
    manuscript.notes = _as_shown(notes, first, _withdrawn(body, notes))
    _show_signs(manuscript)
    return manuscript


def _optional(package: Package, kind: str) -> Element | None:
    name = package.related(kind)
    return package.tree(name) if name is not None else None


def _note_parts(manuscript: Manuscript, reader: StoryReader) -> Iterator[NotePart]:
    seen: set[NoteKey] = set()
    for series in SERIES:
        name = manuscript.package.related(series)
        if name is None:
            continue
        root = manuscript.roots[series] = manuscript.package.tree(name)
        for element in root.iterfind(_TAGS[series]):
            if element.get(f"{W}type") in _SPECIAL:
                continue
            key = (series, element.get(f"{W}id") or "")
            while key in seen:
                # A second note of one number is one that nothing can call.
                key = (series, f"{key[1]}'")
            seen.add(key)
            yield NotePart(key, element, reader.read(element))


def _withdrawn(body: Story, notes: list[NotePart]) -> set[NoteKey]:
    found: set[NoteKey] = set(body.withdrawn)
    for note in notes:
        found |= note.story.withdrawn
    return found


def _as_shown(notes: list[NotePart], first: dict[NoteKey, Reference], withdrawn: set[NoteKey]) -> list[NotePart]:
    """Notes in the order called, then those that nothing calls; without those deleted with their reference."""
    by_key = {note.key: note for note in notes}
    for key, reference in first.items():
        if key in by_key:
            by_key[key].reference, by_key[key].label = reference, reference.label
    called = [by_key[key] for key in first if key in by_key]
    lost = [note for note in notes if note.reference is None and note.key not in withdrawn]
    for at, note in enumerate(lost, 1):
        note.label = f"?{at}"
    return [note for series in SERIES for note in (*called, *lost) if note.key[0] == series]


def _show_signs(manuscript: Manuscript) -> None:
    """Put the computed numbers where the file only has a place for them."""
    bookmarks = dict(manuscript.body.bookmarks)
    for note in manuscript.notes:
        bookmarks.update(note.story.bookmarks)
    for piece in _pieces(manuscript.body):
        _show_sign(piece, "", bookmarks)
    for note in manuscript.notes:
        for piece in _pieces(note.story):
            _show_sign(piece, note.label, bookmarks)


def _pieces(story: Story) -> Iterator[Piece]:
    for paragraph in story.paragraphs:
        yield from paragraph.pieces


def _show_sign(piece: Piece, note_label: str, bookmarks: dict[str, Reference]) -> None:
    if piece.kind == "reference" and piece.reference is not None and not piece.reference.custom:
        piece.text = raise_digits(piece.reference.label)
    elif piece.kind == "mark":
        piece.text = note_label
    elif piece.kind == "field":
        target = bookmarks.get(piece.target)
        shown = target.label if target is not None else piece.text
        piece.text = raise_digits(shown) if piece.flags & RAISED else shown
