"""What the Markdown reader takes for markers, notes and prose."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from footlint.document import EMPHASIS_CLOSE, EMPHASIS_OPEN, MARKER, OPAQUE, Document
from footlint.readers.markdown import read_markdown
from footlint.source import Source

FIXTURES = Path(__file__).parents[2] / "fixtures" / "markdown"


def read(text: str) -> Document:
    return read_markdown(Source("chapter.md", text))


def labels(document: Document) -> list[str]:
    return [marker.label or "^" for marker in document.markers]


def notes(document: Document) -> list[tuple[str, str]]:
    return [(note.label, shown(note.prose.text)) for note in document.notes]


def shown(text: str) -> str:
    signs = {EMPHASIS_OPEN: "‹", EMPHASIS_CLOSE: "›", MARKER: "°", OPAQUE: "□"}
    return "".join(signs.get(sign, sign) for sign in text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Snow fell.[^1] Ice held.[^2]\n\n[^1]: a\n[^2]: b\n", ["1", "2"]),
        ("# Winter[^1]\n\n[^1]: a\n", ["1"]),
        ("Winter[^1]\n======\n\n[^1]: a\n", ["1"]),
        ("> quoted[^1]\n\n[^1]: a\n", ["1"]),
        ("- item[^1]\n- item[^2]\n\n[^1]: a\n[^2]: b\n", ["1", "2"]),
        ("|a[^1]|b|\n|-|-|\n|c|d[^2]|\n\n[^1]: a\n[^2]: b\n", ["1", "2"]),
        ("*slanted[^1]* **bold[^2]** ~~gone[^3]~~\n\n[^1]: a\n[^2]: b\n[^3]: c\n", ["1", "2", "3"]),
        ("[link[^1]](http://a.example) ![map[^2]](m.png)\n\n[^1]: a\n[^2]: b\n", ["1", "2"]),
        ("Label[^A].\n\n[^a]: case does not matter\n", ["A"]),
        ("Twice[^1] called[^1].\n\n[^1]: a\n", ["1", "1"]),
        ("Ice[^0] snow[^19a] rain[^ed1] hail[^smith2004]\n\n[^0]: a\n", ["0", "19a", "ed1", "smith2004"]),
        ("He came[^7].\n", ["7"]),
        ("He came.[^kotkin] He left.[^klyuev]\n\n[^klyuev]: a\n", ["kotkin", "klyuev"]),
        ("Three things were law[^10]: banning trade, and so on.\n\n[^10]: a\n", ["10"]),
        ("Three things were law\n[^10]: banning trade, and so on.\n\n[^10]: a\n", ["10"]),
        ("Seen[^1](see below) there.\n\n[^1]: a\n", ["1"]),
        ("[Seen][^1] there![^1]\n\n[^1]: a\n", ["1", "1"]),
        ("Two backslashes \\\\[^1].\n\n[^1]: a\n", ["1"]),
        ("<p>Raw text[^1]</p>\n\n[^1]: a\n", ["1"]),
        ('{% include epigraph.html\n   quote = "So it was.[^1]" %}\n\n[^1]: a\n', ["1"]),
        ("A fee of $100 for work[^1] in A$ notes.\n\n[^1]: a\n", ["1"]),
        ("US$20 to US$30 a day.[^1]\n\n[^1]: a\n", ["1"]),
    ],
)
def test_calls(text: str, expected: list[str]) -> None:
    assert labels(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A class [^a-z] or [^0-9]+ or [^r]* of signs.",
        "List them with ls [^r]* and look.",
        "The sign '[^0]' and \"[^1]\" match all else.",
        "The set [^abc], the set [^[:alpha:]].",
        "Begin with ^[a-z]+$ or ^[A-Z0-9]{3}.",
        "Raised x^[1]^ by hand.",
        r"Escaped \[^1], and \^[not a note].",
        "Spaced [^ 1], [^1 2], [^\n1], [^].",
        "`[^1]` and ``code [^1]``",
        "```\n[^1]\n```",
        "~~~ text\n[^1]: no\n~~~",
        "Before\n\n    [^1]: indented code",
        "<pre>\n[^1]\n</pre>",
        "<p>Set <code>[^1]</code> here</p>",
        "Set <code>a[^1]</code> here",
        "<!-- hidden[^1] -->",
        "Text <!-- hidden[^1] --> goes on.",
        "The sum $x[^1]$ and $$y[^1]$$ hold.",
        "{% highlight sh %}\nls a[^1]\n{% endhighlight %}",
        "{% comment %}\nold[^1]\n{% endcomment %}",
        "An exponent a², 40 km², _E=mc_², 10⁶, 17<sup>th</sup>, April 23rd*.",
        "An ion such as Ca²⁺ or SO₄²⁻, and ¹⁴C.",
    ],
)
@pytest.mark.parametrize("definition", ["", "\n\nSnow.[^55]\n\n[^55]: A note.\n"])
def test_no_calls(text: str, definition: str) -> None:
    assert labels(read(text + definition)) == (["55"] if definition else [])


def test_front_matter_is_no_text() -> None:
    document = read("---\ntitle: Ice[^1]\nabstract: |\n  [^2]: no\n---\n\nSnow.[^1]\n\n[^1]: a\n")
    assert labels(document) == ["1"]
    assert [block.prose.text for block in document.blocks] == [f"Snow.{MARKER}"]


def test_a_line_between_paragraphs_is_no_front_matter() -> None:
    document = read("Snow.[^1]\n\n---\nIce.[^2]\n---\n\n[^1]: a\n[^2]: b\n")
    assert labels(document) == ["1", "2"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[^1]: one\n    two\nlazy\n", [("1", "one two lazy")]),
        ("[^1]: one\n\n    two\n\n    three\n\nBody.\n", [("1", "one\ntwo\nthree")]),
        ("[^1]:\n    starts below\n", [("1", "starts below")]),
        ("[^1]: > quoted\n    > more\n\n    1. first\n    2. second\n", [("1", "quoted more\nfirst\nsecond")]),
        ("[^1]: see\n\n    ```\n    code\n    ```\n", [("1", "see\n□")]),
        ("> [^1]: one\n>     two\n", [("1", "one two")]),
        ("- item\n\n  [^1]: one\n\n      two\n", [("1", "one\ntwo")]),
        ("[^1]: first\n\n[^1]: second\n", [("1", "first"), ("1", "second")]),
        ("[^1]: Ice[^2]\n[^2]: Snow\n", [("1", "Ice°"), ("2", "Snow")]),
        ("[^1]:[^2]: Snow\n", [("1", ""), ("2", "Snow")]),
        ("[^12]:\n\nBody.\n", [("12", "")]),
        ("[^12]: \nBody.\n", [("12", "")]),
        ("[^12]:\n[^13]: x\n", [("12", ""), ("13", "x")]),
        ("[^12]: <!-- to do -->\n", [("12", "")]),
        ("</div>\n[^1]: *after* a tag\n", [("1", "‹after› a tag")]),
        ("Body[^1].\n[^1]: directly below\n", [("1", "directly below")]),
        ("[^1]: A *title*, <i>another</i> and <cite>third</cite>.\n", [("1", "A ‹title›, ‹another› and ‹third›.")]),
        ("[^1]: **Strong** `code` ![map](m.png) [link](u) $x^2$\n", [("1", "Strong □ □ link □")]),
        ("[^1]: &eacute; &amp; e\u0301 \\* \ue000\n", [("1", "é & é * \ufffd")]),
        ("[^1]: one<br>two  \n    three\\\n    four\n", [("1", "one two three four")]),
        ("[^1]: *Title *(Place, 1999)\n", [("1", "*Title *(Place, 1999)")]),
    ],
)
def test_notes(text: str, expected: list[tuple[str, str]]) -> None:
    assert notes(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Snow.^[Ice.]\n", ["Ice."]),
        ("Snow.^[Ice\nand rain.] Hail.\n", ["Ice and rain."]),
        ("Snow.^[*Ice* [a] [b](u) `c]` d.]\n", ["‹Ice› [a] b □ d."]),
        ("Snow.^[Ice.^[Rain.] Hail.]\n", ["Ice.° Hail.", "Rain."]),
        ("Snow.^[Ice \\] rain.]\n", ["Ice ] rain."]),
        ("Snow.^[]\n", [""]),
        ("Snow.^[ *Ice* ]\n", ["‹Ice›"]),
        ("Snow ^[four [unbalanced five] rain.\n", []),
        ("Snow.^[*Ice] rain* hail.\n", ["‹Ice›"]),
        ("Snow.^[Ice](see below)\n", ["Ice"]),
        ("Snow.^[82-83.]\n", ["82-83."]),
    ],
)
def test_inline_notes(text: str, expected: list[str]) -> None:
    document = read(text)
    assert [prose for _, prose in notes(document)] == expected
    assert [marker.span for marker in document.markers] == [note.span for note in document.notes]
    assert {marker.series for marker in document.markers} <= {"inline"}


def test_where_markers_stand() -> None:
    document = read("# One[^a]\n\nTwo ^[three[^b]] four.[^b]\n\n[^a]: five[^b]\n[^b]: six\n")
    for marker in document.markers:
        if marker.note is not None:
            prose = document.notes[marker.note].prose
        else:
            assert marker.block is not None
            prose = document.blocks[marker.block].prose
        assert prose.text[marker.prose_offset] == MARKER
        assert prose.span(marker.prose_offset, marker.prose_offset + 1) == marker.span
    assert [(marker.label, marker.note) for marker in document.markers] == [
        ("a", None),
        ("", None),
        ("b", 0),
        ("b", None),
        ("b", 1),
    ]


@pytest.mark.parametrize(
    ("label", "number", "series"),
    [("12", 12, ""), ("19a", None, ""), ("ed1", None, "ed"), ("note-x", None, "note-x"), ("*", None, "*")],
)
def test_numbers_and_series(label: str, number: int | None, series: str) -> None:
    document = read(f"Snow.[^{label}]\n\n[^{label}]: Ice.\n")
    (marker,), (note,) = document.markers, document.notes
    assert (marker.label, marker.number, marker.series) == (label, number, series)
    assert (note.label, note.number, note.series) == (label, number, series)


def test_blocks() -> None:
    document = read("# H\n\nP\n\n> Q\n\n- L\n\n|T|U|\n|-|-|\n|V|W|\n\n![x](y)\n\n[^1]: N\n")
    assert [(block.kind, block.prose.text) for block in document.blocks] == [
        ("heading", "H"),
        ("paragraph", "P"),
        ("quotation", "Q"),
        ("list", "L"),
        *(("table", cell) for cell in "TUVW"),
    ]


def test_comments_are_kept() -> None:
    text = (
        "<!-- footlint: ignore-file[FN003] old -->\n\n"
        "Snow.[^1] <!-- footlint: ignore[FN001] why -->\n\n"
        "[^1]: Ice <!-- x -->\n"
    )
    document = read(text)
    assert [comment.text for comment in document.comments] == [
        " footlint: ignore-file[FN003] old ",
        " footlint: ignore[FN001] why ",
        " x ",
    ]
    assert all(document.source.slice(comment.span).startswith("<!--") for comment in document.comments)


def test_emphasis_that_never_closes() -> None:
    text = "A *body is left alone.\n\n[^1]: See *Title of a work, p. 3, and 2 * 3.\n[^2]: *Title *(London), _fine_.\n"
    document = read(text)
    assert [(text[span.start - 4 : span.end + 5]) for span in document.unclosed] == ["See *Title", "2]: *Title"]


def test_emphasis_that_never_closes_in_an_inline_note() -> None:
    text = "A *body.^[See *Title, p. 3.] Another *one.\n"
    assert [span.start for span in read(text).unclosed] == [text.index("*Title")]


def test_a_duplicate_below_its_paragraph_stays_a_note() -> None:
    document = read("Snow.[^1]\n[^1]: Ice.\n\n[^1]: Hail.\n")
    assert notes(document) == [("1", "Ice."), ("1", "Hail.")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    text = "Schnée[^1] один^[два\nтри].\n\n[^1]: Ice\n    rain.\n\n    Hail.\n".replace("\n", end)
    document = read(text)
    assert notes(document) == [("", "два три"), ("1", "Ice rain.\nHail.")]
    assert [document.source.slice(marker.span) for marker in document.markers] == ["[^1]", f"^[два{end}три]"]


def test_superscripts_beside_carets() -> None:
    document = read("One.[^1] Two.² 40 km² on.[^3] Four.⁴ Nine⁹\n\n[^1]: a\n[^2]: b\n[^3]: c\n\n⁴ Note four.\n")
    assert [(marker.label, marker.style) for marker in document.markers] == [
        ("1", "caret"),
        ("2", "superscript"),
        ("3", "caret"),
        ("4", "superscript"),
    ]
    assert notes(document)[-1] == ("4", "Note four.")


def test_a_chapter_numbered_as_plain_text_is() -> None:
    text = (
        "# War\n\nThe **decree** was signed in spring.<sup>1</sup> It covered 40 km² of <i>land</i> there.^2^ "
        "In the 17<sup>th</sup> century it was `x¹` indeed.³\n\n"
        "## Notes\n\n1. See *Title* [here](u), p. 3.\n\n2. Ibid., p. 4.\n\n3. Nobody\\'s word.\n"
    )
    document = read(text)
    assert document.format == "markdown"
    assert [document.source.slice(marker.span) for marker in document.markers] == ["<sup>1</sup>", "^2^", "³"]
    assert notes(document) == [("1", "See ‹Title› here, p. 3."), ("2", "Ibid., p. 4."), ("3", "Nobody's word.")]
    assert "".join(shown(block.prose.text) for block in document.blocks).count("□") == 1


def test_exponents_alone_are_no_chapter_of_notes() -> None:
    document = read("It covered 40 km² of land, a² and 10⁶ more.\n\n2 See nothing.\n")
    assert document.markers == ()
    assert document.layout == "definitions"


def test_numbered_links_are_no_notes() -> None:
    document = read("One,[1] a collapsed one,[2][] and a [third][3].\n\n[1]: a\n[2]: http://b.example\n[3]: c\n")
    assert document.markers == ()
    assert document.notes == ()


def test_a_code_sample_in_a_chapter_numbered_as_plain_text() -> None:
    text = "The decree was signed.¹ It was repealed.²\n\n    x³ and more.⁴\n\n¹ See *Title*, p. 3.\n\n² Ibid.\n"
    assert labels(read(text)) == ["1", "2"]


def test_everything_in_a_sound_chapter_pairs() -> None:
    document = read((FIXTURES / "constructs.md").read_text("utf-8"))
    called = Counter(marker.label for marker in document.markers if marker.style == "caret")
    assert called.keys() == {note.label for note in document.notes if note.style == "caret"}
    assert [label for label, count in called.items() if count > 1] == ["2"]
    assert not {"0", "11", "12", "13", "14"} & called.keys()
    assert sum(note.style == "inline" for note in document.notes) == 2
    assert document.unclosed == ()


def test_a_faulty_chapter_keeps_its_faults() -> None:
    document = read((FIXTURES / "faults.md").read_text("utf-8"))
    assert labels(document) == ["1", "2", "3", "4", "6"]
    assert notes(document) == [
        ("1", "Mill book, fol. 1."),
        ("3", "Mill book, fol. 3."),
        ("3", "Mill book, fol. 9."),
        ("4", ""),
        ("5", "Mill book, fol. 5."),
        ("6", "Mill book, fol. 6."),
    ]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("[1]: https://a.org/b\n", [("1", "https://a.org/b", "[1]: https://a.org/b")]),
        ("Snow.\n[10]: banning\n\nmore\n", []),  # no definition breaks into a paragraph
        ('[1]: /a "t"\n[2]: <b c>\n\n[1]: /z\n', [("1", "/a", '[1]: /a "t"'), ("2", "b c", "[2]: <b c>")]),
        ("Snow.\n\n  [Foo]: bar\n", [("Foo", "bar", "[Foo]: bar")]),
        ("[1]: A. Bell, Weirs\n[2]: Ibid.\n", []),
    ],
)
def test_definitions_of_links_with_pyromark_and_without(text, links, monkeypatch):
    from footlint.readers.markdown.definitions import link_definitions

    def found():
        return [(one.label, one.target, text[one.span.start : one.span.end]) for one in link_definitions(text)]

    assert found() == links
    monkeypatch.delattr("pyromark.reference_definitions", raising=False)
    assert found() == links
