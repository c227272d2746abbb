"""What a Word file says, as Word shows it."""

from __future__ import annotations

import pytest
from wordfile import bookmark, call, field, i, note, p, pack, parts, r, t, up, word

from footlint.document import EMPHASIS_CLOSE, EMPHASIS_OPEN, MARKER, OPAQUE, Document
from footlint.readers.docx import read_docx

_SHOWN = str.maketrans({EMPHASIS_OPEN: "{", EMPHASIS_CLOSE: "}", MARKER: "^", OPAQUE: "#"})


def read(*content: str | None, changes: str = "accepted", **more: str) -> Document:
    return read_docx("a.docx", word(*content, **more), changes=changes)


def blocks(document: Document) -> list[str]:
    return [block.prose.text.translate(_SHOWN) for block in document.blocks]


def notes(document: Document) -> list[str]:
    return [f"{note.label}: {note.prose.text.translate(_SHOWN)}" for note in document.notes]


def labels(document: Document) -> list[str]:
    return [marker.label for marker in document.markers]


def test_notes_stand_in_the_order_in_which_they_are_called():
    document = read(p("One", call(5), " two", call(2), "."), note(2, "Second.") + note(5, "First."))
    assert document.source.text == "One¹ two².\n1 First.\n2 Second.\n"
    assert notes(document) == ["1: First.", "2: Second."]
    assert blocks(document) == ["One^ two^."]
    assert [document.source.slice(marker.span) for marker in document.markers] == ["¹", "²"]
    assert [block.prose.text[marker.prose_offset] for block in document.blocks for marker in document.markers] == [
        MARKER
    ] * 2
    assert [document.source.slice(one.label_span) for one in document.notes] == ["1", "2"]


def test_positions_count_paragraphs_within_their_part():
    document = read(p("A", call(1)) + p("B", call(1, "endnote")), note(1, "Foot."), note(1, "End.", kind="endnote"))
    at = document.source.position(document.notes[1].span.start)
    assert (at.line, at.column, at.part) == (1, 1, "endnotes")
    assert document.source.position(document.markers[1].span.start).line == 2
    assert [note.series for note in document.notes] == ["footnotes", "endnotes"]
    assert labels(document) == ["1", "i"]


def test_a_note_that_nothing_calls_has_a_label_of_its_own():
    document = read(p("A", call(1)), note(1, "Called.") + note(2, "Lost.") + note(3, "* Starred.", mark=False))
    assert notes(document) == ["1: Called.", "?1: Lost.", "*: Starred."]
    assert labels(document) == ["1"]


def test_a_reference_whose_note_is_missing_still_counts():
    document = read(p("A", call(1), " b", call(9), " c", call(2)), note(1, "x") + note(2, "y"))
    assert labels(document) == ["1", "2", "3"]
    assert notes(document) == ["1: x", "3: y"]


def test_a_file_without_notes_parts():
    document = read(p("Only text."))
    assert blocks(document) == ["Only text."]
    assert document.notes == ()


@pytest.mark.parametrize(
    ("number_format", "shown"),
    [
        ("decimal", ["1", "2", "3", "4", "5"]),
        ("lowerRoman", ["i", "ii", "iii", "iv", "v"]),
        ("upperRoman", ["I", "II", "III", "IV", "V"]),
        ("lowerLetter", ["a", "b", "c", "d", "e"]),
        ("chicago", ["*", "†", "‡", "§", "**"]),
        ("russianLower", ["а", "б", "в", "г", "д"]),
        ("numberInDash", ["- 1 -", "- 2 -", "- 3 -", "- 4 -", "- 5 -"]),
        ("ordinal", ["1st", "2nd", "3rd", "4th", "5th"]),
        ("decimalZero", ["01", "02", "03", "04", "05"]),
        ("neverHeardOf", ["1", "2", "3", "4", "5"]),
    ],
)
def test_number_formats(number_format, shown):
    settings = f'<w:footnotePr><w:numFmt w:val="{number_format}"/></w:footnotePr>'
    document = read(
        p(*(part for at in range(5) for part in ("word", call(at)))),
        "".join(note(at, "n") for at in range(5)),
        settings=settings,
    )
    assert labels(document) == shown
    assert [note.number for note in document.notes] == [1, 2, 3, 4, 5]


