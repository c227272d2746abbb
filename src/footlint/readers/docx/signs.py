"""The signs that Word shows for the n-th note: digits, Roman numbers, letters, daggers."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
#: Word starts over, doubling the sign, after these.
_CHICAGO = "*†‡§"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_CIRCLED = 20
_ROMAN_LIMIT = 32_767
_REPEAT_LIMIT = 780
_TEENS = range(11, 14)


def sign(number: int, number_format: str) -> str:
    """What Word shows for `number` in this `w:numFmt`; a format unknown here counts in digits."""
    if number_format == "none":
        return ""
    show = _FORMATS.get(number_format)
    return show(number) if show is not None and number > 0 else str(number)


def _roman(number: int) -> str:
    if number > _ROMAN_LIMIT:
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text


def _repeated(alphabet: str) -> Callable[[int], str]:
    def show(number: int) -> str:
        if number > _REPEAT_LIMIT:
            return str(number)
        times, place = divmod(number - 1, len(alphabet))
        return alphabet[place] * (times + 1)

    return show


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}th" if number % 100 in _TEENS else f"{number}{ending}"


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if number <= _CIRCLED else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _repeated(_LATIN),
    "upperLetter": _repeated(_LATIN.upper()),
    "chicago": _repeated(_CHICAGO),
    "russianLower": _repeated(_RUSSIAN),
    "russianUpper": _repeated(_RUSSIAN.upper()),
    "decimalZero": lambda number: f"{number:02d}",
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": _ordinal,
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _circled,
}

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def raise_digits(text: str) -> str:
    """Digits as superscripts, one for one."""
    return text.translate(_RAISED)


def lower_digits(text: str) -> str:
    """Superscript digits as plain ones, one for one."""
    return text.translate(_LOWERED)
