"""Markdown chapters: pandoc, GFM and kramdown footnotes, inline notes, superscript numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footlint.document import Document
from footlint.source import Source

if TYPE_CHECKING:
    from footlint.readers.markdown.tokens import Structure


def read_markdown(source: Source) -> Document:
    """Read a Markdown chapter."""
    from footlint.readers.markdown.assembly import document_of
    from footlint.readers.markdown.calls import cuts_of
    from footlint.readers.markdown.labels import KnownLabels
    from footlint.readers.markdown.mask import masked, may_have_superscripts
    from footlint.readers.markdown.structure import structure_of
    from footlint.readers.markdown.tokens import CutKind

    text = masked(source.text)
    structure = structure_of(text)
    known = KnownLabels([definition.label for definition in structure.definitions])
    cuts = [cuts_of(leaf, text, known) for leaf in structure.leaves]
    if not known.defined and not any(cut[2] is CutKind.NOTE_OPEN for own in cuts for cut in own):
        return _without_definitions(source, text, structure) or document_of(source, structure, cuts)
    if may_have_superscripts(text):
        from footlint.readers.markdown.superscripts import keep_markers

        keep_markers(structure, cuts, text)
    return document_of(source, structure, cuts)


def _without_definitions(source: Source, text: str, structure: Structure) -> Document | None:
    from footlint.readers.markdown.numbered import may_be_numbered, read_numbered

    return read_numbered(source, text, structure) if may_be_numbered(text) else None