def test_letters_double_after_z():
    settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="26"/></w:footnotePr>'
    document = read(
        p("a", call(1), "b", call(2), "c", call(3)), "".join(note(at, "n") for at in (1, 2, 3)), settings=settings
    )
    assert labels(document) == ["z", "aa", "bb"]


def test_numbering_starts_where_the_file_says():
    document = read(
        p("a", call(1), "b", call(2)), note(1, "n") + note(2, "m"),
        settings='<w:footnotePr><w:numStart w:val="166"/></w:footnotePr>',
    )  # fmt: skip
    assert labels(document) == ["166", "167"]


def _section(inner: str) -> str:
    return f"<w:sectPr>{inner}</w:sectPr>"


def test_numbering_restarts_at_each_section():
    restart = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'
    other = '<w:footnotePr><w:numRestart w:val="eachSect"/><w:numFmt w:val="lowerRoman"/></w:footnotePr>'
    body = (
        p("a", call(1), "b", call(2), properties=_section(restart))
        + p("c", call(3))
        + p("d", call(4))
        + _section(other)
    )
    document = read(body, "".join(note(at, f"n{at}") for at in (1, 2, 3, 4)))
    assert labels(document) == ["1", "2", "i", "ii"]
    assert [marker.scope for marker in document.markers] == [0, 0, 1, 1]
    assert [one.scope for one in document.notes] == [0, 0, 1, 1]


def test_numbering_restarts_at_each_page_that_the_file_shows():
    broken = "<w:r><w:lastRenderedPageBreak/></w:r>"
    turned = '<w:r><w:br w:type="page"/></w:r>'
    body = (
        p("a", call(1), "b", call(2)) + p(broken, "c", call(3), turned) + p(broken, "d", call(4), broken, "e", call(5))
    )
    document = read(
        body,
        "".join(note(at, f"n{at}") for at in range(1, 6)),
        settings='<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>',
    )
    assert labels(document) == ["1", "2", "1", "1", "1"]
    assert [marker.page for marker in document.markers] == [0, 0, 1, 2, 3]
    assert [one.page for one in document.notes] == [0, 0, 1, 2, 3]
    assert [block.page for block in document.blocks] == [0, 1, 2]


def test_pages_are_unknown_without_rendered_breaks():
    document = read(p("a", call(1), '<w:r><w:br w:type="page"/></w:r>') + p("b"), note(1, "n"))
    assert document.markers[0].page is None


def test_custom_marks_do_not_count():
    document = read(
        p("a", call(1, mark="*"), "b", call(2), "c", call(3, mark="*"), "d", call(4)),
        note(1, "* By the editor.", mark=False) + note(2, "n") + note(3, "* Again.", mark=False) + note(4, "m"),
    )
    assert labels(document) == ["*", "1", "*", "2"]
    assert notes(document) == ["*: By the editor.", "1: n", "*: Again.", "2: m"]
    assert [marker.scope for marker in document.markers] == [0, 0, 1, 0]
    assert [one.scope for one in document.notes] == [0, 0, 1, 0]
    assert blocks(document) == ["a^b^c^d^"]


def test_a_custom_mark_is_no_whole_sentence():
    lone = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/></w:r>'
    document = read(p("a", lone, r(" and so on for ever")), note(1, "n"))
    assert blocks(document) == ["a^ and so on for ever"]


def test_a_reference_inside_a_note_counts_after_its_note():
    document = read(
        p("a", call(1), "b", call(2)),
        note(1, "See ", call(1, "endnote"), ".") + note(2, "n"),
        note(1, "End.", kind="endnote") + note(2, "Lost.", kind="endnote"),
    )
    assert labels(document) == ["1", "2", "i"]
    nested = document.markers[2]
    assert nested.note == 0
    assert document.notes[0].prose.text[nested.prose_offset] == MARKER


