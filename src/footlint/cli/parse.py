"""Show how notes are understood: citations with their fields, locators, cross-references, remarks.

Notes are those of chapters, or one given on the command line, in which *…* is italics.

examples:
  footlint parse chapter6.txt                     every note
  footlint parse --note 183 chapter6.txt          one note
  footlint parse --text "Ibid., pp. 12–14."       a note typed here
"""

from __future__ import annotations

from footlint.cli import USAGE, complain
from footlint.cli.gathered import add_gathering, gather
from footlint.cli.options import write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from footlint.cli.arguments import Arguments, Options


def add_arguments(command: Arguments) -> None:
    """The options of this command."""
    command.add_argument("--text", metavar="NOTE", help="parse this note and no chapter")
    command.add_argument("--note", metavar="LABEL", action="append", help="only the note with this label")
    command.add_argument("--format", choices=("text", "json"), default="text", help="how the parse is printed")
    add_gathering(command)


def run(options: Options) -> int:
    """Print the parse."""
    from footlint.citations.outline import outline

    if options.text is not None:
        rows: list[dict[str, Any]] = [{"note": None, "text": options.text, "parse": outline(_typed(options.text))}]
        complete = True
    else:
        gathered = gather(options)
        complete = gathered.is_complete
        rows = [
            {
                "path": facts.path,
                "note": fact.label,
                "text": gathered.sources[facts.path].slice(fact.span),
                "parse": outline(fact.elements),
            }
            for facts in gathered.facts
            for fact in facts.notes
            if not options.note or fact.label in options.note
        ]
        if options.note and not rows:
            complain(f"there is no note {', '.join(options.note)}")
            return USAGE
    if options.format == "json":
        from footlint.reporters.json import VERSION, encode

        write(encode({"version": VERSION, "notes": rows}))
    elif rows:
        several = len({row.get("path") for row in rows}) > 1
        write("\n".join((f"{row['path']}:\n" if several else "") + _shown(row) for row in rows))
    elif complete:
        write("No notes.\n")
    return 0 if complete else USAGE


def _typed(text: str) -> tuple[Any, ...]:
    """The parse of a note typed on the command line, read as the only note of a plain-text chapter."""
    from footlint.extract import extract
    from footlint.readers.plain import read_plain
    from footlint.source import Source

    facts = extract(read_plain(Source("<note>", f"Text.¹\n\n1 {text}\n")))
    return facts.notes[0].elements if facts.notes else ()


def _shown(row: dict[str, Any]) -> str:
    lines = [row["text"].strip()]
    for element in row["parse"]:
        for at, (name, value) in enumerate(element.items()):
            values = value if isinstance(value, list) else [value]
            lines += [f"{'- ' if not at else '  '}{name}: {one}" for one in values]
    return "\n".join(lines) + "\n"
