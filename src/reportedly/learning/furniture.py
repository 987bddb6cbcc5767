"""Learns from a corpus which lines a publisher repeats around its articles: `reportedly furniture learn`."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from reportedly.errors import ReadError
from reportedly.learning.repetition import Page, Repeated, repeated_lines
from reportedly.reading.learned import PARAGRAPH_BREAK, FurnitureMemory, LearnedLine
from reportedly.records import Article, Failure

#: On so many articles of one publisher a line must stand.
LEAST = 3


def learn_furniture(
    articles: Iterable[Article | Failure], *, least: int = LEAST, on_failure: Callable[[Failure], None] | None = None
) -> FurnitureMemory:
    """Gather the lines that publishers repeat above or below different articles.

    Versions of one story count once. Sentences that lean on the text before them, report speech, or share their words
    with the articles they stand in, are background and no furniture, however often they are printed. Memory grows with
    the articles: a few kilobytes each.

    Args:
        articles: Read without any learned furniture, in any order: the result is the same.
        least: On how many different articles of one publisher a line must stand.
        on_failure: Told of each article that cannot be read, and the others go on.

    Raises:
        ReadError: An article cannot be read, and nobody is to be told.
    """
    publishers: dict[str, _Publisher] = defaultdict(_Publisher)
    for article in articles:
        if isinstance(article, Failure):
            if on_failure is None:
                raise ReadError(article.input, article.reason)
            on_failure(article)
        elif article.publisher is not None:
            publishers[article.publisher.domain or article.publisher.name].add(article)
    return FurnitureMemory(
        LearnedLine(publisher=name, where=line.where, text=line.text, articles=line.articles)
        for name, publisher in publishers.items()
        for line in publisher.repeated(least)
    )


@dataclass(slots=True)
class _Publisher:
    """The articles of one publisher, each once."""

    pages: dict[str, Page] = field(default_factory=dict)

    def add(self, article: Article) -> None:
        self.pages[article.id] = Page(tuple(article.text.split(PARAGRAPH_BREAK)))

    def repeated(self, least: int) -> Iterator[Repeated]:
        return repeated_lines([page for _, page in sorted(self.pages.items())], least=least)
