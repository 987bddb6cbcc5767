"""An article for people: what the reader made of a page, what it cut, and why."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from rich.console import Console
from rich.text import Text

from reportedly.cli.show.chain import names_text
from reportedly.cli.show.counts import Tally
from reportedly.cli.show.headings import print_title, published_text
from reportedly.cli.show.screen import open_console, print_labelled, print_wrapped
from reportedly.cli.show.why import reasons
from reportedly.records import Article
from reportedly.wording.counting import counted
from reportedly.wording.printable import printable
from reportedly.wording.when import iso_words

#: How many lines of the body, and characters of a cut piece, are shown unless all is asked for.
FIRST_LINES = 6
FIRST_CHARACTERS = 160


def print_articles(articles: Iterable[Article], stream: TextIO, *, tally: Tally, full: bool, why: bool) -> None:
    """Print articles as they come.

    Args:
        articles: From the reader.
        stream: Where to.
        tally: Gives the closing line.
        full: Whether bodies and cut pieces are shown whole.
        why: Whether each choice is explained.
    """
    console = open_console(stream)
    for article in articles:
        print_title(article, console=console)
        print_labelled(article_rows(article), console=console)
        if why:
            _print_list("why", reasons(article), console=console)
        _print_list("corrected", article.corrections, console=console)
        print_wrapped(Text(_shortened_body(article.text, full=full)), console=console)
        _print_list("cut", _furniture(article, full=full), console=console)
        console.print()
    if not tally.quiet:
        console.print(Text(tally.summary(), style="bold"))


def article_rows(article: Article) -> Iterator[tuple[str, Text]]:
    """Yield the labelled lines of an article."""
    publisher = article.publisher
    domain = "" if publisher is None or publisher.domain is None else f" ({publisher.domain})"
    yield "publisher", Text("unknown" if publisher is None else printable(publisher.name + domain))
    yield "credits", names_text(article.credits)
    yield "byline", Text(printable(", ".join(article.byline)))
    yield "dateline", Text(_dateline(article))
    yield "date", published_text(article.published)
    for candidate in article.published.candidates:
        yield (
            "",
            Text(f"{candidate.score:.0%} {printable(candidate.value)}: {printable(candidate.evidence)}", style="dim"),
        )
    if article.modified is not None:
        yield "changed", Text(printable(iso_words(article.modified)))
    yield "genre", Text(printable(article.genre or "unknown"))
    yield "language", Text(printable(article.language or "unknown"))
    yield "address", Text(printable(article.url or ""))
    yield "text", Text(f"{counted(len(article.text), 'character')}, {counted(len(article.furniture), 'piece')} cut")


def _dateline(article: Article) -> str:
    if article.dateline is None:
        return ""
    day = "" if article.dateline.date is None else iso_words(article.dateline.date)
    return printable(", ".join(part for part in (article.dateline.place, day) if part))


def _shortened_body(text: str, *, full: bool) -> str:
    lines = printable(text, keep_lines=True).split("\n")
    if full or len(lines) <= FIRST_LINES:
        return "\n".join(lines)
    return "\n".join([*lines[:FIRST_LINES], f"… {counted(len(lines) - FIRST_LINES, 'more line')}; --full shows all"])


def _furniture(article: Article, *, full: bool) -> Iterator[str]:
    for piece in article.furniture:
        words = " ".join(piece.text.split())
        kept = words if full or len(words) <= FIRST_CHARACTERS else words[:FIRST_CHARACTERS] + " …"
        yield f"{piece.kind}: {kept}"


def _print_list(label: str, lines: Iterable[str], *, console: Console) -> None:
    rows = [(label if number == 0 else "", Text(printable(line))) for number, line in enumerate(lines)]
    print_labelled(rows, console=console)
