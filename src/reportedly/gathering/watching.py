"""One cycle of a watch: ask the feeds that are due, visit the pages that are due, say when the next are.

What a visit found is settled by the caller, after it was kept: a visit that nobody settled is made again, so that a
watch that was killed at any moment loses nothing, and the store drops what it already knows.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from reportedly.errors import FetchError, ReadError
from reportedly.gathering.ahead import in_order
from reportedly.gathering.fetching import Fetched, Fetcher, Validators
from reportedly.gathering.rhythm import LONGEST_BACK_OFF
from reportedly.gathering.state import FeedState, PageState, WatchState
from reportedly.gathering.visiting import Visit, fetch_page, page_name, read_visit
from reportedly.gathering.watchlist import Watchlist
from reportedly.reading.feeds import parse_feed
from reportedly.reading.learned import FurnitureMemory
from reportedly.reading.listing import Feed, FeedEntry
from reportedly.records import Failure

#: Pages of one cycle; the rest is due in the next, after the feeds were asked again.
MOST_PAGES = 500
#: Of an index of sitemaps, so many of the latest are read.
MOST_SITEMAPS = 5
#: A page whose visits fail so often is given up until its entry changes.
MOST_FAILURES = 5
#: Pages that no feed lists any more are forgotten.
KEPT_SECONDS = 90 * 86_400.0


@dataclass(slots=True)
class Cycle:
    """What a cycle did.

    Attributes:
        feeds: How many were asked.
        broken: How many of them could not be read.
        listed: How many entries were new or changed.
        pages: How many pages were visited.
        unchanged: How many of them had not changed.
    """

    feeds: int = 0
    broken: int = 0
    listed: int = 0
    pages: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a feed answered; no feed where it has not changed."""

    feed: Feed | None
    validators: Validators


