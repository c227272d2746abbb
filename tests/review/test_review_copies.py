"""Review copies: what changes, what does not, and what accepting and rejecting give."""

from __future__ import annotations

import os
import random
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from decisions import W, accept, reject
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from test_docx_differential import _manuscript
from wordfile import bookmark, call, field, i, note, p, pack, parts, r, t, up, word

from effort import grows_in_line
from footlint.diagnostic import Diagnostic
from footlint.finding import Edit, Fix, Related
from footlint.fixes import apply
from footlint.readers.docx import read_docx
from footlint.review import review
from footlint.source import Span

DATE = "2026-05-17T09:30:00Z"
FOLDER = os.environ.get("FOOTLINT_WORD_FILES")
FILES = sorted(Path(FOLDER).glob("*.docx")) if FOLDER else []


def finding(start: int, end: int, *edits: Edit, code: str = "XX001", message: str = "wrong", **more) -> Diagnostic:
    fix = Fix("Write it right", edits, "safe") if edits else None
    return Diagnostic(code, "a-fault", "warning", "a.docx", Span(start, end), message, fix=fix, **more)


def edit(start: int, end: int, text: str) -> Edit:
    return Edit(Span(start, end), text)


def text_of(data: bytes, changes: str = "accepted") -> str:
    return read_docx("a.docx", data, changes=changes).source.text


def xml(data: bytes, name: str = "word/document.xml") -> str:
    with ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(archive.read(name))
    for element in root.iter():
        for key in (f"{W}id", f"{W}author", f"{W}date"):
            element.attrib.pop(key, None)
    etree.cleanup_namespaces(root)
    body = root.find(f"{W}body")
    shown = etree.tostring(body if body is not None else root, encoding="unicode")
    return shown.replace(' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"', "")


def comments(data: bytes) -> list[str]:
    import docx

    return [comment.text for comment in docx.Document(BytesIO(data)).comments]


def holds(data: bytes, diagnostics: list[Diagnostic]) -> None:
    """The laws of every review copy."""
    before = text_of(data)
    reviewed = review("a.docx", data, diagnostics, DATE)
    expected, _ = apply(before, reviewed.tracked, "unsafe")
    assert text_of(reviewed.data) == expected
    assert text_of(accept(reviewed.data)) == expected
    assert text_of(reject(reviewed.data)) == before
    assert text_of(reviewed.data, "rejected") == text_of(data, "rejected")
    assert reviewed.comments == len(diagnostics)
    with ZipFile(BytesIO(data)) as old, ZipFile(BytesIO(reviewed.data)) as new:
        assert new.testzip() is None
        touched = {"word/document.xml", "word/footnotes.xml", "word/endnotes.xml", "word/comments.xml",
                   "word/_rels/document.xml.rels", "[Content_Types].xml"}  # fmt: skip
        assert [name for name in new.namelist() if name in old.namelist()] == old.namelist()
        for name in set(old.namelist()) - touched:
            assert old.read(name) == new.read(name)
            assert old.getinfo(name).compress_size == new.getinfo(name).compress_size


def test_a_comment_stands_round_its_text():
    data = word(p("The old harbour office."))
    reviewed = review("a.docx", data, [finding(4, 7, message="not so old")], DATE)
    assert comments(reviewed.data) == ["XX001 a-fault (warning)\nnot so old"]
    assert xml(reviewed.data) == (
        "<w:body><w:p><w:pPr/><w:r><w:rPr/>" + t("The ").replace("<w:t", "<w:t")
        + "</w:r><w:commentRangeStart/><w:r><w:rPr/>" + t("old")
        + "</w:r><w:commentRangeEnd/><w:r><w:commentReference/></w:r><w:r><w:rPr/>" + t(" harbour office.")
        + "</w:r></w:p></w:body>"
    )  # fmt: skip


def test_a_comment_on_a_note_stands_at_its_sign():
    data = word(p("A", call(2), " word", call(1), " more."), note(1, "See Lund.") + note(2, "n"))
    reviewed = review("a.docx", data, [finding(25, 29, message="who")], DATE)
    assert text_of(data)[25:29] == "Lund"
    assert (
        '<w:commentRangeStart/><w:r><w:rPr><w:rStyle w:val="Sign"/></w:rPr>'
        "<w:footnoteReference/></w:r><w:commentRangeEnd/>" in xml(reviewed.data)
    )
    assert comments(reviewed.data) == ["XX001 a-fault (warning)\nwho\nIn note 2: «Lund»"]
    with ZipFile(BytesIO(data)) as old, ZipFile(BytesIO(reviewed.data)) as new:
        assert old.read("word/footnotes.xml") == new.read("word/footnotes.xml")


