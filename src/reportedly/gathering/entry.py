"""The way in: files, folders and content by the reading room, addresses of pages and feeds by the fetcher."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from reportedly import reading
from reportedly.errors import ReadError
from reportedly.gathering.addresses import is_address
from reportedly.gathering.ahead import in_order
from reportedly.gathering.fetching import Fetched, Fetcher
from reportedly.gathering.options import FetchOptions
from reportedly.gathering.pages import read_fetched, read_page_of
from reportedly.reading.feeds import is_feed, parse_feed
from reportedly.reading.inputs import Input
from reportedly.reading.listing import FeedEntry
from reportedly.reading.options import ReadingOptions
from reportedly.records import Article, Failure


def read(source: Input, *, options: ReadingOptions | None = None, web: FetchOptions | None = None) -> Iterator[Article]:
    """Read the articles of one input.

    Args:
        source: A path, an address (https://…), bytes, or a file object. Of a folder, the files below it that may hold
            news are read in sorted order: no hidden files, documentation, code or tables. Formats are told apart by
            content and name. Of a feed's address, the pages that it lists are fetched and read.
        options: How to read.
        web: How to fetch.

    Yields:
        The articles, cleaned: furniture cut and kept aside, Unicode repaired.

    Raises:
        ReadError: The input, a file of the folder or a line of the file cannot be read. `read_all` goes on instead.
    """
    for result in read_all([source], options=options, web=web):
        if isinstance(result, Failure):
            raise ReadError(result.input, result.reason)
        yield result


def read_all(
    sources: Iterable[Input], *, options: ReadingOptions | None = None, web: FetchOptions | None = None
) -> Iterator[Article | Failure]:
    """Read many inputs and go on past those that cannot be read.

    Args:
        sources: Inputs as `read` takes them.
        options: How to read.
        web: How to fetch; nothing but the addresses given, and the pages that feeds among them list, is fetched.

    Yields:
        The articles in order, and in its place a Failure for every file, line or address that cannot be read.
    """
    fetcher: Fetcher | None = None
    for are_addresses, group in groupby(sources, key=is_address):
        if not are_addresses:
            yield from reading.read_all(group, options=options)
            continue
        fetcher = fetcher or Fetcher(web)
        yield from read_addresses(map(str, group), fetcher=fetcher, options=options or ReadingOptions())


def read_addresses(
    addresses: Iterable[str], *, fetcher: Fetcher, options: ReadingOptions
) -> Iterator[Article | Failure]:
    """Read addresses of pages and feeds, several hosts at the same time.

    Args:
        addresses: In the order of the results.
        fetcher: Fetches them.
        options: How to read.
    """
    for address, found in _fetched(addresses, fetcher=fetcher):
        if isinstance(found, Failure):
            yield found
        elif found.body is not None and is_feed(found.body):
            yield from _of_feed(found, fetcher=fetcher, options=options)
        else:
            yield from _of_page(address, found, options=options)


def _fetched(addresses: Iterable[str], *, fetcher: Fetcher) -> Iterator[tuple[str, Fetched | Failure]]:
    def fetch(address: str) -> Fetched | Failure:
        try:
            return fetcher.fetch(address)
        except ReadError as error:
            return Failure(input=error.input, reason=error.reason)

    return in_order(addresses, work=fetch, at_once=fetcher.options.at_once, stop=fetcher.clock.stop)


def _of_page(address: str, found: Fetched, *, options: ReadingOptions) -> Iterator[Article | Failure]:
    try:
        yield from read_fetched(found, options=options)
    except ReadError as error:
        yield Failure(input=address, reason=error.reason)


def _of_feed(found: Fetched, *, fetcher: Fetcher, options: ReadingOptions) -> Iterator[Article | Failure]:
    """Read the pages that a feed lists, each once."""
    try:
        feed = parse_feed(found.body or b"", name=found.address, address=found.address, charset=found.charset)
    except ReadError as error:
        yield Failure(input=error.input, reason=error.reason)
        return
    if feed.further and not feed.entries:
        yield Failure(input=found.address, reason="is an index of sitemaps; name one of those that it lists")
    entries = {entry.address: entry for entry in reversed(feed.entries) if entry.address}
    listed = [address for address in dict.fromkeys(entry.address for entry in feed.entries) if address]
    for address, page in _fetched(listed, fetcher=fetcher):
        yield page if isinstance(page, Failure) else _listed(entries[address], page, options=options)


def _listed(entry: FeedEntry, page: Fetched, *, options: ReadingOptions) -> Article | Failure:
    try:
        return read_page_of(entry, page, options=options)
    except ReadError as error:
        return Failure(input=entry.address or error.input, reason=error.reason)
