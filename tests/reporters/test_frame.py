import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footlint.reporters import frame
from footlint.reporters.frame import Excerpt, cells, excerpt, wrap
from footlint.reporters.place import printable
from footlint.source import Source, Span

LINE = "The harbour was closed in October, and the ships that lay in it stayed until the ice had gone in April."


def marked(line, word, width):
    at = line.index(word)
    piece = excerpt(Source("c.md", line), Span(at, at + len(word)), width)
    assert cells(piece.text) <= width
    return piece.text, " " * piece.indent + "^" * piece.length


def test_a_short_line_is_shown_whole():
    assert marked(LINE[:33], "closed", 40) == (LINE[:33], " " * 16 + "^" * 6)


def test_a_long_line_is_cut_at_words():
    for word, text in [
        ("harbour", "The harbour was closed in October, and…"),
        ("stayed", "…that lay in it stayed until the ice…"),
        ("April", "…it stayed until the ice had gone in April."),
    ]:
        shown, marks = marked(LINE, word, 44 if word == "April" else 40)
        assert shown == text
        assert marks == " " * text.index(word) + "^" * len(word)


@pytest.mark.parametrize("width", [30, 40, 80, 200])
def test_a_paragraph_of_megabytes_costs_a_window(width):
    line = "ferry " * 1_000_000 + "raised" + " ferry" * 1_000_000
    text, marks = marked(line, "raised", width)
    assert text[marks.index("^") :].startswith("raised")
    assert text.startswith("…")
    assert text.endswith("…")


@given(st.text("ab é–Ж \t日\u0301", max_size=60), st.integers(0, 60), st.integers(0, 60), st.integers(4, 30))
def test_a_line_of_plain_letters_is_cut_as_any_other(text, start, length, width):
    source, span = Source("c.md", text), Span(min(start, len(text)), min(start + length, len(text)))
    found = excerpt(source, span, width)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(frame, "_is_plain", lambda _: False)
        assert excerpt(source, span, width) == found


def test_a_span_longer_than_the_window():
    piece = excerpt(Source("c.md", LINE), Span(0, len(LINE)), 40)
    assert cells(piece.text) <= 40
    assert piece.text.endswith("…")


def test_only_the_first_line_of_a_span():
    piece = excerpt(Source("c.md", "one two\r\nthree"), Span(4, 12), 40)
    assert piece == Excerpt("one two", 4, 3)


def test_wide_and_combining_signs_take_their_cells():
    text, marks = marked("日本 e\u0301te\u0301 Чайка x", "Чайка", 40)
    assert text == "日本 e\u0301te\u0301 Чайка x"
    assert marks == " " * 9 + "^" * 5
    assert marked("日本 x", "日本", 40)[1] == "^^^^"


def test_an_empty_span_is_one_caret():
    assert excerpt(Source("c.md", ""), Span(0, 0), 40) == Excerpt("", 0, 1)
    assert excerpt(Source("c.md", "ab"), Span(2, 2), 40) == Excerpt("ab", 2, 1)


signs = st.text(st.sampled_from("abc ,.日本é\u0301\t\u200b\x1b…"), min_size=0, max_size=200)


@given(signs, st.integers(0, 200), st.integers(0, 50), st.integers(30, 120))
def test_an_excerpt_fits_and_points_at_its_span(line, start, length, width):
    start = min(start, len(line))
    end = min(start + length, len(line))
    piece = excerpt(Source("c.md", line), Span(start, end), width)
    assert cells(piece.text) <= width
    assert piece.indent + piece.length <= max(width, cells(piece.text) + 1)
    shown = printable(line[start:end])
    at = next((n for n in range(len(piece.text) + 1) if cells(piece.text[:n]) == piece.indent), None)
    assert at is not None
    while piece.text[at:] and not piece.text[at:].startswith(shown[: width - 2][:1]):
        assert unicodedata.category(piece.text[at]) in ("Mn", "Cf")
        at += 1
    if cells(shown) < width - 2:
        assert shown in piece.text[max(0, at - 3) :]


@given(st.text("ab ,é日\u0301", max_size=120), st.integers(20, 60), st.integers(0, 60))
def test_wrapped_lines_fit_and_lose_no_word(text, width, first):
    lines = wrap(text, width, first=first, indent="  ")
    assert [word for line in lines for word in line.split()] == text.split()
    for number, line in enumerate(lines):
        assert cells(line.rstrip()) + (first if number == 0 else 0) <= width or len(line.split()) <= 1
    if first and cells(text.split(" ")[0]) > width - first:
        assert not lines[0]


def test_signs_that_command_are_shown_as_such():
    assert printable("a\tb\nc\x1b[2J\u202ed") == "a b c\ufffd[2J\ufffdd"
    assert printable("x\udce9") == "x\ufffd"
    assert len(printable("a\u00adb")) == 3
