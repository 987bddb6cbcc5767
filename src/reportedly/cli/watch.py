"""`reportedly watch`: code and keep what feeds list, again and again."""

import os
import sys
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.filter_options import choose_store
from reportedly.cli.options import (
    CommonOptions,
    FurnitureOptions,
    LinkOptions,
    MemoryOptions,
    ModelOptions,
    StoreOptions,
    WebOptions,
    WorkerOptions,
    gather,
    with_options,
)

if TYPE_CHECKING:
    from reportedly.cli.keeping import AddTally
    from reportedly.coder import Coder
    from reportedly.gathering.clock import Clock
    from reportedly.gathering.visiting import Visit
    from reportedly.gathering.watching import Cycle, Watcher
    from reportedly.records import Article
    from reportedly.settings import Settings
    from reportedly.storage import LinkCounts, Store

EXAMPLE = "reportedly watch feeds.toml --store news.db"
#: What is remembered of feeds and pages stands beside the store, under its name and this.
SUFFIX = "-watch"
#: Between two cycles, whatever feeds.toml says.
SHORTEST_PAUSE = 1.0

Feeds = Annotated[
    Path, typer.Argument(metavar="FEEDS", help="The feeds: feeds.toml (docs/web.md), or the OPML of a feed reader.")
]
Once = Annotated[bool, typer.Option("--once", help="Do what is due now, and leave; for cron.")]


@with_options
def watch(
    feeds: Feeds,
    store: StoreOptions,
    worker: WorkerOptions,
    model: ModelOptions,
    memory: MemoryOptions,
    learned: FurnitureOptions,
    linking: LinkOptions,
    web: WebOptions,
    common: CommonOptions,
    once: Once = False,
) -> None:
    """Code and keep what feeds and news sitemaps list, for as long as it runs; one line a cycle.

    Each feed is asked as often as it has news, and left alone longer while it is broken. Pages are visited when they
    are new, when their entry changes, and twice more; a changed text is kept beside the earlier one. Ctrl-C or SIGTERM
    ends the watch after what is under way; the same command goes on where it ended.
    """
    from reportedly.gathering.watchlist import load_watchlist

    settings = gather(store, model, memory, learned, linking, web, worker, common)
    path = choose_store(settings, example=EXAMPLE)
    watchlist = load_watchlist(feeds)

    from reportedly.cli.keeping import begun_run
    from reportedly.cli.stopping import stopping
    from reportedly.coder import Coder
    from reportedly.gathering.clock import SystemClock
    from reportedly.gathering.fetching import Fetcher
    from reportedly.gathering.options import FetchOptions
    from reportedly.gathering.state import WatchState
    from reportedly.gathering.watching import Watcher
    from reportedly.reading.learned_file import load_furniture
    from reportedly.storage import Store

    clock = SystemClock()
    fetcher = Fetcher(FetchOptions(contact=settings.contact, allow_private=settings.allow_private), clock=clock)
    with (
        stopping(clock.stop),
        Store.open(path, write=True) as kept,
        WatchState.open(path.with_name(path.name + SUFFIX)) as state,
    ):
        coder = Coder(settings)
        kept.begin(begun_run(coder.info, settings, environ=os.environ))
        furniture = None if settings.furniture is None else load_furniture(settings.furniture)
        watcher = Watcher(watchlist, state=state, fetcher=fetcher, furniture=furniture)
        failed = run_cycles(watcher, coder=coder, store=kept, clock=clock, settings=settings, once=once)
    # What failed in a long watch was told when it did, and has been tried again since.
    raise typer.Exit(1 if once and failed else 0)


def run_cycles(
    watcher: "Watcher", *, coder: "Coder", store: "Store", clock: "Clock", settings: "Settings", once: bool
) -> int:
    """Run cycles until somebody stops them, or one; return how many inputs failed."""
    from reportedly.cli.keeping import AddTally
    from reportedly.gathering.watching import Cycle
    from reportedly.linking.families import load_families

    families = load_families(settings.families)
    failed = 0
    while not clock.stopped:
        counts, tally = Cycle(), AddTally(errors=sys.stderr, families=families)
        run_cycle(watcher, counts, tally, coder=coder, store=store, workers=settings.workers)
        failed += tally.failed
        store.link(families=families)
        pause = None if once else watcher.pause()
        if not settings.quiet:
            typer.echo(status_line(counts, tally, store.count_links(), environ=os.environ, pause=pause))
            sys.stdout.flush()
        if pause is None:
            break
        clock.wait(max(pause, SHORTEST_PAUSE))
    return failed


def run_cycle(
    watcher: "Watcher", counts: "Cycle", tally: "AddTally", *, coder: "Coder", store: "Store", workers: int
) -> None:
    """Run one cycle: each article is kept before its visit is settled; what failed is noted until it is read."""
    waiting: deque[Visit] = deque()
    articles = _worth_coding(watcher, counts, tally, store=store, waiting=waiting)
    for report in coder.pipe(articles, workers=workers, on_error="yield"):
        tally.keep(report, store=store)
        watcher.settle(waiting.popleft())
    for address in watcher.sound_feeds():
        store.note_read(address)


def _worth_coding(
    watcher: "Watcher", counts: "Cycle", tally: "AddTally", *, store: "Store", waiting: "deque[Visit]"
) -> "Iterator[Article]":
    """Yield the articles that are new, their visits waiting in the same order; settle all other visits."""
    from reportedly.cli.keeping import new_articles
    from reportedly.records import Article, Failure

    for visit in watcher.cycle(counts):
        if isinstance(visit, Failure):
            tally.note(visit, store=store)
            continue
        if isinstance(visit.result, Article):
            store.note_read(visit.page.address)
        found = [] if visit.result is None else [visit.result]
        for article in new_articles(found, store=store, tally=tally):
            if isinstance(article, Failure):
                tally.note(article, store=store)
                continue
            waiting.append(visit)
            yield article
            break
        else:
            watcher.settle(visit)


def status_line(
    counts: "Cycle", tally: "AddTally", links: "LinkCounts", *, environ: "os._Environ[str]", pause: float | None
) -> str:
    """Return what a cycle did, on one line.

    Args:
        counts: What the watcher did.
        tally: What became of the articles.
        links: What the store's articles have in common.
        environ: May fix the clock.
        pause: Seconds until the next cycle; None when there is none.
    """
    from reportedly.cli.clock import now
    from reportedly.wording.counting import counted

    broken = f" ({counts.broken:,} broken)" if counts.broken else ""
    asked = f"{counted(counts.feeds, 'feed')} asked{broken}"
    visited = f"{counted(counts.pages, 'page')} visited" + (
        f", {counts.unchanged:,} unchanged" * bool(counts.unchanged)
    )
    after = "" if pause is None else f"; next in {_span(pause)}"
    return f"{now(environ)}  {asked}, {visited}: {tally.summary(outdated=0, links=links)}{after}"


def _span(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 120 else f"{seconds / 60:.0f} min"
