"""The border to the grammar: the text of a note in, a flat row of atoms out."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from footlint.citations.words import ABBREVIATIONS, PREFIXES, SUFFIXES

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


class Atom(msgspec.Struct):
    """A phrase of a note: a word, a sign, a number, a title, a bracket, a locator; offsets are those of the prose.

    While the grammar reads, an atom is a token, and its kind the name of a terminal.
    """

    kind: str
    start: int
    end: int
    text: str = ""
    key: str = ""
    prefix: tuple[str, int, int] | None = None
    numbers: list[Numbers] = []
    inner: list[Atom] = []


class Numbers(msgspec.Struct):
    """A number, or a range: its pieces in order (numbers and the signs between them) and its suffix.

    `joiner` is the sign or the word before it in its list, None at the head or where it is missing.
    """

    start: int
    end: int
    pieces: list[tuple[str, int, int]]
    kinds: list[str]
    suffix: tuple[int, int] | None = None
    joiner: Atom | None = None


def _numbers(tokens: list[Atom]) -> Numbers:
    suffix = [token for token in tokens if token.kind == "SUFFIX"]
    pieces = [token for token in tokens if token.kind != "SUFFIX"] if suffix else tokens
    return Numbers(
        tokens[0].start,
        tokens[-1].end,
        [(piece.text, piece.start, piece.end) for piece in pieces],
        [piece.kind for piece in pieces],
        (suffix[0].start, suffix[-1].end) if suffix else None,
    )


def atoms(text: str) -> list[Atom]:
    """The atoms of a note's text, in order. Any text has them."""
    flat: list[Atom] = _parser().parse(text)
    return flat


@cache
def _parser() -> Any:  # noqa: ANN401 - what the shaper makes
    from footlint.grammars import load

    return load("reference", _Shaper(), Atom, {"WORD": _word, "PREFIX": _prefix, "SIGN": _sign})


def _is_initial(key: str, value: str) -> bool:
    """A., Zh., I͡u.; also Shch. and Tsch., which stand for one letter, but not Hrsg. and SSSR."""
    letters = [letter for letter in key if letter.isalpha()]
    if len(letters) <= _LONGEST_INITIAL:
        return key not in _CAPITAL_WORDS
    return key in _LONG_INITIALS and not value.isupper()


#: Щ, Ч, Ш, Ю and Я as English, German, French, Polish and Italian spell them.
_LONG_INITIALS = frozenset({"shch", "sch", "tsch", "schtsch", "chtch", "tch", "szcz", "iou", "šč"})


def _word(token: Atom) -> str:
    value = token.text
    key = value.lower()
    if key[-1] == ".":
        key = key[:-1]
        if key in SUFFIXES and value[0].islower():
            kind = "SUFFIX"
        elif value[0].isupper():
            kind = "INITIAL" if _is_initial(key, value) else "CAPITAL"
        else:
            kind = "LOWER"
    elif key in {"passim", "etc", "ff"}:
        kind = "SUFFIX"
    else:
        kind = "CAPITAL" if value[0].isupper() or (len(value) > 3 and value[2].isupper()) else "LOWER"  # noqa: PLR2004
    token.key = key
    token.kind = kind
    return kind


#: Two letters that are no initials.
_CAPITAL_WORDS = frozenset({"cf", "ed", "hg", "ib", "id", "no", "nr", "op", "pp", "st", "sm", "sr", "см", "ср"})


def _prefix(token: Atom) -> str:
    value = token.text
    key = value.lower().replace(" ", "").rstrip(".")
    word_class = PREFIXES.get(key) or PREFIXES.get(key.replace(".", ""))
    if word_class is None or (value.isupper() and len(key) > 1 and value[-1] != "." and value[0].isalpha()):
        return _word(token)
    # N 45 is a number, n. 45 a note
    if value in _NUMBER_SIGNS:
        return "VOLUME"
    # tables 2 and 3: a plural takes a list
    listed = word_class in _PLURAL_CLASSES and key[-1] in "s§"
    return "UNIT" if listed else _PREFIX_TERMINALS[word_class]


_PLURAL_CLASSES = frozenset({"figure", "chapter", "section"})
_NUMBER_SIGNS = frozenset({"N", "N."})


def _sign(token: Atom) -> str:
    kind = token.kind = _SIGNS.get(token.text) or ("STOP" if token.text[0] == "." else "SIGN")
    return kind


