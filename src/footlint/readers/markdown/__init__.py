"""Markdown chapters: pandoc, GFM and kramdown footnotes, inline notes, superscript numbers."""

from __future__ import annotations

from footlint.document import Document
from footlint.source import Source


def read_markdown(source: Source) -> Document:
    """Read a Markdown chapter."""
    from footlint.readers.markdown.assembly import document_of
    from footlint.readers.markdown.calls import cuts_of
    from footlint.readers.markdown.labels import KnownLabels
    from footlint.readers.markdown.mask import masked
    from footlint.readers.markdown.structure import structure_of
    from footlint.readers.markdown.superscripts import keep_markers, may_have_superscripts

    structure = structure_of(masked(source.text))
    known = KnownLabels([definition.label for definition in structure.definitions])
    cuts = [cuts_of(leaf, source.text, known) for leaf in structure.leaves]
    if may_have_superscripts(source.text):
        keep_markers(structure, cuts, source.text)
    return document_of(source, structure, cuts)
