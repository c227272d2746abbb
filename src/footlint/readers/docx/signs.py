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


#: The font Symbol, from 0x41 and 0x61 on: Greek for Latin letters.
_CAPITALS = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_SMALL = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL_FONT = {
    **dict(enumerate(_CAPITALS, 0x41)),
    **dict(enumerate(_SMALL, 0x61)),
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "*", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥", 0x7E: "∼",
    0xA1: "ϒ", 0xA2: "′", 0xA3: "≤", 0xA4: "⁄", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
    0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC4: "⊗", 0xC5: "⊕", 0xC6: "∅", 0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xCF: "∉",
    0xD0: "∠", 0xD1: "∇", 0xD5: "∏", 0xD6: "√", 0xD7: "⋅", 0xD8: "¬", 0xD9: "∧", 0xDA: "∨", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
#: Where fonts of symbols keep their characters in Unicode: 0xF000 beyond their own numbers.
_PRIVATE = range(0xF020, 0xF100)
_ASCII = range(0x20, 0x7F)


def symbol(code: int, font: str) -> str:
    """What a `w:sym` shows, where it is known; else its code as it stands. Raises ValueError for no code at all."""
    inner = code - 0xF000 if code in _PRIVATE else code
    if font.lower() == "symbol" and inner in _SYMBOL_FONT:
        return _SYMBOL_FONT[inner]
    return chr(inner) if inner in _ASCII and inner != code and font.lower() == "symbol" else chr(code)
