"""Events of many articles in few lines: a heading for each article, a row for each event."""

from collections.abc import Callable, Iterable, Mapping
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportedly.cli.show.actors import parties_text
from reportedly.cli.show.chain import chain_text
from reportedly.cli.show.counts import Tally
from reportedly.cli.show.headings import print_heading
from reportedly.cli.show.screen import NARROW, open_console, print_labelled, print_unpadded, print_wrapped
from reportedly.cli.show.tables import QUAD_STYLES, STANDING_STYLES
from reportedly.records import Event, Modality, Report, Standing
from reportedly.storage import Backing
from reportedly.wording.printable import printable
from reportedly.wording.when import date_words

#: On how much each of a report's events rests, by event id.
FindBacking = Callable[[Report], Mapping[str, Backing]]


def print_events(reports: Iterable[Report], stream: TextIO, *, tally: Tally, backing: FindBacking) -> None:
    """Print the events of each article as they come, and a closing line with counts unless the tally keeps quiet."""
    console = open_console(stream)
    for report in reports:
        print_heading(report.article, console=console)
        print_wrapped(Text(f"article {report.article.id}", style="dim"), console=console)
        _print_events(report, backing(report), console=console)
        console.print()
    if not tally.quiet:
        console.print(Text(tally.summary(), style="bold"))


def _print_events(report: Report, backing: Mapping[str, Backing], *, console: Console) -> None:
    if console.width < NARROW:
        for event in report.events:
            labels = ("event", "when", "who", "source", "origins")
            print_labelled(zip(labels, _cells(event, backing), strict=True), console=console)
        return
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False, show_edge=False, expand=True)
    for name, ratio in (("event", 3), ("when", 2), ("who", 4), ("source", 3 if backing else 4)):
        table.add_column(name, ratio=ratio, overflow="fold")
    # What was not linked yet, and earlier texts, rest on nothing that is known.
    if backing:
        table.add_column("origins", justify="right", no_wrap=True)
    for event in report.events:
        table.add_row(*_cells(event, backing)[: len(table.columns)])
    print_unpadded(table, console=console)


def _cells(event: Event, backing: Mapping[str, Backing]) -> tuple[Text, Text, Text, Text, Text]:
    when = Text("" if event.date is None else printable(date_words(event.date)))
    origins = _origins(backing.get(event.id))
    return _kind(event), when, parties_text(event), chain_text(event.sources[-1:]), origins


def _origins(backing: Backing | None) -> Text:
    """Return "1 of 40": independent origins, of so many articles; a sign beside it where somebody differs."""
    if backing is None:
        return Text()
    text = Text(f"{backing.independent_origins} of {backing.articles}")
    if backing.disputed:
        text.append(" !", style="bold red")
    return text


def _kind(event: Event) -> Text:
    """Return type and mode, what is not plainly so, and the id by which other commands find the event."""
    text = Text.assemble((event.type, f"bold {QUAD_STYLES[event.quad]}"))
    if event.mode is not None:
        text.append(f" {printable(event.mode)}", style=QUAD_STYLES[event.quad])
    if event.standing in {Standing.ALLEGED, Standing.DENIED}:
        text.append(f", {event.standing}", style=STANDING_STYLES[event.standing])
    if event.modality is not Modality.ACTUAL:
        text.append(f", {event.modality}", style="bold")
    text.append(f"\n{printable(event.id)}", style="dim")
    return text
