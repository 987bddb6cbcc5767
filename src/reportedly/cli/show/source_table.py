"""Sources with how much rests on each, as a table."""

from collections.abc import Iterable
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from reportedly.cli.show.screen import open_console, print_unpadded
from reportedly.records import SourceKind
from reportedly.storage import SourceCount
from reportedly.storage.exports.columns import Cell, safe
from reportedly.wording.counting import counted
from reportedly.wording.printable import printable

COLUMNS = ("name", "kind", "anonymous", "articles", "claims", "events", "origin_of")


def print_sources(sources: Iterable[SourceCount], stream: TextIO, *, quiet: bool) -> None:
    """Print a line for each source, and a closing line unless `quiet`."""
    console = open_console(stream)
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False, show_edge=False)
    table.add_column("source", overflow="fold")
    table.add_column("kind", overflow="fold")
    for name in ("articles", "claims", "events", "origin"):
        table.add_column(name, justify="right", no_wrap=True)
    for source in sources:
        table.add_row(*_cells(source))
    if table.row_count:
        print_unpadded(table, console=console)
    if not quiet:
        console.print(Text(counted(table.row_count, "source"), style="bold"))


def source_row(source: SourceCount) -> list[Cell]:
    """Return the line of a source for a spreadsheet."""
    values = source.to_dict() | {"anonymous": str(source.anonymous).lower()}
    return [safe(values[name]) for name in COLUMNS]


def _cells(source: SourceCount) -> list[Text]:
    name = Text(printable(source.name), style="" if source.anonymous else "bold")
    is_told = source.anonymous and source.kind is not SourceKind.UNNAMED
    kind = Text(f"{source.kind}, not named" if is_told else str(source.kind), style="dim")
    counts = (source.articles, source.claims, source.events, source.origin_of)
    return [name, kind, *(Text(f"{count:,}") for count in counts)]
