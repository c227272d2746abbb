"""The border to the grammar: the text of a note in, a flat row of atoms out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from footlint.citations.words import ABBREVIATIONS, PREFIXES, SUFFIXES

if TYPE_CHECKING:
    from footlint.lalr import Token

#: What the grammar needs to know of a prefix: does it take a list of numbers, or one?
_PREFIX_TERMINALS = {
    "pages": "PAGES", "columns": "PAGES", "folios": "PAGES", "units": "UNIT", "notes": "UNIT", "line": "UNIT",
    "volume": "VOLUME", "number": "VOLUME", "part": "VOLUME", "chapter": "VOLUME", "section": "VOLUME",
    "figure": "VOLUME",
}  # fmt: skip
_SIGNS = {
    ",": "COMMA", ".": "STOP", "…": "STOP", ";": "SEMICOLON", ":": "COLON", "/": "SLASH", "//": "SLASHES",
    ")": "CLOSE", "]": "CLOSE", "-": "DASH", "–": "DASH", "—": "DASH", "‒": "DASH", "−": "DASH", "―": "DASH",
    "‐": "DASH", "‑": "DASH",
}  # fmt: skip
_LONGEST_INITIAL = 2


class Atom:
    """A phrase of a note: a word, a sign, a number, a title, a bracket, a locator; offsets are those of the prose."""

    __slots__ = ("end", "inner", "key", "kind", "numbers", "prefix", "start", "text")

    def __init__(self, kind: str, start: int, end: int, text: str = "", key: str = "") -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.text = text
        self.key = key
        self.prefix: tuple[str, int, int] | None = None
        self.numbers: list[Numbers] = []
        self.inner: list[Atom] = []

    def __repr__(self) -> str:
        return f"<{self.kind} {self.text or self.key or self.numbers or self.inner}>"


class Numbers:
    """A number, or a range: its pieces in order (numbers and the signs between them) and its suffix."""

    __slots__ = ("end", "joiner", "kinds", "pieces", "start", "suffix")

    def __init__(self, tokens: list[Token]) -> None:
        self.start: int = tokens[0].start_pos or 0
        self.end: int = tokens[-1].end_pos or 0
        self.suffix: tuple[int, int] | None = None
        #: The sign or word before it in its list ("," "and"), "" at the head or where it is missing.
        self.joiner = ""
        self.pieces: list[tuple[str, int, int]] = []
        self.kinds: list[str] = []
        for token in tokens:
            if token.type == "SUFFIX":
                first = self.suffix[0] if self.suffix else token.start_pos
                self.suffix = (first or 0, token.end_pos or 0)
                continue
            self.pieces.append((str(token), token.start_pos or 0, token.end_pos or 0))
            self.kinds.append(token.type)

    def __repr__(self) -> str:
        return "".join(piece[0] for piece in self.pieces)


def atoms(text: str) -> list[Atom]:
    """The atoms of a note's text, in order. Any text has them."""
    flat: list[Atom] = _parser().parse(text)
    return flat


@cache
def _parser() -> Any:  # noqa: ANN401 - what the shaper makes
    from footlint.grammars import load

    return load("reference", _Shaper(), {"WORD": _word, "PREFIX": _prefix, "SIGN": _sign})


def _is_initial(key: str, value: str) -> bool:
    """A., Zh., I͡u.; also Shch. and Tsch., which stand for one letter, but not Hrsg. and SSSR."""
    letters = [letter for letter in key if letter.isalpha()]
    if len(letters) <= _LONGEST_INITIAL:
        return key not in _CAPITAL_WORDS
    return key in _LONG_INITIALS and not value.isupper()


#: Щ, Ч, Ш, Ю and Я as English, German, French, Polish and Italian spell them.
_LONG_INITIALS = frozenset({"shch", "sch", "tsch", "schtsch", "chtch", "tch", "szcz", "iou", "šč"})


