"""The forms of a plain-text chapter, each recognised from the chapter itself."""

from pathlib import Path

import pytest

from footlint.document import MARKER
from footlint.readers import read
from footlint.readers.options import TextOptions
from footlint.readers.plain import read_plain
from footlint.source import Source

FIXTURES = Path(__file__).parents[2] / "fixtures" / "text"


def document(text, **options):
    return read_plain(Source("chapter.txt", text), TextOptions(**options))


def labels(found):
    return [marker.label for marker in found.markers], [note.label for note in found.notes]


def texts(found):
    return [note.prose.text for note in found.notes]


def test_page_foot():
    path = FIXTURES / "page-foot.txt"
    found = read(str(path), path.read_bytes())
    assert found.layout == "page-foot"
    assert labels(found) == (["11", "12", "13", "*", "14", "15"], ["11", "12", "*", "13", "14", "15"])
    assert [marker.page for marker in found.markers] == [0, 0, 1, 1, 1, 2]
    assert [note.page for note in found.notes] == [0, 0, 1, 1, 1, 2]
    assert found.notes[1].prose.text.startswith("1932 is the date")
    assert [block.kind for block in found.blocks][:1] == ["heading"]
    assert any(block.prose.text.startswith("1931 was also") for block in found.blocks)
    assert any(block.prose.text.startswith("12 December") for block in found.blocks)
    assert sum(block.kind == "list" for block in found.blocks) == 3


def test_gathered_with_restarts():
    path = FIXTURES / "gathered.txt"
    found = read(str(path), path.read_bytes())
    assert found.layout == "end"
    assert labels(found) == (["1", "2", "3", "4", "1", "2"], ["1", "2", "3", "4", "1", "2"])
    assert [marker.scope for marker in found.markers] == [0, 0, 0, 0, 1, 1]
    assert [note.scope for note in found.notes] == [0, 0, 0, 0, 1, 1]
    assert found.notes[0].prose.text == (
        'Berger, "Uhrmacher," p. 4. The passage runs over two lines and names 4 masters.\n'
        "His second edition says nothing of it."
    )
    assert "CHAPTER TWO" in [block.prose.text for block in found.blocks]


def test_spans_slice_to_what_is_written():
    found = document("Snow fell.¹⁶⁶ Ice,¹⁶⁷ too.\n\n166. Orlova, p. 4.\n\n¹⁶⁷ See\nOrlova.  \n\nIt melted.\n")
    text = found.source.text
    assert [found.source.slice(marker.span) for marker in found.markers] == ["¹⁶⁶", "¹⁶⁷"]
    assert [text[note.label_span.start : note.label_span.end] for note in found.notes] == ["166", "¹⁶⁷"]
    assert [found.source.slice(note.span) for note in found.notes] == ["166. Orlova, p. 4.", "¹⁶⁷ See\nOrlova.  "]
    assert [marker.number for marker in found.markers] == [166, 167]


def test_markers_know_their_place():
    found = document("Snow fell.¹ Ice² too.\n\nIt melted.³\n\n1 A.\n\n2 B.\n\n3 C.\n")
    for marker in found.markers:
        assert found.blocks[marker.block].prose.text[marker.prose_offset] == MARKER
        assert marker.note is None
    assert found.blocks[0].prose.text == f"Snow fell.{MARKER} Ice{MARKER} too."


@pytest.mark.parametrize("number", ["1 A.", "1. A.", "1) A.", "¹ A.", "¹A.", "[1] A.", "1\tA.", "   1 A."])
def test_forms_of_labels(number):
    sign = "[1]" if number.startswith("[") else "¹"
    found = document(f"Snow fell.{sign}\n\n{number}\n")
    assert labels(found) == (["1"], ["1"])
    assert texts(found) == ["A."]


def test_parentheses_only_when_lines_answer_to_them():
    assert labels(document("Snow (1) fell (2) and (3) lay.\n")) == ([], [])
    found = document("Snow fell (1). Ice lay (2), too. In May (1937) it went (3).\n\nNotes\n\n(1) A.\n(2) B.\n(3) C.\n")
    assert labels(found) == (["1", "2", "3"], ["1", "2", "3"])


