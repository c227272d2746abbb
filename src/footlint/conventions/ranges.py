"""How a range of pages is written: in full or condensed, with which sign, and where it ends."""

from __future__ import annotations

from typing import Literal

from footlint.citations.model import PageRange

Form = Literal["full", "condensed"]

#: The signs between two pages, by the name of the convention's value. What is not here is written out in words.
_DASHES = {
    "–": "en",
    "-": "hyphen",
    "‐": "hyphen",
    "‑": "hyphen",
    "—": "em",
    "―": "em",
    "−": "minus",
    "‒": "figure",
    "--": "double",
    "---": "em",
    "/": "slash",
    "~": "tilde",
}
#: From this number on style guides allow or ask for condensing.
_FIRST_HUNDRED = 100
_TEN, _TWENTY = 10, 20
#: A passage is hardly longer.
_LONGEST_NEAR = 20


def completed(pages: PageRange) -> int | None:
    """The page at which a range ends, a condensed one completed: `123–5` ends at 125, `1937–38` at 1938."""
    if pages.last is None or pages.first_number is None or pages.last_number is None:
        return None
    first, last = pages.first_number, pages.last_number
    if last >= first:
        return last
    if pages.roman:
        # xxii–iv is xxii–xxiv where only the units are repeated; nobody condenses the short numbers below xx
        return first // 10 * 10 + last if last < _TEN and first > _TWENTY else last
    if not (pages.first.isdigit() and pages.last.isdigit()) or len(pages.last) >= len(pages.first):
        return last
    power: int = 10 ** len(pages.last)
    return first // power * power + last


def runs_backwards(pages: PageRange) -> bool:
    """Whether a range ends before it begins, read in the way that is kindest to it."""
    end = completed(pages)
    return end is not None and pages.first_number is not None and end < pages.first_number


def is_reversed_rather(pages: PageRange) -> bool:
    """Whether `106–98` is 98–106 backwards rather than 106–198, in a book that writes its ranges in full."""
    end = completed(pages)
    first, last = pages.first_number, pages.last_number
    if end is None or first is None or last is None or pages.roman or last >= first:
        return False
    return first - last <= _LONGEST_NEAR and (first - last) * 2 < end - first


def form(pages: PageRange) -> Form | None:
    """Whether a range is condensed; None where all style guides write it alike, or it cannot be condensed.

    `12–15`, `100–104` and `498–532` stand in full in texts that condense, so they tell nothing.
    """
    if pages.last is None or pages.roman or not (pages.first.isdigit() and pages.last.isdigit()):
        return None
    first, last = int(pages.first), int(pages.last)
    if len(pages.last) < len(pages.first):
        return "condensed" if last < first and not runs_backwards(pages) else None
    if len(pages.last) > len(pages.first) or first < _FIRST_HUNDRED or first % 100 == 0 or last <= first:
        return None
    return "full" if first // 100 == last // 100 else None


def in_full(pages: PageRange) -> str:
    """The last page of a condensed range with all its digits."""
    last = pages.last or ""
    return pages.first[: len(pages.first) - len(last)] + last


def condensed(pages: PageRange) -> str:
    """The last page of a full range as the Chicago Manual condenses it: `107–8`, `321–28`."""
    last = pages.last or ""
    return last[-1:] if last[-2:-1] == "0" else last[-2:]


def dash(pages: PageRange) -> str | None:
    """The name of the sign between two pages, "spaced-" before it where space stands round it."""
    if pages.dash is None:
        return None
    sign = pages.dash.text.strip()
    name = _DASHES.get(sign)
    if name is None:
        return None
    spaced = sign != pages.dash.text or pages.dash.span.start > pages.span.start + len(pages.first)
    return f"spaced-{name}" if spaced else name
