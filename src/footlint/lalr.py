"""Runs the tables that Lark makes of a grammar: its contextual lexer and its LALR automaton, without Lark itself.

Lark takes longer to import than a chapter to parse, and what it needs for that is one loop.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from footlint.scanners import Packed, maker, pack, unpack

if TYPE_CHECKING:
    import re

#: What the lexer gives when the text has come to its end.
END = "$END"


class Token:
    """A terminal: its name in the grammar, its text and where that stands."""

    __slots__ = ("end_pos", "start_pos", "type", "value")

    def __init__(self, type: str, value: str, start_pos: int, end_pos: int) -> None:  # noqa: A002 - Lark's word
        self.type = type
        self.value = value
        self.start_pos = start_pos
        self.end_pos = end_pos

    def __str__(self) -> str:
        return self.value


#: Which parts of a rule count, each with whether it stands for several.
Parts = tuple[tuple[int, bool], ...]
Shape = Callable[[list[Any]], Any]


class Tables(NamedTuple):
    """What Lark makes of a grammar, in plain values that `marshal` keeps.

    `states`: for each state of the automaton where a symbol leads, or ~n where rule n is complete.
    `scanners`: regular expressions packed by the Python `made_by`, and `scanner_of` the one that each state reads with.
    `ignored`: terminals that mean nothing.
    `rules`: the symbol that a rule makes, how many it is made of, the name of the method that shapes it (empty where
    its parts go into the rule around it), and which of its parts count, each with whether it stands for several.
    """

    start: int
    end: int
    states: list[dict[str, int]]
    scanners: list[Packed]
    made_by: str
    scanner_of: list[int]
    ignored: frozenset[str]
    rules: list[tuple[str, int, str, Parts]]


class Parser:
    """Parses a text by tables; `shaper` has a method for each rule, `callbacks` may rename a token."""

    def __init__(self, tables: Tables, shaper: object, callbacks: Mapping[str, Callable[[Token], Token]]) -> None:
        self._tables = tables
        self._callbacks = callbacks
        self._scanners: list[Callable[[str, int], re.Match[str] | None] | None] = [None] * len(tables.scanners)
        self._rules: list[tuple[str, int, Shape | None, Parts, int]] = [
            (symbol, size, getattr(shaper, name) if name else None, parts, _step_of(size, name, parts))
            for symbol, size, name, parts in tables.rules
        ]

    def parse(self, text: str) -> Any:  # noqa: ANN401, C901, PLR0912, PLR0915 - one loop; whatever the shaper makes of the topmost rule
        """What the shaper makes of the text. Raises ValueError where the grammar has no word for it."""
        tables = self._tables
        states, last, rules, callbacks = tables.states, tables.end, self._rules, self._callbacks
        scanners, scanner_of, ignored = self._scanners, tables.scanner_of, tables.ignored
        path = [tables.start]
        values: list[Any] = []
        at, end = 0, len(text)
        while True:
            kind, token = END, None
            if at < end:
                number = scanner_of[path[-1]]
                scan = scanners[number] or self._scanner(number)
                match = scan(text, at)
                kind = match.lastgroup if match is not None else None  # type: ignore[assignment]
                if kind is None:
                    raise _unexpected(text, at)
                stop = match.end()  # type: ignore[union-attr]
                if kind in ignored:
                    at = stop
                    continue
                token = Token(kind, text[at:stop], at, stop)
                callback = callbacks.get(kind)
                if callback is not None:
                    kind = callback(token).type
            while True:
                step = states[path[-1]].get(kind)
                if step is None:
                    raise _unexpected(text, at)
                if step >= 0:
                    break
                symbol, size, shape, parts, common = rules[~step]
                if common == _LIST:
                    values[-1] = [values[-1]]
                    del path[-1]
                elif common == _LONGER:
                    tail = values.pop()
                    values[-1] += tail
                    del path[-2:]
                elif common == _SAME:
                    del path[-1]
                else:
                    children = values[-size:] if size else []
                    if size:
                        del path[-size:], values[-size:]
                    children = _chosen(children, parts)
                    values.append(children if shape is None else shape(children))
                path.append(states[path[-1]][symbol])
                if path[-1] == last and token is None:
                    return values[-1]
            path.append(step)
            values.append(token)
            at = token.end_pos  # type: ignore[union-attr] # at the end only reductions remain

    def _scanner(self, number: int) -> Callable[[str, int], re.Match[str] | None]:
        scan = self._scanners[number] = unpack(self._tables.scanners[number], self._tables.made_by).match
        return scan


#: The commonest rules by what they do, all inlined: one part becomes a row, a row stays as it is, takes in another.
_LIST, _SAME, _LONGER, _OTHER = range(4)
_COMMON: dict[Parts, int] = {((0, False),): _LIST, ((0, True),): _SAME, ((0, True), (1, True)): _LONGER}


def _step_of(size: int, name: str, parts: Parts) -> int:
    return _OTHER if name or size != len(parts) else _COMMON.get(parts, _OTHER)


def _chosen(children: list[Any], parts: Parts) -> list[Any]:
    """The parts of a rule that count, those of inlined rules among them."""
    if parts and parts[0][1]:
        # The row of an inlined rule is used once, here: that it grows in place keeps time linear.
        row: list[Any] = children[parts[0][0]]
        parts = parts[1:]
    else:
        row = []
    for at, several in parts:
        if several:
            row += children[at]
        else:
            row.append(children[at])
    return row


def _unexpected(text: str, at: int) -> ValueError:
    return ValueError(f"the grammar has no word for {text[at : at + 20]!r} at offset {at}")


def tables_of(lark: Any, start: str) -> Tables:  # noqa: ANN401 - Lark's own object
    """The tables of a grammar that Lark has compiled; it must not use what the loop here does not know."""
    table = lark.parser.parser._parse_table  # noqa: SLF001
    numbers = {state: number for number, state in enumerate(table.states)}
    terminals = {terminal.name: terminal for terminal in lark.terminals}
    rules: dict[Any, int] = {}
    rows: list[tuple[str, int, str, Parts]] = []
    states: list[dict[str, int]] = []
    for actions in table.states.values():
        states.append({})
        for symbol, (action, target) in actions.items():
            if action.name == "Shift":
                states[-1][str(symbol)] = numbers[target]
                continue
            if target not in rules:
                rules[target] = len(rules)
                rows.append(_row(target))
            states[-1][str(symbol)] = ~rules[target]
    ignored = frozenset(map(str, lark.ignore_tokens))
    scanners: dict[str, int] = {}
    scanner_of = [
        scanners.setdefault(
            _pattern([terminals[one] for one in {*actions, *ignored} if one in terminals]), len(scanners)
        )
        for actions in states
    ]
    first, last = numbers[table.start_states[start]], numbers[table.end_states[start]]
    return Tables(first, last, states, [pack(one) for one in scanners], maker(), scanner_of, ignored, rows)


def _row(rule: Any) -> tuple[str, int, str, Parts]:  # noqa: ANN401
    if rule.options.expand1 or rule.options.keep_all_tokens:
        message = f"{rule.origin.name}: `?rule` and `!rule` are not known here"
        raise ValueError(message)
    symbol = str(rule.origin.name)  # Lark's names are tokens, which are no plain strings
    name = "" if symbol.startswith("_") else str(rule.alias or symbol)
    parts = tuple(
        (at, not part.is_term and part.name.startswith("_"))
        for at, part in enumerate(rule.expansion)
        if not (part.is_term and part.filter_out)
    )
    return symbol, len(rule.expansion), name, parts


def _pattern(terminals: list[Any]) -> str:
    """One expression for all terminals that may come, in the order in which Lark tries them."""
    if any(terminal.pattern.type == "str" for terminal in terminals):
        message = "terminals here are regular expressions: Lark weighs strings against them in a way of its own"
        raise ValueError(message)
    order = sorted(
        terminals, key=lambda one: (-one.priority, -one.pattern.max_width, -len(one.pattern.value), one.name)
    )
    return "|".join(f"(?P<{terminal.name}>{terminal.pattern.to_regexp()})" for terminal in order)
