"""Articles out of feeds themselves: what a feed holds whole needs no page."""

from collections.abc import Iterator

from reportedly.errors import ReadError
from reportedly.reading.assembly import Draft, build_article
from reportedly.reading.feeds import is_feed, parse_feed
from reportedly.reading.fragments import fragment_text
from reportedly.reading.listing import FeedEntry
from reportedly.reading.names import merge, split_names
from reportedly.reading.published import candidate
from reportedly.reading.raw import RawInput
from reportedly.reading.reader import Reader
from reportedly.records import Article, Failure

#: A description of fewer characters is a teaser; publishers cut theirs at 150 to 500.
LEAST_WHOLE = 600


class FeedReader(Reader):
    """Reads the articles that a saved feed holds whole; nothing is fetched."""

    name = "feed"

    def bid(self, source: RawInput) -> float:
        """Bid by the first bytes, more than a page's or a record's reader does."""
        return 0.96 if is_feed(source.head) else 0.0

    def read(self, source: RawInput) -> Iterator[Article | Failure]:
        """Yield an article for each entry, and a Failure for one that is only announced.

        Raises:
            ReadError: The input is too large or too broken.
        """
        raw = source.read_bytes(self.options.max_bytes)
        feed = parse_feed(raw, name=source.name, address=source.address)
        for number, entry in enumerate(feed.entries, start=1):
            name = entry.address or f"{source.name}:{number}"
            try:
                yield entry_article(entry, name=name, publisher=self.options.publisher)
            except ReadError as error:
                yield Failure(input=error.input, reason=error.reason)


def entry_article(entry: FeedEntry, *, name: str, publisher: str | None = None) -> Article:
    """Make an article of what a feed says of it.

    Args:
        entry: From the feed.
        name: Of the entry, for messages.
        publisher: Who carries it, where the feed does not say. A feed's own title is no publisher: it names a desk, a
            topic or a search.

    Raises:
        ReadError: The feed only announces the article.
    """
    text = fragment_text(entry.body or "")
    summary = fragment_text(entry.summary or "")
    whole = text if len(text) >= len(summary) else summary
    if entry.body is None and len(whole) < LEAST_WHOLE:
        raise ReadError(name, "the feed holds no article, only a link; read its page")
    carrier = entry.publisher or publisher
    named = split_names(", ".join(entry.authors))
    return build_article(
        Draft(
            name=name,
            raw=(entry.body or entry.summary or "").encode("utf-8", "surrogatepass"),
            text=whole,
            title=entry.title,
            url=entry.address,
            publishers=(carrier,) if carrier else (),
            authors=named.authors,
            agencies=merge([(entry.source,) if entry.source else (), named.agencies]),
            dates=(candidate(entry.published, kind="field", detail="of the feed"),) if entry.published else (),
            labels=entry.labels,
        )
    )
