"""Show what romanised words can stand for: their Cyrillic readings, likeliest first, and the systems that give each.

A reading without a system is one that only a mixture of systems gives.

examples:
  footlint decode Tchekhov Jushkov
  footlint decode --format json Zhizn
"""

from __future__ import annotations

from footlint.cli.options import write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from footlint.cli.arguments import Arguments, Options

_MOST = 5


def add_arguments(command: Arguments) -> None:
    """The options of this command."""
    command.add_argument("words", nargs="+", metavar="WORD", help="a romanised word")
    command.add_argument("--format", choices=("text", "json"), default="text", help="how the readings are printed")


def run(options: Options) -> int:
    """Print the readings."""
    readings = [(word, _readings(word)) for word in options.words]
    if options.format == "json":
        from footlint.reporters.json import VERSION, encode

        rows = [{"word": word, "readings": found} for word, found in readings]
        write(encode({"version": VERSION, "words": rows}))
        return 0
    from footlint.cli.tables import show, table

    grid = table("word", "reading", "known", "systems")
    for word, found in readings:
        if not found:
            grid.add_row(word, "none", "", "")
        for row in found:
            grid.add_row(word, row["reading"], "yes" if row["known"] else "no", ", ".join(row["systems"]))
    show(grid)
    return 0


def _readings(word: str) -> list[dict[str, Any]]:
    from footlint.romanization import decode
    from footlint.romanization.spelling import canonical, cased_like, pieces
    from footlint.romanization.tables import tables

    joined = tables()
    whole = [("", True, joined.all)]  # a hyphened word has the readings of its parts
    for number, part in enumerate(pieces(word)):
        found = [
            (cased_like(part, reading.text), reading.entry is not None, reading.systems)
            for reading in decode(canonical(part))[:_MOST]
        ]
        parts = [(part, True, joined.all)] if number % 2 else found
        whole = [(a + b, one and two, mine & yours) for a, one, mine in whole for b, two, yours in parts][:_MOST]
    return [
        {"reading": reading, "known": known, "systems": list(joined.names(systems))}
        for reading, known, systems in whole
    ]
