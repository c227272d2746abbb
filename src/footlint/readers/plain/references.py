"""Lists of references that are cited by number ("as shown in [2, 3]"): they look like notes, and are none."""

from __future__ import annotations

from footlint.expressions import expression
from footlint.readers.plain.entries import Entry, Section
from footlint.readers.plain.signs import Sign

#: [2, 3], [1; 4], [5–7], [4]–[6], [1, с. 25], [12: 40]: numbers that a marker never has beside it.
_CITED = expression(
    r"\[\d{1,4}(?:[,;]\s?\d{1,4}|\s?[-–]\s?\d{1,4}|[,:;]\s?[^\W\d_]{0,4}\.?\s?\d)"
    r"|\[\d{1,4}\]\s?[-–]\s?\[\d{1,4}\]"
)
_SOME = 2


def without_references(
    text: str, entries: list[Entry], signs: list[Sign], lists: list[Section]
) -> tuple[list[Entry], list[Sign]]:
    """The labelled lines without those of such lists, and the signs without those that cite them."""
    for part in lists:
        own = [entry for entry in entries if part.start <= entry.paragraph < part.end and entry.rank is not None]
        style = _citing(text, own, entries, signs) if own else None
        if style is not None:
            entries = [entry for entry in entries if not part.start <= entry.paragraph < part.end]
            signs = [sign for sign in signs if sign.style != style]
    return entries, signs


def _citing(text: str, own: list[Entry], entries: list[Entry], signs: list[Sign]) -> str | None:
    """The style of the signs that cite a list, if they do so as no marker would."""
    start = own[0].start
    ranks = {entry.rank for entry in own}
    others = {entry.rank for entry in entries if not own[0].start <= entry.start <= own[-1].start}
    for style in ("bracket", "superscript"):
        numbers = [sign.number for sign in signs if sign.start < start and sign.style == style and sign.number]
        cited = ranks.intersection(numbers)
        if not cited or len(others & cited) * 2 >= len(cited):
            continue
        if _goes_back(numbers) or (style == "bracket" and _CITED.search(text, 0, start)):
            return style
    return None


def _goes_back(numbers: list[int]) -> bool:
    """Tell whether works are cited again: one number may be a slip, several in a sequence are not."""
    highest = back = 0
    for number in numbers:
        back += number <= highest
        highest = max(highest, number)
    return back >= _SOME and 3 * back >= len(numbers) - back
