"""One slip, one finding: random slips in a chapter of 400 notes, made of facts alone."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from footlint.document import EMPTY_PROSE, Marker, Note
from footlint.facts import ChapterFacts, MarkerFact, NoteFact
from footlint.numbering import Slip, slips
from footlint.source import Span

NOTES = 400


def chapter(called: list[int], given_: list[int], *, reuse: bool = False) -> ChapterFacts:
    markers = [
        MarkerFact(Marker(str(n), n, "superscript", Span(50 * at, 50 * at + len(str(n)))), text=str(n))
        for at, n in enumerate(called)
    ]
    begin = 50 * len(called)
    notes = [
        NoteFact(
            Note(
                str(n), n, "superscript", Span(begin + 50 * at, begin + 50 * at + 40),
                Span(begin + 50 * at, begin + 50 * at + len(str(n))), EMPTY_PROSE,
            ),
            str(n),
        )
        for at, n in enumerate(given_)
    ]  # fmt: skip
    return ChapterFacts(
        "chapter.txt",
        "text",
        "definitions" if reuse else "page-foot",
        begin + 50 * len(given_),
        tuple(markers),
        tuple(notes),
        reuse=reuse,
    )


def codes(found: tuple[Slip, ...]) -> list[str]:
    return [slip.code for slip in found]


numbers = st.integers(min_value=0, max_value=NOTES - 1)
starts = st.sampled_from([1, 166])
SLIPS = {
    "drop marker": {"FN002"},
    "drop note": {"FN001"},
    "double marker": {"FN005"},
    "double note": {"FN004"},
    "misnumber marker": {"FN005", "FN006"},
    "misnumber note": {"FN004", "FN007"},
    "swap markers": {"FN006"},
    "swap notes": {"FN007"},
    "move marker": {"FN006"},
    "drop both": {"FN003"},
}


@pytest.mark.parametrize("reuse", [False, True])
@pytest.mark.parametrize("slip", SLIPS)
@given(start=starts, at=numbers, other=numbers, wrong=st.integers(min_value=0, max_value=2000))
@example(start=1, at=0, other=1, wrong=2)
@example(start=166, at=NOTES - 1, other=0, wrong=900)
@settings(max_examples=40, deadline=None)
def test_one_slip_gives_one_finding(slip: str, reuse: bool, start: int, at: int, other: int, wrong: int) -> None:
    called = list(range(start, start + NOTES))
    noted = list(called)
    target = noted if "note" in slip else called
    place: Span | None = None
    if slip == "drop both":
        if at in {0, NOTES - 1}:
            return
        del called[at], noted[at]
    elif slip.startswith("drop"):
        del target[at]
    elif slip.startswith("double"):
        target.insert(at + 1, target[at])
    elif slip.startswith("misnumber"):
        if wrong == target[at]:
            return
        target[at] = wrong
        facts = chapter(called, noted, reuse=reuse)
        place = facts.markers[at].span if target is called else facts.notes[at].note.label_span
    elif slip.startswith("swap"):
        if at == other:
            return
        target[at], target[other] = target[other], target[at]
    else:
        if at == other:
            return
        target.insert(other, target.pop(at))
    found = slips(chapter(called, noted, reuse=reuse))
    assert len(found) == 1, found
    assert found[0].code in SLIPS[slip]
    if place is not None:
        assert found[0].span == place


@given(called=st.lists(st.integers(0, 30), max_size=40), noted=st.lists(st.integers(0, 30), max_size=40))
@settings(deadline=None)
def test_any_numbers_give_slips_and_every_unpaired_note_is_told(called: list[int], noted: list[int]) -> None:
    facts = chapter(called, noted)
    found = slips(facts)
    if set(called) != set(noted):
        assert found
    places = {marker.span for marker in facts.markers} | {note.note.label_span for note in facts.notes}
    assert all(slip.span in places for slip in found)


def test_a_clean_chapter_has_no_slips() -> None:
    assert slips(chapter(list(range(166, 203)), list(range(166, 203)))) == ()
    assert slips(chapter([], [])) == ()


def test_numbers_that_run_together_are_told_once() -> None:
    found = slips(chapter([11, 1213, 14], [11, 12, 13, 14]))
    assert codes(found) == ["FN014"]
    assert "12 and 13" in found[0].message


def test_a_note_called_again_later_is_right_in_markdown_and_wrong_in_print() -> None:
    called, noted = [1, 2, 3, 1, 4], [1, 2, 3, 4]
    assert codes(slips(chapter(called, noted, reuse=True))) == []
    assert codes(slips(chapter(called, noted))) == ["FN005"]


def test_a_large_gap_is_one_finding_and_costs_nothing() -> None:
    found = slips(chapter([1, 2, 10**9], [1, 2, 10**9]))
    assert codes(found) == ["FN003"]


def test_a_passage_moved_with_its_notes_is_told_once() -> None:
    order = [1, 2, 3, 4, 8, 9, 5, 6, 7, 10, 11]
    assert codes(slips(chapter(order, order))) == ["FN006"]


def test_names_that_happen_to_be_numbers_are_only_paired() -> None:
    labels = [7, 3, 12, 1, 9, 2, 30, 4]
    assert slips(chapter(labels, sorted(labels), reuse=True)) == ()


def test_hundred_thousand_notes_in_any_order_are_told_without_a_table_of_them_all() -> None:
    count = 100_000
    found = slips(chapter([n // 2 for n in range(count)], list(range(count))))
    assert found
