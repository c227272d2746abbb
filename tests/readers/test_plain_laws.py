"""What holds for any text: spans slice back, time is linear, nothing fails."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_chapters import FORMS, chapter

from effort import grows_in_line
from footlint.document import MARKER, PRIVATE
from footlint.readers.decode import Unreadable
from footlint.readers.plain import SIGN_LIMIT, read_plain
from footlint.source import Source

PIECES = st.sampled_from(
    [
        *("¹", "²", "¹²", "¹⁻³", "[1]", "[2]", "(1)", "*", "**", "_", "†", "1 ", "2. ", "[", "(", "]", "- 3 -"),
        *("\n", "\n\n", "\f", "\r\n", "  ", "\u2028", "e\u0301", "\ue002", "a", "Snow", "ter-", "Notes"),
        *(".", ",", "km", "1937", "ᵃ", "Ⅳ", "৩"),
    ]
)
TEXTS = st.one_of(st.text(st.characters(exclude_categories=["Cs"])), st.lists(PIECES, max_size=60).map("".join))


def check(found):
    text = found.source.text
    proses = [block.prose for block in found.blocks] + [note.prose for note in found.notes]
    for prose in proses:
        ends = [*prose.starts[1:], len(prose.text)] if prose.text else []
        for start, end, source, length in zip(prose.starts, ends, prose.sources, prose.lengths, strict=True):
            if end - start == length and not set(prose.text[start:end]) & set(PRIVATE + "\ufffd \n"):
                assert text[source : source + length] == prose.text[start:end] or not text.isascii()
                if text[source : source + length] != prose.text[start:end]:
                    assert length == 1  # one letter composed into one other
    for marker in found.markers:
        home = found.notes[marker.note] if marker.note is not None else found.blocks[marker.block]
        assert home.prose.text[marker.prose_offset] == MARKER
        assert home.prose.span(marker.prose_offset, marker.prose_offset + 1) == marker.span
        assert len(marker.span) > 0
    assert [marker.span for marker in found.markers] == sorted(marker.span for marker in found.markers)
    assert sum(prose.text.count(MARKER) for prose in proses) == len(found.markers)
    for note in found.notes:
        assert note.span.covers(note.label_span)
        assert note.label_span.start == note.span.start
    pieces = sorted([block.span for block in found.blocks] + [note.span for note in found.notes])
    assert all(one.end <= other.start for one, other in pairwise(pieces))
    for span in found.unclosed:
        assert found.source.slice(span) in {"*", "_"}


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_any_text_is_read(text):
    check(read_plain(Source("chapter.txt", text)))


@pytest.mark.parametrize("form", FORMS, ids="-".join)
def test_chapters_keep_the_laws(form):
    for seed in range(6):
        check(read_plain(Source("chapter.txt", chapter(seed).text(form, wrapped=seed % 2 == 0))))


@given(st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
def test_nothing_of_the_text_is_lost(seed):
    """Every letter and figure of the file stands in a label, a marker, a block or a note."""
    text = chapter(seed, 20).text(FORMS[seed % len(FORMS)], wrapped=seed % 3 == 0)
    found = read_plain(Source("chapter.txt", text))
    covered = sorted([block.span for block in found.blocks] + [note.span for note in found.notes])
    left = text
    for span in reversed(covered):
        left = left[: span.start] + left[span.end :]
    assert not left.strip()


HOSTILE = [
    "[",
    "[1",
    "[1]",
    "(",
    "(1) ",
    "*",
    "* ",
    "_a ",
    "a*",
    "¹",
    "a.¹ ",
    "\f",
    "\r\n",
    " ",
    "1 \n",
    "1 a\n\n",
    "- ",
    "* * *\n",
    "†",
    "Notes\n",
    "Notes\n\n1 a\n\n",
    "a:\n\n1 a¹\n\n",
    "e\u0301",
    "[1] a\na.[1]\n",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_effort_is_linear(unit):
    assert grows_in_line(lambda count: check(read_plain(Source("chapter.txt", unit * count))), 1000)


def test_too_many_signs_are_one_clear_error():
    with pytest.raises(Unreadable, match="lines and signs"):
        read_plain(Source("chapter.txt", "[1]" * (SIGN_LIMIT + 1)))


def test_a_long_line_is_read():
    found = read_plain(Source("chapter.txt", "Snow fell. " * 400_000 + "So.¹\n\n1 A.\n"))
    assert len(found.notes) == 1