def test_a_comment_on_the_first_note_stands_at_the_word_before_its_sign():
    """So that LibreOffice 7.4 still knows which text belongs to which note."""
    data = word(p("A word", call(1), " more."), note(1, "See Lund."))
    shown = xml(review("a.docx", data, [finding(20, 24, message="who")], DATE).data)
    assert f"<w:commentRangeStart/><w:r><w:rPr/>{t('word')}</w:r><w:commentRangeEnd/>" in shown
    assert shown.index("commentReference") < shown.index("footnoteReference")


def test_evidence_and_fix_are_told():
    data = word(p("One.") + p("The second paragraph of this short text."), None)
    related = (Related(Span(5, 8), "see here"), Related(Span(0, 3), "there", path="b.docx"))
    one = finding(0, 3, edit(0, 3, "Two"), related=related)
    (comment,) = comments(review("a.docx", data, [one], DATE).data)
    assert comment.split("\n") == [
        "XX001 a-fault (warning)",
        "wrong",
        "paragraph 2, «The second paragraph of this …»: see here",
        "b.docx: there",
        "Write it right (tracked change)",
    ]


def test_a_change_keeps_the_look_of_what_it_replaces():
    data = word(p("in ", i("Chozjajin"), " of"))
    reviewed = review("a.docx", data, [finding(3, 12, edit(3, 12, "Khozyain"))], DATE)
    shown = xml(reviewed.data)
    assert f"<w:del><w:r><w:rPr><w:i/></w:rPr>{t('Chozjajin').replace('w:t', 'w:delText')}</w:r></w:del>" in shown
    assert f"<w:ins><w:r><w:rPr><w:i/></w:rPr>{t('Khozyain')}</w:r></w:ins>" in shown
    holds(data, [finding(3, 12, edit(3, 12, "Khozyain"))])


def test_a_change_through_several_looks_touches_only_what_differs():
    data = word(p("the ", i("Har"), "bour office"))
    reviewed = review("a.docx", data, [finding(4, 11, edit(4, 11, "Harbor"))], DATE)
    assert [element.text for element in etree.fromstring(_document(reviewed.data)).iter(f"{W}delText")] == ["u"]
    holds(data, [finding(4, 11, edit(4, 11, "Harbor"))])


def _document(data: bytes) -> bytes:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read("word/document.xml")


def test_a_change_inside_a_note():
    data = word(p("A", call(1)), note(1, "pp. 3-7."))
    at = text_of(data).index("-")
    one = finding(at, at + 1, edit(at, at + 1, "–"))
    reviewed = review("a.docx", data, [one], DATE)
    assert reviewed.tracked == (one,)
    assert text_of(reviewed.data).endswith("pp. 3–7.\n")
    assert "In note 1: «3-7.»" in comments(reviewed.data)[0]
    holds(data, [one])


def test_a_marker_that_moves_stays_itself():
    data = word(p("A word", call(1), ", and more."), note(1, "n"))
    one = finding(6, 7, edit(6, 7, ","), edit(7, 8, "¹"))
    reviewed = review("a.docx", data, [one], DATE)
    assert text_of(reviewed.data).startswith("A word,¹ and more.")
    assert xml(reviewed.data).count("<w:footnoteReference/>") == 1
    holds(data, [one])


@pytest.mark.parametrize(
    "impossible",
    [
        edit(6, 7, "²"),
        edit(6, 7, ""),
        edit(0, 9, "gone"),
        edit(20, 21, "5"),
        edit(0, 1, "two\nparagraphs"),
        edit(0, 1, "\x07"),
        edit(13, 16, "across the end"),
        edit(0, 999, "far"),
    ],
)
def test_what_word_computes_is_never_changed(impossible):
    data = word(p("A word", call(1), ", more.") + p("note ", field("NOTEREF x", "1"), "."), note(1, "n"))
    reviewed = review("a.docx", data, [finding(0, 1, impossible)], DATE)
    assert reviewed.tracked == ()
    assert "tracked change" not in comments(reviewed.data)[0]
    assert text_of(reviewed.data) == text_of(data)


