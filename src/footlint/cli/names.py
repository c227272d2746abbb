"""List the romanised Russian names and title words: their Cyrillic reading, spellings, places, and the form to use.

The words of chapters are judged together, as those of one book. A word that is spelled in several ways comes first.

examples:
  footlint names chapters/                     a table for the editor
  footlint names --format json chapter6.txt    for a program
  footlint names --words index.txt             a list, one word a line
  footlint names --system ala-lc chapter6.txt  what the house style would have
"""

from __future__ import annotations

from footlint.cli import USAGE, complain
from footlint.cli.gathered import add_gathering, gather
from footlint.cli.options import all_input, write
from footlint.cli.tables import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from footlint.cli.arguments import Arguments, Options
    from footlint.source import Source
    from footlint.transliteration.names import NameGroup

_PLACES = 6
_FILES = 4


def add_arguments(command: Arguments) -> None:
    """The options of this command."""
    command.add_argument(
        "--words", metavar="FILE", help="group a list of words instead, one a line; - is standard input"
    )
    command.add_argument("--system", metavar="ID", help="the romanisation to recommend (see footlint systems)")
    command.add_argument("--format", choices=("text", "json"), default="text", help="how the list is printed")
    add_gathering(command)


def run(options: Options) -> int:
    """Print the list."""
    if options.system is not None:
        from footlint.selection import is_system, unknown_system

        if not is_system(options.system):
            complain(unknown_system(options.system))
            return USAGE
    return _chapters(options) if options.words is None else _words(options)


def _words(options: Options) -> int:
    from footlint.readers.decode import Unreadable, decode
    from footlint.transliteration.names import grouped

    try:
        if options.words == "-":
            data = all_input()
        else:
            with open(options.words, "rb") as file:
                data = file.read()
        text = decode(options.words, data)[0].text
    except OSError as error:
        complain(f"{options.words}: {error.strerror or error}")
        return USAGE
    except Unreadable as error:
        complain(str(error))
        return USAGE
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    groups = grouped([word for _, word in lines], options.system)
    if options.format == "text" and not groups:
        write(f"No words in {options.words}.\n")
    elif options.format == "json":
        write(
            _json(
                [
                    {**_head(group), "occurrences": [{"word": lines[at][1], "line": lines[at][0]} for at in places]}
                    for group, places in groups
                ]
            )
        )
    else:
        _table([(group, _listed("line", [str(lines[at][0]) for at in places])) for group, places in groups])
    return 0


def _chapters(options: Options) -> int:
    from footlint.transliteration.book import transliterate
    from footlint.transliteration.names import names, spelling_order

    gathered = gather(options)
    sources = gathered.sources
    house = options.system or gathered.settings.system
    groups = spelling_order(names(transliterate(gathered.facts, house, gathered.settings.exceptions)))
    if options.format == "json":
        write(_json([{**_head(group), "occurrences": _occurrences(group, sources)} for group in groups]))
    elif not groups:
        if sources:
            write(f"No romanised Russian in {counted(len(sources), 'chapter')}.\n")
    else:
        _table([(group, _places(group, sources, one_file=len(sources) == 1)) for group in groups])
    return 0 if gathered.is_complete else USAGE


def _head(group: NameGroup) -> dict[str, Any]:
    return {
        "reading": group.reading or None,
        "recommended": group.recommended,
        "spellings": list(group.spellings),
        "counts": group.spellings,
        "systems": list(group.systems),
    }


def _occurrences(group: NameGroup, sources: Mapping[str, Source]) -> list[dict[str, Any]]:
    return [
        {
            "word": word.text,
            "path": word.path,
            "note": word.note,
            "start": sources[word.path].position(word.span.start),
            "end": sources[word.path].position(word.span.end),
        }
        for word in group.occurrences
    ]


def _json(groups: list[dict[str, Any]]) -> str:
    from footlint.reporters.json import VERSION, encode

    return encode({"version": VERSION, "groups": groups})


def _places(group: NameGroup, sources: Mapping[str, Source], *, one_file: bool) -> str:
    """Where a word stands, as "notes 3, 10, 12 …; line 40"."""
    notes: dict[str, list[str]] = {}
    for word in group.occurrences:
        line = sources[word.path].position(word.span.start).line
        kind, number = ("note", word.note) if word.note else ("line", str(line))
        notes.setdefault(kind if one_file else f"{word.path} {kind}", []).append(number)
    told = [_listed(kind, list(dict.fromkeys(numbers))) for kind, numbers in notes.items()]
    more = [f"and {counted(len(told) - _FILES, 'more chapter')}"] if len(told) > _FILES + 1 else []
    return "; ".join([*(told[:_FILES] if more else told), *more])


def _listed(kind: str, numbers: list[str]) -> str:
    many = f"{', '.join(numbers[:_PLACES])}{' …' if len(numbers) > _PLACES else ''}"
    return f"{kind}{'' if len(numbers) == 1 else 's'} {many}"


def _table(rows: list[tuple[NameGroup, str]]) -> None:
    from footlint.cli.tables import show, table
    from footlint.transliteration.names import is_decided

    grid = table("reading", "use", "spelled", "systems", "where")
    for group, where in rows:
        spelled = ", ".join(f"{spelling} {count}" for spelling, count in group.spellings.items())
        systems = ", ".join(group.systems[:2]) + (" …" if len(group.systems) > 2 else "")  # noqa: PLR2004
        sure = is_decided(group)
        if sure:
            spelled = str(group.spellings[group.recommended])
        grid.add_row(group.reading or "?", group.recommended, spelled, systems, where, style=None if sure else "bold")
    show(grid, may_lose="systems")
