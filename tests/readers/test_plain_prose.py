"""The prose of blocks and notes: emphasis, line ends, composed letters."""

import pytest

from footlint.document import EMPHASIS_CLOSE, EMPHASIS_OPEN
from footlint.readers.plain import read_plain
from footlint.source import Source


def block(text):
    found = read_plain(Source("chapter.txt", text))
    return found.blocks[0].prose.text.replace(EMPHASIS_OPEN, "<").replace(EMPHASIS_CLOSE, ">")


def unclosed(text):
    found = read_plain(Source("chapter.txt", text))
    return [found.source.slice(span) for span in found.unclosed]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("The *Zima* and _Leto_.", "The <Zima> and <Leto>."),
        ("_Pit'_, _i.e._, to drink", "<Pit'>, <i.e.>, to drink"),
        ("*Zima\nv gorode* it was", "<Zima v gorode> it was"),
        ("**Strong** words", "Strong words"),
        ("a snake_case_name", "a snake_case_name"),
        ("5 * 3 = 15 * 1", "5 * 3 = 15 * 1"),
        ("(*Zima*; “_Leto_”)", "(<Zima>; “<Leto>”)"),
        ("April 23rd* was dry", "April 23rd* was dry"),
        ("The *Zima was long", "The *Zima was long"),
    ],
)
def test_emphasis(text, prose):
    assert block(text) == prose


def test_an_emphasis_sign_without_a_partner_is_told():
    assert unclosed("The *Zima* came. The *Leto went.\n\nAnother *one* went.\n") == ["*"]
    assert unclosed("The _Zima_ came. Leto_ went.\n") == ["_"]
    assert unclosed("April 23rd* was dry. The *Zima* came. 5 * 3.\n") == []
    assert unclosed("The *p was small.\n") == []


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("one\ntwo", "one two"),
        ("one  \r\n   two", "one two"),
        ("one\rtwo", "one two"),
        ("win-\n  ter", "win-ter"),
        ("a pause -\nthen", "a pause - then"),
        ("nine-\n10", "nine-10"),
        ("  indented  ", "indented"),
    ],
)
def test_line_ends(text, prose):
    assert block(text) == prose


def test_decomposed_letters_are_composed():
    text = "cre\u0300me bru\u0302le\u0301e, \u1112\u1161\u11ab, \ue000"
    found = read_plain(Source("chapter.txt", text))
    prose = found.blocks[0].prose
    assert prose.text == "crème brûlée, 한, \ufffd"
    at = prose.text.index("brûlée")
    span = prose.span(at, at + len("brûlée"))
    assert found.source.slice(span) == "bru\u0302le\u0301e"
