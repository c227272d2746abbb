"""List the romanisations that footlint knows, each with a sample; their ids are what `system` may be set to.

examples:
  footlint systems
  footlint systems --format json
"""

from __future__ import annotations

from footlint.cli.options import write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from footlint.cli.arguments import Arguments, Options

#: Хозяйство, щ, ы, ю, я, ж, ц and the endings that systems write differently.
_SAMPLE = "Юрий Хрущёв, Хозяйство южных областей, вещь, цена"


def add_arguments(command: Arguments) -> None:
    """The options of this command."""
    command.add_argument("--format", choices=("text", "json"), default="text", help="how the list is printed")


def run(options: Options) -> int:
    """Print the list."""
    from footlint.romanization import all_systems, romanize

    systems = sorted(all_systems(), key=lambda system: system.id)
    samples = {system.id: romanize(_SAMPLE, system) for system in systems}
    if options.format == "json":
        from footlint.reporters.json import VERSION, encode

        rows = [
            {"id": system.id, "title": system.title, "source": system.source, "sample": samples[system.id]}
            for system in systems
        ]
        write(encode({"version": VERSION, "text": _SAMPLE, "systems": rows}))
        return 0
    from footlint.cli.tables import show, table

    grid = table("id", "what it is", "sample")
    for system in systems:
        grid.add_row(system.id, system.title, samples[system.id])
    show(grid)
    return 0
