"""Word files that mean harm, or are none: refused with their reason, in bounded time."""

from __future__ import annotations

import struct
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wordfile import HEAD, RELATION, call, document, note, p, pack, parts, relations, word

from effort import grows_in_line
from footlint.readers.decode import Unreadable
from footlint.readers.docx import read_docx

GOOD = parts(p("a", call(1)), note(1, "n"))
NAMES = {
    "document": "word/document.xml",
    "footnotes": "word/footnotes.xml",
    "types": "[Content_Types].xml",
    "rels": "_rels/.rels",
    "document_rels": "word/_rels/document.xml.rels",
    "styles": "word/styles.xml",
}


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read_docx("a.docx", data)
    assert caught.value.path == "a.docx"
    return caught.value.reason


def changed(**members: str | bytes | None) -> bytes:
    """The good file with some members replaced, or left out."""
    all_members = dict(GOOD)
    for key, content in members.items():
        if content is None:
            del all_members[NAMES[key]]
        else:
            all_members[NAMES[key]] = content
    return pack(all_members)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "an empty file"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "an old Word file (.doc); save it as .docx",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "an encrypted Word file; save it without a password",
        ),
        (b"{\\rtf1\\ansi hello}", "an RTF file"),
        (b"<html></html>", "no zip archive"),
        (b"PK\x03\x04 and no more", "truncated or damaged"),
    ],
)
def test_what_is_no_word_file_is_named(data, reason):
    assert reason in refused(data)


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9, 0.99])
def test_truncated_archives(kept):
    data = pack(GOOD)
    assert "truncated or damaged" in refused(data[: int(len(data) * kept)])


def test_a_damaged_part():
    data = bytearray(pack(GOOD))
    at = data.index(b"word/document.xml") + 40
    data[at : at + 20] = bytes(20)
    assert "word/document.xml is damaged" in refused(bytes(data))


def test_a_bomb_by_its_declared_size():
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in GOOD.items():
            archive.writestr(name, content if name != "word/document.xml" else document(" " * 50_000_000))
    assert "zip bomb" in refused(file.getvalue())


def test_a_bomb_that_lies_about_its_size():
    data = bytearray(pack({**GOOD, "word/document.xml": document(p("a" * 3_000_000))}))
    central = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, central + 24, 100)
    assert "word/document.xml" in refused(bytes(data))


def test_a_file_that_only_grows_in_memory(monkeypatch):
    """A small text of very many elements costs a hundred times its size once it is read."""
    from footlint.readers.docx import package

    monkeypatch.setattr(package, "TAGS_LIMIT", 2_000)
    assert len(read_docx("a.docx", pack({**GOOD, "word/document.xml": document("<w:p/>" * 1_000)})).notes) == 1
    assert "more than 2,000 tags" in refused(pack({**GOOD, "word/document.xml": document("<w:p/>" * 2_000)}))


def test_a_bomb_that_nobody_asks_for_is_never_unpacked():
    members = {**GOOD, "word/media/image1.png": bytes(80_000_000), "word/embeddings/inner.zip": pack(GOOD)}
    assert len(read_docx("a.docx", pack(members)).notes) == 1


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(9))
    + "]>"
)


@pytest.mark.parametrize(
    "doctype",
    [
        LAUGHS,
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/a.dtd">',
        '<!DOCTYPE d [<!ENTITY % x SYSTEM "http://127.0.0.1:9/a.dtd"> %x;]>',
        "<!DOCTYPE d>",
    ],
)
@pytest.mark.parametrize("where", ["document", "footnotes", "types", "rels", "document_rels", "styles"])
def test_document_types_and_entities(doctype, where):
    body = GOOD[NAMES[where]].removeprefix(HEAD)
    reason = refused(changed(**{where: doctype + body}))
    assert "document type" in reason or "well-formed" in reason


def test_an_entity_in_the_text_is_not_expanded():
    reason = refused(changed(document=LAUGHS + document(p("&j;").replace("&amp;", "&")).removeprefix(HEAD)))
    assert "document type" in reason or "well-formed" in reason


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/passwd", "word/../../x", "C:/x.xml", "word\\document.xml"])
def test_path_tricks(name):
    assert "leads outside the file" in refused(pack({**GOOD, name: "x"}))


def test_relationships_that_lead_outside():
    out = relations(f'<Relationship Id="rId1" Type="{RELATION}/footnotes" Target="../../../etc/passwd"/>')
    assert "outside the file" in refused(changed(document_rels=out))
    away = relations(
        f'<Relationship Id="rId1" Type="{RELATION}/footnotes" TargetMode="External" Target="http://127.0.0.1:9/"/>'
    )
    assert "footnotes part lies outside" in refused(changed(document_rels=away))
    gone = relations(
        f'<Relationship Id="rId1" Type="{RELATION}/officeDocument" TargetMode="External" Target="file:///etc/passwd"/>'
    )
    assert "document lies outside" in refused(changed(rels=gone))


