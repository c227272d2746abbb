"""Notes kept as a numbered list, whose figures stand nowhere in the file."""

from __future__ import annotations

import pytest
from wordfile import HEAD, RELATION, STYLES, WORD_TYPE, W, call, i, note, p, pack, parts, up

from footlint.document import Document
from footlint.readers.docx import read_docx

SENTENCES = (
    "The barge came down the canal in the spring of that year, and the skipper was never paid for what it carried.",
    "The tug was sold in May for less than half of what the harbour office had given for it nine years before.",
    "The lighter lay at the quay all winter, and in the first week of March nobody could say whose it had been.",
)
LEVEL = (
    '<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>'
    '<w:lvlText w:val="{text}"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl>'
)


def level(text: str = "%1.", start: int = 1, format: str = "decimal") -> str:  # noqa: A002
    return LEVEL.format(text=text, start=start, format=format)


def listed(number: int = 1, inner: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{inner}"/><w:numId w:val="{number}"/></w:numPr>'


def read(body: str, *levels: str, nums: str = "", styles: str = STYLES) -> Document:
    """A file with a list for each of `levels`, or with the `w:num` given."""
    members = parts(body, styles=styles)
    outlines = "".join(
        f'<w:abstractNum w:abstractNumId="{at}">{one}</w:abstractNum>' for at, one in enumerate(levels, 1)
    )
    numbers = nums or "".join(num(at, at) for at in range(1, len(levels) + 1))
    members["word/numbering.xml"] = f"{HEAD}<w:numbering {W}>{outlines}{numbers}</w:numbering>"
    for name, end, more in (
        (
            "word/_rels/document.xml.rels",
            "</Relationships>",
            f'<Relationship Id="rId9" Type="{RELATION}/numbering" Target="numbering.xml"/>',
        ),
        (
            "[Content_Types].xml",
            "</Types>",
            f'<Override PartName="/word/numbering.xml" ContentType="{WORD_TYPE}.numbering+xml"/>',
        ),
    ):
        members[name] = str(members[name]).replace(end, more + end)
    return read_docx("a.docx", pack(members))


def num(number: int, outline: int, override: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{outline}"/>{override}</w:num>'


def called(first: int = 1, mark: str = "") -> str:
    return "".join(
        p(sentence, mark.format(at) if mark else up(str(at))) for at, sentence in enumerate(SENTENCES, first)
    )


def kept(properties: str, **style: str) -> str:
    return p("Notes", style="berschrift1") + "".join(
        p("A. Lund, ", i("Quay"), f", p. {page}.", properties=properties, **style) for page in (11, 12, 13)
    )


def pairs(document: Document) -> tuple[list[str], list[str]]:
    return [one.label for one in document.markers], [f"{one.label}: {one.prose.text[:8]}" for one in document.notes]


PAIRED = (["1", "2", "3"], ["1: A. Lund,", "2: A. Lund,", "3: A. Lund,"])


@pytest.mark.parametrize("text", ["%1.", "%1", "(%1)", "%1) "])
def test_a_list_of_notes_is_read_with_the_numbers_that_word_shows(text):
    document = read(called() + kept(listed()), level(text))
    assert pairs(document) == PAIRED
    for one, page in zip(document.notes, (11, 12, 13), strict=True):
        assert document.source.slice(one.span) == f"A. Lund, Quay, p. {page}."
        assert document.source.slice(one.prose.span(0, 7)) == "A. Lund"
        assert one.label_span.start == one.label_span.end == one.span.start
    assert [block.prose.text for block in document.blocks][-1] == "Notes"


def test_brackets_round_markers_and_notes():
    assert pairs(read(called(mark="[{}]") + kept(listed()), level("[%1]"))) == PAIRED


def test_a_list_that_begins_later():
    assert pairs(read(called(44) + kept(listed()), level(start=44)))[1][0] == "44: A. Lund,"


def test_a_list_that_is_set_by_a_style():
    style = (
        '<w:style w:type="paragraph" w:styleId="Note"><w:name w:val="Note"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        '</w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Note"/></w:style>'
    )
    assert pairs(read(called() + kept("", style="Own"), level(), styles=STYLES + style)) == PAIRED


def test_a_list_starts_over_where_the_file_says():
    nums = num(1, 1) + num(2, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    steps = p("Weigh the anchor.", properties=listed(1)) + p("Set the sail.", properties=listed(1))
    assert pairs(read(steps + called() + kept(listed(2)), level(), nums=nums)) == PAIRED


def test_inner_levels_and_other_signs_are_no_numbers_of_notes():
    inner = p("More on it.", properties=listed(1, inner=1))
    body = called() + kept(listed()).replace(p("A. Lund, ", i("Quay"), ", p. 12.", properties=listed()), inner)
    assert pairs(read(body, level()))[1] == ["1: A. Lund,", "2: A. Lund,"]
    for other in (level("%1.", format="lowerLetter"), level("•", format="bullet"), level("Note %1.")):
        assert pairs(read(called() + kept(listed()), other))[1] == []


def test_lists_are_left_alone_beside_real_notes_and_without_markers():
    real = parts(p("a", call(1)) + kept(listed()), note(1, "n"))
    assert [one.label for one in read_docx("a.docx", pack(real)).notes] == ["1"]
    plain = read("".join(map(p, SENTENCES)) + kept(listed()), level())
    assert pairs(plain) == ([], [])


@pytest.mark.parametrize("value", ["", "x", "-1", "9" * 40])
def test_numbers_that_are_none(value):
    body = called() + kept(listed())
    assert read(body, level(start=value)).source.text
    assert read(body, level(), nums=num(1, 1).replace('"1"', f'"{value}"')).source.text
