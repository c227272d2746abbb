"""The faults that footlint looks for must not confuse its reader: they are read as they stand."""

import pytest
from made_chapters import FORMS, chapter

from footlint.readers.plain import read_plain
from footlint.source import Source

SHAPES = [
    {"gathered": gathered, "wrapped": wrapped, "tight": tight}
    for gathered in (False, True)
    for wrapped in (False, True)
    for tight in (False, True)
]


def read(made, form, **shape):
    found = read_plain(Source("chapter.txt", made.text(form, **shape)))
    return [marker.label for marker in found.markers], [note.label for note in found.notes]


def drop_note(rng, markers, notes, at):
    del notes[at]


def drop_marker(rng, markers, notes, at):
    del markers[at]


def double_note(rng, markers, notes, at):
    notes.insert(at, notes[at])


def double_marker(rng, markers, notes, at):
    markers.insert(at, markers[at])


def misnumber_note(rng, markers, notes, at):
    notes[at] = (wrong(rng, notes[at][0]), notes[at][1])


def misnumber_marker(rng, markers, notes, at):
    markers[at] = wrong(rng, markers[at])


def empty_note(rng, markers, notes, at):
    notes[at] = (notes[at][0], "")


def swap_markers(rng, markers, notes, at):
    markers[at - 1], markers[at] = markers[at], markers[at - 1]


def wrong(rng, label):
    return rng.choice([label + 1, label + 2, label + 10, int(str(label)[::-1].lstrip("0")) + 30])


SLIPS = [
    drop_note,
    drop_marker,
    double_note,
    double_marker,
    misnumber_note,
    misnumber_marker,
    empty_note,
    swap_markers,
]


@pytest.mark.parametrize("form", FORMS, ids="-".join)
@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: "-".join(key for key, on in shape.items() if on) or "plain")
def test_sound_chapters(form, shape):
    for seed in range(10):
        made = chapter(seed)
        assert read(made, form, **shape) == (made.markers, made.notes), seed


@pytest.mark.parametrize("form", FORMS, ids="-".join)
@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.__name__)
def test_one_slip(form, slip):
    """On pages of several notes, where a copy-editor too would see what is meant."""
    for seed in range(12):
        made = chapter(seed, 60)
        pages = [page for page in made.pages[1:-1] if len(page[1]) > 2]
        markers, notes = made.rng.choice(pages)
        slip(made.rng, markers, notes, 1)
        shape = SHAPES[seed % len(SHAPES)]
        assert read(made, form, **shape) == (made.markers, made.notes), (seed, shape)


@pytest.mark.parametrize("form", FORMS, ids="-".join)
def test_pages_and_scopes_of_a_chapter_that_starts_again_on_each_page(form):
    for seed in range(8):
        made = chapter(seed, 40, restart=True)
        found = read_plain(Source("chapter.txt", made.text(form)))
        called = {(marker.scope, marker.label): marker.page for marker in found.markers}
        noted = {(note.scope, note.label): note.page for note in found.notes}
        assert called == noted
        assert len(called) == len(made.markers)


def test_the_marker_of_a_page_with_one_note_may_be_dropped():
    text = "One.¹\n\n1 A.\n\nTwo.\n\n2 B.\n\nThree.³\n\n3 C.\n"
    assert [note.label for note in read_plain(Source("chapter.txt", text)).notes] == ["1", "2", "3"]


def test_a_wrong_number_alone_on_its_page():
    text = "One.¹⁰ Two.¹¹\n\n10 A.\n\n11 B.\n\nThree.¹²\n\n21 C.\n\nFour.¹³\n\n13 D.\n"
    assert [note.label for note in read_plain(Source("chapter.txt", text)).notes] == ["10", "11", "21", "13"]