def test_missing_and_duplicate_parts():
    assert "word/document.xml is missing" in refused(changed(document=None))
    assert "word/footnotes.xml is missing" in refused(changed(footnotes=None))
    assert "no [Content_Types].xml" in refused(changed(types=None))
    assert "names no document" in refused(changed(rels=None))
    file = BytesIO(pack(GOOD))
    with pytest.warns(UserWarning, match="Duplicate"), ZipFile(file, "a") as archive:
        archive.writestr("word/document.xml", document(p("b")))
    assert "stands in it twice" in refused(file.getvalue())
    assert "stands in it twice" in refused(pack({**GOOD, "WORD/Document.xml": "x"}))
    two = GOOD["word/_rels/document.xml.rels"].replace(
        "</Relationships>", f'<Relationship Id="x" Type="{RELATION}/footnotes" Target="styles.xml"/></Relationships>'
    )
    assert "two footnotes parts" in refused(changed(document_rels=two))


def test_wrong_content_types():
    types = GOOD["[Content_Types].xml"]
    assert "an Excel workbook" in refused(
        changed(types=types.replace("wordprocessingml.document", "spreadsheetml.sheet"))
    )
    assert "PowerPoint" in refused(changed(types=types.replace("wordprocessingml.document", "presentationml.slides")))
    assert "has the type" in refused(changed(types=types.replace(".document.main+xml", ".nonsense+xml")))
    assert "OpenDocument" in refused(pack({"mimetype": "x", "content.xml": "x"}))


def test_macros_are_passed_over():
    types = GOOD["[Content_Types].xml"].replace(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    data = pack({**GOOD, "[Content_Types].xml": types, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0 Shell"})
    assert [one.label for one in read_docx("a.docm", data).notes] == ["1"]


def test_encrypted_and_strangely_packed_members():
    data = bytearray(pack(GOOD))
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    assert "is encrypted" in refused(bytes(data))
    file = BytesIO()
    with ZipFile(file, "w", ZIP_BZIP2) as archive:
        for name, content in GOOD.items():
            archive.writestr(name, content)
    assert "packed in a way" in refused(file.getvalue())


def test_members_that_are_stored_are_read():
    file = BytesIO()
    with ZipFile(file, "w", ZIP_STORED) as archive:
        for name, content in GOOD.items():
            archive.writestr(name, content)
    assert len(read_docx("a.docx", file.getvalue()).notes) == 1


@pytest.mark.parametrize(
    "inside",
    ["<w:sdt><w:sdtContent>|</w:sdtContent></w:sdt>", "<w:ins>|</w:ins>", "<w:tbl><w:tr><w:tc>|</w:tc></w:tr></w:tbl>"],
)
@pytest.mark.parametrize("depth", [40, 5_000])
def test_deep_nesting(inside, depth):
    before, after = inside.split("|")
    data = changed(document=document(before * depth + p("deep") + after * depth))
    if depth == 40:
        assert [block.prose.text for block in read_docx("a.docx", data).blocks] == ["deep"]
    else:
        assert refused(data).endswith("(Excessive depth in document: 256)")


def test_a_document_without_a_body():
    assert "no body" in refused(changed(document=document("").replace("w:body", "w:bodice")))


def test_styles_that_are_based_on_each_other():
    styles = (
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    assert len(read_docx("a.docx", word(p("a", style="A"), styles=styles)).blocks) == 1


def test_styles_that_are_based_on_each_other_without_end():
    def work(count: int) -> None:
        styles = "".join(
            f'<w:style w:styleId="S{at}"><w:name w:val="s{at}"/><w:basedOn w:val="S{at + 1}"/></w:style>'
            for at in range(count)
        )
        read_docx("a.docx", word("".join(p("a", style=f"S{at}") for at in range(count)), styles=styles))

    assert grows_in_line(work, 200)


@pytest.mark.parametrize("value", ["-1", "x", "9" * 5_000, "", "٣"])
def test_numbers_that_are_none(value):
    settings_part = f'<w:footnotePr><w:numStart w:val="{value}"/></w:footnotePr>'
    document_read = read_docx("a.docx", word(p("a", call(1)), note(1, "n"), settings=settings_part))
    assert len(document_read.notes) == 1


def test_a_hundred_thousand_notes():
    count = 100_000
    body = "".join(
        f"<w:p><w:r><w:t>Sentence {at * 7919 % 99991}</w:t><w:footnoteReference w:id='{at}'/></w:r></w:p>"
        for at in range(1, count + 1)
    )
    notes = "".join(
        f"<w:footnote w:id='{at}'><w:p><w:r><w:footnoteRef/><w:t>N. {at * 6007 % 99989}</w:t></w:r></w:p></w:footnote>"
        for at in range(1, count + 1)
    )
    found = read_docx("a.docx", word(body, notes))
    assert (len(found.notes), found.notes[-1].label) == (count, str(count))


def test_fields_within_fields_without_end():
    begun = '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>a</w:t></w:r>'
    assert read_docx("a.docx", word(f"<w:p>{begun * 30_000}</w:p>")).source.text == "a" * 30_000 + "\n"


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_damage_is_refused_or_read(data):
    file = bytearray(pack(GOOD))
    for _ in range(data.draw(st.integers(1, 8))):
        file[data.draw(st.integers(0, len(file) - 1))] = data.draw(st.integers(0, 255))
    try:
        read_docx("a.docx", bytes(file))
    except Unreadable as error:
        assert error.reason  # noqa: PT017 - either outcome is right, a traceback is not