def test_symbols_count_by_page():
    found = document(
        "Snow.* Ice.† *Frost* too.\n\n* A.\n\n† B.\n\nRain.* So.**\n\n* C.\n\n** D.\n\nApril 23rd* was dry.\n"
    )
    assert labels(found) == (["*", "†", "*", "**"], ["*", "†", "*", "**"])
    assert [marker.scope for marker in found.markers] == [0, 0, 1, 1]
    assert [marker.series for marker in found.markers] == ["*", "†", "*", "*"]
    assert found.blocks[0].prose.text == f"Snow.{MARKER} Ice.{MARKER} \ue000Frost\ue001 too."


@pytest.mark.parametrize(
    "text",
    [
        "The area is 200 km², and a² + b² = c². _E=mc_² holds, and 10⁶ m³ of ²³⁸U.\n",
        "On April 23rd* it rained. Nobody minded**.\n",
        "He wrote [sic] in [1937] of Array[5], and of [1] first, [2] second.\n",
        "Three things:\n\n1. One.\n\n2. Two.\n\n3. Three.\n",
        "* item\n* item\n\n† 1931\n",
        "1937 was dry.\n\n12 December was wet.\n",
        "",
        "\n\n\f\n",
    ],
)
def test_what_is_no_apparatus(text):
    assert labels(document(text)) == ([], [])


def test_exponents_beside_markers():
    found = document(
        "It has 3 km².¹ Then a² holds, ²³⁸U decays, 10⁶ fall, _E=mc_².² In 1937³ it ended.\n\n1 A.\n2 B.\n3 C.\n"
    )
    assert labels(found) == (["1", "2", "3"], ["1", "2", "3"])
    assert "km²" in found.blocks[0].prose.text


def test_brackets_beside_markers():
    text = "Read it.[10]: banning came. Array[5] held; [1] first, [2] second.[11]\n\nNotes\n\n[10] A.\n[11] B.\n"
    assert labels(document(text)) == (["10", "11"], ["10", "11"])


def test_separated_markers_stay_apart():
    found = document("One.¹² ¹³ Two,¹⁴,¹⁵ three.\n\n12 A.\n13 B.\n14 C.\n15 D.\n")
    assert labels(found)[0] == ["12", "13", "14", "15"]


def test_many_brackets_side_by_side():
    numbers = [str(number) for number in range(1, 60)]
    text = "Snow" + "".join(f"[{number}]" for number in numbers) + ".\n\nNotes\n\n"
    found = document(text + "".join(f"[{number}] A.\n" for number in numbers))
    assert labels(found) == (numbers, numbers)


def test_joined_markers_are_parted_where_both_notes_are_wanting():
    found = document("One.¹² Two.³\n\n1 A.\n2 B.\n3 C.\n")
    assert labels(found)[0] == ["1", "2", "3"]
    assert found.markers[0].span.end == found.markers[1].span.start
    assert found.blocks[0].prose.text == f"One.{MARKER}{MARKER} Two.{MARKER}"


def test_a_note_may_call_another():
    found = document("One.¹ Two.³\n\n1 A, as shown.²\n2 B.\n3 C.\n")
    assert [(marker.label, marker.note) for marker in found.markers] == [("1", None), ("3", None), ("2", 0)]
    assert found.notes[0].prose.text[found.markers[2].prose_offset] == MARKER


def test_an_edition_raised_in_a_note_is_no_marker():
    found = document("One.¹ Two.² Three.³\n\n1 Hora, *Brod*, Praha 1928³.\n2 B.\n3 C.\n")
    assert labels(found)[0] == ["1", "2", "3"]


def test_lists_of_works_are_no_notes():
    found = document("One.¹ Two.²\n\nNotes\n\n1. A.\n\n2. B.\n\nReferences\n\n1. Hora.\n2. Berger.\n")
    assert texts(found) == ["A.", "B."]


