"""From the bytes of a text file to its `Source`, and back to the same bytes."""

from __future__ import annotations

from footlint.record import Record
from footlint.source import Source

#: No chapter is larger; a file that is gets one clear error instead of minutes of work.
SIZE_LIMIT = 64 * 1024 * 1024

_UTF8_BOM = b"\xef\xbb\xbf"
_UTF16_BOMS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_UTF32_BOMS = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")


class Encoding(Record, frozen=True):
    """What is needed to write a text back as it was: the codec's name and whether a byte order mark led it."""

    name: str = "utf-8"
    bom: bool = False


class Unreadable(Exception):  # noqa: N818 - it names a state of the file, as the message does
    """A file that no reader can read. `line` and `column` count from 1, `byte` from 0, where they are known."""

    def __init__(
        self, path: str, reason: str, line: int | None = None, column: int | None = None, byte: int | None = None
    ) -> None:
        super().__init__(path, reason, line, column, byte)
        self.path = path
        self.reason = reason
        self.line = line
        self.column = column
        self.byte = byte

    @property
    def message(self) -> str:
        """The reason and the place, without the path."""
        if self.byte is None:
            return self.reason
        return f"{self.reason} at byte {self.byte} (line {self.line}, column {self.column})"

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


def decode(path: str, data: bytes) -> tuple[Source, Encoding]:
    """The text of `data` with its line ends untouched, and how it was encoded; or `Unreadable`."""
    if len(data) > SIZE_LIMIT:
        raise Unreadable(path, f"larger than {SIZE_LIMIT >> 20} MB, no chapter is that long")
    if data.startswith(_UTF32_BOMS):
        raise Unreadable(path, "encoded in UTF-32, save it as UTF-8")
    for mark, name in _UTF16_BOMS:
        if data.startswith(mark):
            return Source(path, _text(path, data, name, len(mark))), Encoding(name, bom=True)
    bom = data.startswith(_UTF8_BOM)
    return Source(path, _text(path, data, "utf-8", len(_UTF8_BOM) if bom else 0)), Encoding(bom=bom)


def encode(text: str, encoding: Encoding) -> bytes:
    """The bytes of a file that holds `text`: the inverse of `decode`."""
    return (f"\ufeff{text}" if encoding.bom else text).encode(encoding.name)


def _text(path: str, data: bytes, name: str, skip: int) -> str:
    body = memoryview(data)[skip:]
    try:
        text = str(body, name)
    except UnicodeDecodeError as error:
        shown = f"0x{body[error.start]:02x}" if error.start < len(body) else "the end of the file"
        before = str(body[: error.start], name)
        raise _broken(path, f"not {_title(name)}: {shown}", before, skip + error.start) from None
    nul = text.find("\0")
    if nul >= 0:
        before = text[:nul]
        raise _broken(path, "a NUL, so this is no text file", before, skip + len(before.encode(name)))
    return text


def _broken(path: str, reason: str, before: str, byte: int) -> Unreadable:
    position = Source(path, before).position(len(before))
    return Unreadable(path, reason, position.line, position.column, byte)


def _title(name: str) -> str:
    return name.upper() if name == "utf-8" else "UTF-16"
