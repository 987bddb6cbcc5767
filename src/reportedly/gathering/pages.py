"""From what was fetched to articles; what a feed says of a page fills in what the page leaves out."""

import io
from collections.abc import Iterator
from dataclasses import replace

from reportedly.errors import FetchError, ReadError
from reportedly.gathering.fetching import Fetched
from reportedly.reading.charsets import served_encoding
from reportedly.reading.entry import read_raw
from reportedly.reading.genres import GenreSigns, genre_of, weigh_genre
from reportedly.reading.listing import FeedEntry
from reportedly.reading.names import split_names
from reportedly.reading.options import ReadingOptions
from reportedly.reading.outlets import canonical_name
from reportedly.reading.raw import RawInput
from reportedly.records import Article, Failure
from reportedly.records.article import stated_date

#: Trust in what a feed says of a page that does not say it itself; below any sign on the page.
FROM_FEED = 0.5


def read_fetched(found: Fetched, *, options: ReadingOptions) -> Iterator[Article | Failure]:
    """Read what was fetched, whatever its format.

    Args:
        found: With a body.
        options: How to read.

    Raises:
        ReadError: Nothing of it can be read.
    """
    if found.body is None:
        raise FetchError(found.address, "answered that nothing has changed, though nobody asked")
    source = RawInput(found.address, io.BytesIO(found.body), address=found.address)
    yield from read_raw(
        source, replace(options, encoding=options.encoding or served_encoding(found.body, found.charset))
    )


def read_page_of(entry: FeedEntry, found: Fetched, *, options: ReadingOptions) -> Article:
    """Read the page of an entry of a feed.

    Raises:
        ReadError: It holds no article.
    """
    named = replace(options, publisher=entry.publisher or options.publisher)
    for result in read_fetched(found, options=named):
        if isinstance(result, Failure):
            raise ReadError(result.input, result.reason)
        return with_hints(result, entry)
    raise ReadError(found.address, "holds no article")


def with_hints(article: Article, entry: FeedEntry) -> Article:
    """Add what a feed says of an article: whose copy it is always, the rest where the page does not say."""
    own = article.publisher.name if article.publisher else ""
    known = {canonical_name(name) for name in (own, *article.credits)}
    credits = article.credits
    if entry.source and canonical_name(entry.source) not in known:
        credits = (*credits, entry.source)
    published = article.published
    if published.value is None and entry.published:
        published = stated_date(entry.published, evidence="field of the feed", score=FROM_FEED)
    genres = weigh_genre(GenreSigns(labels=entry.labels)) if article.genre is None else ()
    return replace(
        article,
        choices=(*article.choices, *genres),
        genre=article.genre or genre_of(genres),
        title=article.title or entry.title,
        byline=article.byline or split_names(", ".join(entry.authors)).authors,
        credits=credits,
        published=published,
    )