def test_signs_that_are_elements_in_word():
    line = f"<w:p><w:r>{t('3')}<w:noBreakHyphen/>{t('7 a')}<w:tab/>{t('b')}</w:r></w:p>"
    data = word(line)
    assert text_of(data) == "3‑7 a\tb\n"
    holds(data, [finding(1, 2, edit(1, 2, "–")), finding(4, 5, edit(4, 6, "\u2028‑\u00ad\t"))])


def test_blanks_that_word_leaves_out_stay_out():
    data = word("<w:p><w:r><w:t> one </w:t></w:r><w:r><w:t> two </w:t></w:r></w:p>")
    assert text_of(data) == "onetwo\n"
    holds(data, [finding(0, 3, edit(0, 3, "1")), finding(4, 5, edit(4, 5, "W"))])


def test_raised_digits_stay_raised_only_once():
    data = word(p("word", up("12"), " more"))
    reviewed = review("a.docx", data, [finding(4, 6, edit(4, 6, "¹³"))], DATE)
    assert f'<w:ins><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>{t("13")}</w:r></w:ins>' in xml(reviewed.data)
    assert text_of(reviewed.data) == "word¹³ more\n"


OTHERS = (
    p("a ", f'<w:ins w:id="40" w:author="Lund">{r("inserted text")}</w:ins>', " b ",
      '<w:del w:id="41" w:author="Lund"><w:r><w:delText>gone</w:delText></w:r></w:del>', "c",
      f'<w:moveTo w:id="42" w:author="Lund">{r("moved here")}</w:moveTo>')
)  # fmt: skip


@pytest.mark.parametrize("place", [(2, 2), (2, 10), (5, 5), (5, 8), (11, 15), (15, 15), (0, 17), (20, 20), (21, 24)])
@pytest.mark.parametrize("text", ["", "new"])
def test_the_changes_of_others_are_left_to_them(place, text):
    data = word(OTHERS)
    start, end = place
    if (start, end, text) == (start, start, ""):
        return
    one = finding(start, end, edit(start, end, text))
    holds(data, [one])
    root = etree.fromstring(_document(review("a.docx", data, [one], DATE).data))
    assert not root.findall(f".//{W}ins//{W}ins")
    ours = [element for element in root.iter(f"{W}ins", f"{W}del") if element.get(f"{W}author") == "footlint"]
    assert len({element.get(f"{W}id") for element in ours}) == len(ours)
    assert all(int(element.get(f"{W}id")) > 42 for element in ours)


def _with_comment() -> bytes:
    members = parts(p('<w:commentRangeStart w:id="5"/>', "A", '<w:commentRangeEnd w:id="5"/>',
                      '<w:r><w:commentReference w:id="5"/></w:r>', " word."))  # fmt: skip
    members["word/comments.xml"] = (
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:comment w:id="5" w:author="Lund" w:date="2020-01-01T00:00:00Z">{p("mine")}</w:comment></w:comments>'
    )
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    members["word/_rels/document.xml.rels"] = members["word/_rels/document.xml.rels"].replace(
        "</Relationships>", f'<Relationship Id="rId9" Type="{relation}" Target="comments.xml"/></Relationships>'
    )
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace(
        "</Types>",
        '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.comments+xml"/></Types>',
    )
    return pack(members)


def test_the_comments_of_others_stay():
    data = _with_comment()
    reviewed = review("a.docx", data, [finding(2, 6)], DATE)
    assert comments(reviewed.data) == ["mine", "XX001 a-fault (warning)\nwrong"]
    with ZipFile(BytesIO(reviewed.data)) as archive:
        root = etree.fromstring(archive.read("word/comments.xml"))
        assert archive.read("[Content_Types].xml") == ZipFile(BytesIO(data)).read("[Content_Types].xml")
    assert [(one.get(f"{W}id"), one.get(f"{W}author"), one.get(f"{W}date")) for one in root] == [
        ("5", "Lund", "2020-01-01T00:00:00Z"),
        ("6", "footlint", DATE),
    ]


