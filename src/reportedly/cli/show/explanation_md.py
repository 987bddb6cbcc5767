"""An explanation as Markdown; what news texts hold is escaped, so that it stays words."""

import re
from collections.abc import Iterable, Iterator

from reportedly.linking.explanation import Evidence, Explanation, Teller, TellingArticle
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

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
#: What opens a list or a heading at the beginning of a line.
OPENING = re.compile(r"^([-+=]|\d+[.)])")
SAFE_URL = re.compile(r"https?://[^\s()<>\\\"'`]+", re.IGNORECASE)


def markdown(explanation: Explanation) -> Iterator[str]:
    """Yield an explanation as lines of Markdown."""
    event = explanation.event
    parties = " → ".join(", ".join(actor.name for actor in side) or "?" for side in (event.actors, event.recipients))
    yield f"# {event.type}: {plain(parties if event.recipients else parties.removesuffix(' → ?'))}"
    yield ""
    yield plain(story_words(explanation))
    yield ""
    if event.date is not None:
        yield f"- when: {plain(date_words(event.date))}"
    if event.place is not None:
        yield f"- where: {plain(event.place.name)}"
    yield f"- **{told_by_words(explanation)}**"
    yield f"- event `{_code(event.id)}`, story `{_code(explanation.story)}`"
    yield from _section("Who says so", _tree(explanation))
    if event.credibility is not None:
        heading = f"Credibility: {credibility_words(event.credibility.value)}"
        yield from _section(heading, (f"- {plain(reason)}" for reason in event.credibility.reasons))
    yield from _section("Figures, by who gives them", _figures(explanation))
    yield from _section("Against it", _against(explanation))
    yield from _section("What would change it", (f"- {plain(words)}" for words in explanation.outlook))


def plain(text: str) -> str:
    """Return a text that Markdown shows as it is, on one line."""
    escaped = SPECIAL.sub(r"\\\1", printable(text).strip())
    return OPENING.sub(r"\\\1", escaped)


def _section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    gathered = list(lines)
    if gathered:
        yield from ("", f"## {heading}", "", *gathered)


def _tree(explanation: Explanation) -> Iterator[str]:
    articles = articles_by_id(explanation)
    for origin in explanation.origins:
        yield f"- **{plain(origin.name)}** ({plain(origin_words(origin))})"
        yield from _tellers(origin.tellers, articles, depth=1)
    for words, tellers in ((UNSOURCED, explanation.unsourced), (DENYING, explanation.denying)):
        if tellers:
            yield f"- *{words}*"
            yield from _tellers(tellers, articles, depth=1)


def _tellers(tellers: tuple[Teller, ...], articles: dict[str, TellingArticle], *, depth: int) -> Iterator[str]:
    indent = "  " * depth
    for teller in tellers:
        article = articles[teller.article]
        shown, left = passages(article, teller)
        yield f"{indent}- {_named(article)}{', see above' if teller.again and not shown else ''}"
        yield from (f"{indent}  - {_quote(evidence)}" for evidence in shown)
        if left:
            yield f"{indent}  - and {left} more"
        if teller.copies:
            yield f"{indent}  - {plain(copies_words(teller, articles))}"
        yield from _tellers(teller.cited_by, articles, depth=depth + 1)


def _named(article: TellingArticle) -> str:
    name = plain(article.publisher)
    linked = f"[{name}]({article.url})" if article.url is not None and SAFE_URL.fullmatch(article.url) else name
    when = "" if article.published is None else f", {plain(iso_words(article.published))}"
    return f"{linked}{when}"


def _quote(evidence: Evidence) -> str:
    start, end = evidence.trigger
    quote = evidence.quote
    before, words, after = (plain(part) for part in (quote[:start], quote[start:end], quote[end:]))
    gaps = (" " if quote[:start].endswith((" ", "\n")) else "", " " if quote[end:].startswith((" ", "\n")) else "")
    return f"{before}{gaps[0]}**{words}**{gaps[1]}{after}"


def _figures(explanation: Explanation) -> Iterator[str]:
    articles = articles_by_id(explanation)
    for line in explanation.figures:
        yield f"- **{plain(figure_words(line))}**"
        yield from (f"  - {plain(given_words(given, articles))}" for given in line.given)


def _against(explanation: Explanation) -> Iterator[str]:
    articles = articles_by_id(explanation)
    for entry in explanation.event.contradicted_by:
        article = articles.get(entry.article)
        where = entry.article if article is None else article.publisher
        yield f"- {plain(entry.what)} ({plain(where)}, `{_code(entry.article)}`)"


def _code(id: str) -> str:
    return printable(id).replace("`", "'")