def _word(token: Token) -> Token:
    value = token.value
    key = value.lower()
    if key[-1] == ".":
        key = key[:-1]
        if key in SUFFIXES and value[0].islower():
            token.type = "SUFFIX"
        elif value[0].isupper():
            token.type = "INITIAL" if _is_initial(key, value) else "CAPITAL"
        else:
            token.type = "LOWER"
    elif key in {"passim", "etc", "ff"}:
        token.type = "SUFFIX"
    else:
        token.type = "CAPITAL" if value[0].isupper() or (len(value) > 3 and value[2].isupper()) else "LOWER"  # noqa: PLR2004
    return token


#: Two letters that are no initials.
_CAPITAL_WORDS = frozenset({"cf", "ed", "hg", "ib", "id", "no", "nr", "op", "pp", "st", "sm", "sr", "см", "ср"})


def _prefix(token: Token) -> Token:
    value = token.value
    key = value.lower().replace(" ", "").rstrip(".")
    word_class = PREFIXES.get(key) or PREFIXES.get(key.replace(".", ""))
    if word_class is None or (value.isupper() and len(key) > 1 and value[-1] != "." and value[0].isalpha()):
        return _word(token)
    # N 45 is a number, n. 45 a note
    if value in _NUMBER_SIGNS:
        token.type = "VOLUME"
    else:
        # tables 2 and 3: a plural takes a list
        listed = word_class in _PLURAL_CLASSES and key[-1] in "s§"
        token.type = "UNIT" if listed else _PREFIX_TERMINALS[word_class]
    return token


_PLURAL_CLASSES = frozenset({"figure", "chapter", "section"})
_NUMBER_SIGNS = frozenset({"N", "N."})


def _sign(token: Token) -> Token:
    value = token.value
    token.type = _SIGNS.get(value) or ("STOP" if value[0] == "." else "SIGN")
    return token


def _leaf(token: Token) -> list[Atom]:
    """The atoms of one token: a stop that belongs to no abbreviation becomes an atom of its own."""
    kind = token.type
    start, end, value = token.start_pos or 0, token.end_pos or 0, str(token)
    if kind in {"CAPITAL", "LOWER", "SUFFIX"} and value[-1] == "." and len(value) > 1:
        key = value[:-1].lower()
        # no stop belongs to SSSR
        if key not in ABBREVIATIONS or (value.isupper() and len(key) > _LONGEST_INITIAL):
            word = Atom(_KINDS[kind], start, end - 1, value[:-1], key)
            return [word, Atom("stop", end - 1, end, ".", ".")]
        return [Atom(_KINDS[kind], start, end, value, key)]
    return [Atom(_KINDS[kind], start, end, value, value.lower() if kind != "INITIAL" else value[:-1].lower())]


_KINDS = {
    "CAPITAL": "cap", "LOWER": "low", "INITIAL": "init", "WORD": "low", "PREFIX": "low", "SUFFIX": "low",
    "COMMA": "comma", "STOP": "stop", "SEMICOLON": "semi", "COLON": "colon", "SLASH": "slash", "SLASHES": "slashes",
    "DASH": "dash", "SIGN": "sign", "CLOSE": "sign", "JOINT": "dash", "URL": "url", "OPEN": "sign",
    "TITLE_WORD": "low", "TICK_WORD": "low", "TITLE_DIGITS": "sign", "TITLE_SIGN": "sign",
    "EMPHASIS_OPEN": "sign", "CURLY_OPEN": "sign",
    "GUILLEMET_OPEN": "sign", "LOW_OPEN": "sign", "SINGLE_OPEN": "sign", "STRAIGHT_OPEN": "sign", "TICK_OPEN": "sign",
}  # fmt: skip


def _row(children: list[Any]) -> list[Atom]:
    row: list[Atom] = []
    for child in children:
        if type(child) is list:
            row.extend(child)
        elif type(child) is Atom:
            row.append(child)
        else:
            row.extend(_leaf(child))
    return row


