"""What chapters do is counted when they are read, and summed when their book is judged."""

from __future__ import annotations

import pytest

from footlint.chapters import read
from footlint.conventions.table import all_choices
from footlint.conventions.vote import Choice, Conventions, count, infer, total
from footlint.readers.options import TextOptions


def chapter(text):
    return read("a.md", text.encode(), TextOptions())


ONE = chapter("Snow.[^1] Ice.[^2]\n\n[^1]: Penn, *Ferries*, pp. 4–6.\n\n[^2]: Penn, *Ferries*, p. 9.\n")
OTHER = chapter("Rain[^1].\n\n[^1]: Penn, *Ferries*, pp. 14-16.\n")


def test_the_sum_is_what_counting_the_book_gives():
    book = infer(all_choices().values(), [ONE.facts, OTHER.facts], {})
    for name, convention in book.items():
        assert total(name, [ONE.counts, OTHER.counts]) == convention.counts
    assert total("range-dash", [ONE.counts, OTHER.counts]) == {"en": 1, "hyphen": 1}


def test_what_could_not_be_counted_is_asked_again():
    def fails(_facts):
        raise ZeroDivisionError

    counts = count([Choice("broken", {}, fails), all_choices()["range-dash"]], ONE.facts)
    assert counts == {"range-dash": {"en": 1}}
    assert total("broken", [counts]) is None


def test_only_what_is_asked_for_is_counted():
    conventions = Conventions([ONE.facts], [{}], {})
    assert not conventions
    assert conventions["range-dash"].counts == {"en": 1}
    assert list(conventions) == ["range-dash"]
    summed = Conventions([ONE.facts, OTHER.facts], [ONE.counts, OTHER.counts], {})
    anew = Conventions([ONE.facts, OTHER.facts], [{}, {}], {})
    assert {name: summed[name] for name in all_choices()} == {name: anew[name] for name in all_choices()}


def test_what_cannot_be_counted_has_no_habit_and_is_told(monkeypatch):
    def fails(_facts):
        raise ZeroDivisionError

    broken = Choice("range-dash", all_choices()["range-dash"].words, fails)
    monkeypatch.setattr("footlint.conventions.table.choice_named", lambda _: broken)
    conventions = Conventions([ONE.facts], [{}], {})
    assert conventions["range-dash"].value is None
    assert [(name, type(error)) for name, error in conventions.failed] == [("range-dash", ZeroDivisionError)]


def test_a_choice_that_does_not_exist_is_none():
    with pytest.raises(KeyError):
        Conventions([ONE.facts], [{}], {})["no-such"]
