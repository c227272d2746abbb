"""Laws that hold for any note: it parses, its elements lie in it in order, and every span slices back to its text."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from effort import effort, grows_in_line
from footlint.citations.model import Citation, CrossReference, Element, Text
from footlint.citations.parse import parse_note
from footlint.citations.plain import prose_of
from footlint.document import PRIVATE, Prose

PIECES = (
    "pp.", "p.", "12", "45–47", "–", "-", "(", ")", "[", "]", "“", "”", '"', "‘", "’", "'", "«", "»", "„", "\ue000",
    "\ue001", "\ue002", "\ue003", "See", "ibid.", "Smith", "J.", "and", ",", ";", ":", ".", "//", "/", "II", "xii",
    "vol.", "v.", "n.", "no.", "3", "1999", "May", "8.6.1935", "23,279", "8.5%", "in", "In:", "eds.", "et al.", "f.",
    "op.", "d.", "l.", "RGASPI", "http://x.y/z", "§", "№", "S.", "etc.", "ff.", "cf.", "с.",
    "Там же", "12ob.", "1O5", "\n",
    "  ", "ed.", "trans.", "M.", "Moscow", "Nauka", "i", "the", "was", "accessed", "at", "*Title*", "²", "٣", "é",
    "UN Doc.",
)  # fmt: skip
WORDY = st.lists(st.sampled_from(PIECES), max_size=24).flatmap(
    lambda pieces: st.sampled_from(["", " "]).map(lambda space: space.join(pieces))
)


def as_is(text: str) -> Prose:
    return Prose(text, (0,), (0,), (len(text),)) if text else Prose("", (), (), ())


def texts(element: Element) -> list[Text]:
    if not isinstance(element, Citation):
        return [element.word, *element.targets] if isinstance(element, CrossReference) else [element.text]
    found = [getattr(element, name) for name in ("signal", "back", "edition", "place", "publisher", "year")]
    people = (*element.authors, *element.editors)
    found += [part for person in people for part in (person.text, person.surname, *person.given)]
    titles = [title for title in (element.title, element.container, element.translation) if title]
    found += [part for title in titles for part in (title.text, *title.words)]
    found += [part for locator in element.locators for part in (locator.prefix, locator.value)]
    found += [part for locator in element.locators for one in locator.ranges for part in (one.dash, one.suffix)]
    return [text for text in found if text is not None]


@pytest.mark.parametrize("strategy", [st.text(max_size=80), WORDY], ids=["any text", "words of the trade"])
def test_any_note_parses_into_elements_in_order(strategy: st.SearchStrategy[str]) -> None:
    @settings(max_examples=250, deadline=None)
    @given(strategy)
    @example("(see *Title) more*")
    @example("*“a* b” (c «d) e»")
    def holds(note: str) -> None:
        prose = as_is(note)
        elements = parse_note(prose)
        end = 0
        for element in elements:
            assert 0 <= element.span.start <= element.span.end <= len(note)
            if not isinstance(element, CrossReference):
                assert element.span.start >= end
                end = element.span.end
            for text in texts(element):
                assert element.span.covers(text.span), text
                sliced = "".join(sign for sign in note[text.span.start : text.span.end] if sign not in PRIVATE)
                assert text.text == sliced
            if isinstance(element, Citation):
                for locator in element.locators:
                    assert element.span.covers(locator.span)
                    assert all(locator.span.covers(one.span) for one in locator.ranges)

    holds()


@settings(max_examples=150, deadline=None)
@given(WORDY)
def test_nothing_but_signs_and_signals_is_lost(note: str) -> None:
    """What no element covers holds no number: figures and pages are always somebody's."""
    elements = parse_note(as_is(note))
    for at, sign in enumerate(note):
        if sign.isdecimal():
            assert any(element.span.start <= at < element.span.end for element in elements)


@pytest.mark.parametrize(
    "piece",
    [
        "(", "()", ",", "1", "1, ", "A ", "“", '"a" ', "\ue000a\ue001 ", "\ue000", "abc ", "p. 1 ", "Smith J., ", "‘a ",
        "A. ", "see ", "A/", "f. 1, ", "1-", "a'", "RGASPI ", "http://", "Там же. ", "(A, ", "xii ", "Ed. A, ",
    ],
)  # fmt: skip
def test_effort_grows_in_line_with_the_note(piece: str) -> None:
    def parse(length: int) -> object:
        return parse_note(as_is((piece * (length // len(piece) + 1))[:length]))

    assert grows_in_line(parse, 2000)


@pytest.mark.parametrize(("lead", "end"), [("He says that ", "."), ("Zimin A. A. *Hunger*: ", ", Moscow, 1990, p. 5.")])
def test_words_that_begin_nothing_are_read_over(lead: str, end: str) -> None:
    """A plain word costs what the grammar needs to read it; no field is tried at it."""
    words = ["the", "harvest", "failed", "that", "year", "when", "nobody", "would", "sow"]

    def parse(times: int) -> object:
        return parse_note(prose_of(f"{lead}{' '.join(words * times)}{end}"))

    parse(1)
    assert (effort(lambda: parse(40)) - effort(lambda: parse(20))) / 20 / len(words) <= 18


def test_spans_point_into_the_source() -> None:
    note = "Adams, *Title Page*, pp. 4–6."
    (citation,) = parse_note(prose_of(note))
    assert isinstance(citation, Citation)
    assert citation.title is not None
    title = citation.title
    assert note[title.text.span.start : title.text.span.end] == "Title Page"
    assert [note[word.span.start : word.span.end] for word in title.words] == ["Title", "Page"]
    (locator,) = citation.locators
    assert note[locator.span.start : locator.span.end] == "pp. 4–6"
