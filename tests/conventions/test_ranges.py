"""How ranges are read, completed, classified and rewritten."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footlint.citations.model import PageRange, Text
from footlint.conventions import ranges
from footlint.source import Span

ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def _value(page: str) -> int | None:
    digits = re.match(r"\d+", page)
    if digits:
        return int(digits[0])
    if set(page) - set(ROMAN):
        return None
    values = [ROMAN[sign] for sign in page]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def pages(text: str) -> PageRange:
    match = re.fullmatch(r"(\w+)(\W+)(\w+)", text)
    if match is None:
        return PageRange(Span(0, len(text)), text, first_number=_value(text))
    first, dash, last = match.groups()
    at = len(first) + len(dash) - len(dash.lstrip())
    sign = Text(dash.strip(), Span(at, at + len(dash.strip())))
    roman = first[0].isalpha()
    return PageRange(Span(0, len(text)), first, last, sign, _value(first), _value(last), roman)


@pytest.mark.parametrize(
    "text",
    ["170–168", "85–80", "125–3", "xix–xii", "xii–ix", "17–14v", "1205–04"],
)
def test_backwards(text):
    assert ranges.runs_backwards(pages(text))


@pytest.mark.parametrize(
    "text",
    [
        "12", "12–15", "101–99", "123–5", "1937–38", "101–8", "199–201", "999–1003", "1496–500", "xii–xv", "xxii–iv",
        "xii–15", "17r–18v", "17r–17v", "15–15",
    ],
)  # fmt: skip
def test_forwards(text):
    if text == "xii–15":  # front matter and text: the two do not compare
        assert not ranges.runs_backwards(PageRange(Span(0, 6), "xii", "15", None, None, None))
        return
    assert not ranges.runs_backwards(pages(text))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("321–328", "full"),
        ("107–108", "full"),
        ("1100–1113", None),
        ("100–104", None),
        ("12–15", None),
        ("498–532", None),
        ("199–201", None),
        ("999–1003", None),
        ("xii–xv", None),
        ("17r–17v", None),
        ("45", None),
        ("321–28", "condensed"),
        ("321–8", "condensed"),
        ("101–8", "condensed"),
        ("104–08", "condensed"),
        ("12–5", "condensed"),
        ("1496–500", "condensed"),
        ("170–168", None),
        ("170–68", None),
    ],
)
def test_form(text, form):
    assert ranges.form(pages(text)) == form


@given(st.integers(100, 9999), st.integers(1, 99))
def test_condensing_and_completing_are_inverse(first, length):
    full = pages(f"{first}–{first + length}")
    if ranges.form(full) != "full":
        return
    short = pages(f"{first}–{ranges.condensed(full)}")
    assert ranges.form(short) == "condensed"
    assert ranges.in_full(short) == full.last
    assert ranges.completed(short) == first + length


@pytest.mark.parametrize(
    ("text", "name"),
    [("1–2", "en"), ("1-2", "hyphen"), ("1/2", "slash"), ("1 – 2", "spaced-en"), ("1--2", "double"), ("1‑2", "hyphen"),
     ("1 - 2", "spaced-hyphen"), ("1", None)],
)  # fmt: skip
def test_dash(text, name):
    assert ranges.dash(pages(text)) == name