@pytest.mark.parametrize("heading", ["Notes", "ENDNOTES:", "Anmerkungen", "Примечания", "Poznámky", "# Notes"])
def test_headings_over_notes(heading):
    found = document(f"One.¹ Two.²\n\n{heading}\n\n1. A.\n\nMore of A.\n\n2. B.\n\nMore of B.\n")
    assert texts(found) == ["A.\nMore of A.", "B.\nMore of B."]


def test_a_numbered_list_among_notes_of_the_same_form():
    text = (
        "One.¹ Two.² He gave three reasons:\n\n1. Snow.\n\n2. Ice.\n\n3. Frost.\n\nThree.³ Four.⁴\n\n"
        "1. A.\n\n2. B.\n\n3. C.\n\n4. D.\n"
    )
    assert texts(document(text)) == ["A.", "B.", "C.", "D."]


def test_numbering_starts_again_on_each_page():
    found = document("One.¹ Two.²\n\n1 A.\n2 B.\n\nThree.¹\n\n1 C.\n\nFour.¹ Five.²\n\n1 D.\n2 E.\n")
    assert [marker.scope for marker in found.markers] == [0, 0, 1, 2, 2]
    assert [note.scope for note in found.notes] == [0, 0, 1, 2, 2]


def test_a_stray_number_is_no_restart():
    found = document("One.⁴⁰ Two.⁴¹\n\n40 A.\n41 B.\n\nThree.¹ Four.⁴³\n\n42 C.\n43 D.\n")
    assert labels(found)[0] == ["40", "41", "1", "43"]
    assert {marker.scope for marker in found.markers} == {0}


def test_form_feeds_running_heads_and_page_numbers():
    pages = [
        f"THE FERRY {n}\n\nIt went on.{s}\n\n{n} See {n}.\n\n- {n + 10} -\n\n{n + 10}"
        for n, s in ((1, "¹"), (2, "²"), (3, "³"))
    ]
    found = document("\n\f".join(pages))
    assert [block.prose.text for block in found.blocks] == [f"It went on.{MARKER}"] * 3
    assert texts(found) == ["See 1.", "See 2.", "See 3."]
    assert [marker.page for marker in found.markers] == [note.page for note in found.notes] == [0, 1, 2]


@pytest.mark.parametrize("label", ["{}", "{}.", "¹"])
@pytest.mark.parametrize("note", ["Ibid., p. {}.", "Ibid.", "*Ibid.*, vol. 2, pp. {}–99"])
def test_the_last_notes_of_pages_are_no_running_feet(label, note):
    pages = [f"It went on.{s}\n\n{label.format(n)} {note.format(n * n + 7)}" for n, s in enumerate("¹²³⁴", 1)]
    if label == "¹":
        pages = [page.replace("\n¹", f"\n{s}") for page, s in zip(pages, "¹²³⁴", strict=True)]
    found = document("\n\f".join(pages))
    assert labels(found) == (["1", "2", "3", "4"], ["1", "2", "3", "4"])


def test_a_page_number_at_the_foot_of_the_first_page_and_in_running_heads_after_it():
    pages = [
        "The Thaw\n\nIce broke.¹ It\n\n1 Orlova, p. 3.\n\n61\n",
        "62  CHAPTER FOUR\n\nwent on.²\n\n2 Ibid.\n",
        "THE THAW  63\n\nIt stopped.³\n\n3 Ibid.\n",
    ]
    assert labels(document("\n\f".join(pages))) == (["1", "2", "3"], ["1", "2", "3"])


def test_a_running_head_may_have_a_number_of_its_own():
    pages = [f"CHAPTER 2 THE FERRY {n}\n\nIt went on.{s}\n\n{n} See {n}." for n, s in enumerate("¹²³", 1)]
    assert [block.prose.text for block in document("\n\f".join(pages)).blocks] == [f"It went on.{MARKER}"] * 3


