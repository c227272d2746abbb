"""Tables for people, as wide as the window."""

from __future__ import annotations

import sys
from io import StringIO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rich.table import Table

_NARROW = 100


def table(*columns: str) -> Table:
    """An empty table with these headings."""
    from rich import box
    from rich.table import Table

    grid = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="dim")
    for column in columns:
        grid.add_column(column, overflow="fold", min_width=len(column) + 1)
    return grid


def show(grid: Table, *, may_lose: str = "") -> None:
    """Print a table on standard output, with colour only where the page has it.

    On a narrow page the column `may_lose` is left out.
    """
    from rich.console import Console

    from footlint.cli.options import write
    from footlint.reporters.page import page_for

    page = page_for(sys.stdout)
    console = Console(
        file=StringIO(), width=page.width, no_color=not page.colour, highlight=False, force_terminal=page.colour
    )
    if may_lose and page.width < _NARROW:
        grid = _without(grid, may_lose)
    with console.capture() as printed:
        console.print(grid)
    lines = (line.rstrip() for line in printed.get().splitlines())
    write("\n".join(line for line in lines if line) + "\n")


def _without(grid: Table, lost: str) -> Table:
    """The table without a column; rich counts on the places its columns had when they were added."""
    columns = [column for column in grid.columns if column.header != lost]
    kept = table(*(str(column.header) for column in columns))
    for row, cells in zip(grid.rows, zip(*(column.cells for column in columns), strict=True), strict=True):
        kept.add_row(*cells, style=row.style)
    return kept


def counted(number: int, what: str) -> str:
    """As in "1 chapter" and "3 chapters"."""
    return f"{number} {what}{'' if number == 1 else 's'}"
