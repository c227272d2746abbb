"""How wants are written, where they speak of, and how they pair."""

import pytest

from footlint.diagnostic import Diagnostic
from footlint.source import Source, Span
from footlint.testing import Want, WantError
from footlint.testing.wants import unpaired, wants_in_comments, wants_in_rows

TEXT = """\
First line
second <!-- want PG002 "bare" --> line

Note one,
its second line.

<!-- want PG003 "several \\"pp\\"" PG004 "back" -->
<!-- want PG001 "none" -->
"""


def found(code, line, message="", note=None):
    at = Source("", TEXT).offset(line, 1)
    return Diagnostic(code, "", "warning", "x.md", Span(at, at + 1), message, note)


def test_comments_speak_of_their_line_or_of_the_paragraph_before():
    assert wants_in_comments(TEXT) == [
        Want("PG002", "bare", 2, 2),
        Want("PG003", 'several "pp"', 4, 5),
        Want("PG004", "back", 4, 5),
        Want("PG001", "none", 4, 5),
    ]


def test_rows_speak_of_notes_and_lines():
    assert wants_in_rows('# comment\n12 PG001 "no pages"\n\n:3 FN001 "marker"\n12a FN002 "x"\n') == [
        Want("PG001", "no pages", note="12"),
        Want("FN001", "marker", 3, 3),
        Want("FN002", "x", note="12a"),
    ]


@pytest.mark.parametrize("row", ["PG001", '12 "no pages"', "12 PG001 no pages", '12 PG001 "(" ', '12 PG001 "a" b'])
def test_bad_rows(row):
    with pytest.raises(WantError):
        wants_in_rows(row)


@pytest.mark.parametrize("comment", ["<!-- want PG001 -->", '<!-- want PG001 "a" else -->', '<!-- want "a" -->'])
def test_bad_comments(comment):
    with pytest.raises(WantError):
        wants_in_comments(comment)


def test_one_want_takes_one_diagnostic():
    wants = [Want("PG002", "bare", 2, 2)]
    both = [found("PG002", 2, "bare page"), found("PG002", 2, "another bare page")]
    assert unpaired(wants, both, Source("", TEXT)) == ([], both[1:])


def test_pairing_finds_a_partner_for_each_if_there_is_one():
    wants = [Want("PG002", "page", 2, 2), Want("PG002", "bare", 2, 2)]
    both = [found("PG002", 2, "bare page"), found("PG002", 2, "page")]
    assert unpaired(wants, both, Source("", TEXT)) == ([], [])


@pytest.mark.parametrize(
    "diagnostic",
    [found("PG003", 2, "bare"), found("PG002", 1, "bare"), found("PG002", 2, "other"), found("PG002", 3, "bare")],
)
def test_code_place_and_message_must_agree(diagnostic):
    want = Want("PG002", "bare", 2, 2)
    assert unpaired([want], [diagnostic], Source("", TEXT)) == ([want], [diagnostic])


def test_a_want_for_a_note_asks_for_its_label():
    want = Want("PG001", "", note="12")
    assert unpaired([want], [found("PG001", 4, note="12")], Source("", TEXT)) == ([], [])
    assert unpaired([want], [found("PG001", 4, note="11")], Source("", TEXT))[0] == [want]
