"""What an editor does with a review copy: accepts or rejects our changes, and nobody else's."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from wordfile import pack

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def accept(data: bytes) -> bytes:
    return _decide(data, keep=f"{W}ins", drop=f"{W}del")


def reject(data: bytes) -> bytes:
    return _decide(data, keep=f"{W}del", drop=f"{W}ins")


def _decide(data: bytes, keep: str, drop: str) -> bytes:
    members = {}
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            members[name] = archive.read(name)
            if name in ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml"):
                root = etree.fromstring(members[name])
                for change in [element for element in root.iter(keep, drop) if element.get(f"{W}author") == "footlint"]:
                    _unwrap(change) if change.tag == keep else change.getparent().remove(change)
                members[name] = etree.tostring(root)
    return pack(members)


def _unwrap(change) -> None:
    for child in change:
        change.addprevious(child)
        for text in child.iter(f"{W}delText"):
            text.tag = f"{W}t"
    change.getparent().remove(change)