#: What a token that goes into no other atom is.
_KINDS = {
    "CAPITAL": "cap", "LOWER": "low", "INITIAL": "init", "WORD": "low", "PREFIX": "low", "SUFFIX": "low",
    "COMMA": "comma", "STOP": "stop", "SEMICOLON": "semi", "COLON": "colon", "SLASH": "slash", "SLASHES": "slashes",
    "DASH": "dash", "SIGN": "sign", "CLOSE": "sign", "JOINT": "dash", "URL": "url", "OPEN": "sign",
    "TITLE_WORD": "low", "TICK_WORD": "low", "TITLE_DIGITS": "sign", "TITLE_SIGN": "sign",
    "EMPHASIS_OPEN": "sign", "CURLY_OPEN": "sign",
    "GUILLEMET_OPEN": "sign", "LOW_OPEN": "sign", "SINGLE_OPEN": "sign", "STRAIGHT_OPEN": "sign", "TICK_OPEN": "sign",
}  # fmt: skip


def _row(children: list[Any]) -> list[Atom]:
    """The atoms of a row whose tokens have not yet become any."""
    row: list[Atom] = []
    for child in children:
        if type(child) is list:
            row += child
            continue
        row.append(child)
        kind = child.kind
        if kind not in _KINDS:
            continue
        child.kind = _KINDS[kind]
        if not child.key:
            child.key = child.text.lower()
        elif child.text[-1] == "." and kind != "INITIAL" and not _owns_stop(child):
            child.text = child.text[:-1]
            child.end -= 1
            row.append(Atom("stop", child.end, child.end + 1, ".", "."))
    return row


def _owns_stop(word: Atom) -> bool:
    """Whether the stop behind a word belongs to it; no stop belongs to SSSR."""
    return word.key in ABBREVIATIONS and not (word.text.isupper() and len(word.key) > _LONGEST_INITIAL)


class _Shaper:
    """Makes atoms while the parser reduces, so that no tree is ever built."""

    def note(self, children: list[Any]) -> list[Atom]:
        return _row(children)

    def unclosed(self, children: list[Any]) -> list[Atom]:
        """A bracket, quotation or italics that never ends: its sign, then what it holds as plain words."""
        return _row(children)

    def bracket(self, children: list[Any]) -> Atom:
        opening, *content, closing = children
        return Atom("bracket", opening.start, closing.end, opening.text, inner=_row(content))

    def emphasised(self, children: list[Any]) -> Atom:
        return _title("emph", children)

    def quoted(self, children: list[Any]) -> Atom:
        return _title("quoted", children)

    def located(self, children: list[Any]) -> Atom:
        return _announced(children)

    def counted(self, children: list[Any]) -> Atom:
        prefix, *rest = children
        joint = [rest.pop(0)] if rest[0].kind == "JOINT" else []
        return _announced([prefix, *joint, [_numbers(rest)]])

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
                row.append(Atom(_number_kind(numbers), numbers.start, numbers.end, numbers=[numbers]))
        return row

    def numbers(self, children: list[Any]) -> list[Numbers]:
        """A list of numbers grows by one, or by a sign and one; the list itself is passed on."""
        last: Numbers = children[-1]
        if len(children) == 1:
            return [last]
        listed: list[Numbers] = children[0]
        last.joiner = children[1] if len(children) > 2 else None  # noqa: PLR2004 - the list, the sign, the number
        listed.append(last)
        return listed

    headed = numbers

    def head(self, children: list[Atom]) -> Numbers:
        return _numbers(children)

    def range(self, children: list[Atom]) -> Numbers:
        return _numbers(children)


def _listing(token: Atom) -> list[Atom]:
    """The signs of a LIST token: a comma, an “and”, or both."""
    start, value = token.start, token.text
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
    value = prefix.text
    key = "no" if value in _NUMBER_SIGNS else value.lower().replace(" ", "").rstrip(".")
    announcer = (value, prefix.start, prefix.end)
    atom = Atom("loc", prefix.start, numbers[-1].end, value, key, announcer, numbers)
    if len(rest) > 1:
        joint = rest[0]
        atom.text = "–"
        numbers[0].pieces.insert(0, (joint.text, joint.start, joint.end))
        numbers[0].kinds.insert(0, "JOINT")
        numbers[0].start = joint.start
    return atom


def _title(kind: str, children: list[Atom]) -> Atom:
    opening, *words, closing = children
    for word in words:
        if word.kind == "TICK_WORD":  # words between straight single marks end otherwise, and are words like all others
            word.kind = "TITLE_WORD"
    return Atom(kind, opening.start, closing.end, inner=words)
