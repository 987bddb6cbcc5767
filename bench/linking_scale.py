"""Measures what linking costs an article as a store grows, and how fast lists and explanations are, without the coder.

    python bench/linking_scale.py [NUMBER] [--store FILE] [--per-day 500] [--events 1]

Adds NUMBER made-up reports (100,000 unless given) in the order of publication, and links after each hundred, as `add`
does. Costs are those of the last thousand articles before each mark. Lists are timed warm, each the best of three. All
times are of the processor.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random  # noqa: TID251 - events to explain are drawn by chance; the seed is fixed

from made_up_news import Newsroom
from reportedly import Report, Store
from reportedly.storage import Filters

MARKS = (1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000)
WINDOW = 1_000
LINK_EVERY = 100
EXPLAINED = 40


@dataclass(slots=True)
class Cost:
    """Seconds spent on the articles since the last mark."""

    adding: float = 0.0
    linking: float = 0.0


def timed(work: Callable[[], object]) -> float:
    """Return the seconds of the processor that a call takes; those of other programs do not count."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def exhaust(read: Callable[..., Iterable[object]], wanted: Filters) -> None:
    """Read the first fifty of a list."""
    for _ in read(wanted, limit=50):
        pass


def fill(store: Store, reports: Iterable[Report]) -> None:
    """Add and link, and tell the costs at each mark."""
    print("| articles | add, ms | link, ms | file, kB | stories | copies |\n|---|---|---|---|---|---|")
    cost = Cost()
    for number, report in enumerate(reports, start=1):
        cost.adding += timed(partial(store.add, report))
        if number % LINK_EVERY == 0:
            cost.linking += timed(store.link)
        if number in MARKS:
            counts = store.count_links()
            size = store.path.stat().st_size / number / 1000
            print(
                f"| {number:,} | {cost.adding / WINDOW * 1000:.1f} | {cost.linking / WINDOW * 1000:.1f} | {size:.0f} "
                f"| {counts.stories:,} | {counts.copies:,} |",
                flush=True,
            )
        if number % WINDOW == 0:
            cost = Cost()
    store.link()


def time_lists(path: Path) -> None:
    """Tell how long lists take, each the best of three."""
    with Store.open(path) as store:
        (first,) = store.events(limit=1)
        name = first.events[0].actors[0].name
        filters = {
            "everything": Filters(),
            "type": Filters(type="ASSAULT"),
            "country": Filters(country="PER"),
            "a month": Filters(since="2025-02", until="2025-02"),
            "actor": Filters(actor=name),
            "frequent part of a name": Filters(actor="ministry"),
            "source": Filters(source=first.events[0].sources[-1].name),
            "words": Filters(text=f'"{first.article.text.split()[9]}"'),
            "type, country, month": Filters(type="AID", country="NGA", since="2025-01", until="2025-02"),
        }
        print("\n| filter | 50 events, ms | 50 stories, ms | 50 sources, ms |\n|---|---|---|---|")
        for label, wanted in filters.items():
            lists = (store.events, store.stories, store.sources)
            best = [min(timed(partial(exhaust, each, wanted)) for _ in range(3)) for each in lists]
            print(f"| {label} | " + " | ".join(f"{seconds * 1000:.0f}" for seconds in best) + " |", flush=True)
        time_explaining(store)


def time_explaining(store: Store) -> None:
    """Tell how long explanations take: of events drawn by chance, and of the one that most articles tell."""
    ids = [event.id for report in store.events(limit=20_000) for event in report.events]
    chosen = Random(7).sample(ids, min(EXPLAINED, len(ids)))
    seconds = sorted(min(timed(partial(store.explain, id)) for _ in range(2)) for id in chosen)
    backing = store.backing(ids)
    biggest = max(backing, key=lambda id: backing[id].articles)
    longest = min(timed(partial(store.explain, biggest)) for _ in range(3))
    print(
        f"\nexplain: {seconds[len(seconds) // 2] * 1000:.0f} ms in the middle, {seconds[-1] * 1000:.0f} ms at most of "
        f"{len(chosen)}; {longest * 1000:.0f} ms for the event told by most ({backing[biggest].articles} articles)"
    )


def main() -> None:
    """Make a store, measure, and remove it unless it was named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", nargs="?", type=int, default=100_000)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--per-day", type=int, default=500)
    parser.add_argument("--events", type=int, default=1, choices=range(1, 7))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.store or Path(folder) / "news.db"
        if path.exists():
            sys.exit(f"{path} is there already")
        with Store.open(path, write=True) as store:
            fill(store, Newsroom(per_day=options.per_day, events=options.events).reports(options.number))
        time_lists(path)


if __name__ == "__main__":
    main()
