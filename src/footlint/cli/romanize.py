"""Write Cyrillic text in a romanisation.

examples:
  footlint romanize --system ala-lc "Хозяйство северного края"
  footlint romanize --system bgn-pcgn < titles.txt
"""

from __future__ import annotations

from footlint.cli import USAGE, complain
from footlint.cli.options import open_input, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from footlint.cli.arguments import Arguments, Options


def add_arguments(command: Arguments) -> None:
    """The options of this command."""
    command.add_argument("--system", metavar="ID", required=True, help="the romanisation (see footlint systems)")
    command.add_argument("text", nargs="*", metavar="TEXT", help="what to romanise (default: standard input)")


def run(options: Options) -> int:
    """Print the text romanised."""
    from footlint.romanization import romanize
    from footlint.selection import is_system, unknown_system

    if not is_system(options.system):
        complain(unknown_system(options.system))
        return USAGE
    if options.text:
        write(romanize(" ".join(options.text), options.system) + "\n")
        return 0
    for line in open_input():
        write(romanize(line.decode("utf-8", "surrogateescape"), options.system))
    return 0
