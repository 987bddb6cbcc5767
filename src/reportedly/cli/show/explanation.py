"""An explanation for people: who says so, how far that goes, which figures differ, what speaks against it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TextIO

from rich.console import Console
from rich.text import Text

from reportedly.cli.show.actors import actor_text, place_words
from reportedly.cli.show.highlight import sentence_text
from reportedly.cli.show.screen import INDENT, LEAST, has_colour, joined, open_console, print_wrapped
from reportedly.linking.explanation import Explanation, OriginBranch, Teller, TellingArticle
from reportedly.records import Actor, MergedEvent
from reportedly.wording.counting import counted
from reportedly.wording.explained import (
    DENYING,
    UNSOURCED,
    articles_by_id,
    copies_words,
    credibility_words,
    figure_words,
    given_words,
    origin_words,
    passages,
    story_words,
    told_by_words,
)
from reportedly.wording.printable import printable
from reportedly.wording.when import date_words, iso_words

#: More parties than this are counted, not named.
PARTIES = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the tree, which may wrap: what stands before it, and before its further lines."""

    first: str
    rest: str
    text: Text


def print_explanation(explanation: Explanation, stream: TextIO) -> None:
    """Print an explanation."""
    console = open_console(stream)
    _print_head(explanation, console=console)
    _print_heading("Who says so", console=console)
    for line in _tree(explanation, colour=has_colour(console)):
        _print_line(line, console=console)
    credibility = explanation.event.credibility
    if credibility is not None:
        _print_heading(f"Credibility: {credibility_words(credibility.value)}", console=console)
        _print_points((printable(reason) for reason in credibility.reasons), console=console)
    _print_figures(explanation, console=console)
    if explanation.event.contradicted_by:
        _print_heading("Against it", console=console)
        _print_points(_against(explanation), console=console)
    if explanation.outlook:
        _print_heading("What would change it", console=console)
        _print_points(map(printable, explanation.outlook), console=console)


def _print_head(explanation: Explanation, *, console: Console) -> None:
    event = explanation.event
    print_wrapped(Text.assemble((str(event.type), "bold"), "  ", _parties(event)), console=console)
    circumstances = [
        "" if event.date is None else printable(date_words(event.date)),
        "" if event.place is None else place_words(event.place),
    ]
    told = Text(", ".join(word for word in circumstances if word))
    for text in (told, Text(printable(story_words(explanation))), Text(told_by_words(explanation), style="bold")):
        if text:
            print_wrapped(text, console=console)
    print_wrapped(Text(printable(f"event {event.id}, story {explanation.story}"), style="dim"), console=console)


def _parties(event: MergedEvent) -> Text:
    actors = _some(event.actors)
    if not event.recipients:
        return actors
    return Text.assemble(actors or Text("?", style="dim"), (" → ", "bold"), _some(event.recipients))


def _some(actors: tuple[Actor, ...]) -> Text:
    texts = [actor_text(actor) for actor in actors[:PARTIES]]
    if len(actors) > PARTIES:
        texts.append(Text(f"{len(actors) - PARTIES} more", style="dim"))
    return joined(", ", texts)


def _print_heading(words: str, *, console: Console) -> None:
    console.print()
    print_wrapped(Text(words, style="bold underline" if has_colour(console) else "bold"), console=console)


def _print_points(points: Iterable[str], *, console: Console) -> None:
    for point in points:
        print_wrapped(Text(point), head="  · ", console=console)


def _print_line(line: Line, *, console: Console) -> None:
    for number, wrapped in enumerate(line.text.wrap(console, max(console.width - len(line.rest), LEAST))):
        wrapped.rstrip()
        head = line.first if number == 0 else line.rest
        console.print(Text.assemble((head, "dim"), wrapped), soft_wrap=True)


def _tree(explanation: Explanation, *, colour: bool) -> Iterator[Line]:
    articles = articles_by_id(explanation)
    for origin in explanation.origins:
        yield Line("", " " * INDENT, _origin_text(origin))
        yield from _tellers(origin.tellers, articles, below="", cites=False, colour=colour)
    for words, tellers in ((UNSOURCED, explanation.unsourced), (DENYING, explanation.denying)):
        if tellers:
            yield Line("", " " * INDENT, Text(words, style="italic"))
            yield from _tellers(tellers, articles, below="", cites=False, colour=colour)


def _origin_text(origin: OriginBranch) -> Text:
    return Text.assemble((printable(origin.name), "bold"), (printable(f" ({origin_words(origin)})"), "dim"))


def _tellers(
    tellers: tuple[Teller, ...], articles: dict[str, TellingArticle], *, below: str, cites: bool, colour: bool
) -> Iterator[Line]:
    for number, teller in enumerate(tellers):
        is_last = number == len(tellers) - 1
        rest = below + ("   " if is_last else "│  ")
        article = articles[teller.article]
        said = list(_said(article, teller, colour=colour))
        unsaid = teller.again and not said
        yield Line(below + ("└─ " if is_last else "├─ "), rest, _teller_text(article, cites=cites, again=unsaid))
        inside = rest + ("│ " if teller.cited_by else "  ")
        yield from (Line(inside, inside, text) for text in said)
        if teller.copies:
            yield Line(inside, inside + "  ", Text(printable(copies_words(teller, articles)), style="dim"))
        yield from _tellers(teller.cited_by, articles, below=rest, cites=True, colour=colour)


def _teller_text(article: TellingArticle, *, cites: bool, again: bool) -> Text:
    when = "" if article.published is None else f", {iso_words(article.published)}"
    text = Text.assemble(("quoted by " if cites else "", "dim"), printable(f"{article.publisher}{when}"))
    text.append("  see above" if again else f"  {printable(article.id)}", style="dim")
    return text


def _said(article: TellingArticle, teller: Teller, *, colour: bool) -> Iterator[Text]:
    shown, left = passages(article, teller)
    for evidence in shown:
        quote = evidence.quote
        yield sentence_text(quote, (0, len(quote)), evidence.trigger, colour=colour)
    if left:
        yield Text(f"and {counted(left, 'more passage')}", style="dim")


def _print_figures(explanation: Explanation, *, console: Console) -> None:
    if not explanation.figures:
        return
    _print_heading("Figures, by who gives them", console=console)
    articles = articles_by_id(explanation)
    for line in explanation.figures:
        print_wrapped(Text(printable(figure_words(line)), style="bold"), head="  ", console=console)
        for given in line.given:
            print_wrapped(Text(printable(given_words(given, articles))), head=" " * INDENT + "· ", console=console)


def _against(explanation: Explanation) -> Iterator[str]:
    articles = articles_by_id(explanation)
    for entry in explanation.event.contradicted_by:
        article = articles.get(entry.article)
        where = entry.article if article is None else f"{article.publisher}, {entry.article}"
        yield printable(f"{entry.what} ({where})")
