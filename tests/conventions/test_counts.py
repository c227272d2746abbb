"""What chapters do is counted when they are read, and summed when their book is judged."""

from __future__ import annotations

from footlint.chapters import read
from footlint.conventions.table import CHOICES
from footlint.conventions.vote import Choice, count, infer, total
from footlint.readers.options import TextOptions


def chapter(text):
    return read("a.md", text.encode(), TextOptions())


ONE = chapter("Snow.[^1] Ice.[^2]\n\n[^1]: Penn, *Ferries*, pp. 4–6.\n\n[^2]: Penn, *Ferries*, p. 9.\n")
OTHER = chapter("Rain[^1].\n\n[^1]: Penn, *Ferries*, pp. 14-16.\n")


def test_the_sum_is_what_counting_the_book_gives():
    book = infer(CHOICES.values(), [ONE.facts, OTHER.facts], {})
    for name, convention in book.items():
        assert total(name, [ONE.counts, OTHER.counts]) == convention.counts
    assert total("range-dash", [ONE.counts, OTHER.counts]) == {"en": 1, "hyphen": 1}


def test_what_could_not_be_counted_is_asked_again():
    def fails(_facts):
        raise ZeroDivisionError

    counts = count([Choice("broken", {}, fails), CHOICES["range-dash"]], ONE.facts)
    assert counts == {"range-dash": {"en": 1}}
    assert total("broken", [counts]) is None
