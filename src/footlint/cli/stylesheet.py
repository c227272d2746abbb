"""Print the style sheet of a book: its conventions with counts and exceptions, names, works cited, abbreviations.

It is the sheet that an editor otherwise writes by hand; all chapters count together.

examples:
  footlint stylesheet chapters/                          tables
  footlint stylesheet --format markdown book/ > sheet.md a page to keep
  footlint stylesheet --format json book/                for a program
"""

from __future__ import annotations

from footlint.cli import USAGE
from footlint.cli.gathered import add_gathering, gather
from footlint.cli.options import write
from footlint.cli.tables import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from rich.table import Table

    from footlint.cli.arguments import Arguments, Options
    from footlint.cli.gathered import Gathered
    from footlint.stylesheet import Sheet


def add_arguments(command: Arguments) -> None:
    """The options of this command."""
    command.add_argument(
        "--format", choices=("text", "markdown", "json"), default="text", help="how the sheet is printed"
    )
    add_gathering(command)


def run(options: Options) -> int:
    """Print the sheet."""
    from footlint.stylesheet import stylesheet

    gathered = gather(options)
    sheet = stylesheet(gathered.whole, gathered.sources)
    if options.format == "markdown":
        from footlint.stylesheet.markdown import markdown

        write(markdown(sheet))
    elif options.format == "json":
        from footlint.reporters.json import VERSION, encode

        write(encode({"version": VERSION, **_object(sheet, gathered)}))
    elif sheet.is_empty:
        if gathered.sources:
            write(f"No notes, and nothing to say of the text, in {counted(len(gathered.sources), 'chapter')}.\n")
    else:
        _print(sheet, one_file=len(gathered.sources) == 1)
    return 0 if gathered.is_complete else USAGE


def _object(sheet: Sheet, gathered: Gathered) -> dict[str, Any]:
    from footlint.cli.works import as_object

    return {
        "conventions": [
            {
                "name": rule.convention.name,
                "value": rule.convention.value,
                "source": rule.convention.source,
                "counts": rule.convention.counts,
                "exceptions": [
                    {
                        "path": place.path,
                        "note": place.note,
                        "text": place.text,
                        "start": gathered.sources[place.path].position(place.span.start),
                        "end": gathered.sources[place.path].position(place.span.end),
                    }
                    for place in rule.exceptions
                ],
            }
            for rule in sheet.rules
        ],
        "romanisation": {"system": sheet.system or None, "departures": sheet.departures},
        "names": [
            {"reading": group.reading or None, "recommended": group.recommended, "spellings": group.spellings}
            for group in sheet.names
        ],
        "works": [as_object(entry, gathered) for entry in sheet.works],
        "prefixes": {one.text: one.count for one in sheet.prefixes},
        "acronyms": {one.text: one.count for one in sheet.acronyms},
    }


def _print(sheet: Sheet, *, one_file: bool) -> None:
    from footlint.cli.tables import show

    for at, part in enumerate(_parts(sheet, one_file=one_file)):
        if at:
            write("\n")
        write(part) if isinstance(part, str) else show(part)


def _parts(sheet: Sheet, *, one_file: bool) -> Iterator[Table | str]:
    """The tables and lines of a sheet: those that have something to say."""
    from footlint.stylesheet.markdown import romanisation_words

    if sheet.rules:
        yield _conventions(sheet, one_file=one_file)
    if sheet.system:
        yield f"romanisation: {romanisation_words(sheet)}\n"
    if sheet.names:
        yield _names(sheet)
    if sheet.works:
        yield _works(sheet)
    for title, found in (("locators", sheet.prefixes), ("acronyms", sheet.acronyms)):
        if found:
            yield f"{title}: {', '.join(f'{one.text} ({one.count})' for one in found)}\n"


def _conventions(sheet: Sheet, *, one_file: bool) -> Table:
    from footlint.cli.tables import table
    from footlint.stylesheet.markdown import exception_words, rule_words

    grid = table("convention", "this book", "exceptions")
    for rule in sheet.rules:
        grid.add_row(rule.convention.name, rule_words(rule), exception_words(rule, one_file=one_file))
    return grid


def _names(sheet: Sheet) -> Table:
    """Names that the book spells one way with their count, in bold those it does not, with each spelling's."""
    from footlint.cli.tables import table
    from footlint.transliteration.names import is_decided

    grid = table("use", "reading", "spelled")
    for group in sheet.names:
        if is_decided(group):
            grid.add_row(group.recommended, group.reading, str(group.spellings.get(group.recommended, "")))
        else:
            spelled = ", ".join(f"{spelling} {count}" for spelling, count in group.spellings.items())
            grid.add_row(group.recommended, group.reading, spelled, style="bold")
    return grid


def _works(sheet: Sheet) -> Table:
    from footlint.cli.tables import table

    grid = table("work in full", "short", "cited")
    for entry in sheet.works:
        grid.add_row(entry.full, entry.short, str(len(entry.cited)))
    return grid
