"""Counting observations, and what counts as a clear majority."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from footlint.facts import ChapterFacts
from footlint.record import Record
from footlint.source import Span

#: A value is the convention when at least this share of the observations has it. Below it a manuscript uses two
#: ways side by side and nobody can say which is the slip.
CLEAR_SHARE = 0.75
#: Fewer observations than this are no habit yet: three against one may be chance.
FEWEST = 4
#: From so many observations on, a missing majority is itself worth one finding.
FEWEST_TO_CALL_MIXED = 8


class Observation(Record, frozen=True):
    """One place at which a chapter makes the choice. `note` is the label of the note it stands in."""

    value: str
    span: Span
    note: str | None = None


class Choice(Record, frozen=True):
    """A convention there is: its name (the key under `[style]`), its values in people's words, its observer.

    `words[value]` completes "34 of 37 …", as in "markers stand after the punctuation".
    """

    name: str
    words: Mapping[str, str]
    observe: Callable[[ChapterFacts], Iterator[Observation]]


class Convention(Record, frozen=True):
    """What a book does for one choice. `value` is None where it has no clear habit.

    `source` says who decided: the count of the book, or the house style of the configuration.
    """

    name: str
    counts: Mapping[str, int]
    value: str | None
    source: Literal["vote", "house"]
    words: Mapping[str, str]

    @property
    def total(self) -> int:
        """How many places were counted."""
        return sum(self.counts.values())

    @property
    def is_mixed(self) -> bool:
        """Whether there are many observations and yet no majority."""
        return self.value is None and self.total >= FEWEST_TO_CALL_MIXED

    @property
    def evidence(self) -> str:
        """The vote in words: "34 of 37 markers stand after the punctuation"."""
        if self.value is None:
            return ", ".join(f"{count} {self.words.get(value, value)}" for value, count in self._ranked())
        if self.source == "house":
            return f"the house style is: {self.words.get(self.value, self.value)}"
        return f"{self.counts.get(self.value, 0)} of {self.total} {self.words.get(self.value, self.value)}"

    def _ranked(self) -> list[tuple[str, int]]:
        return sorted(self.counts.items(), key=lambda item: (-item[1], item[0]))


def decide(choice: Choice, counts: Mapping[str, int], house: str | None = None) -> Convention:
    """The convention that the counts show, or that the house style names."""
    if house is not None:
        return Convention(choice.name, dict(counts), house, "house", choice.words)
    total = sum(counts.values())
    value = None
    if total >= FEWEST:
        best = max(counts, key=lambda key: counts[key])
        value = best if counts[best] >= CLEAR_SHARE * total else None
    return Convention(choice.name, dict(counts), value, "vote", choice.words)


#: How often a chapter makes each choice in each way, by the name of the choice and the value.
Counts = dict[str, dict[str, int]]


def count(choices: Iterable[Choice], facts: ChapterFacts) -> Counts:
    """What one chapter does; a choice whose observer fails is left out."""
    counts: dict[str, dict[str, int]] = {}
    for choice in choices:
        mine: dict[str, int] = {}
        try:
            for observation in choice.observe(facts):
                mine[observation.value] = mine.get(observation.value, 0) + 1
        except Exception:  # noqa: BLE001, S112 - it is asked again, and then told, where the book is judged
            continue
        counts[choice.name] = mine
    return counts


def total(name: str, chapters: Iterable[Counts]) -> dict[str, int] | None:
    """How often the chapters of a book make one choice in each way; None where one of them was not counted."""
    summed: dict[str, int] = {}
    for counts in chapters:
        mine = counts.get(name)
        if mine is None:
            return None
        for value, number in mine.items():
            summed[value] = summed.get(value, 0) + number
    return summed


def infer(
    choices: Iterable[Choice], chapters: Iterable[ChapterFacts], house: Mapping[str, str]
) -> dict[str, Convention]:
    """The conventions of a book by name, counted over all its chapters."""
    chapters = tuple(chapters)
    conventions = {}
    for choice in choices:
        counts: dict[str, int] = {}
        for facts in chapters:
            for observation in choice.observe(facts):
                counts[observation.value] = counts.get(observation.value, 0) + 1
        conventions[choice.name] = decide(choice, counts, house.get(choice.name))
    return conventions


class Conventions(dict[str, Convention]):
    """The conventions of a book by name, each counted or summed up when it is first asked for.

    `counts` of chapters that were not counted are empty. `failed` are the choices that could not be counted, with the
    errors.
    """

    def __init__(self, chapters: Sequence[ChapterFacts], counts: Sequence[Counts], house: Mapping[str, str]) -> None:
        self._chapters = chapters
        self._counts = counts
        self._house = house
        self.failed: list[tuple[str, Exception]] = []

    def __missing__(self, name: str) -> Convention:
        from footlint.conventions.table import choice_named

        choice = choice_named(name)
        counts = total(name, self._counts)
        if counts is not None:
            self[name] = decide(choice, counts, self._house.get(name))
            return self[name]
        try:
            self.update(infer((choice,), self._chapters, self._house))
        except Exception as error:  # noqa: BLE001 - one that fails must not take the others with it
            self[name] = decide(choice, {}, self._house.get(name))
            self.failed.append((name, error))
        return self[name]
