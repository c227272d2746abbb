"""Locators made of the atoms that give them."""

from __future__ import annotations

from footlint.citations.model import Locator, LocatorKind, PageRange, Text
from footlint.citations.phrases import Atom, Numbers
from footlint.citations.words import MONTHS, PREFIXES
from footlint.document import Prose, bare

_LISTED = frozenset({"pages", "columns", "folios", "line", "archive"})
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_YEARS = range(1400, 2100)
_YEAR_DIGITS = 4
_KINDS: dict[str, LocatorKind] = {
    "pages": "pages", "columns": "columns", "folios": "folios", "units": "folios", "line": "line", "volume": "volume",
    "number": "number", "part": "part", "chapter": "chapter", "section": "section", "figure": "figure",
}  # fmt: skip


def text_of(prose: Prose, start: int, end: int) -> Text:
    """The words of a stretch of the note as they read, and where they stand."""
    return Text(bare(prose.text[start:end]), prose.span(start, end))


def roman_value(numeral: str) -> int | None:
    """The value of a roman numeral, None where it is none."""
    total = 0
    highest = 0
    for letter in reversed(numeral.lower()):
        value = _ROMAN.get(letter)
        if value is None:
            return None
        total += value if value >= highest else -value
        highest = max(highest, value)
    return total or None


def is_year(numbers: Numbers) -> bool:
    """Whether a number, or both ends of a range, can be a year."""
    first = numbers.pieces[0][0]
    if len(first) != _YEAR_DIGITS or not first.isdecimal() or int(first) not in _YEARS or numbers.suffix:
        return False
    return len(numbers.pieces) == 1 or (len(numbers.pieces) == 3 and _closes_years(int(first), numbers.pieces[2][0]))  # noqa: PLR2004


def _closes_years(first: int, last: str) -> bool:
    if not last.isdecimal():
        return False
    if len(last) == _YEAR_DIGITS:
        return int(last) in _YEARS and first <= int(last)
    # 1937–38, 1951–4
    return len(last) < _YEAR_DIGITS - 1 and int(last) > first % 10 ** len(last)


def kind_of(atom: Atom) -> LocatorKind | None:
    """What a prefix announces, None where it announces a note."""
    key = atom.key
    return _KINDS.get(PREFIXES.get(key) or PREFIXES[key.replace(".", "")])


def announced(prose: Prose, atom: Atom, kind: LocatorKind, after: str, *, parenthesised: bool = False) -> Locator:
    """A locator with its prefix: pp. 45–47, Vol. II, No 10/94."""
    assert atom.prefix is not None
    word, start, end = atom.prefix
    prefix = Text(word, prose.span(start, end))
    span = prose.span(atom.start, atom.end)
    if kind not in _LISTED:
        value = text_of(prose, atom.numbers[0].start, atom.end)
        return Locator(kind, span, prefix, value=value, parenthesised=parenthesised, after=after)
    flaw = "stops inside the prefix" if word.count(".") > 1 else None
    ranges = tuple(page_range(prose, numbers) for numbers in atom.numbers)
    flaw = flaw or next((one.flaw for one in ranges if one.flaw), None)
    return Locator(kind, span, prefix, ranges, parenthesised=parenthesised, after=after, flaw=flaw)


def bare_pages(prose: Prose, row: list[Atom], after: str, *, parenthesised: bool = False) -> Locator:
    """Pages without a prefix: 45–47, 50."""
    ranges = tuple(page_range(prose, atom.numbers[0]) for atom in row if atom.numbers)
    flaw = next((one.flaw for one in ranges if one.flaw), None)
    span = prose.span(row[0].start, row[-1].end)
    return Locator("pages", span, None, ranges, parenthesised=parenthesised, after=after, flaw=flaw)


def page_range(prose: Prose, numbers: Numbers) -> PageRange:
    """A page or a range, with what is wrong with its form."""
    pieces, kinds = list(numbers.pieces), list(numbers.kinds)
    span = prose.span(numbers.start, numbers.end)
    suffix = text_of(prose, *numbers.suffix) if numbers.suffix else None
    flaw: str | None = None
    if kinds[0] == "JOINT":
        dash, last = pieces[0], pieces[1]
        return PageRange(
            span, "", last[0], Text(dash[0], prose.span(*dash[1:])), None, _value(last[0]), _is_roman(last[0]), suffix,
            "no first page",
        )  # fmt: skip
    first, attached = _split_suffix(pieces[0])
    if attached is not None and suffix is None and len(pieces) == 1:
        suffix = text_of(prose, *attached)
    elif attached is not None:
        first = pieces[0][0]
    last_text: str | None = None
    dash_text: Text | None = None
    if len(pieces) > 1:
        dash, last_piece = pieces[1], pieces[2]
        dash_text = Text(dash[0], prose.span(dash[1], dash[2]))
        last_text, attached = _split_suffix(last_piece)
        if attached is not None and suffix is None:
            suffix = text_of(prose, *attached)
        if len(dash[0]) > 1 and dash[0] != "--":
            flaw = f"“{dash[0]}” between the pages"
        elif (pieces[0][2] != dash[1]) != (dash[2] != last_piece[1]):
            flaw = "space on one side of the dash"
        if len(pieces) > 3:  # noqa: PLR2004 - first, dash, last
            flaw = "more than two pages in one range"
            last_text = pieces[-1][0]
    if any(kind == "NUMBER" and not _is_clean(piece[0]) for piece, kind in zip(pieces, kinds, strict=True)):
        flaw = "a letter among the digits"
    return PageRange(
        span, first, last_text, dash_text, _value(first), _value(last_text) if last_text else None,
        _is_roman(first), suffix, flaw,
    )  # fmt: skip


def _split_suffix(piece: tuple[str, int, int]) -> tuple[str, tuple[int, int] | None]:
    """45ff. → 45 and where ff. stands; 17r and 19a keep their letter, which is part of the number."""
    value, _, end = piece
    digits = value.rstrip(".")
    stem = digits.rstrip("f")
    if stem == digits or not stem[-1:].isdecimal():
        stem = digits.removesuffix("sq")
        if stem == digits or not stem:
            return value, None
    return stem, (end - len(value) + len(stem), end)


def _is_clean(number: str) -> bool:
    """Whether no letter stands inside the digits."""
    at = len(number)
    while at and not number[at - 1].isdecimal():
        at -= 1
    return number[:at].isdecimal()


def _value(number: str) -> int | None:
    digits = number
    while digits and not digits[-1].isdecimal():
        digits = digits[:-1]
    if digits.isdecimal():
        return int(digits) if len(digits) < 10 else None  # noqa: PLR2004 - no page number is as long
    return roman_value(number)


def _is_roman(number: str) -> bool:
    return bool(number) and not number[0].isdecimal() and roman_value(number) is not None


def month(atom: Atom) -> int | None:
    """The month a word names (0 for a season), None where it names none."""
    return MONTHS.get(atom.key) if atom.kind in {"cap", "low", "init"} else None
