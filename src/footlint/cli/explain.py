"""Print the page of a rule: what the fault is, why it matters, what is flagged and what is not.

examples:
  footlint explain FN003
  footlint explain numbering-gap    by its name
"""

from __future__ import annotations

import sys

from footlint.cli import USAGE, complain
from footlint.cli.options import write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from footlint.cli.arguments import Arguments, Options


def add_arguments(command: Arguments) -> None:
    """The options of this command."""
    command.add_argument("code", metavar="CODE", help="the code or the name of a rule")


def run(options: Options) -> int:
    """Print the page."""
    from footlint.reporters.page import page_for
    from footlint.rules import MODULES, load
    from footlint.selection import nearest

    by_name = {module.rpartition(".")[2].replace("_", "-"): code for code, module in MODULES.items()}
    code = options.code.upper()
    code = code if code in MODULES else by_name.get(options.code.lower().replace("_", "-"), "")
    if not code:
        guess = nearest(options.code, (*MODULES, *by_name))
        complain(f"no rule is called {options.code!r}" + (f"; did you mean {guess}?" if guess else ""))
        return USAGE
    rule = load(code)
    page = page_for(sys.stdout)
    title = f"{rule.code} {rule.name} ({rule.severity})"
    write(f"{_bold(title, colour=page.colour)}\n\n{_page(rule.page, colour=page.colour)}\n")
    return 0


def _page(page: str, *, colour: bool) -> str:
    return "\n".join(
        _bold(line.removeprefix("## "), colour=colour) if line.startswith("## ") else line
        for line in page.strip().split("\n")
    )


def _bold(text: str, *, colour: bool) -> str:
    return f"\x1b[1m{text}\x1b[0m" if colour else text
