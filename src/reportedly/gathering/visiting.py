"""One visit of a page that a feed lists: fetch, read, and say whether another is worth it."""

from dataclasses import dataclass
from urllib.parse import urldefrag

from reportedly.errors import FetchError, ReadError
from reportedly.gathering.addresses import is_address
from reportedly.gathering.fetching import Fetched, Fetcher, Validators
from reportedly.gathering.pages import read_page_of
from reportedly.gathering.state import PageState
from reportedly.gathering.watchlist import WatchedFeed
from reportedly.reading.feed_articles import entry_article
from reportedly.reading.learned import FurnitureMemory
from reportedly.reading.listing import FeedEntry
from reportedly.reading.options import ReadingOptions
from reportedly.records import Article, Failure


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A page that was visited.

    Attributes:
        page: As it was before.
        result: What it holds; None when it has not changed.
        validators: For the next visit.
        again: After how many seconds a failed visit is worth another; None for none.
        counts: Whether the failure was the page's own, and not its host's.
    """

    page: PageState
    result: Article | Failure | None
    validators: Validators | None = None
    again: float | None = None
    counts: bool = True


def page_name(entry: FeedEntry, feed: WatchedFeed) -> str | None:
    """Return the name under which an entry is remembered: its address, or where its page is not needed, any name.

    Feeds give several entries the same id, or none, so that the address is what tells them apart.
    """
    if is_address(entry.address):
        return urldefrag(entry.address or "").url
    return None if feed.pages else f"{feed.address}#{entry.id or entry.digest}"


def fetch_page(page: PageState, *, feed: WatchedFeed, fetcher: Fetcher) -> Fetched | FetchError | None:
    """Fetch a page; None where the feed holds the article itself. What goes wrong is a value."""
    if not feed.pages:
        return None
    try:
        return fetcher.fetch(page.address, validators=page.validators)
    except FetchError as error:
        return error


def read_visit(
    page: PageState,
    found: Fetched | FetchError | None,
    *,
    feed: WatchedFeed,
    furniture: FurnitureMemory | None = None,
) -> Visit:
    """Say what a visit brought.

    Args:
        page: What was visited.
        found: What was fetched there.
        feed: That lists it.
        furniture: Lines that publishers repeat, to be cut; None for none.
    """
    if isinstance(found, FetchError):
        failure = Failure(input=page.address, reason=found.reason)
        after = feed.rhythm.back_off(page.failures + 1, wanted=found.retry_after)
        return Visit(
            page=page,
            result=failure,
            again=None if found.lasting else after,
            counts=found.retry_after is None,
        )
    validators = None if found is None else found.validators
    if found is not None and found.body is None:
        return Visit(page=page, result=None, validators=validators)
    try:
        return Visit(page=page, result=_article(page, found, feed=feed, furniture=furniture), validators=validators)
    except ReadError as error:
        return Visit(page=page, result=Failure(input=page.address, reason=error.reason))


def _article(
    page: PageState, found: Fetched | None, *, feed: WatchedFeed, furniture: FurnitureMemory | None
) -> Article:
    if found is None:
        article = entry_article(page.entry, name=page.address, publisher=feed.publisher)
        return article if furniture is None else furniture.cut(article)
    return read_page_of(page.entry, found, options=ReadingOptions(publisher=feed.publisher, furniture=furniture))
