"""Writing a zip archive in which most members stay byte for byte what they were."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from footlint.record import Record

if TYPE_CHECKING:
    from zipfile import ZipInfo

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s4B4H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_DESCRIPTOR_FOLLOWS = 0x8
_UTF8 = 0x800
_DEFLATED = 8
_VERSION = 20
#: 1 January 1980, the first day that a zip archive knows.
_FIRST_DAY = 0x21


class _Member(Record, frozen=True):
    name: bytes
    flags: int
    method: int
    time: int
    date: int
    checksum: int
    size: int
    data: bytes
    attributes: int = 0
    system: int = 0
    comment: bytes = b""


def rewrite(archive: bytes, infos: list[ZipInfo], changed: Mapping[str, bytes]) -> bytes:
    """The archive with some members replaced or added; the packed bytes of all others are copied as they are."""
    members = []
    known = set()
    for info in infos:
        known.add(info.filename)
        content = changed.get(info.filename)
        members.append(_copied(archive, info) if content is None else _replaced(info, content))
    members += [_new(name, content) for name, content in changed.items() if name not in known]
    return _written(members)


def _copied(archive: bytes, info: ZipInfo) -> _Member:
    fields = _LOCAL.unpack_from(archive, info.header_offset)
    start = info.header_offset + _LOCAL.size + fields[9] + fields[10]
    data = archive[start : start + info.compress_size]
    return _member(info, info.compress_type, info.CRC, info.file_size, data)


def _replaced(info: ZipInfo, content: bytes) -> _Member:
    return _member(info, _DEFLATED, zlib.crc32(content), len(content), _deflated(content))


def _member(info: ZipInfo, method: int, checksum: int, size: int, data: bytes) -> _Member:
    year, month, day, hour, minute, second = info.date_time
    return _Member(
        name=info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437"),
        flags=info.flag_bits & ~_DESCRIPTOR_FOLLOWS,
        method=method,
        time=hour << 11 | minute << 5 | second // 2,
        date=max(year - 1980, 0) << 9 | month << 5 | day,
        checksum=checksum,
        size=size,
        data=data,
        attributes=info.external_attr,
        system=info.create_system,
        comment=info.comment,
    )


def _new(name: str, content: bytes) -> _Member:
    return _Member(
        name.encode(), _UTF8, _DEFLATED, 0, _FIRST_DAY, zlib.crc32(content), len(content), _deflated(content)
    )


def _deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


def _written(members: list[_Member]) -> bytes:
    body: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for one in members:
        common = (one.flags, one.method, one.time, one.date, one.checksum, len(one.data), one.size, len(one.name), 0)
        head = _LOCAL.pack(b"PK\x03\x04", _VERSION, *common) + one.name
        directory.append(
            _CENTRAL.pack(
                b"PK\x01\x02", _VERSION, one.system, _VERSION, 0, *common, len(one.comment), 0, 0, one.attributes, at
            )
            + one.name
            + one.comment
        )
        body += (head, one.data)
        at += len(head) + len(one.data)
    listing = b"".join(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, len(members), len(members), len(listing), at, 0)
    return b"".join((*body, listing, end))
