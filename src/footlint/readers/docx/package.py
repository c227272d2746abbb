"""The zip container of a Word file: which parts it holds, how far it is to be trusted, and their bytes."""

from __future__ import annotations

import posixpath
from io import BytesIO
from typing import TYPE_CHECKING

from footlint.readers.decode import SIZE_LIMIT, Unreadable
from footlint.readers.docx import xml
from footlint.record import Record

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

#: One XML part, unpacked. A chapter of 100,000 notes needs 40 MB.
PART_LIMIT = 192 * 1024 * 1024
#: All parts that are read, together.
TOTAL_LIMIT = 256 * 1024 * 1024
#: Tags in all parts that are read. A book of 100,000 notes has 4 million, and each takes half a kilobyte of memory.
TAGS_LIMIT = 5_000_000
#: A part that unpacks to more than this many times its size is a bomb, unless it is small all the same.
RATIO_LIMIT = 300
SMALL = 16 * 1024 * 1024
MEMBERS_LIMIT = 50_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_STORED, _DEFLATED = 0, 8
_ENCRYPTED = 0x1

CONTENT_TYPES = "[Content_Types].xml"
_DOCUMENT_TYPES = frozenset(
    (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroenabled.main+xml",
        "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
    )
)
_OTHER_KINDS = (
    ("spreadsheetml", "an Excel workbook"),
    ("presentationml", "a PowerPoint presentation"),
)


class Relationship(Record, frozen=True):
    """A link from one part to another: its id, the last word of its type, the member it names."""

    id: str
    kind: str
    target: str
    external: bool = False


class Package:
    """An opened Word file. Parts are read when asked for; nothing else in it is ever unpacked."""

    def __init__(self, path: str, archive: ZipFile, members: dict[str, ZipInfo]) -> None:
        self.path = path
        self.archive = archive
        self.members = members
        self.document = ""
        self.is_strict = False
        self._unpacked = 0
        self._tags = 0
        self._content_types: dict[str, str] | None = None
        self._relations: dict[str, tuple[Relationship, ...]] = {}

    def fail(self, reason: str) -> Unreadable:
        """The error that refuses this file."""
        return Unreadable(self.path, reason)

    def data(self, name: str) -> bytes:
        """The bytes of a part, with its size under control."""
        info = self.members.get(name)
        if info is None:
            raise self.fail(f"the part {name} is missing")
        self._check_size(name, info.file_size, info.compress_size)
        data = self._unpack(name, info)
        self._check_size(name, len(data), info.compress_size)
        self._unpacked += len(data)
        if self._unpacked > TOTAL_LIMIT:
            raise self.fail(f"its parts unpack to more than {TOTAL_LIMIT >> 20} MB")
        return data

    def tree(self, name: str) -> xml.Element:
        """The root element of a part."""
        data = self.data(name)
        self._tags += data.count(b"<")
        if self._tags > TAGS_LIMIT:
            raise self.fail(f"its parts have more than {TAGS_LIMIT:,} tags, no Word file has so many")
        self.is_strict = self.is_strict or (name == self.document and xml.is_strict(data))
        try:
            return xml.parse(data)
        except xml.Refused as refused:
            raise self.fail(f"the part {name} {refused}") from None

    def relations(self, part: str) -> tuple[Relationship, ...]:
        """The relationships of a part ("" for the package itself)."""
        if part not in self._relations:
            self._relations[part] = tuple(self._read_relations(part))
        return self._relations[part]

    def related(self, kind: str) -> str | None:
        """The member that the document names as its footnotes, styles or settings."""
        found = [relation for relation in self.relations(self.document) if relation.kind == kind]
        if not found:
            return None
        if len({relation.target for relation in found}) > 1:
            raise self.fail(f"it names two {kind} parts")
        if found[0].external:
            raise self.fail(f"its {kind} part lies outside the file")
        if found[0].target not in self.members:
            raise self.fail(f"the part {found[0].target} is missing")
        return found[0].target

    def content_type(self, name: str) -> str:
        """The declared type of a member, in lower case; "" for none."""
        if self._content_types is None:
            self._content_types = self._read_content_types()
        by_name = self._content_types.get(f"/{name}".lower())
        return by_name or self._content_types.get(name.rpartition(".")[2].lower(), "")

    def _read_content_types(self) -> dict[str, str]:
        types: dict[str, str] = {}
        for entry in self.tree(CONTENT_TYPES):
            declared = (entry.get("ContentType") or "").lower()
            if xml.local(entry) == "Override":
                types[(entry.get("PartName") or "").lower()] = declared
            elif xml.local(entry) == "Default":
                types[(entry.get("Extension") or "").lower()] = declared
        return types

    def _read_relations(self, part: str) -> list[Relationship]:
        name = relations_name(part)
        if name not in self.members:
            return []
        found = []
        for entry in self.tree(name):
            if xml.local(entry) != "Relationship":
                continue
            target, external = entry.get("Target") or "", entry.get("TargetMode") == "External"
            if not external:
                target = self._resolve(part, target)
            kind = (entry.get("Type") or "").rpartition("/")[2]
            found.append(Relationship(entry.get("Id") or "", kind, target, external))
        return found

    def _resolve(self, part: str, target: str) -> str:
        path = target.partition("#")[0]
        joined = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), path))
        depth = posixpath.dirname(part).count("/") + bool(posixpath.dirname(part))
        if path.count("../") > depth and not path.startswith("/"):
            raise self.fail(f"a relationship points outside the file ({target[:60]})")
        return joined.lstrip("/")

    def _check_size(self, name: str, size: int, packed: int) -> None:
        if size > PART_LIMIT:
            raise self.fail(f"the part {name} unpacks to more than {PART_LIMIT >> 20} MB")
        if size > SMALL and size > RATIO_LIMIT * max(packed, 1):
            raise self.fail(f"the part {name} is a zip bomb, {packed} bytes that unpack to {size}")

    def _unpack(self, name: str, info: ZipInfo) -> bytes:
        import zlib
        from zipfile import BadZipFile

        try:
            with self.archive.open(info) as member:
                return member.read(min(PART_LIMIT, info.file_size) + 1)
        except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
            raise self.fail(f"the part {name} is damaged ({error})") from None