def test_a_note_called_twice_keeps_its_number():
    document = read(p("a", call(1), "b", call(1), "c", call(2)), note(1, "n") + note(2, "m"))
    assert labels(document) == ["1", "1", "2"]


def test_notes_that_call_each_other_end():
    document = read(p("a", call(1)), note(1, "x", call(2)) + note(2, "y", call(1)))
    assert notes(document) == ["1: x^", "2: y^"]


def test_several_paragraphs_tables_and_content_controls_in_a_note():
    table = f"<w:tbl><w:tr><w:tc>{p('left')}</w:tc><w:tc>{p('right')}</w:tc></w:tr></w:tbl>"
    control = f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{r('held')}</w:sdtContent></w:sdt>"
    document = read(p("a", call(1)), note(1, "First.", f"<w:p>{control}</w:p>", table))
    assert notes(document) == ["1: First.\nheld\nleft\nright"]
    assert document.source.text == "a¹\n1 First.\nheld\nleft\nright\n"


def test_emphasis_from_runs_and_from_styles():
    document = read(
        p(
            "See ",
            i("War "),
            r("and ", '<w:i w:val="1"/>'),
            i("Peace"),
            ", ",
            r("Idiot", '<w:rStyle w:val="SubTitle"/>'),
            ".",
        )
        + p("All ", r("but", '<w:rStyle w:val="Title"/>'), " this ", r("plain", '<w:i w:val="0"/>'), ".", style="Zitat")
    )
    assert blocks(document) == ["See {War and Peace}, {Idiot}.", "{All} but {this} plain{.}"]


def test_a_roman_space_does_not_break_a_title_in_two():
    document = read(p(i("Dead"), " ", i("Souls"), " was"))
    assert blocks(document) == ["{Dead Souls} was"]


def test_kinds_of_blocks():
    table = f"<w:tbl><w:tr><w:tc>{p('cell')}</w:tc></w:tr></w:tbl>"
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    document = read(p("H", style="berschrift1") + p("Q", style="Zitat") + table + p("L", properties=listed) + p("P"))
    assert [block.kind for block in document.blocks] == ["heading", "quotation", "table", "list", "paragraph"]


def test_signs_of_layout():
    line = (
        f"<w:p><w:r>{t('a')}<w:tab/>{t('b')}<w:br/>{t('c')}<w:noBreakHyphen/>{t('d')}<w:softHyphen/>{t('e')}"
        f"<w:drawing/></w:r></w:p>"
    )
    document = read(line)
    assert document.source.text == "a\tb\u2028c\u2011d\u00ade\ufffc\n"
    assert blocks(document) == ["a b c-de#"]
    prose = document.blocks[0].prose
    assert document.source.slice(prose.span(6, 8)) == "d\u00ade"


@pytest.mark.parametrize(
    ("code", "font", "shown"),
    [
        ("F061", "Symbol", "α"),
        ("F0A2", "Symbol", "′"),
        ("F031", "Symbol", "1"),
        ("0044", "symbol", "Δ"),
        ("F0E0", "Wingdings", "\uf0e0"),
        ("2192", "Cambria", "→"),
        ("x", "Symbol", ""),
        ("110000", "Symbol", ""),
    ],
)
def test_characters_of_a_font_of_symbols(code, font, shown):
    line = f'<w:p><w:r>{t("a")}<w:sym w:font="{font}" w:char="{code}"/>{t("b")}</w:r></w:p>'
    assert blocks(read(line)) == [f"a{shown}b"]


def test_blanks_that_word_leaves_out():
    assert blocks(read("<w:p><w:r><w:t> a </w:t></w:r><w:r><w:t>b\n c</w:t></w:r></w:p>")) == ["ab  c"]


