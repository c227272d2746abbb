"""Runs the tables that Lark makes of a grammar: its contextual lexer and its LALR automaton, without Lark itself.

Lark takes longer to import than a chapter to parse, and what it needs for that is one loop.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from footlint.scanners import Packed, maker, pack, unpack

if TYPE_CHECKING:
    import re

#: What the lexer gives when the text has come to its end.
END = "$END"
#: Makes a token of the terminal's name, where it begins and ends, and its text.
Make = Callable[[str, int, int, str], Any]
Scan = Callable[[str, int], "re.Match[str] | None"]
#: Which parts of a rule count, each with whether it stands for several.
Parts = tuple[tuple[int, bool], ...]
#: The symbol that a rule makes, how many it is made of, the name of what shapes it, the parts that count.
Rule = tuple[str, int, str, Parts]
Shape = Callable[[list[Any]], Any]


class Tables:
    """What Lark makes of a grammar: its `state` in plain values that `marshal` keeps, and what they mean.

    `states`: for each state of the automaton where a symbol leads: to a state, to ~n where rule n is complete, or to
    n + the number of states where a symbol joins the row before it, which is then the symbol `grown[n]`.
    `scanners`: regular expressions packed by the Python `made_by`, and `scanner_of` the one that each state reads with.
    `blank`: what may stand before the first token and means nothing; a scanner reads it over behind each token.
    `rules`: the symbol that a rule makes, how many it is made of, the name of the method that shapes it (empty where
    its parts go into the rule around it), and which of its parts count, each with whether it stands for several.
    """

    __slots__ = ("blank", "end", "grown", "made_by", "rules", "scanner_of", "scanners", "start", "state", "states")

    def __init__(self, *state: Any) -> None:  # noqa: ANN401 - see below
        """Take over a state."""
        self.start: int
        self.end: int
        self.states: list[dict[str, int]]
        self.grown: list[str]
        self.scanners: list[Packed]
        self.made_by: str
        self.scanner_of: list[int]
        self.blank: Packed
        self.rules: list[Rule]
        self.state = state
        (self.start, self.end, self.states, self.grown, self.scanners, self.made_by, self.scanner_of, self.blank,
         self.rules) = state  # fmt: skip


class Parser:
    """Parses a text by tables: `make` makes its tokens, `shaper` has a method for each rule.

    `callbacks` know better for some terminals which one a token is.
    """

    def __init__(
        self, tables: Tables, shaper: object, make: Make, callbacks: Mapping[str, Callable[[Any], str]]
    ) -> None:
        self._tables = tables
        self._make = make
        self._callbacks = callbacks
        #: What each state reads with, from the first time on.
        self._scanners: list[Scan | None] = [None] * len(tables.states)
        self._blank = unpack(tables.blank, tables.made_by)
        self._rules: list[tuple[str, int, Shape | None, Parts, int]] = [
            (symbol, size, getattr(shaper, name) if name else None, parts, _how(size, parts))
            for symbol, size, name, parts in tables.rules
        ]

    def parse(self, text: str) -> Any:  # noqa: ANN401 - whatever the shaper makes of the topmost rule
        """What the shaper makes of the text. Raises ValueError where the grammar has no word for it."""
        tables, scanners, make, callbacks = self._tables, self._scanners, self._make, self._callbacks
        reduced = self._reduced
        states, grown, count = tables.states, tables.grown, len(tables.states)
        state = tables.start
        below: list[int] = []  # the states before it
        values: list[Any] = []
        at, end = self._blank.match(text).end(), len(text)  # type: ignore[union-attr] # it may be empty
        while at < end:
            match = (scanners[state] or self._scanner(state))(text, at)
            if match is None:
                raise _unexpected(text, at)
            kind: str = match.lastgroup  # type: ignore[assignment] # each terminal has a group
            stop = match.end(kind)
            token = make(kind, at, stop, text[at:stop])
            callback = callbacks.get(kind)
            if callback is not None:
                kind = callback(token)
            step = states[state].get(kind)
            while step is None or step < 0:
                if step is None:
                    raise _unexpected(text, at)
                state = reduced(~step, state, below, values)
                step = states[state].get(kind)
            if step < count:
                values.append(token)
                below.append(state)
                state = step
            else:
                values[-1].append(token)
                state = states[below[-1]][grown[step - count]]
            at = match.end()
        while state != tables.end:
            step = states[state].get(END)
            if step is None:
                raise _unexpected(text, at)
            state = reduced(~step, state, below, values)
        return values[-1]

    def _reduced(self, number: int, state: int, below: list[int], values: list[Any]) -> int:
        """The state after a rule: what it is made of gives way to what it makes."""
        symbol, size, shape, parts, how = self._rules[number]
        first = len(values) - size
        if how == _ROW:
            # the row of an inlined rule is used once, here: that it grows in place keeps time linear
            children = values[first]
            if size > 1:
                children += values[first + 1 :]
        else:
            children = values[first:]
            if how == _OTHER:
                children = _chosen(children, parts)
        del values[first:]
        value = children if shape is None else shape(children)
        if size > 1:
            del below[1 - size :]
        elif not size:
            below.append(state)
        states = self._tables.states
        step = states[below[-1]][symbol]
        if step < len(states):
            values.append(value)
            return step
        values[-1].append(value)
        del below[-1]
        return states[below[-1]][self._tables.grown[step - len(states)]]

    def _scanner(self, state: int) -> Scan:
        number = self._tables.scanner_of[state]
        scan: Scan = unpack(self._tables.scanners[number], self._tables.made_by).match
        for other, its in enumerate(self._tables.scanner_of):
            if its == number:
                self._scanners[other] = scan
        return scan


#: How the parts of a rule make its children: they are these, the first is a row that the others join, or else.
_AS_IS, _ROW, _OTHER = range(3)


def _how(size: int, parts: Parts) -> int:
    if [at for at, _ in parts] != list(range(size)) or any(several for _, several in parts[1:]):
        return _OTHER
    return _ROW if parts and parts[0][1] else _AS_IS


def _chosen(children: list[Any], parts: Parts) -> list[Any]:
    """The parts of a rule that count, those of inlined rules among them."""
    if parts and parts[0][1]:
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
    rows: list[Rule] = []
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
    blank = "".join(f"(?:{terminals[name].pattern.to_regexp()})*" for name in lark.ignore_tokens)
    scanners: dict[str, int] = {}
    scanner_of = [
        scanners.setdefault(_pattern([terminals[one] for one in actions if one in terminals], blank), len(scanners))
        for actions in states
    ]
    grown = _shorten(states, rows, scanner_of)
    first, last = numbers[table.start_states[start]], numbers[table.end_states[start]]
    for number in set(range(len(states))) - _reached(states, first):
        states[number].clear()
    return Tables(first, last, states, grown, [pack(one) for one in scanners], maker(), scanner_of, pack(blank), rows)


def _shorten(states: list[dict[str, int]], rows: list[Rule], scanner_of: list[int]) -> list[str]:
    """Let a symbol join the row before it at once where, whatever follows, it would join it two or three steps later.

    A terminal may only do so where the same scanner reads on as after those steps. Gives the symbols of such rows.
    """
    before: list[set[int]] = [set() for _ in states]
    for number, actions in enumerate(states):
        for step in actions.values():
            if step >= 0:
                before[step].add(number)
    made = {symbol for symbol, *_ in rows}
    grown: dict[str, int] = {}
    shortened: list[tuple[int, str, int]] = []
    for number, actions in enumerate(states):
        for part, step in actions.items():
            if step < 0 or (part in made and part.startswith("_")):
                continue
            row = _joins(states, rows, number, step)
            if row is not None and (
                part in made or all(scanner_of[states[under][row]] == scanner_of[step] for under in before[number])
            ):
                shortened.append((number, part, len(states) + grown.setdefault(row, len(grown))))
    for number, part, step in shortened:
        states[number][part] = step
    return list(grown)


def _joins(states: list[dict[str, int]], rows: list[Rule], number: int, step: int) -> str | None:
    """What the row in a state becomes where the symbol behind it can but join it, by _row: _row A | _row _b; _b: A."""
    rule = _only_rule(states[step], rows)
    if rule is not None and rule[1:] == _ONE:
        rule = _only_rule(states[states[number][rule[0]]], rows)
        return rule[0] if rule is not None and rule[1:] == _TWO_ROWS else None
    return rule[0] if rule is not None and rule[1:] == _ROW_AND_ONE else None


#: Rules without a name by what they are made of: a part, two rows, a row and a part.
_ONE: tuple[int, str, Parts] = (1, "", ((0, False),))
_TWO_ROWS: tuple[int, str, Parts] = (2, "", ((0, True), (1, True)))
_ROW_AND_ONE: tuple[int, str, Parts] = (2, "", ((0, True), (1, False)))


def _only_rule(actions: dict[str, int], rows: list[Rule]) -> Rule | None:
    """The rule that is complete in a state whatever follows."""
    steps = set(actions.values())
    return rows[~steps.pop()] if len(steps) == 1 and min(steps) < 0 else None


def _reached(states: list[dict[str, int]], first: int) -> set[int]:
    """The states that anything still leads to."""
    reached = {first}
    ahead = [first]
    while ahead:
        steps = {step for step in states[ahead.pop()].values() if 0 <= step < len(states)} - reached
        reached |= steps
        ahead += steps
    return reached


def _row(rule: Any) -> Rule:  # noqa: ANN401
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


def _pattern(terminals: list[Any], blank: str) -> str:
    """One expression for all terminals that may come, in the order in which Lark tries them.

    The group that names a terminal is empty and stands behind it: an expression that begins with a letter is then
    passed over as soon as the text goes on with another one.
    """
    if any(terminal.pattern.type == "str" for terminal in terminals):
        message = "terminals here are regular expressions: Lark weighs strings against them in a way of its own"
        raise ValueError(message)
    order = sorted(
        terminals, key=lambda one: (-one.priority, -one.pattern.max_width, -len(one.pattern.value), one.name)
    )
    named = "|".join(f"(?:{terminal.pattern.to_regexp()})(?P<{terminal.name}>)" for terminal in order)
    return f"(?:{named}){blank}" if order else "(?!)"
