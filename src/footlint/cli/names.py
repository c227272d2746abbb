"""List the romanised Russian names and title words: their Cyrillic reading, spellings, places, and the form to use.

The words of chapters are judged together, as those of one book. A word that is spelled in several ways comes first.

examples:
  footlint names chapters/                     a table for the editor
  footlint names --format json chapter6.txt    for a program
  footlint names --words index.txt             a list, one word a line
  footlint names --system ala-lc chapter6.txt  what the house style would have
"""

from __future__ import annotations

import sys

from footlint.cli import USAGE, complain
from footlint.cli.options import add_paths, configurations_of, found_by, standard_input, troubles, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping
    from typing import Any

    from footlint.source import Source
    from footlint.transliteration.names import NameGroup

_PLACES = 6


def add_arguments(parser: ArgumentParser) -> None:
    """The options of this command."""
    add_paths(parser)
    parser.add_argument(
        "--words", metavar="FILE", help="group a list of words instead, one a line; - is standard input"
    )
    parser.add_argument("--system", metavar="ID", help="the romanisation to recommend (see footlint systems)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how the list is printed")
    parser.add_argument("--config", metavar="FILE", help="use this configuration instead of the nearest one")
    parser.add_argument("--isolated", action="store_true", help="use no configuration file")
    parser.add_argument("--no-cache", action="store_true", help="neither use nor keep what earlier runs found out")
    parser.set_defaults(select=None, ignore=None, fail_on=None)


def run(options: Namespace) -> int:
    """Print the list."""
    if options.system is not None and not _is_known(options.system):
        return USAGE
    if options.words is not None:
        return _words(options)
    return _chapters(options)


def _is_known(system: str) -> bool:
    from footlint.romanization import system_ids
    from footlint.selection import nearest

    if system in system_ids():
        return True
    guess = nearest(system, system_ids())
    complain(f"no system is called {system!r}" + (f"; did you mean {guess}?" if guess else "; see footlint systems"))
    return False


def _words(options: Namespace) -> int:
    from footlint.readers.decode import Unreadable, decode
    from footlint.transliteration.names import grouped

    try:
        if options.words == "-":
            data = sys.stdin.buffer.read()
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
    if options.format == "json":
        write(
            _json(
                [
                    {**_head(group), "occurrences": [{"word": lines[at][1], "line": lines[at][0]} for at in places]}
                    for group, places in groups
                ]
            )
        )
    else:
        _table([(group, [f"line {lines[at][0]}" for at in places]) for group, places in groups])
    return 0


def _chapters(options: Namespace) -> int:
    from footlint.cache import Cache
    from footlint.chapters import FactsCache
    from footlint.engine import read_chapters
    from footlint.readers.decode import Unreadable
    from footlint.transliteration import transliterate
    from footlint.transliteration.names import names, spelling_order

    configurations = configurations_of(options)
    found = found_by(options, configurations)
    contents = standard_input(options, found)
    cache = None if options.no_cache else FactsCache(Cache("facts"))
    unreadable = dict(found.unreadable)
    sources: dict[str, Source] = {}
    facts = []
    house: str | None = options.system
    exceptions: set[str] = set()
    for path, chapter in read_chapters(found.paths, configurations, contents=contents, cache=cache):
        if isinstance(chapter, Unreadable):
            unreadable[path] = chapter.message
            continue
        settings = configurations.of(path).settings
        house = house or settings.system
        exceptions.update(settings.exceptions)
        sources[path] = chapter.source
        facts.append(chapter.facts)
    for line in troubles(unreadable, found):
        complain(line)
    groups = spelling_order(names(transliterate(facts, house, exceptions)))
    if options.format == "json":
        write(_json([{**_head(group), "occurrences": _occurrences(group, sources)} for group in groups]))
    else:
        _table([(group, _places(group, sources, one_file=len(sources) == 1)) for group in groups])
    return USAGE if unreadable else 0


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


def _places(group: NameGroup, sources: Mapping[str, Source], *, one_file: bool) -> list[str]:
    places = []
    for word in group.occurrences:
        where = f"note {word.note}" if word.note else f"line {sources[word.path].position(word.span.start).line}"
        places.append(where if one_file else f"{word.path} {where}")
    return list(dict.fromkeys(places))


def _table(rows: list[tuple[NameGroup, list[str]]]) -> None:
    from footlint.cli.tables import show, table

    grid = table("reading", "use", "spelled", "system", "where")
    for group, places in rows:
        spelled = ", ".join(f"{spelling} {count}" for spelling, count in group.spellings.items())
        systems = ", ".join(group.systems[:2]) + (" …" if len(group.systems) > 2 else "")  # noqa: PLR2004
        where = ", ".join(places[:_PLACES]) + (" …" if len(places) > _PLACES else "")
        decided = list(group.spellings) == [group.recommended]
        grid.add_row(
            group.reading or "?", group.recommended, spelled, systems, where, style=None if decided else "bold"
        )
    show(grid)