def test_decomposed_letters_are_composed_and_map_back():
    document = read(p("Cafe\u0301 Ž"))
    prose = document.blocks[0].prose
    assert prose.text == "Café Ž"
    assert document.source.slice(prose.span(3, 4)) == "e\u0301"
    assert document.source.slice(prose.span(5, 6)) == "Ž"


def test_private_characters_of_the_manuscript_do_not_pass():
    assert blocks(read(p("a\ue000b\ue002"))) == ["a\ufffdb\ufffd"]


def test_hidden_text_and_its_notes_are_not_shown():
    hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="1"/><w:t>no</w:t></w:r>'
    document = read(p("a", hidden, "b", call(2)), note(1, "hidden") + note(2, "seen"))
    assert blocks(document) == ["ab^"]
    assert notes(document) == ["1: seen"]


def test_hyperlinks_smart_tags_and_simple_fields():
    wrapped = (
        f"<w:hyperlink>{r('link')}</w:hyperlink><w:smartTag><w:smartTagPr/>{r(' tag')}</w:smartTag>"
        f"<w:fldSimple w:instr='DATE'>{r(' day')}</w:fldSimple>"
    )
    assert blocks(read(f"<w:p>{wrapped}</w:p>")) == ["link tag day"]


def test_a_field_shows_its_result_only():
    assert blocks(read(p("a ", field(" REF x \\h ", "shown"), " b"))) == ["a shown b"]


