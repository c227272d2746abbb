"""What a footnote label says of itself, and whether `[^x]` without a definition is a call at all."""

from __future__ import annotations

from footlint.expressions import expression

#: Longer runs of digits are no note numbers (and `int` refuses the longest).
LONGEST_NUMBER = 9

_NUMBERED = expression(r"[0-9]{1,6}[a-z]?\Z")
_NAMED = expression(r"[^\W\d_]{2,}[-_.:]?[0-9]{1,6}[a-z]?\Z")
_WORDED = expression(r"[^\W\d_]{3}[\w.:/-]*\Z")
_CHARACTER_CLASS = expression(r"(?:[a-z]-[a-z]|[A-Z]-[A-Z]|[0-9]-[0-9]|\\.|[^\w\s]|_)+\Z")
_RANGE = expression(r"a-z|A-Z|0-9|[a-z]-[A-Z]|\\[a-zA-Z]|\A.-.\Z")
_QUANTIFIERS = frozenset("+{*")
_OPENERS = frozenset("'\"`([{/|=‘“„«")


def number_of(label: str) -> int | None:
    """The value of a label that is a plain number; `[^0]`, the note to a title, stands outside the count."""
    return int(label) or None if label.isascii() and label.isdigit() and len(label) <= LONGEST_NUMBER else None


def series_of(label: str) -> str:
    """The letters or sign that keep a label's sequence apart: "" for `12` and `19a`, `ed` for `ed1`."""
    if label.isdigit():
        return ""
    first = next((at for at, sign in enumerate(label) if sign.isdigit()), len(label))
    return label[:first].rstrip("-_.:").casefold()


def is_character_class(text: str, after: str) -> bool:
    """Tell whether the inside of `^[…]` is a regular expression's set rather than a note."""
    if any(sign.isspace() for sign in text):
        return False
    return after == "^" or after in _QUANTIFIERS or _CHARACTER_CLASS.match(text) is not None


class KnownLabels:
    """The labels that a chapter defines, by themselves and by kind."""

    def __init__(self, labels: list[str]) -> None:
        self.defined = frozenset(label.casefold() for label in labels)
        self.series = frozenset(map(series_of, labels))
        self.numbered = any(map(_NUMBERED.match, labels))
        self.worded = any(map(_WORDED.match, labels))

    def is_call(self, label: str, before: str, after: str) -> bool:
        """Tell whether `[^label]` calls a note; `before` and `after` are the two characters on either side.

        A chapter about programs writes `[^a-z]+` and `ls [^r]*`: what no definition answers must look like a call.
        """
        if not label or any(sign.isspace() or sign in "[]`\\" for sign in label):
            return False
        if label.casefold() in self.defined:
            return True
        if after[:1] in _QUANTIFIERS or _RANGE.search(label):
            return False
        attached = bool(before) and not before[-1].isspace() and not self._opens(before)
        if _NUMBERED.match(label):
            return attached or (self.numbered and not self._opens(before))
        if _NAMED.match(label):
            return attached or series_of(label) in self.series
        return attached and self.worded and _WORDED.match(label) is not None

    @staticmethod
    def _opens(before: str) -> bool:
        """Tell whether the sign before opens a quotation or bracket (`'[^0]'`), rather than closing one."""
        return before[-1:] in _OPENERS and (len(before) == 1 or before[0].isspace() or before[0] in _OPENERS)
