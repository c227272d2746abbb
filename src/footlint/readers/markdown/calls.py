"""Calls and inline notes that CommonMark takes for mere text: `[^9]` without a definition, `^[…]`."""

from __future__ import annotations

from footlint.expressions import expression
from footlint.readers.markdown.labels import KnownLabels, is_character_class
from footlint.readers.markdown.tokens import Cut, CutKind, Kind, Leaf, Token

#: No label is longer, and no set of characters in a regular expression.
LONGEST_LABEL = 120
LONGEST_SET = 40

_BRACKET = expression(r"[\[\]]")
_LINK_TAIL = expression(r"\]\([^\s()]*(?:[ \t]+\"[^\"\n]*\")?\)")


def cuts_of(leaf: Leaf, text: str, known: KnownLabels) -> list[Cut]:
    """The calls and inline notes in a leaf's text, in source order."""
    if not leaf.has_bracket:
        return []
    cuts: list[Cut] = []
    opened: list[tuple[int, bool, int]] = []  # where, is it `^[`, calls so far
    calls = 0
    for index, (kind, start, _, value) in enumerate(leaf.tokens):
        if kind is Kind.CALL:
            calls += 1
        if kind is not Kind.TEXT:
            continue
        for found in _BRACKET.finditer(value):
            at = start + found.start()
            if _is_escaped(text, at):
                continue
            if found[0] == "[":
                opened.append((at, _opens_note(text, at), calls))
            elif opened:
                start_at, is_note, before = opened.pop()
                more = _paired(text, (start_at, at), known, _after(leaf.tokens, index, at), is_note=is_note)
                if not more and calls > before:
                    more = _link_cuts(text, start_at, at)
                calls += any(cut[2] is not CutKind.SKIP for cut in more)
                cuts += more
    cuts.sort()
    return _apart(cuts)


def _is_escaped(text: str, at: int) -> bool:
    first = at
    while first > 0 and text[first - 1] == "\\":
        first -= 1
    return (at - first) % 2 == 1


def _opens_note(text: str, at: int) -> bool:
    # `[^[:alpha:]]` is a set of characters.
    return text[at - 1 : at] == "^" and text[at - 2 : at - 1] != "[" and not _is_escaped(text, at - 1)


def _after(tokens: list[Token], index: int, at: int) -> str:
    """The character after a bracket where it is text, not markup."""
    _, start, end, value = tokens[index]
    if at + 1 < end:
        return value[at + 1 - start]
    if index + 1 < len(tokens):
        kind, start, _, value = tokens[index + 1]
        if kind is Kind.TEXT and start == at + 1:
            return value[:1]
    return ""


def _paired(text: str, pair: tuple[int, int], known: KnownLabels, after: str, *, is_note: bool) -> list[Cut]:
    start, end = pair
    if is_note:
        if end - start <= LONGEST_SET and is_character_class(text[start + 1 : end], after):
            return []
        return [(start - 1, start + 1, CutKind.NOTE_OPEN, "", end), (end, end + 1, CutKind.NOTE_CLOSE, "", end)]
    if text[start + 1] != "^" or end - start > LONGEST_LABEL:
        return []
    label = text[start + 2 : end]
    if known.is_call(label, text[max(0, start - 2) : start], after):
        return [(start, end + 1, CutKind.CALL, label, end)]
    return []


def _link_cuts(text: str, start: int, end: int) -> list[Cut]:
    """A link or picture whose text holds a call is none to CommonMark; its address still is no prose."""
    tail = _LINK_TAIL.match(text, end)
    if tail is None:
        return []
    first = start - 1 if text[start - 1 : start] == "!" else start
    return [(first, start + 1, CutKind.SKIP, "", end), (end, tail.end(), CutKind.SKIP, "", end)]


def _apart(cuts: list[Cut]) -> list[Cut]:
    """The cuts without those that begin in another one."""
    apart: list[Cut] = []
    for cut in cuts:
        if not apart or cut[0] >= apart[-1][1]:
            apart.append(cut)
    return apart