def test_options_settle_what_is_unclear():
    text = "One.¹ Two.[2]\n\n1 A.\n\nThree.¹ Four.[3]\n\n1 B.\n\nNotes\n\n[2] C.\n[3] D.\n"
    assert labels(document(text, markers="bracket"))[1] == ["2", "3"]
    assert labels(document(text, markers="superscript"))[1] == ["1", "1"]
    assert document(text, notes="end").layout == "end"
    assert {note.scope for note in document(text, markers="superscript", restart="never").notes} == {0}
    assert labels(document("One.¹ Two.*\n\n1 A.\n\n* B.\n", markers="symbol")) == (["*"], ["*"])


@pytest.mark.parametrize("text", ["One.¹ Two.²\n", "One.¹ Two.²\n\nNotes\n"])
def test_markers_without_any_note(text):
    assert labels(document(text)) == (["1", "2"], [])


def test_empty_notes():
    found = document("One.¹ Two.² Three.³ Four.⁴\n\n1 A.\n\n2 \n\n3\n\n4 D.\n")
    assert texts(found) == ["A.", "", "", "D."]
    assert found.source.slice(found.notes[1].span) == "2"


def test_the_format_is_the_callers():
    assert read_plain(Source("a.md", "One.¹\n\n1 A.\n"), format="markdown").format == "markdown"
    assert not document("One.¹\n\n1 A.\n").reuse


@pytest.mark.parametrize("heading", ["References", "Литература", "Literaturverzeichnis", "Works Cited"])
@pytest.mark.parametrize(
    "text",
    ["As shown in [2] and [1, 3], it works [4].", "So [1, с. 25], then [3], then [2: 14].", "By [1]–[3] and [4] too."],
)
def test_references_cited_by_number_are_no_notes(heading, text):
    listed = "\n".join(f"[{n}] Smith, Roads, 200{n}." for n in range(1, 5))
    assert labels(document(f"{text}\n\n{heading}\n\n{listed}\n")) == ([], [])
    assert labels(document(f"{text} Snow fell.¹\n\n1 A.\n\n{heading}\n\n{listed}\n")) == (["1"], ["1"])


def test_notes_under_a_heading_for_references_are_notes():
    found = document("One.[1] Two.[2] Three.[3]\n\nReferences\n\n[1] A.\n[2] B.\n[3] C.\n")
    assert labels(found) == (["1", "2", "3"], ["1", "2", "3"])


def test_gathered_notes_that_begin_again_leave_the_lines_of_the_text_alone():
    chapter = "He named:\n\n1. wine,\n2. dice.\n\nSnow fell.¹ It burned in 1780² See p.\n3. Nobody came.³\n\n"
    notes = "1. A.\n2. B.\n3. C.\n\n"
    found = document(chapter * 3 + "NOTES\n\n" + "".join(f"Chapter {n}\n\n{notes}" for n in "ABC"))
    assert labels(found) == (["1", "2", "3"] * 3, ["1", "2", "3"] * 3)
    assert [marker.scope for marker in found.markers] == [0, 0, 0, 1, 1, 1, 2, 2, 2]


def test_markers_after_years_are_found_where_exponents_stand_about():
    found = document(
        "It burned in 1780¹ and in 1781² on 40 km², 10⁵ men saw b³ and Ca²⁺; in 1783³ It ended.⁴\n\n"
        "1 A.\n2 B.\n3 C.\n4 D.\n"
    )
    assert [found.source.text[marker.span.start - 1] for marker in found.markers] == ["0", "1", "3", "."]


def test_an_exponent_does_not_stand_in_for_a_marker_that_was_dropped():
    found = document("One.¹ It covers 40 km² of land. Three.³\n\n1 A.\n2 B.\n3 C.\n")
    assert labels(found)[0] == ["1", "3"]


@pytest.mark.parametrize("text", ["(1) wine, (2) dice, (3) cards", "[1] wine, [2] dice, [3] cards", "Art. 2(2)(a) and"])
def test_lists_in_the_text_do_not_stand_in_for_a_marker_that_was_dropped(text):
    found = document(f"One.¹ He named {text}. Three.³\n\n1 A.\n2 B.\n3 C.\n")
    assert labels(found)[0] == ["1", "3"]
