"""The one finding for a book that has no clear habit."""

from __future__ import annotations

from collections.abc import Iterator

from footlint.conventions.vote import Choice
from footlint.finding import HINT, Finding, Severity
from footlint.rule import Chapter


def undecided(
    chapter: Chapter, choice: Choice, *, severity: Severity | None = None, even_few: bool = False
) -> Iterator[Finding]:
    """One finding, at the first place of the rarer kind, where the book uses two ways side by side.

    `even_few` asks for a hint where it does so in three places: two against one show no habit, yet one is wrong.
    """
    convention = chapter.conventions[choice.name]
    if even_few and convention.value is None and sorted(convention.counts.values()) == [1, 2]:
        severity = HINT
    elif not convention.is_mixed:
        return
    commonest = max(convention.counts, key=lambda value: convention.counts[value])
    for observation in choice.observe(chapter.facts):
        if observation.value != commonest:
            message = f"no one way is kept to: {convention.evidence}"
            yield Finding(observation.span, message, note=observation.note, severity=severity)
            return
