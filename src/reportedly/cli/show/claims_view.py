"""Claims for people: a table of who says what, or the article itself with the claims marked in it."""

from collections.abc import Callable, Iterable
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportedly.cli.show.chain import chain_text
from reportedly.cli.show.counts import Tally
from reportedly.cli.show.headings import print_heading
from reportedly.cli.show.highlight import CONTENT, CUE, SOURCE, Mark, claim_marks, marked_text
from reportedly.cli.show.screen import NARROW, has_colour, open_console, print_labelled, print_unpadded, print_wrapped
from reportedly.records import Act, Claim, Report
from reportedly.wording.certainty import CERTAINTY
from reportedly.wording.printable import printable

LEGEND = "source cue content"
#: Before what is said inside another claim.
INSIDE = "└ "


def print_claims(reports: Iterable[Report], stream: TextIO, *, tally: Tally) -> None:
    """Print a table of claims for each article."""
    _print_each(reports, stream, tally=tally, body=_overview)


def print_reading_view(reports: Iterable[Report], stream: TextIO, *, tally: Tally) -> None:
    """Print each article with sources, cues and contents marked."""
    _print_each(reports, stream, tally=tally, body=_reading_view)


def _print_each(
    reports: Iterable[Report], stream: TextIO, *, tally: Tally, body: Callable[[Report, Console], None]
) -> None:
    console = open_console(stream)
    for report in reports:
        print_heading(report.article, console=console)
        body(report, console)
        console.print()
    if not tally.quiet:
        console.print(Text(tally.summary(), style="bold"))


def _overview(report: Report, console: Console) -> None:
    claims = sorted(report.claims, key=lambda claim: (claim.content, claim.cue))
    if not claims:
        console.print(Text("no claim found", style="dim"))
    elif console.width < NARROW:
        _print_blocks(claims, report, console=console)
    else:
        _print_table(claims, report, console=console)


def _print_table(claims: list[Claim], report: Report, *, console: Console) -> None:
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False, show_edge=False, expand=True)
    table.add_column("who says", ratio=3, overflow="fold")
    table.add_column("how", ratio=3, overflow="fold")
    table.add_column("what", ratio=7, overflow="fold")
    for claim in claims:
        table.add_row(chain_text(claim.sources), _manner(claim, report), _words(claim, report))
    print_unpadded(table, console=console)


def _print_blocks(claims: list[Claim], report: Report, *, console: Console) -> None:
    for claim in claims:
        rows = [
            ("who says", chain_text(claim.sources)),
            ("how", _manner(claim, report)),
            ("what", _words(claim, report)),
        ]
        print_labelled(rows, console=console)
        console.print()


def _manner(claim: Claim, report: Report) -> Text:
    cue = " … ".join(report.article.text[start:end] for start, end in claim.cue)
    act = [] if claim.act is Act.SAY else [str(claim.act)]
    doubt = ["not verified"] if claim.unverified else []
    remarks = ", ".join([*act, str(claim.kind), CERTAINTY[claim.factuality], *doubt, *_denied(claim, report)])
    return Text.assemble((printable(cue), "bold yellow"), (f" ({remarks})", "dim"))


def _denied(claim: Claim, report: Report) -> list[str]:
    """Return whose claim a claim denies, by its cue."""
    denied = next((other for other in report.claims if other.id == claim.denies), None)
    if denied is None:
        return []
    return [f"denies {printable(denied.sources[-1].name)}" if denied.sources else "denies a claim"]


def _words(claim: Claim, report: Report) -> Text:
    words = printable(" … ".join(report.article.text[start:end] for start, end in claim.content))
    return Text(f"{INSIDE}{words}" if claim.parent is not None else words)


def _reading_view(report: Report, console: Console) -> None:
    colour = has_colour(console)
    console.print(_legend(colour=colour))
    text = report.article.text
    marks = claim_marks(report.claims)
    print_wrapped(marked_text(text, (0, len(text)), marks, colour=colour, keep_lines=True), console=console)


def _legend(*, colour: bool) -> Text:
    marks = [
        Mark((LEGEND.index(word), LEGEND.index(word) + len(word)), pen)
        for word, pen in (("source", SOURCE), ("cue", CUE), ("content", CONTENT))
    ]
    return marked_text(LEGEND, (0, len(LEGEND)), marks, colour=colour)
