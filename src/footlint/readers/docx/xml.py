"""Reading XML from strangers: no document type, no entities, no network, no endless nesting."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from footlint.expressions import expression

if TYPE_CHECKING:
    from lxml.etree import _Element

    Element: TypeAlias = _Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#: The namespaces of the strict form of the standard, which Word can write, beside those everybody writes.
_STRICT = (
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", WORD),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", RELATIONS),
    (
        "http://purl.oclc.org/ooxml/officeDocument/math",
        "http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)
W = f"{{{WORD}}}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: What the parser's messages advise programmers, and where they say the fault stands.
_ADVICE = expression(r",? (?:use|try|see) [Xx][\w.]+(?: option)?|, line \d+, column \d+")


class Refused(Exception):  # noqa: N818 - it completes "the part … "
    """XML that is damaged or asks for what no Word file needs; the message completes "the part x …"."""


def parse(data: bytes) -> Element:
    """The root element of `data`. Strict namespaces become the common ones."""
    from lxml import etree

    for strict, common in _STRICT:
        if strict.encode() in data:
            data = _redeclared(data, strict, common)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=False,
        remove_pis=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Refused(f"is no well-formed XML ({_ADVICE.sub('', error.msg)})") from None
    except ValueError as error:
        raise Refused(f"is no readable XML ({error})") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refused("declares a document type or entities, which no Word file does")
    return root


def is_strict(data: bytes) -> bool:
    """Whether a part is in the strict form of the standard."""
    return f'="{_STRICT[0][0]}"'.encode() in data or f"='{_STRICT[0][0]}'".encode() in data


def serialise(root: Element, *, strict: bool = False) -> bytes:
    """The bytes of a part."""
    from lxml import etree

    data: bytes = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
    if strict:
        for name, common in _STRICT:
            data = _redeclared(data, common, name)
    return data


def _redeclared(data: bytes, before: str, after: str) -> bytes:
    """The part with another namespace declared; the same address elsewhere stays."""
    for quote in "\"'":
        data = data.replace(f"={quote}{before}{quote}".encode(), f"={quote}{after}{quote}".encode())
    return data


def local(element: Element) -> str:
    """The name of an element without its namespace; "" for comments and processing instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attributes_of(element: Element) -> dict[str, str]:
    """A copy of the attributes of an element."""
    return {str(name): str(value) for name, value in element.items()}


def on(element: Element | None) -> bool | None:
    """The value of an on-off property such as `w:i`; None where it is not said."""
    if element is None:
        return None
    return (element.get(f"{W}val") or "1") not in ("0", "false", "off", "none")
