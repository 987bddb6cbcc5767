"""Stories as a table: what happened, when, in how many articles, from how many origins."""

from collections.abc import Iterable
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from reportedly.cli.show.screen import open_console, print_unpadded
from reportedly.storage import StoryLine
from reportedly.storage.exports.columns import Cell, safe
from reportedly.wording.counting import counted
from reportedly.wording.printable import printable

COLUMNS = ("id", "title", "start", "end", "articles", "copies", "events", "origins", "independent_origins")


def print_stories(stories: Iterable[StoryLine], stream: TextIO, *, quiet: bool) -> None:
    """Print a line for each story, and a closing line unless `quiet`."""
    console = open_console(stream)
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False, show_edge=False)
    table.add_column("story", overflow="fold", ratio=1)
    table.add_column("days", overflow="fold")
    for name in ("articles", "copies", "origins", "main"):
        table.add_column(name, justify="right", no_wrap=True)
    for story in stories:
        table.add_row(*_cells(story))
    if table.row_count:
        print_unpadded(table, console=console)
    if not quiet:
        console.print(Text(counted(table.row_count, "story", plural="stories"), style="bold"))


def story_row(story: StoryLine) -> list[Cell]:
    """Return the line of a story for a spreadsheet."""
    values = story.to_dict()
    return [safe(values[name]) for name in COLUMNS]


def _cells(story: StoryLine) -> list[Text]:
    title = Text(printable(story.title) or "(no title)", style="bold")
    title.append(f"\n{printable(story.id)}", style="not bold dim")
    days = list(dict.fromkeys(day for day in (story.start, story.end) if day is not None))
    counts = (story.articles, story.copies, story.origins, story.independent_origins)
    return [title, Text("\n".join(days)), *(Text(f"{count:,}") for count in counts)]
