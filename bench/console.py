"""Measures how fast the console answers over a large store, and whether it does while another process writes.

    python bench/console.py [ARTICLES] [--store FILE] [--requests 200] [--readers 8]

The store is made of made-up news with three events an article (100,000 articles unless given). Its stories are written
as the news was made up, not found: finding them is what `linking_scale.py` measures. Requests go to the application in
this process, each answered whole; times are of the wall clock, the median of so many warm requests. An address is asked
for once before it is timed; lists go through pages and filters that differ from one request to the next.
"""

import argparse
import sqlite3
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Sequence
from itertools import chain, cycle, islice
from multiprocessing import get_context
from pathlib import Path

from starlette.testclient import TestClient

from made_up_news import Newsroom
from reportedly import Report, Store
from reportedly.console import ConsoleOptions, make_app
from reportedly.records import (
    Credibility,
    Event,
    EventType,
    GivenValue,
    MergedEvent,
    Story,
    StoryArticle,
    stable_id,
)
from reportedly.storage.links.telling import insert_story
from reportedly.storage.listings import EventQuery, Sort
from reportedly.storage.opening import open_writer
from reportedly.storage.runs import Run, register
from reportedly.storage.totals import count_in
from reportedly.storage.writing import insert_article, insert_coding

EVENTS = 3
#: So many stories are written in one transaction.
BATCH = 100
#: How many articles are added while others read.
ADDED = 100
#: What each kind of page must not take longer than, in milliseconds.
ASKED = {"overview": 500, "events": 200, "event": 200}


def fill(path: Path, number: int) -> None:
    """Make the store."""
    connection = open_writer(path)
    stories = Newsroom(events=EVENTS).stories(number)
    while batch := list(islice(stories, BATCH)):
        connection.execute("BEGIN IMMEDIATE")
        for reports in batch:
            # Two copies that one paper ran at one time are one article.
            _write(connection, list({report.article.id: report for report in reports}.values()))
        connection.execute("DELETE FROM pending")
        connection.execute("COMMIT")
    connection.execute("PRAGMA optimize")
    connection.close()


def _write(connection: sqlite3.Connection, reports: Sequence[Report]) -> None:
    numbers = {}
    for report in reports:
        run = register(connection, Run(coder=report.coder))
        number = insert_article(connection, report.article, run=run)
        insert_coding(connection, report, article=number)
        count_in(connection, number)
        # Stories hang on fingerprints; nothing here compares by them.
        connection.execute("INSERT INTO fingerprints VALUES (?, ?, 0, '{}', x'', 0)", (number, number))
        numbers[report.article.id] = number
    story = made_up_story(reports)
    insert_story(connection, story, numbers=numbers, signature=story.id)


def made_up_story(reports: Sequence[Report]) -> Story:
    """Return the story of one happening: events of one type are one event, articles with one lead are copies."""
    first = reports[0].article
    roots: dict[str, str] = {}
    for report in reports:
        roots.setdefault(report.article.text.split("\n\n")[0], report.article.id)
    copies = {report.article.id: roots[report.article.text.split("\n\n")[0]] for report in reports}
    told: dict[EventType, list[tuple[Report, Event]]] = {}
    for report in reports:
        for event in report.events:
            told.setdefault(event.type, []).append((report, event))
    days = sorted((report.article.published.value or "")[:10] for report in reports)
    id = stable_id("story", *(report.article.id for report in reports))
    return Story(
        id=id, title=first.title or "", start=days[0], end=days[-1],
        articles=tuple(
            StoryArticle(id=name, copy_of=None if root == name else root) for name, root in copies.items()
        ),
        events=tuple(_merged(id, kind, tellings, copies) for kind, tellings in told.items()),
    )  # fmt: skip


def _merged(story: str, kind: EventType, told: Sequence[tuple[Report, Event]], copies: dict[str, str]) -> MergedEvent:
    event = told[0][1]
    origins = tuple(dict.fromkeys(each.sources[-1].name for _, each in told))
    values = tuple(
        GivenValue(kind=q.kind, value=q.value, by=each.sources[-1].name, article=report.article.id)
        for report, each in told
        for q in each.quantities
    )
    return MergedEvent(
        id=stable_id("merged", story, kind), type=kind, actors=event.actors, recipients=event.recipients,
        date=event.date, place=event.place, mentions=tuple(each.id for _, each in told),
        copies=sum(copies[report.article.id] != report.article.id for report, _ in told), origins=origins,
        independent_origins=len(origins), credibility=Credibility(value=3), values=values,
    )  # fmt: skip


