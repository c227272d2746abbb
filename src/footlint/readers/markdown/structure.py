"""From the events of the CommonMark parser to leaves and definitions, with offsets in code points."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from footlint.document import BlockKind, Comment
from footlint.expressions import expression
from footlint.readers.markdown.mask import is_money
from footlint.readers.markdown.tokens import Definition, Kind, Leaf, Structure
from footlint.source import Span

#: Each pass may show new pairs of dollar signs; after this many they are all taken for money.
PASSES = 3

#: Spaces and quotation signs at the end of one line and the beginning of the next.
LONGEST_PREFIX = 40

_LINE_END = expression(r"\r\n|\r|\n")
#: What text stands in, and what it is then; in a paragraph it is what the paragraph stands in.
_LEAVES: dict[str, BlockKind | None] = {"Paragraph": None, "Heading": "heading", "TableCell": "table"}
_CONTAINERS: dict[str, BlockKind] = {"BlockQuote": "quotation", "Item": "list"}
_DEFINITION_LINE = expression(r"\[\^[^\]\s]+\]:")


def structure_of(text: str) -> Structure:
    """Take a chapter apart. What stands between dollar signs of money is read again, as text."""
    for _ in range(PASSES):
        walk = _Walk(text)
        walk.run(math=True)
        if not walk.dollars:
            break
        signs = list(text)
        for at in walk.dollars:
            signs[at] = "%"  # as long as the sign itself, and nothing to the parser
        text = "".join(signs)
    else:
        walk = _Walk(text)
        walk.run(math=False)
    if any(definition.interrupts for definition in walk.structure.definitions):
        from footlint.readers.markdown.colons import take_colons

        take_colons(text, walk.structure)
    return walk.structure


def code_points(data: bytes) -> Callable[[int], int]:
    """The code point that a byte offset stands at; cheap as long as offsets hardly ever go back."""
    if data.isascii():
        return lambda offset: offset
    byte = point = 0

    def at(offset: int) -> int:
        nonlocal byte, point
        if offset >= byte:
            point += len(data[byte:offset].decode())
        else:
            point -= len(data[offset:byte].decode())
        byte = offset
        return point

    return at


class _Walk:
    """One pass over the events. `base` and `definition` place a stretch that is read by itself."""

    def __init__(self, text: str, start: int = 0, end: int | None = None, structure: Structure | None = None) -> None:
        self.text = text
        self.start = start
        self.end = len(text) if end is None else end
        self.structure = structure or Structure()
        self.dollars: list[int] = []
        self._containers: list[tuple[BlockKind, Definition | None]] = [("paragraph", None)]
        self._leaf: Leaf | None = None
        self._opened = 0  # where the code, HTML block or image that is being passed over began
        self._hidden = 0  # how many of those are open
        self._links: list[tuple[int, bool]] = []
        self._tags: list[tuple[str, int, int]] = []

    def run(self, *, math: bool) -> None:  # noqa: C901 - one loop, a line a kind of event
        """Read the events of the stretch."""
        stretch = self.text[self.start : self.end]
        point = code_points(stretch.encode())
        starts, ends, inlines = self._handlers()
        base = self.start
        for event, place in _events(stretch, math=math):
            if type(event) is str:
                if event != "Rule" and not self._hidden:
                    self._token(Kind.BREAK, base + point(place["start"]), base + point(place["end"]))
                continue
            ((name, value),) = event.items()
            if name == "Text":
                if not self._hidden:
                    start = base + point(place["start"])
                    # what is ASCII and as long as in the source ends so many code points on
                    plain = value.isascii() and place["end"] - place["start"] == len(value)
                    self._text(start, start + len(value) if plain else base + point(place["end"]), value)
            elif name == "Start":
                kind = value if type(value) is str else next(iter(value))
                if kind in _LEAVES:
                    self._open(_LEAVES[kind])
                elif kind in starts:
                    starts[kind](base + point(place["start"]), value)
            elif name == "End":
                kind = value if type(value) is str else next(iter(value))
                if kind in _LEAVES:
                    self._close()
                elif kind in ends:
                    ends[kind](base + point(place["end"]), kind)
            elif not self._hidden and name in inlines:
                start = base + point(place["start"])
                inlines[name](start, base + point(place["end"]), value)
        self._close()

    def _handlers(
        self,
    ) -> tuple[
        dict[str, Callable[[int, Any], None]],
        dict[str, Callable[[int, str], None]],
        dict[str, Callable[[int, int, str], None]],
    ]:
        starts: dict[str, Callable[[int, Any], None]] = {
            "BlockQuote": self._enter,
            "Item": self._enter,
            "List": lambda _at, _value: self._close(),
            "Table": lambda _at, _value: self._close(),
            "FootnoteDefinition": self._define,
            "CodeBlock": self._hide_block,
            "HtmlBlock": self._hide_block,
            "Image": self._hide,
            "Link": self._link,
            "Emphasis": lambda at, _value: self._token(Kind.OPEN, at, at + 1),
        }
        ends: dict[str, Callable[[int, str], None]] = {
            "BlockQuote": self._leave,
            "Item": self._leave,
            "FootnoteDefinition": self._leave,
            "CodeBlock": self._end_code,
            "HtmlBlock": self._end_html,
            "Image": self._end_image,
            "Link": self._end_link,
            "Emphasis": lambda at, _kind: self._token(Kind.CLOSE, at - 1, at),
        }
        inlines: dict[str, Callable[[int, int, str], None]] = {
            "FootnoteReference": lambda start, end, _value: self._token(Kind.CALL, start, end),
            "Code": lambda start, end, _value: self._token(Kind.OPAQUE, start, end),
            "InlineHtml": self._tag,
            "InlineMath": self._formula,
            "DisplayMath": lambda start, end, _value: self._token(Kind.OPAQUE, start, end),
        }
        return starts, ends, inlines

    # Blocks

    def _open(self, kind: BlockKind | None = None) -> Leaf:
        self._close()
        around, definition = self._containers[-1]
        self._leaf = Leaf(kind or around, definition)
        return self._leaf

    def _close(self) -> None:
        if self._leaf is not None and self._leaf.tokens:
            self.structure.leaves.append(self._leaf)
            if self._leaf.definition is not None:
                self._leaf.definition.end = max(self._leaf.definition.end, self._leaf.tokens[-1][2])
        self._leaf = None
        self._links.clear()
        self._tags.clear()

    def _enter(self, _at: int, value: str | dict[str, Any]) -> None:
        self._close()
        name = value if isinstance(value, str) else next(iter(value))
        self._containers.append((_CONTAINERS[name], self._containers[-1][1]))

    def _leave(self, _at: int, _kind: str) -> None:
        self._close()
        self._containers.pop()

    def _define(self, at: int, value: dict[str, str]) -> None:
        self._close()
        at = self.text.index("[^", at)
        label = value["FootnoteDefinition"]
        definition = Definition(at, label, at + len(label) + 4)
        leaves = self.structure.leaves
        if leaves and leaves[-1].kind == "paragraph" and leaves[-1].definition is None:
            definition.interrupts = _is_next_line(self.text, leaves[-1].tokens[-1][2], at)
        self.structure.definitions.append(definition)
        self._containers.append(("paragraph", definition))

    def _hide(self, at: int, _value: object) -> None:
        if not self._hidden:
            self._opened = at
        self._hidden += 1

    def _hide_block(self, at: int, value: object) -> None:
        self._close()
        self._hide(at, value)

    def _end_code(self, at: int, _kind: str) -> None:
        self._hidden -= 1
        end = self._opened + len(self.text[self._opened : at].rstrip())
        if self._containers[-1][1] is None:
            self.structure.code.append(Span(self._opened, end))
        else:
            self._open().tokens.append((Kind.OPAQUE, self._opened, end, ""))
            self._close()

    def _end_html(self, at: int, _kind: str) -> None:
        self._hidden -= 1
        from footlint.readers.markdown import html

        leaf = self._open()
        for token in html.block_tokens(self.text, self._opened, at):
            kind, start, end, text = token
            if kind is Kind.TEXT and self._begins_definition(text, start):
                # No blank line after the last tag: to the author it is a definition all the same.
                self._close()
                below = _Walk(self.text, start, at, self.structure)
                below.run(math=False)
                return
            if kind is Kind.ENTITY and not text:
                self._comment(start, end)
                continue
            leaf.has_bracket = leaf.has_bracket or "[" in text
            leaf.tokens.append(token)
        if not any(token[0] in (Kind.TEXT, Kind.ENTITY, Kind.OPAQUE) for token in leaf.tokens):
            leaf.tokens.clear()
        self._close()

    def _begins_definition(self, text: str, start: int) -> bool:
        return _DEFINITION_LINE.match(text) is not None and _is_next_line(self.text, max(0, start - 4), start)

    # Inlines

    def _token(self, kind: Kind, start: int, end: int) -> None:
        if not self._hidden:
            (self._leaf or self._open()).tokens.append((kind, start, end, ""))

    def _text(self, start: int, end: int, value: str) -> None:
        leaf = self._leaf or self._open()
        if self.text[start:end] != value:
            leaf.tokens.append((Kind.ENTITY, start, end, value))
            return
        leaf.tokens.append((Kind.TEXT, start, end, value))
        if "[" in value:
            leaf.has_bracket = True

    def _formula(self, start: int, end: int, value: str) -> None:
        if is_money(value, self.text[end : end + 1]):
            self.dollars += (start, end - 1)
        self._token(Kind.OPAQUE, start, end)

    def _tag(self, start: int, end: int, value: str) -> None:
        if value.startswith("<!--"):
            self._comment(start, end)
            return
        from footlint.readers.markdown import html

        leaf = self._leaf or self._open()
        name, closes = html.tag_of(value)
        if name in html.HIDING:
            self._hide_in_tag(leaf, name, start, end, closes=closes)
            return
        token = html.tag_token(self.text[start:end], start)
        if token is not None:
            leaf.tokens.append(token)

    def _hide_in_tag(self, leaf: Leaf, name: str, start: int, end: int, *, closes: bool) -> None:
        if not closes:
            self._tags.append((name, start, len(leaf.tokens)))
        elif self._tags and self._tags[-1][0] == name:
            _, opened, count = self._tags.pop()
            leaf.tokens[count:] = [(Kind.OPAQUE, opened, end, "")]

    def _comment(self, start: int, end: int) -> None:
        text = self.text[start + 4 : end]
        self.structure.comments.append(Comment(Span(start, end), text.removesuffix("-->")))

    def _link(self, at: int, _value: object) -> None:
        # `^[note](…)` and `[^1](…)` look like links to the parser, but not to whoever wrote them.
        is_note = self.text[at - 1 : at] == "^" or self.text[at + 1 : at + 2] == "^"
        self._links.append((at, is_note))
        if is_note and not self._hidden:
            self._text(at, at + 1, "[")

    def _end_link(self, at: int, _kind: str) -> None:
        if not self._links:
            return
        _, is_note = self._links.pop()
        leaf = self._leaf
        if not is_note or leaf is None or self._hidden:
            return
        closing = self.text.find("]", leaf.tokens[-1][2], at)
        if closing >= 0:
            self._text(closing, closing + 1, "]")
            if closing + 1 < at:
                self._text(closing + 1, at, self.text[closing + 1 : at])

    def _end_image(self, at: int, _kind: str) -> None:
        self._hidden -= 1
        self._token(Kind.OPAQUE, self._opened, at)


def _is_next_line(text: str, before: int, at: int) -> bool:
    """Tell whether just one line end, and hardly more, stands between two places."""
    between = text[before:at]
    return at - before <= LONGEST_PREFIX and len(_LINE_END.findall(between)) == 1


def _events(text: str, *, math: bool) -> Iterable[tuple[Any, Any]]:
    from pyromark import Options, events_with_range

    options = Options.ENABLE_FOOTNOTES | Options.ENABLE_TABLES | Options.ENABLE_STRIKETHROUGH
    return events_with_range(text, options=options | Options.ENABLE_MATH if math else options)
