"""Laws that hold for any Markdown: spans slice back, indices point rightly, time is linear."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effort import grows_in_line
from footlint.document import MARKER, PRIVATE, Document, Prose
from footlint.readers.markdown import read_markdown
from footlint.source import Source

PIECES = [
    *("[^1]", "[^1]:", "[^2]: ", "[^ed1]", "^[", "[", "]", "(u)", "![", "\\", "*", "_", "**", "`", "```", "$", "$5 "),
    *("\n", "\n\n", "\n    ", "\r\n", "\r", "> ", "- ", "1. ", "# ", "|", "|-|-|", "---\n", "===\n", "    ", "\t"),
    *("<!--", "-->", "<i>", "</i>", "<sup>", "1", "</sup>", "<pre>", "</pre>", "<code>", "</code>", "<div>", "<br>"),
    *("{%", "%}", "{{", "}}", "{: .x}", "&amp;", "&#0;", "&", "¹", "²³", "^3^", "e\u0301", "\u0301", "\u00a0", "é"),
    *("a", "word ", "Ж", "𝔘", "\ue000", "\ue003", "\x00", "\ufeff", ".", ",", " ", "12 ", "Notes\n"),
]
markdown = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


def pieces_of(prose: Prose) -> list[tuple[str, int, int]]:
    ends = (*prose.starts[1:], len(prose.text))
    return [
        (prose.text[start:end], source, length)
        for start, end, source, length in zip(prose.starts, ends, prose.sources, prose.lengths, strict=False)
    ]


def check_prose(prose: Prose, text: str) -> None:
    for piece, source, length in pieces_of(prose):
        assert 0 <= source <= source + length <= len(text)
        original = text[source : source + length]
        if 1 < len(piece) == length and unicodedata.is_normalized("NFC", original) and not set(PRIVATE) & set(original):
            assert piece == text[source : source + length]
    assert [source for _, source, _ in pieces_of(prose)] == sorted(source for _, source, _ in pieces_of(prose))


def check(document: Document) -> None:
    text = document.source.text
    for note in document.notes:
        assert note.span.covers(note.label_span)
        assert note.label in text[note.label_span.start : note.label_span.end] or note.style == "superscript"
        check_prose(note.prose, text)
    for block in document.blocks:
        assert 0 <= block.span.start <= block.span.end <= len(text)
        check_prose(block.prose, text)
    for marker in document.markers:
        prose = document.blocks[marker.block].prose if marker.block is not None else None
        prose = document.notes[marker.note].prose if marker.note is not None else prose
        assert prose is not None
        assert prose.text[marker.prose_offset] == MARKER
        if marker.style == "caret":
            assert text[marker.span.start : marker.span.end] == f"[^{marker.label}]"
        if marker.style == "inline":
            assert text.startswith("^[", marker.span.start)
            assert text[marker.span.end - 1] == "]"
    for values in (document.notes, document.markers, document.comments):
        assert [value.span.start for value in values] == sorted(value.span.start for value in values)
    marks = sum(
        prose.text.count(MARKER) for prose in (*(n.prose for n in document.notes), *(b.prose for b in document.blocks))
    )
    assert marks == len(document.markers)


@given(markdown)
@settings(max_examples=400, deadline=None)
def test_any_text_is_read(text: str) -> None:
    check(read_markdown(Source("x.md", text)))


def test_surrogates_are_read() -> None:
    check(read_markdown(Source("x.md", "Snow\ud800[^1]\n\n[^1]: Ice\udfff\n")))


@given(st.text())
@settings(max_examples=100, deadline=None)
def test_private_signs_of_the_manuscript_never_reach_prose(text: str) -> None:
    document = read_markdown(Source("x.md", PRIVATE + "\n\n[^1]: x" + PRIVATE + text.replace("[", "")))
    prose = "".join(note.prose.text for note in document.notes[:1])
    assert prose.startswith("x\ufffd\ufffd\ufffd\ufffd")


@given(st.lists(st.tuples(st.integers(1, 999), st.text("abc ", min_size=1, max_size=9)), max_size=20))
def test_every_definition_is_a_note(entries: list[tuple[int, str]]) -> None:
    text = "".join(f"Body.[^{number}]\n\n[^{number}]: x{words}\n\n" for number, words in entries)
    document = read_markdown(Source("x.md", text))
    assert [note.number for note in document.notes] == [number for number, _ in entries]
    assert [marker.number for marker in document.markers] == [number for number, _ in entries]


@pytest.mark.parametrize(
    "pattern",
    [
        *("[", "[^", "^[", "]", "[]", "^[]", "[^1]", "[^1](", "^[a b]", "\\", "\\[", "*a ", "$a ", "$a worded b$ "),
        *(
            "<a ",
            "<i>",
            "<code>",
            "<!-- ",
            "{% ",
            "{% a %}",
            "{#",
            "> ",
            "[^a]:\n",
            "word¹ ",
            "e\u0301",
            "\u0301",
            "&amp;",
        ),
        *("<div>\n[^a]: x\n\n", "text\n[^1]: x\n\n", "![a[^1]](x)", "|x[^1]|y|\n"),
    ],
)
def test_effort_is_linear(pattern: str) -> None:
    assert grows_in_line(
        lambda count: read_markdown(Source("x.md", "Body.[^1]\n\n[^1]: a\n\n" + pattern * count)), 1000
    )