def addresses(path: Path) -> dict[str, list[str]]:
    """Return the addresses that are asked for, by the kind of page."""
    with Store.open(path) as store:
        newest = store.listings.events(limit=200).rows
        told = store.listings.events(EventQuery(sort=Sort.TOLD), limit=50).rows
        articles = store.listings.articles(limit=200).rows
        actors = store.listings.actors(limit=100).rows
        cursor = store.listings.events(limit=50).next
    types = ("ASSAULT", "COERCE", "AID", "CONSULT")
    lists = [
        *("/events" + (f"?{words}" if words else "") for words in ("", "sort=disputed", "sort=told", "sort=origins")),
        f"/events?after={cursor}",
        *(f"/events?type={kind}&country={code}" for kind in types for code in ("PER", "MLI", "UKR")),
        *(f"/events?since=2025-0{month}&until=2025-0{month}" for month in range(1, 7)),
        *(f"/events?actor={line.name.split()[0]}" for line in actors[:20]),
        *(f"/events?text={(line.title or 'port').split()[1]}" for line in articles[:20]),
        "/events?actor=ministry",
        "/events?text=killing",
        "/events?text=raided+AND+ministry&type=AID",
    ]
    return {
        "overview": ["/"],
        "events": lists,
        "event": [f"/events/{line.id}" for line in chain(newest, told)],
        "story": [f"/stories/{line.story}" for line in chain(newest[:50], told)],
        "article": [f"/articles/{line.id}" for line in articles],
        "search": [f"/articles?q={(line.title or 'port').split()[1]}" for line in articles],
        "actors": ["/actors"],
        "actor": [f"/actors/{line.name}" for line in actors],
        "sources": ["/sources"],
        "API events": [address.replace("/events", "/api/v1/events", 1) for address in lists],
    }


def timed(client: TestClient, address: str) -> float:
    """Return the seconds that an answer takes."""
    begun = time.perf_counter()
    answer = client.get(address)
    seconds = time.perf_counter() - begun
    if answer.status_code != 200:
        sys.exit(f"{address}: {answer.status_code}: {answer.text[:200]}")
    return seconds


def measure(client: TestClient, pages: dict[str, list[str]], *, requests: int) -> bool:
    """Tell the times of every kind of page; return whether they are as asked."""
    kept = True
    print("| page | median, ms | slowest, ms | asked, ms |\n|---|---|---|---|")
    for name, each in pages.items():
        for address in dict.fromkeys(each):
            timed(client, address)
        seconds = [timed(client, address) for address in islice(cycle(each), requests)]
        median, asked = statistics.median(seconds) * 1000, ASKED.get(name)
        print(f"| {name} | {median:.0f} | {max(seconds) * 1000:.0f} | {asked or ''} |", flush=True)
        kept = kept and (asked is None or median < asked)
    return kept


def read_while_writing(client: TestClient, path: Path, pages: dict[str, list[str]], *, readers: int) -> None:
    """Read from several threads while articles are added; a wrong answer ends the program."""
    done = threading.Event()
    answers: list[float] = []
    failures: list[str] = []

    def read(each: Iterable[str]) -> None:
        for address in cycle(each):
            if done.is_set():
                return
            begun = time.perf_counter()
            answer = client.get(address)
            answers.append(time.perf_counter() - begun)
            if answer.status_code != 200:
                failures.append(f"{address}: {answer.status_code}: {answer.text[:200]}")

    every = [address for each in pages.values() for address in each[:20]]
    threads = [threading.Thread(target=read, args=(every[start:] + every[:start],)) for start in range(readers)]
    for thread in threads:
        thread.start()
    writer = get_context("spawn").Process(target=add, args=(path,))
    writer.start()
    writer.join()
    done.set()
    for thread in threads:
        thread.join()
    if writer.exitcode:
        sys.exit("adding failed")
    median = statistics.median(answers) * 1000
    print(f"\n{readers} readers while {ADDED} articles were added and linked: {len(answers)} answers, "
          f"median {median:.0f} ms, {len(failures)} errors")  # fmt: skip
    if failures:
        sys.exit("\n".join(failures[:10]))


def add(path: Path) -> None:
    """Add other news, as `reportedly add` does."""
    with Store.open(path, write=True) as store:
        for report in Newsroom(seed=11, events=EVENTS).reports(ADDED):
            store.add(report)
        store.link()


def main() -> None:
    """Make a store, measure, and remove it unless it was named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", nargs="?", type=int, default=100_000)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--requests", type=int, default=200)
    parser.add_argument("--readers", type=int, default=8)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.store or Path(folder) / "news.db"
        if not path.exists():
            fill(path, options.number)
        pages = addresses(path)
        with TestClient(make_app(ConsoleOptions(store=path, label=path.name, hosts=None))) as client:
            kept = measure(client, pages, requests=options.requests)
            read_while_writing(client, path, pages, readers=options.readers)
    if not kept:
        sys.exit("slower than asked")


if __name__ == "__main__":
    main()