def relations_name(part: str) -> str:
    """The member that holds the relationships of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def open_package(path: str, data: bytes) -> Package:
    """Open a Word file, or say in an `Unreadable` why it is none or not to be trusted."""
    import zlib
    from zipfile import BadZipFile, LargeZipFile, ZipFile

    _check_signature(path, data)
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, LargeZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise Unreadable(path, f"a truncated or damaged Word file ({error})") from None
    package = Package(path, archive, _members(path, archive))
    package.document = _main_document(package)
    return package


def _check_signature(path: str, data: bytes) -> None:
    if data.startswith(_OLE):
        raise Unreadable(path, _old_form(data))
    if data.lstrip()[:5] == b"{\\rtf":
        raise Unreadable(path, "an RTF file, not a Word file; save it as .docx")
    if not data:
        raise Unreadable(path, "an empty file, not a Word file")
    if not data.startswith(_ZIP):
        raise Unreadable(path, "not a Word file (no zip archive)")
    if len(data) > SIZE_LIMIT:
        raise Unreadable(path, f"larger than {SIZE_LIMIT >> 20} MB; save it without its pictures")


def _old_form(data: bytes) -> str:
    """What a file in the container of the old formats is: the names of its streams tell."""
    if _ENCRYPTED_STREAM in data:
        return "an encrypted Word file; save it without a password"
    return "an old Word file (.doc); save it as .docx"


def _members(path: str, archive: ZipFile) -> dict[str, ZipInfo]:
    infos = archive.infolist()
    if len(infos) > MEMBERS_LIMIT:
        raise Unreadable(path, f"a zip archive of {len(infos)} members, no Word file has so many")
    members: dict[str, ZipInfo] = {}
    folded: set[str] = set()
    for info in infos:
        _check_name(path, info.orig_filename)
        if info.is_dir():
            continue
        if info.filename.lower() in folded:
            raise Unreadable(path, f"the part {info.filename} stands in it twice")
        if info.flag_bits & _ENCRYPTED:
            raise Unreadable(path, f"the part {info.filename} is encrypted")
        if info.compress_type not in (_STORED, _DEFLATED):
            raise Unreadable(path, f"the part {info.filename} is packed in a way no Word file is")
        folded.add(info.filename.lower())
        members[info.filename] = info
    return members


def _check_name(path: str, name: str) -> None:
    pieces = name.split("/")
    if ".." in pieces or name.startswith("/") or "\\" in name or "\0" in name or ":" in pieces[0]:
        raise Unreadable(path, f"a member name that leads outside the file ({name[:60]!r})")


def _main_document(package: Package) -> str:
    if CONTENT_TYPES not in package.members:
        raise package.fail(_foreign(package))
    found = [relation for relation in package.relations("") if relation.kind == "officeDocument"]
    if not found:
        raise package.fail("not a Word file (it names no document)")
    if len(found) > 1:
        raise package.fail("it names two documents")
    if found[0].external:
        raise package.fail("its document lies outside the file")
    name = found[0].target
    if name not in package.members:
        raise package.fail(f"the part {name} is missing")
    declared = package.content_type(name)
    if declared not in _DOCUMENT_TYPES:
        raise package.fail(_wrong_type(declared))
    return name


def _foreign(package: Package) -> str:
    if "mimetype" in package.members and "content.xml" in package.members:
        return "an OpenDocument file; save it as .docx"
    return "a zip archive, but not a Word file (no [Content_Types].xml)"


def _wrong_type(declared: str) -> str:
    for word, kind in _OTHER_KINDS:
        if word in declared:
            return f"{kind}, not a Word file"
    return f"not a Word file (its document has the type {declared[:80]!r})"
