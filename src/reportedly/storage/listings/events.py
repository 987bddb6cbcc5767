"""Lists events of the real world, each in one line, with the telling that leads it."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec

from reportedly.records import Actor, Date, Event, EventType, Modality, Place, Quad, Record, Span, Standing
from reportedly.storage.listings.cursors import Key, Page, beyond, cut, order, read_cursor
from reportedly.storage.listings.query import EventQuery, Sort, where

MERGED = Key("listed_events.merged", str)
LATEST = Key("latest", str, descending=True)
ORDERS: dict[Sort, tuple[Key, ...]] = {
    Sort.NEWEST: (LATEST, MERGED),
    Sort.DISPUTED: (Key("disputed", int, descending=True), LATEST, MERGED),
    Sort.HAPPENED: (Key("first_day", str, descending=True), MERGED),
    Sort.TOLD: (Key("listed_events.articles", int, descending=True), MERGED),
    Sort.ORIGINS: (Key("independent_origins", int, descending=True), MERGED),
}
#: A sentence of evidence is cut to so many characters before the lists' own cut: a text without a full stop is none.
QUOTE = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine(Record):
    """An event of the real world in one line.

    Attributes:
        id: Of the merged event.
        story: Id of its story.
        type: PLOVER type.
        mode: PLOVER mode, of the leading telling.
        quad: Verbal or material, cooperation or conflict.
        standing: Who vouches, in the leading telling.
        modality: Whether it is told as done there.
        actors: Who did it.
        recipients: To whom.
        date: When.
        place: Where.
        latest: When the newest article that tells it appeared; None when unknown.
        articles: How many tell it.
        copies: How many of them only repeat another's text.
        independent_origins: How many origins stand behind it.
        credibility: Admiralty credibility, 1 to 6.
        disputed: Whether something speaks against it.
        lead: Id of the leading telling, the fullest of that type.
        origin: On whom that telling rests.
        quote: Its sentence.
        trigger: Where in the quote the words stand that name the event.
        article: Id of its article.
        title: Headline of that article.
        publisher: Who carries it.
        url: Its address.
    """

    id: str
    story: str
    type: EventType
    mode: str | None
    quad: Quad
    standing: Standing
    modality: Modality
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    date: Date | None
    place: Place | None
    latest: str | None
    articles: int
    copies: int
    independent_origins: int
    credibility: int | None
    disputed: bool
    lead: str
    origin: str | None
    quote: str
    trigger: Span
    article: str
    title: str | None
    publisher: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class _Circumstances:
    """What a row keeps of the merged event itself."""

    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    date: Date | None
    place: Place | None


@dataclass(frozen=True, slots=True)
class _Publisher:
    name: str


@dataclass(frozen=True, slots=True)
class _Head:
    """What a line needs of an article's record."""

    title: str | None = None
    url: str | None = None
    publisher: _Publisher | None = None


CIRCUMSTANCES = msgspec.json.Decoder(_Circumstances)
HEAD = msgspec.json.Decoder(_Head)


def find_events(connection: sqlite3.Connection, query: EventQuery, *, limit: int, after: str | None) -> Page[EventLine]:
    """Return a page of the events asked for.

    Args:
        connection: To the store.
        query: What to list.
        limit: How many events at most.
        after: Cursor of the page; None for the first.

    Raises:
        SettingsError: The cursor is none of this list.
    """
    keys = ORDERS[query.sort]
    conditions, values = query.conditions(), query.values()
    if after is not None:
        conditions.append(beyond(keys))
        values |= read_cursor(after, query.sort, keys)
    # The rows of the page are found in an index that holds what is asked; only they are read whole.
    rows = connection.execute(
        f"""
        SELECT listed_events.merged, story, listed_events.type, quad, standing, modality, latest, articles, copies,
            independent_origins, credibility, disputed, listed_events.record, lead,
            {", ".join(key.expression for key in keys)}
        FROM listed_events WHERE listed_events.merged IN (
            SELECT listed_events.merged FROM listed_events WHERE {where(conditions)}
            ORDER BY {order(keys)} LIMIT :limit
        ) ORDER BY {order(keys)}
        """,
        values | {"limit": limit + 1},
    ).fetchall()
    width = len(keys)
    lines = [(_line(connection, *row[:-width]), row[-width:]) for row in rows]
    return cut(lines, limit=limit, name=query.sort)


def find_tellings(connection: sqlite3.Connection, ids: Iterable[str]) -> list[Event]:
    """Return coded events of current articles by their ids, in their order; those that are not there are left out."""
    query = """
        SELECT events.record FROM events JOIN articles ON articles.number = events.article
        WHERE events.id = ? AND current
    """
    rows = (connection.execute(query, (id,)).fetchone() for id in ids)
    return [Event.from_json(row[0]) for row in rows if row is not None]


def _line(
    connection: sqlite3.Connection,
    merged: str, story: str, type: str, quad: str, standing: str, modality: str, latest: str, articles: int,
    copies: int, independent_origins: int, credibility: int | None, disputed: int, record: str, lead: int,
) -> EventLine:  # fmt: skip
    told = CIRCUMSTANCES.decode(record)
    return EventLine(
        id=merged, story=story, type=EventType(type), quad=Quad(quad), standing=Standing(standing),
        modality=Modality(modality), actors=told.actors, recipients=told.recipients, date=told.date, place=told.place,
        latest=latest or None, articles=articles, copies=copies, independent_origins=independent_origins,
        credibility=credibility, disputed=bool(disputed), **_leading(connection, lead),
    )  # fmt: skip


def _leading(connection: sqlite3.Connection, number: int) -> dict[str, Any]:
    """Return what a line tells of its leading telling."""
    article, record, head, text = connection.execute(
        """
        SELECT articles.id, events.record, articles.record, articles.text FROM events
        JOIN articles ON articles.number = events.article WHERE events.number = ?
        """,
        (number,),
    ).fetchone()
    event, about = Event.from_json(record), HEAD.decode(head)
    start, end = event.evidence
    quote = text[start : min(end, start + QUOTE)]
    first, last = (min(max(place - start, 0), len(quote)) for place in event.trigger)
    return {
        "mode": event.mode, "lead": event.id, "origin": event.sources[-1].name if event.sources else None,
        "quote": quote, "trigger": (first, last), "article": article, "title": about.title, "url": about.url,
        "publisher": None if about.publisher is None else about.publisher.name,
    }  # fmt: skip
