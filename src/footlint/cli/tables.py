"""Tables for people, as wide as the window."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rich.table import Table


def table(*columns: str) -> Table:
    """An empty table with these headings."""
    from rich import box
    from rich.table import Table

    grid = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="dim")
    for column in columns:
        grid.add_column(column, overflow="fold")
    return grid


def show(grid: Table) -> None:
    """Print a table on standard output, with colour only where the page has it."""
    from rich.console import Console

    from footlint.reporters.page import page_for

    page = page_for(sys.stdout)
    console = Console(width=page.width, no_color=not page.colour, highlight=False, force_terminal=page.colour)
    console.print(grid)
