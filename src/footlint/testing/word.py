"""Word files for examples and manuscripts, made from a plain notation.

Paragraphs stand between empty lines. `# ` begins a heading, `*…*` is italic, `^…^` is raised, `[^1]` calls the footnote
of that name and `[^e1]` the endnote, `[^1]: …` is its text; its further paragraphs are indented by four spaces.
"""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NOTE = re.compile(r"\[\^(\w+)\]:[ \n]?")
_SIGN = re.compile(r"\[\^(?P<call>\w+)\]|\*(?P<italic>[^*\n]+)\*|\^(?P<raised>[^^\s]+)\^")
_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/></w:style>'
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)
_RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
_REFERENCE = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
_KINDS = {"f": "footnote", "e": "endnote"}
#: The lines above the notes, which every file of Word's has and other programs count on.
_RULES = (
    '<w:{0} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{0}>'
    '<w:{0} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{0}>'
)
_STAMP = (2020, 1, 1, 0, 0, 0)


def word_file(text: str) -> bytes:
    """The Word file that `text` describes; the same text always gives the same bytes."""
    body, notes = [], {"f": "", "e": ""}
    ids: dict[str, int] = {}
    for block in _blocks(text):
        match = _NOTE.match(block)
        if match is None:
            body.append(_paragraph(block, ids))
            continue
        kind = _kind(match[1])
        mark = f"<w:r>{_REFERENCE}<w:{_KINDS[kind]}Ref/></w:r>{_run(' ')}"
        first, *more = [part.strip() for part in block[match.end() :].split("\n\n")]
        paragraphs = [_note_paragraph(first, ids, mark), *(_note_paragraph(part, ids, "") for part in more)]
        note_id = ids.setdefault(match[1], len(ids) + 1)
        notes[kind] += f'<w:{_KINDS[kind]} w:id="{note_id}">{"".join(paragraphs)}</w:{_KINDS[kind]}>'
    return _pack(_members("".join(body), notes))


def _blocks(text: str) -> list[str]:
    """Paragraphs; an indented one belongs to the note before."""
    blocks: list[str] = []
    for block in re.split(r"\n[ \t]*\n", text.strip("\n")):
        if block.startswith("    ") and blocks and _NOTE.match(blocks[-1]):
            blocks[-1] += f"\n\n{block}"
        elif block.strip():
            blocks += _one_note_each(block)
    return blocks


def _one_note_each(block: str) -> list[str]:
    starts = [match.start() for match in re.finditer(r"^(?=\[\^\w+\]:)", block, re.MULTILINE)]
    if not starts or starts[0] != 0:
        return [block]
    return [block[start:end].rstrip("\n") for start, end in zip(starts, [*starts[1:], None], strict=True)]


def _kind(label: str) -> str:
    return "e" if label.startswith("e") else "f"


def _paragraph(block: str, ids: dict[str, int]) -> str:
    if block.startswith("# "):
        return f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{_runs(block[2:], ids)}</w:p>'
    return f"<w:p>{_runs(block, ids)}</w:p>"


def _note_paragraph(text: str, ids: dict[str, int], mark: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>{mark}{_runs(text, ids)}</w:p>'


def _runs(text: str, ids: dict[str, int]) -> str:
    text = re.sub(r"\s*\n\s*", " ", text)
    runs = []
    at = 0
    for match in _SIGN.finditer(text):
        runs.append(_run(text[at : match.start()]))
        at = match.end()
        if match["call"]:
            kind = _KINDS[_kind(match["call"])]
            note_id = ids.setdefault(match["call"], len(ids) + 1)
            runs.append(f'<w:r>{_REFERENCE}<w:{kind}Reference w:id="{note_id}"/></w:r>')
        elif match["italic"]:
            runs.append(_run(match["italic"], "<w:rPr><w:i/></w:rPr>"))
        else:
            runs.append(_run(match["raised"], _RAISED))
    return "".join((*runs, _run(text[at:])))


def _run(text: str, properties: str = "") -> str:
    from xml.sax.saxutils import escape

    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def _members(body: str, notes: dict[str, str]) -> dict[str, str]:
    parts = {"document": f"<w:body>{body}</w:body>", "styles": _STYLES}
    for kind, content in notes.items():
        if content:
            parts[f"{_KINDS[kind]}s"] = _RULES.format(_KINDS[kind]) + content
    others = [name for name in parts if name != "document"]
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" '
        f'ContentType="{_TYPE}.{"document.main" if name == "document" else name}+xml"/>'
        for name in parts
    )
    related = "".join(
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>' for at, name in enumerate(others, 1)
    )
    root = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    return {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": _relations(root),
        "word/_rels/document.xml.rels": _relations(related),
        **{
            f"word/{name}.xml": f'{_HEAD}<w:{name} xmlns:w="{_WORD}">{content}</w:{name}>'
            for name, content in parts.items()
        },
    }


def _relations(content: str) -> str:
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{content}</Relationships>'


def _pack(members: dict[str, str]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            info = ZipInfo(name, _STAMP)
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, content)
    return file.getvalue()
