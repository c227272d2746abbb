"""Readers: one per format, from the bytes of a file to its `Document`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from footlint.document import Document
    from footlint.readers.options import TextOptions

#: The formats, by the extension of a file's name; folders are searched for these extensions.
EXTENSIONS: dict[str, Literal["text", "markdown", "docx"]] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".qmd": "markdown",
    ".rmd": "markdown",
    ".docx": "docx",
}


#: What word processors write, whatever its name: zip archives, the files of old Word versions, RTF.
_WORD_PROCESSORS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf")


def read(path: str, data: bytes, options: TextOptions | None = None) -> Document:
    """The document of a file, by its extension; a name without a known one is read as plain text.

    `footlint.readers.decode.Unreadable` tells why it cannot be read. `options` are for plain text and Word files.
    """
    kind = EXTENSIONS.get(os.path.splitext(path)[1].lower(), "text")
    if kind == "docx" or data.startswith(_WORD_PROCESSORS):
        from footlint.readers.docx import read_docx

        return read_docx(path, data, changes=options.changes if options is not None else "accepted")
    from footlint.readers.decode import decode

    source, _ = decode(path, data)
    if kind == "markdown":
        from footlint.readers.markdown import read_markdown

        return read_markdown(source)
    from footlint.readers.plain import read_plain

    return read_plain(source, options)
