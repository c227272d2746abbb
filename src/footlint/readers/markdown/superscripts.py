"""Superscript numbers beside caret footnotes: which of them are markers, and which exponents."""

from __future__ import annotations

from footlint.expressions import expression
from footlint.readers.markdown.labels import number_of
from footlint.readers.markdown.tokens import Cut, CutKind, Definition, Kind, Leaf, Structure, Token

DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
TO_ASCII = str.maketrans(DIGITS, "0123456789")
_SIGN = expression(rf"[{DIGITS}]{{1,4}}|\^[0-9]{{1,4}}\^")
_CLOSED_BEFORE = expression(r"(?:[*_]|</[a-z]+>)+\Z")
_WORD_BEFORE = expression(r"([^\W\d_]+)\Z")
_MEASURE_BEFORE = expression(r"[0-9][ \u00a0]?[^\W\d_]+\Z")
_STOPS = frozenset(".,;:!?…”’\"'»›“")
_RAISED = frozenset("⁺⁻⁼⁽⁾ⁿⁱ")
_UNITS = frozenset({"cm", "dm", "ft", "ha", "in", "km", "mi", "mm", "sec", "sq", "yd"})
#: Squares and cubes: the exponents that follow a unit written out.
EXPONENTS = (2, 3)
SHORTEST_WORD = 3
#: How far back the word before a superscript is looked for.
REACH = 40


def superscripts_of(leaf: Leaf, text: str) -> list[Cut]:
    """The superscript numbers in a leaf that stand where a marker may stand."""
    found: list[Cut] = []
    tokens = leaf.tokens
    for index, (kind, start, end, value) in enumerate(tokens):
        if kind is Kind.TEXT:
            found += (
                (start + sign.start(), start + sign.end(), CutKind.SUPERSCRIPT, _label(sign[0]), end)
                for sign in _SIGN.finditer(value)
            )
        elif kind is Kind.SUP_OPEN and index + 2 < len(tokens) and tokens[index + 2][0] is Kind.SUP_CLOSE:
            label = tokens[index + 1][3].strip()
            if number_of(label) is not None:
                found.append((start, tokens[index + 2][2], CutKind.SUPERSCRIPT, label, end))
    first = tokens[0][1]
    return [cut for cut in found if cut[0] == first or stands_like_marker(text, cut)]


def _label(sign: str) -> str:
    return sign.strip("^").translate(TO_ASCII)


def stands_like_marker(text: str, cut: Cut) -> bool:
    """Tell whether a superscript follows a word or a stop, as markers do and exponents do not."""
    start, end, _, label, _ = cut
    if text[end : end + 1].isalnum() or text[end : end + 1] in _RAISED:
        return False
    before = text[max(0, start - REACH) : start]
    before = _CLOSED_BEFORE.sub("", before)
    if before[-1:] in _STOPS:
        return True
    if before[-1:] in ")]":
        return bool(before) and " " in before[max(before.rfind("("), before.rfind("[")) :]
    word = _WORD_BEFORE.search(before)
    if word is None or len(word[1]) < SHORTEST_WORD or word[1].casefold() in _UNITS:
        return False
    return int(label) not in EXPONENTS or _MEASURE_BEFORE.search(before) is None


def keep_markers(structure: Structure, cuts: list[list[Cut]], text: str) -> None:
    """Add to each leaf's cuts the superscripts that take a number of the chapter's own sequence."""
    calls = _caret_calls(structure, cuts, text)
    defined = {number_of(one.label) for one in structure.definitions}
    uncalled = defined - {number for _, number in calls}
    found = [(at, cut) for at, leaf in enumerate(structure.leaves) for cut in superscripts_of(leaf, text)]
    likely = {cut[0]: int(cut[3]) for _, cut in found if stands_like_marker(text, cut)}
    kept = {start for start, number in likely.items() if number in uncalled}
    for ahead in (1, -1):
        kept |= _in_sequence(calls, likely, kept, ahead)
    missing = {likely[start] for start in kept} - defined
    for at, cut in found:
        leaf = structure.leaves[at]
        if cut[0] in kept:
            cuts[at] = sorted((*cuts[at], cut))
        elif int(cut[3]) in missing and cut[0] == leaf.tokens[0][1] and leaf.definition is None:
            missing.discard(int(cut[3]))
            _make_note(structure, leaf, cut)


def _caret_calls(structure: Structure, cuts: list[list[Cut]], text: str) -> list[tuple[int, int]]:
    """Where the calls with plain numbers stand, and their numbers."""
    places = [
        (start, text[start + 2 : end - 1])
        for leaf in structure.leaves
        for kind, start, end, _ in leaf.tokens
        if kind is Kind.CALL
    ]
    places += ((cut[0], cut[3]) for own in cuts for cut in own if cut[2] is CutKind.CALL)
    return [(start, number) for start, label in places if (number := number_of(label)) is not None]


def _in_sequence(calls: list[tuple[int, int]], likely: dict[int, int], kept: set[int], ahead: int) -> set[int]:
    """Those likely markers whose number is the next one, read forwards or backwards."""
    expected: int | None = None
    found: set[int] = set()
    for start, number in sorted((*calls, *likely.items()), reverse=ahead < 0):
        if start in likely and start not in kept:
            if number != expected:
                continue
            found.add(start)
        expected = number + ahead
    return found


def _make_note(structure: Structure, leaf: Leaf, cut: Cut) -> None:
    note = Definition(cut[0], cut[3], cut[1], "superscript")
    note.end = leaf.tokens[-1][2]
    leaf.definition = note
    rest = [_without(token, cut[1]) for token in leaf.tokens if token[2] > cut[1]]
    leaf.tokens[:] = rest or [(Kind.BREAK, cut[1], cut[1], "")]
    structure.definitions.append(note)


def _without(token: Token, end: int) -> Token:
    kind, start, stop, value = token
    return (kind, end, stop, value[end - start :]) if kind is Kind.TEXT and start < end else token
