"""List the works that chapters cite, with all the notes that cite them, or write them for Zotero and pandoc.

A work cited under several spellings is one work. Where a Russian title can be read without doubt, its Cyrillic goes
along.

examples:
  footlint works chapters/                               a table
  footlint works --format csl-json book/ > works.json    for Zotero and pandoc
  footlint works --format bibtex book/ > works.bib       for LaTeX
"""

from __future__ import annotations

from footlint.cli import USAGE
from footlint.cli.gathered import add_gathering, gather
from footlint.cli.options import write
from footlint.cli.tables import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from footlint.bibliography.entry import Entry
    from footlint.cli.arguments import Arguments, Options
    from footlint.cli.gathered import Gathered

_PLACES = 8


def add_arguments(command: Arguments) -> None:
    """The options of this command."""
    command.add_argument(
        "--format", choices=("text", "json", "csl-json", "bibtex"), default="text", help="how the works are printed"
    )
    add_gathering(command)


def run(options: Options) -> int:
    """Print the works."""
    from footlint.reporters.json import VERSION, encode

    gathered = gather(options)
    found = listed(gathered)
    if options.format == "bibtex":
        from footlint.bibliography.bibtex import bibtex

        write(bibtex(found))
    elif options.format == "csl-json":
        from footlint.bibliography.csl import csl_json

        write(encode(csl_json(found)))
    elif options.format == "json":
        write(encode({"version": VERSION, "works": [as_object(entry, gathered) for entry in found]}))
    elif found:
        _table(found, one_file=len(gathered.sources) == 1)
    elif gathered.sources:
        write(f"No works cited in {counted(len(gathered.sources), 'chapter')}.\n")
    return 0 if gathered.is_complete else USAGE


def listed(gathered: Gathered) -> list[Entry]:
    """The works of the chapters."""
    from footlint.bibliography.entry import entries
    from footlint.bibliography.original import Originals

    whole = gathered.whole
    return entries(whole.works, gathered.sources, Originals(whole.transliteration))


def as_object(entry: Entry, gathered: Gathered) -> dict[str, Any]:
    """A work as plain values, with its places."""
    return {
        "key": entry.key,
        "kind": entry.kind,
        "title": entry.title,
        "original_title": entry.original_title or None,
        "authors": [{"family": name.family, "given": name.given} for name in entry.authors],
        "full": entry.full,
        "short": entry.short or None,
        "cited": [
            {
                "path": cited.path,
                "note": cited.label,
                "how": cited.how,
                "start": gathered.sources[cited.path].position(cited.citation.span.start),
                "end": gathered.sources[cited.path].position(cited.citation.span.end),
            }
            for cited in entry.cited
        ],
    }


def places(entry: Entry, *, one_file: bool) -> str:
    """The notes that cite a work, as "166, 182, 183 …"."""
    notes: dict[str, list[str]] = {}
    for cited in entry.cited:
        notes.setdefault("" if one_file else f"{cited.path} ", []).append(cited.label)
    return "; ".join(path + _some(list(dict.fromkeys(labels))) for path, labels in notes.items())


def _some(labels: list[str]) -> str:
    return ", ".join(labels[:_PLACES]) + (" …" if len(labels) > _PLACES else "")


def _table(found: list[Entry], *, one_file: bool) -> None:
    from footlint.cli.tables import show, table

    grid = table("work", "original", "cited", "notes")
    for entry in found:
        grid.add_row(entry.full, entry.original_title, str(len(entry.cited)), places(entry, one_file=one_file))
    show(grid, may_lose="original")
