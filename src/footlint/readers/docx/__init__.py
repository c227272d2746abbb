"""Word files: body, footnotes and endnotes, as Word shows them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from footlint.document import Document

if TYPE_CHECKING:
    from footlint.readers.docx.layout import Layout
    from footlint.readers.docx.parts import Manuscript
    from footlint.readers.docx.pieces import Changes


def read_docx(path: str, data: bytes, *, changes: Changes = "accepted") -> Document:
    """Read a Word file, its tracked changes taken as accepted or as rejected; or raise `Unreadable`."""
    from footlint.readers.docx.layout import document_of

    with _collector_paused():
        manuscript, layout = open_docx(path, data, changes=changes)
        return document_of(manuscript, layout)


def open_docx(path: str, data: bytes, *, changes: Changes = "accepted") -> tuple[Manuscript, Layout]:
    """A Word file laid out as text, with the way back to its XML."""
    from footlint.readers.docx.layout import lay_out
    from footlint.readers.docx.package import open_package
    from footlint.readers.docx.parts import read_manuscript

    manuscript = read_manuscript(open_package(path, data), changes)
    return manuscript, lay_out(path, manuscript)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """A reader makes many values and no garbage; looking for garbage among them takes half of the time."""
    import gc

    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
