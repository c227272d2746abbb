"""Word files made for the tests, part by part, so that each fault stands in the test that needs it."""

from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NAMESPACES = (
    f"{W} "
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SEPARATORS = (
    '<w:{0} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{0}>'
    '<w:{0} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{0}>'
)
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Text"><w:name w:val="footnote text"/></w:style>
<w:style w:type="character" w:styleId="Title"><w:name w:val="Work Title"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="SubTitle"><w:name w:val="Sub"/><w:basedOn w:val="Title"/></w:style>
<w:style w:type="character" w:styleId="Sign"><w:name w:val="footnote reference"/>
<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
"""


def t(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def r(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{t(text)}</w:r>"


def i(text: str) -> str:
    return r(text, "<w:i/>")


def up(text: str) -> str:
    return r(text, '<w:vertAlign w:val="superscript"/>')


def p(*content: str, style: str = "", properties: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = "".join(part if part.startswith("<") else r(part) for part in content)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def call(note_id: int, kind: str = "footnote", mark: str = "") -> str:
    custom = ' w:customMarkFollows="1"' if mark else ""
    sign = f'<w:{kind}Reference{custom} w:id="{note_id}"/>{t(mark) if mark else ""}'
    return f'<w:r><w:rPr><w:rStyle w:val="Sign"/></w:rPr>{sign}</w:r>'


def note(note_id: int, *content: str, kind: str = "footnote", mark: bool = True) -> str:
    """A note of one paragraph; content that begins with `<w:p>` follows as further paragraphs."""
    sign = f'<w:r><w:rPr><w:rStyle w:val="Sign"/></w:rPr><w:{kind}Ref/></w:r>{r(" ")}' if mark else ""
    runs = [part for part in content if not part.startswith(("<w:p>", "<w:tbl>"))]
    more = [part for part in content if part.startswith(("<w:p>", "<w:tbl>"))]
    return f'<w:{kind} w:id="{note_id}">{p(*([sign] if sign else []), *runs, style="Text")}{"".join(more)}</w:{kind}>'


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{escape(instruction)}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def bookmark(name: str, content: str, number: int = 7) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def document(body: str) -> str:
    return f"{HEAD}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def notes_part(kind: str, notes: str) -> str:
    return f"{HEAD}<w:{kind}s {NAMESPACES}>{SEPARATORS.format(kind)}{notes}</w:{kind}s>"


def parts(
    body: str, footnotes: str | None = None, endnotes: str | None = None, settings: str = "", styles: str = STYLES
) -> dict[str, str | bytes]:
    """The members of a Word file with this body and these notes."""
    found: dict[str, str | bytes] = {
        "word/document.xml": document(body),
        "word/styles.xml": f"{HEAD}<w:styles {W}>{styles}</w:styles>",
        "word/settings.xml": f"{HEAD}<w:settings {W}>{settings}</w:settings>",
    }
    if footnotes is not None:
        found["word/footnotes.xml"] = notes_part("footnote", footnotes)
    if endnotes is not None:
        found["word/endnotes.xml"] = notes_part("endnote", endnotes)
    kinds = [name.removeprefix("word/").removesuffix(".xml") for name in found if name != "word/document.xml"]
    related = "".join(
        f'<Relationship Id="rId{at}" Type="{RELATION}/{kind}" Target="{kind}.xml"/>' for at, kind in enumerate(kinds, 1)
    )
    found["word/_rels/document.xml.rels"] = relations(related)
    found["_rels/.rels"] = relations(
        f'<Relationship Id="rId1" Type="{RELATION}/officeDocument" Target="word/document.xml"/>'
    )
    overrides = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{WORD_TYPE}.{kind}+xml"/>' for kind in kinds
    )
    found["[Content_Types].xml"] = (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD_TYPE}.document.main+xml"/>{overrides}</Types>'
    )
    return found


def relations(content: str) -> str:
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{content}</Relationships>'


def pack(members: dict[str, str | bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            info = ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, content)
    return file.getvalue()


def word(
    body: str, footnotes: str | None = None, endnotes: str | None = None, settings: str = "", styles: str = STYLES
) -> bytes:
    """The bytes of a Word file."""
    return pack(parts(body, footnotes, endnotes, settings, styles))
