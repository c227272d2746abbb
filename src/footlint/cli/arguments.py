"""What a command takes on its line: plain lines are understood here, help and mistakes are left to argparse.

To load argparse and describe a command to it takes as long as to read the notes of a chapter.
"""

from __future__ import annotations

from types import SimpleNamespace as Options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable
    from typing import Any

__all__ = ["Arguments", "Options"]


class _NotPlainError(ValueError):
    """The line is for argparse: it asks for help, is wrong, or is right in a way that only argparse knows."""


class Arguments:
    """The arguments of a command, described as argparse wants it; `parser` makes the parser that takes them over."""

    def __init__(self, parser: Callable[[], ArgumentParser]) -> None:
        self._parser = parser
        self._described: list[tuple[tuple[str, ...], dict[str, Any]]] = []
        self._options: dict[str, tuple[str, dict[str, Any]]] = {}
        self._loose: tuple[str, dict[str, Any]] | None = None
        self._values: dict[str, Any] = {}

    def add_argument(self, *names: str, **about: Any) -> None:  # noqa: ANN401 - as argparse has it
        """Take an option, or the words that belong to none."""
        self._described.append((names, about))
        value = names[0].lstrip("-").replace("-", "_")
        if not _is_option(names[0]):
            self._loose = (value, about)
            return
        self._options.update(dict.fromkeys(names, (value, about)))
        self._values[value] = about.get("default", False if about.get("action") == "store_true" else None)

    def parse(self, line: list[str]) -> Options:
        """The values on a command line; where it asks for help or is wrong, argparse says so and leaves."""
        try:
            return Options(**self._plain(line))
        except ValueError:
            parser = self._parser()
            for names, about in self._described:
                parser.add_argument(*names, **about)
            return parser.parse_args(line, Options())

    def _plain(self, line: list[str]) -> dict[str, Any]:
        """The values on a line of whole options, each value a word of its own, and loose words in one row."""
        values = dict(self._values)
        loose: list[str] = []
        left = line[::-1]
        while left:
            word = left.pop()
            if not _is_option(word):
                if loose:
                    raise _NotPlainError
                loose = [word]
                while left and not _is_option(left[-1]):
                    loose.append(left.pop())
                continue
            value, about = self._options.get(word, ("", {}))
            if about.get("action") == "store_true":
                values[value] = True
                continue
            if not value or not left or _is_option(left[-1]):
                raise _NotPlainError
            given = _converted(left.pop(), about)
            values[value] = [*(values[value] or ()), given] if about.get("action") == "append" else given
        if any(about.get("required") and values[value] is None for value, about in self._options.values()):
            raise _NotPlainError
        return values | self._from_loose(loose)

    def _from_loose(self, words: list[str]) -> dict[str, Any]:
        if self._loose is None:
            if words:
                raise _NotPlainError
            return {}
        value, about = self._loose
        number = about.get("nargs")
        if (not words and number != "*") or (len(words) > 1 and number is None):
            raise _NotPlainError
        return {value: words if number else words[0]}


def _is_option(word: str) -> bool:
    return word.startswith("-") and word != "-"


def _converted(word: str, about: dict[str, Any]) -> Any:  # noqa: ANN401 - whatever its type makes of it
    if "choices" in about and word not in about["choices"]:
        raise _NotPlainError
    return about["type"](word) if "type" in about else word
