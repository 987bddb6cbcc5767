"""Counts for pictures: events by day, place and pair of parties. Events of the real world, so copies do not count."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.records import Quad
from reportedly.storage.listings.query import EventQuery, where

#: Pairs beyond these stand in no picture.
PAIRS = 400
PLACES = 2_000
#: Tables of actors with recipients.
BY_NAME, BY_GROUP = "listed_pairs", "listed_groups"


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many events of a quadrant happened on a day, ISO 8601."""

    day: str
    quad: Quad
    events: int


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """How many events of a quadrant happened at a place."""

    name: str
    lat: float
    lon: float
    quad: Quad
    events: int


@dataclass(frozen=True, slots=True)
class PairCount:
    """How many events of a quadrant have one party as actor and the other as recipient, by name or by group.

    A group is a country with a sector, "COL MIL", or one of them.
    """

    actor: str
    recipient: str
    quad: Quad
    events: int


def count_days(connection: sqlite3.Connection, query: EventQuery) -> Iterator[DayCount]:
    """Yield how many events began on each day, the earliest first; those of unknown days are left out."""
    rows = connection.execute(
        f"""
        SELECT first_day, quad, count(*) FROM listed_events
        WHERE {where([*query.conditions(), "first_day <> ''"])} GROUP BY first_day, quad ORDER BY first_day, quad
        """,
        query.values(),
    )
    return (DayCount(day, Quad(quad), events) for day, quad, events in rows)


def count_places(connection: sqlite3.Connection, query: EventQuery) -> Iterator[PlaceCount]:
    """Yield how many events happened at each place whose coordinates are known, the busiest first."""
    rows = connection.execute(
        f"""
        SELECT place, lat, lon, quad, count(*) AS events FROM listed_events
        WHERE {where([*query.conditions(), "lat IS NOT NULL", "lon IS NOT NULL"])}
        GROUP BY lat, lon, place, quad ORDER BY events DESC, place, quad LIMIT {PLACES}
        """,
        query.values(),
    )
    return (PlaceCount(name, lat, lon, Quad(quad), events) for name, lat, lon, quad, events in rows)


def count_pairs(
    connection: sqlite3.Connection, query: EventQuery, *, table: str = BY_NAME, limit: int = PAIRS
) -> Iterator[PairCount]:
    """Yield how many events each actor and recipient share, the busiest first.

    Args:
        connection: To the store.
        query: Which events.
        table: Whether parties are told apart by name or by group.
        limit: How many rows at most.
    """
    conditions = query.conditions()
    inside = f"merged IN (SELECT merged FROM listed_events WHERE {where(conditions)})" if conditions else "1"
    rows = connection.execute(
        f"""
        SELECT actor, recipient, quad, count(*) AS events FROM {table} WHERE {inside}
        GROUP BY actor, recipient, quad ORDER BY events DESC, actor, recipient, quad LIMIT :limit
        """,
        query.values() | {"limit": limit},
    )
    return (PairCount(actor, recipient, Quad(quad), events) for actor, recipient, quad, events in rows)
