"""Reports for people: a heading for each article, a block for each event, the events in reading order."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from rich.console import Console
from rich.text import Text

from reportedly.cli.show.actors import item_words, parties_text, place_words, quantity_words
from reportedly.cli.show.chain import chain_text
from reportedly.cli.show.counts import Tally
from reportedly.cli.show.headings import print_heading
from reportedly.cli.show.highlight import sentence_text
from reportedly.cli.show.screen import has_colour, open_console, print_labelled, print_wrapped
from reportedly.records import Article, Event, Modality, Quad, Report, Standing
from reportedly.resources import load_yaml
from reportedly.wording.certainty import CERTAINTY
from reportedly.wording.counting import counted
from reportedly.wording.printable import printable
from reportedly.wording.when import date_words

QUAD_STYLES = {
    Quad.VERBAL_COOPERATION: "cyan",
    Quad.MATERIAL_COOPERATION: "green",
    Quad.VERBAL_CONFLICT: "yellow",
    Quad.MATERIAL_CONFLICT: "red",
}
STANDING_STYLES = {
    Standing.ASSERTED: "",
    Standing.REPORTED: "",
    Standing.ALLEGED: "yellow",
    Standing.DENIED: "red",
}


def print_reports(reports: Iterable[Report], stream: TextIO, *, tally: Tally) -> None:
    """Print reports as they come, and a closing line with counts unless the tally keeps quiet."""
    console = open_console(stream)
    for report in reports:
        print_report(report, console=console)
    if not tally.quiet:
        console.print(Text(tally.summary(), style="bold"))


def print_report(report: Report, *, console: Console, why: bool = False) -> None:
    """Print one report: the article's heading, then its events.

    Args:
        report: From the coder.
        console: Where to.
        why: Whether the reasons for each event are told.
    """
    print_heading(report.article, console=console)
    if not report.article.is_english:
        console.print(Text(f"not coded: the text is in {report.article.language}, and only English is", style="dim"))
    elif not report.events:
        console.print(Text("no event found", style="dim"))
    for number, event in enumerate(in_reading_order(report.events), start=1):
        print_wrapped(_headline(event, number=number), console=console)
        print_labelled(event_rows(event, report.article, colour=has_colour(console)), console=console)
        if why:
            print_labelled(_reason_rows(event), console=console)
    console.print()


def in_reading_order(events: Iterable[Event]) -> list[Event]:
    """Return events by the place of their trigger."""
    return sorted(events, key=lambda event: (event.trigger, event.type))


def event_rows(event: Event, article: Article, *, colour: bool) -> Iterator[tuple[str, Text]]:
    """Yield the labelled lines of one event."""
    yield "who", parties_text(event)
    yield "when", Text("" if event.date is None else printable(date_words(event.date)))
    yield "where", Text("" if event.place is None else place_words(event.place))
    yield "figures", Text("; ".join(quantity_words(quantity) for quantity in event.quantities))
    yield "about", Text("; ".join(item_words(item) for item in event.items))
    yield "status", _status(event)
    yield "source", chain_text(event.sources)
    yield "text", sentence_text(article.text, event.evidence, event.trigger, colour=colour)


def _reason_rows(event: Event) -> Iterator[tuple[str, Text]]:
    known = load_yaml("reasons.yaml")
    for number, code in enumerate(event.why):
        meaning = known[code]["meaning"] if code in known else ""
        yield "why" if number == 0 else "", Text.assemble((printable(code), "bold"), f"  {printable(meaning)}")


def _headline(event: Event, *, number: int) -> Text:
    colour = QUAD_STYLES[event.quad]
    text = Text.assemble((f"{number:>2}  ", "dim"), (event.type, f"bold {colour}"))
    if event.mode is not None:
        text.append(f" {printable(event.mode)}", style=colour)
    text.append(f"  {event.quad}, {event.confidence:.0%} sure", style="dim")
    return text


def _status(event: Event) -> Text:
    text = Text(str(event.standing), style=STANDING_STYLES[event.standing])
    if event.modality is not Modality.ACTUAL:
        text.append(f", {event.modality}", style="bold not dim")
    text.append(f", {CERTAINTY[event.factuality]}")
    if len(event.mentions) > 1:
        text.append(f", told in {counted(len(event.mentions), 'place')}", style="dim")
    return text
