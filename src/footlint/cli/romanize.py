"""Write Cyrillic text in a romanisation.

examples:
  footlint romanize --system ala-lc "Хозяйство северного края"
  footlint romanize --system bgn-pcgn < titles.txt
"""

from __future__ import annotations

import sys

from footlint.cli import USAGE, complain
from footlint.cli.options import write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def add_arguments(parser: ArgumentParser) -> None:
    """The options of this command."""
    parser.add_argument("--system", metavar="ID", required=True, help="the romanisation (see footlint systems)")
    parser.add_argument("text", nargs="*", metavar="TEXT", help="what to romanise (default: standard input)")


def run(options: Namespace) -> int:
    """Print the text romanised."""
    from footlint.romanization import romanize, system_ids
    from footlint.selection import nearest

    if options.system not in system_ids():
        guess = nearest(options.system, system_ids())
        hint = f"; did you mean {guess}?" if guess else "; see footlint systems"
        complain(f"no system is called {options.system!r}{hint}")
        return USAGE
    if options.text:
        write(romanize(" ".join(options.text), options.system) + "\n")
        return 0
    for line in sys.stdin:
        write(romanize(line, options.system))
    return 0
