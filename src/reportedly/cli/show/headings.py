"""The heading of an article: title, who carries it, whose copy it is, and when it appeared."""

from rich.console import Console
from rich.text import Text

from reportedly.cli.show.chain import names_text
from reportedly.cli.show.screen import joined, print_wrapped
from reportedly.records import Article, Published
from reportedly.wording.printable import printable
from reportedly.wording.when import iso_words

#: How much of the text stands in for a missing title, in characters.
STAND_IN = 60


def print_heading(article: Article, *, console: Console) -> None:
    """Print the heading of an article."""
    print_title(article, console=console)
    print_wrapped(_origin_text(article), console=console)


def print_title(article: Article, *, console: Console) -> None:
    """Print the title, or the first words of a text without one, and a line below it."""
    title = _title_text(article)
    print_wrapped(title, console=console)
    print_wrapped(Text("─" * min(title.cell_len, console.width), style="dim"), console=console)


def _title_text(article: Article) -> Text:
    if article.title is not None:
        return Text(printable(article.title), style="bold")
    words = " ".join(article.text.split())
    beginning = words if len(words) <= STAND_IN else words[:STAND_IN].rsplit(" ", 1)[0] + " …"
    return Text(f"(no title) {printable(beginning)}")


def _origin_text(article: Article) -> Text:
    publisher = "unknown publisher" if article.publisher is None else article.publisher.name
    pieces = [names_text((publisher, *article.credits)), published_text(article.published)]
    if article.language not in {None, "en"}:
        pieces.append(Text(f"language: {printable(article.language or '')}", style="bold"))
    return joined(" · ", pieces)


def published_text(published: Published) -> Text:
    """Return when the article appeared and how that is known."""
    if published.value is None:
        return Text("date unknown", style="dim")
    text = Text(printable(iso_words(published.value)))
    if published.evidence is not None:
        text.append(f" ({printable(published.evidence)})", style="dim")
    if published.conflict:
        text.append(" – other signs disagree", style="yellow")
    return text
