"""Signs in running text that may call a note, each with how strongly its surroundings speak for a marker."""

from __future__ import annotations

from footlint.readers.plain.lines import Paragraph, Piece
from footlint.readers.plain.words import words
from footlint.record import Record

#: How a sign stands: as no marker can (40 km², Ca²⁺, ¹⁴C); like an exponent or a bracketed word; after a figure, say a
#: year; after a word; after punctuation, as most markers do.
NEVER, WEAK, LOOSE, FAIR, FIRM = -1, 0, 1, 2, 3

_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈ", "0123456789abcd")
_STYLES = {"SUPERSCRIPT": "superscript", "BRACKET": "bracket", "PARENTHESIS": "parenthesis"}
#: 2¹⁰ and 10⁵ are powers.
_SHORT = 2
_LONGEST = len("[100000a]")
_STOPS = ".,;:!?…\"'“”’‘»«›‹"
_FORMULA = frozenset("=+^×·√∑∫<>≤≥≈")
_RAISED = frozenset("⁺⁻⁼⁽⁾ⁿⁱªº")
#: Squares and cubes, the exponents of units.
_POWERS = frozenset("²³")


class Sign(Record, frozen=True):
    """A numeric sign. `spaced` tells that a space parts it from the word before; `digits` that it raises a number."""

    style: str
    label: str
    number: int | None
    start: int
    end: int
    paragraph: int
    strength: int
    spaced: bool = False


def plain_label(text: str) -> str:
    """The label within its brackets or raised digits: `166`, `19a`, `*`."""
    return text.strip("[]()").translate(_DIGITS)


def number_of(label: str) -> int | None:
    """The value of a label that is a plain number."""
    return int(label) if label.isascii() and label.isdigit() else None


def numeric_signs(text: str, paragraphs: list[Paragraph]) -> list[Sign]:
    """The numeric signs of a chapter in order; labels that open lines are not among them."""
    signs: list[Sign] = []
    for index, paragraph in enumerate(paragraphs):
        for line in paragraph.lines:
            for piece in line.pieces:
                style = _STYLES.get(piece.kind)
                if style is None or not _is_number(piece.text):
                    continue
                sign = _sign(text, piece, style, index, signs[-1] if signs else None)
                if sign.strength > NEVER:
                    signs.append(sign)
    return signs


def _is_number(sign: str) -> bool:
    """Tell a number from a symbol in brackets, and from a row of raised digits that is no label."""
    return len(sign) <= _LONGEST and (sign[-1].isalnum() or sign[1].isalnum()) and sign[0] != "⁰"


def wrapped_signs(text: str, paragraphs: list[Paragraph]) -> list[Sign]:
    """Signs that a line break has put where a label would stand; most such are labels."""
    found = []
    for index, paragraph in enumerate(paragraphs):
        for line in paragraph.lines[1:]:
            if line.label is not None and line.label.kind in {"bracket", "parenthesis"}:
                piece = line.label.pieces()[0]
                if piece.text[1].isalnum():
                    found.append(_sign(text, piece, line.label.kind, index, None))
    return found


def _sign(text: str, piece: Piece, style: str, paragraph: int, last: Sign | None) -> Sign:
    label = plain_label(piece.text)
    at = piece.start
    before = text[at - 1] if at else "\n"
    after = text[piece.end : piece.end + 1]
    spaced = before.isspace()
    if last is not None and text[last.end : at] in {"", ",", ", ", " ", "˒", "–", "⁻", "⁾ "} and last.strength >= LOOSE:
        strength = last.strength
    elif style == "superscript":
        strength = _raised(text, at, before, after)
    else:
        strength = _bracketed(text, at, after, usual=style == "parenthesis")
    return Sign(style, label, number_of(label), at, piece.end, paragraph, strength, spaced)


def _raised(text: str, at: int, before: str, after: str) -> int:
    if _is_notation(text, at, before, after):
        return NEVER
    core = _before_emphasis(text, at)
    before = text[core - 1] if core else "\n"
    if before in _STOPS:
        return FIRM
    if before.isspace() or after.isalnum():
        return WEAK
    token = _token(text, core)
    if before.isalpha():
        return _after_word(text, at, core, token, after)
    if before.isdigit():
        return WEAK if len(token) <= _SHORT or _FORMULA.intersection(token) else LOOSE
    return NEVER if _FORMULA.intersection(token) else FAIR


def _is_notation(text: str, at: int, before: str, after: str) -> bool:
    """Tell whether a raised number belongs to a formula or an ordinal by what touches it: 10⁻³, Ca²⁺, ¹⁴C, 1ʳᵉ."""
    joins = after == "⁻" and text[at : at + 12].partition("⁻")[2][:1].translate(_DIGITS).isdigit()
    return (
        (after in _RAISED and not joins)
        or "ᴬ" <= after <= "ᵪ"
        or "ʰ" <= after <= "ʸ"
        or before in _RAISED
        or (before.isspace() and after.isalpha())
    )


def _after_word(text: str, at: int, end: int, token: str, after: str) -> int:
    if _FORMULA.intersection(token):
        return NEVER
    word = _last_word(token)
    if word in words("units"):
        is_power = text[at] in _POWERS and not after.isnumeric()
        return NEVER if is_power and _is_measured(text, end, token) else WEAK
    return WEAK if len(word) == 1 or word in words("functions") else FAIR


def _is_measured(text: str, end: int, token: str) -> bool:
    """Tell whether a unit stands behind a figure: 40 km, 40km, 2.5 sq km."""
    before = _token(text, end - len(token) - 1).lstrip("([~")
    return token[0].isdigit() or before[:1].isdigit() or before in words("units")


def _bracketed(text: str, at: int, after: str, *, usual: bool) -> int:
    """`usual` tells that a space before is no sign against a marker."""
    behind = text[at : at + 2 * _LONGEST].partition("]")[2][1:2] if after == "[" else ""
    if after.isalnum() or (after and after in "([{_=^" and not behind.isdigit()):
        return WEAK
    core = _before_emphasis(text, at)
    before = text[core - 1] if core else "\n"
    if usual and (before.isdigit() or before == ")"):
        return WEAK  # Art. 12(1)(a)
    if not before.isspace():
        return FIRM if before in _STOPS else FAIR
    # "the winter. [12] Then" and "the winter [12]." but not "see note [12]", nor "[1] first, [2] second".
    token = _token(text, core - 1)
    if not token or _last_word(token) in words("reference"):
        return WEAK
    return FAIR if usual or token[-1] in '.!?”"»' or (after and after in ".,;:!?") else WEAK


def _before_emphasis(text: str, at: int) -> int:
    while at and text[at - 1] in "*_":
        at -= 1
    return at


def _token(text: str, end: int) -> str:
    """What stands before `end` up to the nearest space, at most 40 code points."""
    window = text[max(0, end - 40) : end]
    parts = window.split()
    return parts[-1] if parts and not window[-1].isspace() else ""


def _last_word(token: str) -> str:
    token = token.strip(".,;:!?*_()[]\"'“”’").casefold()
    at = len(token)
    while at and token[at - 1].isalpha():
        at -= 1
    return token[at:]
