"""`[^10]: banning` in running text: a call and a colon, though the parser takes it for a definition."""

from __future__ import annotations

from footlint.readers.markdown.tokens import Definition, Kind, Leaf, Structure, Token


def take_colons(text: str, structure: Structure) -> None:
    """Take a definition in a paragraph for a call if its note stands elsewhere and is called nowhere else."""
    calls = _calls(text, structure)
    if not calls:
        return
    structure.definitions = [one for one in structure.definitions if id(one) not in calls]
    leaves: list[Leaf] = []
    for leaf in structure.leaves:
        key = id(leaf.definition)
        if key not in calls or not leaves:
            leaves.append(leaf)
            continue
        leaf.definition = None
        call = calls[key]
        if call is None:  # a later paragraph of what is no note
            leaves.append(leaf)
            continue
        calls[key] = None
        before = leaves[-1]
        before.tokens += _call_and_colon(text, call, before.tokens[-1][2], leaf.tokens[0][1])
        before.tokens += leaf.tokens
        before.has_bracket = before.has_bracket or leaf.has_bracket
    structure.leaves = leaves


def _calls(text: str, structure: Structure) -> dict[int, Definition | None]:
    proper = {definition.label.casefold() for definition in structure.definitions if not definition.interrupts}
    called = {
        text[start + 2 : end - 1].casefold()
        for leaf in structure.leaves
        for kind, start, end, _ in leaf.tokens
        if kind is Kind.CALL
    }
    wanted = proper - called
    return {
        id(one): one
        for one in structure.definitions
        if one.interrupts and one.end > one.label_end and one.label.casefold() in wanted
    }


def _call_and_colon(text: str, call: Definition, before: int, after: int) -> list[Token]:
    colon = call.label_end - 1
    return [
        (Kind.BREAK, before, call.start, ""),
        (Kind.CALL, call.start, colon, ""),
        (Kind.TEXT, colon, after, text[colon:after]),
    ]