def test_a_nested_field_in_an_instruction_is_not_shown():
    inner = field("PAGE", "7")
    outer = (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>{inner}'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("yes")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert blocks(read(p("a ", outer))) == ["a yes"]


def test_a_field_that_never_ends_swallows_nothing():
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert blocks(read(p("a ", begun, "b") + p("c"))) == ["a b", "c"]


def test_a_cross_reference_shows_the_number_of_its_note():
    body = p("a", call(1), "b", bookmark("_Ref1", call(2)))
    document = read(body, note(1, "See note ", field(" NOTEREF _Ref1 \\h ", "44"), ".") + note(2, "n"))
    assert notes(document) == ["1: See note 2.", "2: n"]


def test_a_cross_reference_to_nothing_shows_what_it_showed():
    document = read(p("a", call(1)), note(1, "See note ", field(" NOTEREF _Gone \\h ", "44"), "."))
    assert notes(document) == ["1: See note 44."]


def test_above_and_below_are_no_numbers():
    document = read(p("a", bookmark("_R", call(1))), note(1, "See ", field("NOTEREF _R \\p", "above")))
    assert notes(document) == ["1: See above"]


def test_text_boxes_are_read_once():
    box = f"<w:txbxContent>{p('boxed')}</w:txbxContent>"
    both = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        f"<wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert blocks(read(p("before", both, " after") + p("next"))) == ["before after", "boxed", "next"]


def test_formulas_are_no_words():
    assert blocks(read(p("so ", "<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>", " holds"))) == ["so # holds"]


def _ins(content: str) -> str:
    return f'<w:ins w:id="1" w:author="x">{content}</w:ins>'


def _del(text: str, inner: str = "") -> str:
    return f'<w:del w:id="2" w:author="x"><w:r><w:delText xml:space="preserve">{text}</w:delText>{inner}</w:r></w:del>'


CHANGED = (
    p(
        "a ",
        _ins(r("new ") + call(1)),
        _del("old ", '<w:footnoteReference w:id="2"/>'),
        "b",
        properties='<w:rPr><w:del w:id="3"/></w:rPr>',
    )
    + p("c")
    + p("d", properties='<w:rPr><w:ins w:id="4"/></w:rPr>')
    + p("e")
)
CHANGED_NOTES = note(1, "inserted") + note(2, "deleted")


def test_tracked_changes_read_as_accepted():
    document = read(CHANGED, CHANGED_NOTES)
    assert blocks(document) == ["a new ^bc", "d", "e"]
    assert notes(document) == ["1: inserted"]


def test_tracked_changes_read_as_rejected():
    document = read(CHANGED, CHANGED_NOTES, changes="rejected")
    assert blocks(document) == ["a old ^b", "c", "de"]
    assert notes(document) == ["1: deleted"]


def test_a_deleted_row_is_gone():
    table = (
        f"<w:tbl><w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc>{p('gone')}</w:tc></w:tr>"
        f"<w:tr><w:tc>{p('kept')}</w:tc></w:tr></w:tbl>"
    )
    assert blocks(read(table)) == ["kept"]
    assert blocks(read(table, changes="rejected")) == ["gone", "kept"]


def test_formatting_as_it_was_before_the_change():
    run = "<w:r><w:rPr><w:i/><w:rPrChange w:id='1'><w:rPr/></w:rPrChange></w:rPr><w:t>x</w:t></w:r>"
    assert blocks(read(p(run))) == ["{x}"]
    assert blocks(read(p(run), changes="rejected")) == ["x"]


LONG = "It was in the third winter of the drought that the harbour office at Vellin began to keep two sets of books, "


def typed(document: Document) -> list[str]:
    return [marker.label for marker in document.markers if marker.style == "superscript"]


def test_markers_and_notes_typed_by_hand():
    body = (
        p(LONG * 2 + "one", call(1), " and two.", up("2"), " End.") + p(up("2"), " Typed note.") + p("2 other ships.")
    )
    document = read(body, note(1, "Real."))
    assert [(m.label, m.style, m.series) for m in document.markers] == [
        ("1", "automatic", "footnotes"),
        ("2", "superscript", ""),
    ]
    assert notes(document) == ["2: Typed note.", "1: Real."]
    assert document.source.slice(document.notes[0].label_span) == "²"


@pytest.mark.parametrize(
    "text",
    [
        ("an area of 12 km", "2", " of marsh"),
        ("some 10", "6", " of them"),
        ("in the edition of ", "2", "1998"),
        ("where x", "2", " grows"),
        ("the note ", "12", " there"),
    ],
)
def test_raised_digits_that_call_no_note(text):
    assert typed(read(p(LONG * 2 + text[0], up(text[1]), text[2], call(1)), note(1, "n"))) == []


def test_raised_digits_that_a_program_computed_are_not_typed():
    computed = field("ADDIN EN.CITE", "x").replace(r("x"), up("12"))
    assert typed(read(p(LONG * 2 + "word.", computed, " More.", call(1)), note(1, "n"))) == []
    assert typed(read(p(LONG * 2 + "word.", computed, " More."))) == []


def test_signs_of_authors_above_the_text_call_no_note():
    body = p("Anna Lund", up("1"), ", Per Vik", up("2")) + p(up("1"), "Harbour Office") + p(LONG * 2, call(1))
    assert typed(read(body, note(1, "n"))) == []


def test_the_strict_form_of_the_standard():
    content = p("a", i("b"), call(1)), note(1, "n")
    strict = {
        name: text.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        for name, text in parts(*content).items()
    }
    document = read_docx("a.docx", pack(strict))
    assert (blocks(document), notes(document)) == (["a{b}^"], ["1: n"])


def test_a_file_without_notes_of_its_own_is_read_as_plain_text():
    body = "".join(
        p(f"The {name} came down the canal in the spring of that year", up(str(at)), f" and {name} was never paid.")
        for at, name in enumerate(("barge", "tug", "lighter", "ferry"), 11)
    ) + "".join(p(up(str(at)), " Ledger of the ", i("Quay"), f", p. {at}.") for at in range(11, 15))
    document = read(body + p())
    assert document.layout == "end"
    assert notes(document) == [f"{at}: Ledger of the {{Quay}}, p. {at}." for at in range(11, 15)]
    assert [(marker.label, marker.style, marker.block) for marker in document.markers] == [
        (str(at), "superscript", at - 11) for at in range(11, 15)
    ]
    for one in document.notes:
        assert document.source.slice(one.span).endswith(f"p. {one.label}.")
        assert document.source.slice(one.prose.span(0, 6)) == "Ledger"