class _Shaper:
    """Makes atoms while the parser reduces, so that no tree is ever built."""

    def note(self, children: list[Any]) -> list[Atom]:
        return _row(children)

    def unclosed(self, children: list[Any]) -> list[Atom]:
        """A bracket, quotation or italics that never ends: its sign, then what it holds as plain words."""
        return _row(children)

    def bracket(self, children: list[Any]) -> Atom:
        opening, *content, closing = children
        atom = Atom("bracket", opening.start_pos, closing.end_pos, str(opening))
        atom.inner = _row(content)
        return atom

    def emphasised(self, children: list[Any]) -> Atom:
        return _title("emph", children)

    def quoted(self, children: list[Any]) -> Atom:
        return _title("quoted", children)

    def located(self, children: list[Any]) -> Atom:
        return _announced(children)

    def counted(self, children: list[Any]) -> Atom:
        prefix, *rest = children
        joint = [rest.pop(0)] if rest[0].type == "JOINT" else []
        return _announced([prefix, *joint, [Numbers(rest)]])

    def bare(self, children: list[Any]) -> list[Atom]:
        """Bare numbers, each an atom, with the signs between them."""
        row: list[Atom] = []
        for child in children:
            if type(child) is not list:
                row.extend(_listing(child))
                continue
            for numbers in child:
                if numbers.joiner:
                    row.extend(_listing(numbers.joiner))
                atom = Atom(_number_kind(numbers), numbers.start, numbers.end)
                atom.numbers = [numbers]
                row.append(atom)
        return row

    def numbers(self, children: list[Any]) -> list[Numbers]:
        """A list of numbers grows by one, or by a sign and one; the list itself is passed on."""
        last: Numbers = children[-1]
        if len(children) == 1:
            return [last]
        listed: list[Numbers] = children[0]
        last.joiner = children[1] if len(children) > 2 else ""  # noqa: PLR2004 - the list, the sign, the number
        listed.append(last)
        return listed

    headed = numbers

    def head(self, children: list[Any]) -> Numbers:
        return Numbers(children)

    def range(self, children: list[Any]) -> Numbers:
        return Numbers(children)


def _listing(token: Token) -> list[Atom]:
    """The signs of a LIST token: a comma, an “and”, or both."""
    start = token.start_pos or 0
    value = str(token)
    row = []
    if value[0] == ",":
        row.append(Atom("comma", start, start + 1, ",", ","))
    word = value.lstrip(",").strip()
    if word:
        at = start + value.index(word)
        row.append(Atom("low", at, at + len(word), word, word.lower()))
    return row


def _number_kind(numbers: Numbers) -> str:
    kinds = numbers.kinds
    if kinds[0] == "DATE":
        return "date"
    return "figure" if kinds[0] == "FIGURE" else "num"


def _announced(children: list[Any]) -> Atom:
    prefix, *rest = children
    numbers: list[Numbers] = rest[-1]
    value = str(prefix)
    key = "no" if value in _NUMBER_SIGNS else value.lower().replace(" ", "").rstrip(".")
    atom = Atom("loc", prefix.start_pos, numbers[-1].end, value, key)
    atom.prefix = (value, prefix.start_pos, prefix.end_pos)
    atom.numbers = numbers
    if len(rest) > 1:
        joint = rest[0]
        atom.text = "–"
        numbers[0].pieces.insert(0, (str(joint), joint.start_pos, joint.end_pos))
        numbers[0].kinds.insert(0, "JOINT")
        numbers[0].start = joint.start_pos
    return atom


#: Words between straight single marks end otherwise, and are words like all others.
_INNER = {"TICK_WORD": "TITLE_WORD"}


def _title(kind: str, children: list[Any]) -> Atom:
    opening, *words, closing = children
    atom = Atom(kind, opening.start_pos, closing.end_pos)
    atom.inner = [Atom(_INNER.get(word.type, word.type), word.start_pos, word.end_pos, str(word)) for word in words]
    return atom