class Watcher:
    """Watches feeds.

    Args:
        watchlist: What to watch.
        state: What is remembered.
        fetcher: Fetches; its clock is the watch's, and stops it.
        furniture: Lines that publishers repeat, to be cut; None for none.
    """

    def __init__(
        self, watchlist: Watchlist, *, state: WatchState, fetcher: Fetcher, furniture: FurnitureMemory | None = None
    ) -> None:
        self._feeds = {feed.address: feed for feed in watchlist.feeds}
        self._revisit = watchlist.revisit
        self._state = state
        self._fetcher = fetcher
        self._furniture = furniture
        self._clock = fetcher.clock
        self._at_once = fetcher.options.at_once

    def cycle(self, counts: Cycle) -> Iterator[Visit | Failure]:
        """Do what is due.

        Args:
            counts: Filled while this goes on.

        Yields:
            Visits, to be settled once their articles are kept, and a Failure for each feed that is broken.
        """
        self._mend_clock()
        yield from self._ask_feeds(counts)
        for page, found in in_order(
            self._due_pages(), work=self._fetch_page, at_once=self._at_once, stop=self._clock.stop
        ):
            # What a stop cut off is due still.
            if self._clock.stopped:
                return
            counts.pages += 1
            visit = read_visit(page, found, feed=self._feeds[page.feed], furniture=self._furniture)
            if visit.result is None:
                counts.unchanged += 1
                self.settle(visit)
            else:
                yield visit
        self._state.forget(self._clock.now() - KEPT_SECONDS)

    def settle(self, visit: Visit) -> None:
        """Remember that a visit is over and done with."""
        page, now = visit.page, self._clock.now()
        if isinstance(visit.result, Failure):
            failures = page.failures + visit.counts
            due = None if visit.again is None or failures >= MOST_FAILURES else now + visit.again
            self._state.keep_page(replace(page, failures=failures, due=due))
            return
        has_next = self._feeds[page.feed].pages and page.visits < len(self._revisit)
        due = now + self._revisit[page.visits] if has_next else None
        self._state.keep_page(replace(page, visits=page.visits + 1, failures=0, due=due, validators=visit.validators))

    def pause(self) -> float:
        """Return the seconds until anything is due."""
        self._mend_clock()
        page = self._state.next_page()
        due = [*(self._state.feed(address).due for address in self._feeds), *([] if page is None else [page])]
        return max(min(due) - self._clock.now(), 0.0)

    def sound_feeds(self) -> Iterator[str]:
        """Yield the addresses of the feeds that could be read when they were last asked."""
        return (address for address in self._feeds if not self._state.feed(address).failures)

    def _mend_clock(self) -> None:
        # A clock that was years ahead, and was set right, would keep the watch silent for years.
        longest = max(LONGEST_BACK_OFF, *self._revisit, *(feed.rhythm.most for feed in self._feeds.values()))
        now = self._clock.now()
        self._state.bring_forward(latest=now + longest, now=now)

    def _ask_feeds(self, counts: Cycle) -> Iterator[Failure]:
        now = self._clock.now()
        due = [feed for feed in map(self._state.feed, self._feeds) if feed.due <= now]
        for feed, answer in in_order(due, work=self._ask, at_once=self._at_once, stop=self._clock.stop):
            if self._clock.stopped:
                return
            counts.feeds += 1
            if isinstance(answer, ReadError):
                counts.broken += 1
                self._state.keep_feed(self._after_failure(feed, answer))
                yield Failure(input=feed.address, reason=answer.reason)
            else:
                counts.listed += self._take(feed, answer)

    def _ask(self, feed: FeedState) -> _Answer | ReadError:
        """Fetch and parse a feed, in a thread; what goes wrong is a value."""
        try:
            found = self._fetcher.fetch(feed.address, validators=feed.validators)
            if found.body is None:
                return _Answer(None, found.validators)
            parsed = parse_feed(found.body, name=feed.address, address=found.address, charset=found.charset)
            return _Answer(replace(parsed, entries=(*parsed.entries, *self._further(parsed))), found.validators)
        except ReadError as error:
            return error

    def _further(self, index: Feed) -> Iterator[FeedEntry]:
        for address in index.further[:MOST_SITEMAPS]:
            found = self._fetcher.fetch(address)
            yield from parse_feed(found.body or b"", name=address, address=found.address).entries

    def _take(self, feed: FeedState, answer: _Answer) -> int:
        """Remember what a feed lists and when to ask again; return how many entries are new or changed."""
        now, watched = self._clock.now(), self._feeds[feed.address]
        entries = answer.feed.entries if answer.feed else ()
        # Of several entries with one address the first counts, the newest in the usual order of feeds.
        named = {page_name(entry, watched): entry for entry in reversed(entries)}
        listed = sum(
            self._state.list_page(name, feed=feed.address, entry=entry, now=now, keeps_text=not watched.pages)
            for name, entry in named.items()
            if name is not None
        )
        wanted = answer.feed.seconds if answer.feed else None
        pause = watched.rhythm.next_pause(feed.pause, has_news=listed > 0, wanted=wanted)
        self._state.keep_feed(replace(feed, due=now + pause, pause=pause, failures=0, validators=answer.validators))
        return listed

    def _after_failure(self, feed: FeedState, error: ReadError) -> FeedState:
        failures = feed.failures + 1
        wanted = error.retry_after if isinstance(error, FetchError) else None
        pause = self._feeds[feed.address].rhythm.back_off(failures, wanted=wanted)
        return replace(feed, due=self._clock.now() + pause, failures=failures)

    def _due_pages(self) -> list[PageState]:
        """Return the pages to visit; those of feeds that are no longer watched are let go."""
        due = self._state.due_pages(self._clock.now(), most=MOST_PAGES)
        for page in due:
            if page.feed not in self._feeds:
                self._state.keep_page(replace(page, due=None))
        return mixed([page for page in due if page.feed in self._feeds])

    def _fetch_page(self, page: PageState) -> Fetched | FetchError | None:
        return fetch_page(page, feed=self._feeds[page.feed], fetcher=self._fetcher)


def mixed(pages: Sequence[PageState]) -> list[PageState]:
    """Order pages so that those of one host, which take turns, do not stand in a row."""
    seen: Counter[str] = Counter()
    ranked = []
    for number, page in enumerate(pages):
        host = urlsplit(page.address).netloc
        ranked.append((seen[host], number, page))
        seen[host] += 1
    return [page for _, _, page in sorted(ranked, key=lambda item: item[:2])]