def test_a_comment_in_a_text_box_stands_at_the_box():
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('boxed')}</w:txbxContent></v:textbox></w:pict></w:r>"
    data = word(p("a ", box, " b"))
    reviewed = review("a.docx", data, [finding(6, 9, edit(6, 9, "ox"))], DATE)
    root = etree.fromstring(_document(reviewed.data))
    assert not root.findall(f".//{W}txbxContent//{W}commentReference")
    holds(data, [finding(6, 9, edit(6, 9, "ox"))])


def test_notes_called_from_notes_and_notes_that_nothing_calls():
    data = word(
        p("a", call(1)),
        note(1, "See ", call(1, "endnote")),
        note(1, "End.", kind="endnote") + note(2, "Lost.", kind="endnote"),
    )
    text = text_of(data)
    diagnostics = [
        finding(text.index("End"), text.index("End") + 3),
        finding(text.index("Lost"), text.index("Lost") + 4),
    ]
    holds(data, diagnostics)
    assert xml(review("a.docx", data, diagnostics, DATE).data).count("<w:commentReference/>") == 2


def test_empty_paragraphs_and_empty_places():
    data = word(p() + p("x") + "<w:p/>", None)
    holds(data, [finding(0, 0), finding(1, 1, edit(1, 1, "new ")), finding(3, 3, edit(3, 3, "end")), finding(0, 0)])


def test_a_file_without_a_paragraph_has_nothing_to_comment_on():
    data = word("", note(1, "Lost."))
    reviewed = review("a.docx", data, [finding(0, 0, edit(0, 0, "x")), finding(3, 7)], DATE)
    assert (reviewed.comments, reviewed.tracked) == (0, ())
    assert text_of(reviewed.data) == text_of(data)


def test_a_review_of_a_review():
    data = word(p("One two three."))
    once = review("a.docx", data, [finding(0, 3, edit(0, 3, "Uno"))], DATE).data
    holds_before = text_of(once)
    twice = review("a.docx", once, [finding(0, 3, edit(0, 3, "Eins"))], DATE)
    assert holds_before == "Uno two three.\n"
    assert text_of(twice.data) == "Eins two three.\n"
    assert len(comments(twice.data)) == 2


def test_the_strict_form_stays_strict():
    members = {
        name: content.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        for name, content in parts(p("One two.")).items()
    }
    reviewed = review("a.docx", pack(members), [finding(0, 3, edit(0, 3, "Uno"))], DATE)
    assert b"schemas.openxmlformats.org/wordprocessingml" not in _document(reviewed.data)
    assert text_of(reviewed.data) == "Uno two.\n"


def _findings(data, text: str) -> list[Diagnostic]:
    diagnostics = []
    for number in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 12)))
        edits = []
        if data.draw(st.booleans()):
            edits.append(edit(start, end, data.draw(st.text("ab ¹–\t‑.", max_size=6))))
        diagnostics.append(finding(start, end, *edits, code=f"XX{number:03}"))
    return sorted(diagnostics, key=lambda one: (one.span, one.code))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_findings_on_manuscripts_of_our_own(data):
    file = _manuscript(random.Random(data.draw(st.integers(0, 40))))
    holds(file, _findings(data, text_of(file)))


@pytest.mark.skipif(not FILES, reason="FOOTLINT_WORD_FILES names no folder")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_any_findings_on_files_of_a_folder(path):
    file = path.read_bytes()
    text = text_of(file)

    @settings(max_examples=12, deadline=None, database=None)
    @given(st.data())
    def check(data):
        reviewed = review("a.docx", file, _findings(data, text), DATE)
        assert text_of(accept(reviewed.data)) == apply(text, reviewed.tracked, "unsafe")[0]
        assert text_of(reject(reviewed.data)) == text

    check()


def test_a_copy_is_the_same_each_time():
    data = word(p("One ", bookmark("x", call(1))), note(1, "n"))
    diagnostics = [finding(0, 3, edit(0, 3, "Uno"))]
    assert review("a.docx", data, diagnostics, DATE) == review("a.docx", data, diagnostics, DATE)


def test_many_findings_in_one_paragraph_take_time_in_line():
    def work(count: int) -> None:
        data = word(p(*("a word " for _ in range(count))))
        review(
            "a.docx", data, [finding(7 * at, 7 * at + 1, edit(7 * at, 7 * at + 1, "A")) for at in range(count)], DATE
        )

    assert grows_in_line(work, 40)
