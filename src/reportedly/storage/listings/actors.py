"""Lists who acts and is acted upon, and with whom."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.records import Quad, Record
from reportedly.storage.filters import FOLDED, containing
from reportedly.storage.listings.cursors import Key, Page, beyond, cut, order, read_cursor
from reportedly.storage.rows import folded

ORDER = (Key("events", int, descending=True), Key("folded", str))
COUNTERPARTS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorLine(Record):
    """A party to events; spellings that differ in case or accents count as one.

    Attributes:
        name: As most texts of the list's order spell it.
        countries: Codes, as far as known.
        events: How many it has a part in.
        acting: In how many of them as actor.
        receiving: In how many as recipient.
    """

    name: str
    countries: tuple[str, ...]
    events: int
    acting: int
    receiving: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart(Record):
    """Another party of the same events.

    Attributes:
        name: Of the other.
        acting: Whether the one that is looked at acts, and the other receives.
        quad: Of the events.
        events: How many.
    """

    name: str
    acting: bool
    quad: Quad
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorView(Record):
    """One party with those it has to do with.

    Attributes:
        line: The party.
        spellings: Its names.
        counterparts: The busiest first.
    """

    line: ActorLine
    spellings: tuple[str, ...]
    counterparts: tuple[Counterpart, ...]


def find_actors(connection: sqlite3.Connection, *, named: str | None, limit: int, after: str | None) -> Page[ActorLine]:
    """Return a page of the parties, those of most events first.

    Args:
        connection: To the store.
        named: Part of the name; None for all.
        limit: How many at most.
        after: Cursor of the page.
    """
    values = {"limit": limit + 1} | ({} if named is None else {"part": containing(named)})
    values |= {} if after is None else read_cursor(after, "actors", ORDER)
    rows = connection.execute(
        f"""
        SELECT * FROM (
            SELECT folded, min(name), group_concat(DISTINCT country), count(*) AS events, sum(role = 'actor')
            FROM listed_parties WHERE {"1" if named is None else FOLDED.format(part=":part")} GROUP BY folded
        ) WHERE {"1" if after is None else beyond(ORDER)} ORDER BY {order(ORDER)} LIMIT :limit
        """,
        values,
    ).fetchall()
    lines = [(_line(*row[1:]), (row[3], row[0])) for row in rows]
    return cut(lines, limit=limit, name="actors")


def find_actor(connection: sqlite3.Connection, name: str) -> ActorView | None:
    """Return a party by its whole name; None when it has a part in no event."""
    values = {"name": folded(name)}
    row = connection.execute(
        """
        SELECT min(name), group_concat(DISTINCT country), count(*), sum(role = 'actor')
        FROM listed_parties WHERE folded = :name
        """,
        values,
    ).fetchone()
    if not row[2]:
        return None
    spellings = connection.execute(
        "SELECT DISTINCT name FROM listed_parties WHERE folded = :name ORDER BY name", values
    )
    return ActorView(
        line=_line(*row),
        spellings=tuple(spelling for (spelling,) in spellings),
        counterparts=tuple(_counterparts(connection, folded(name))),
    )


def _counterparts(connection: sqlite3.Connection, name: str) -> Iterator[Counterpart]:
    rows = connection.execute(
        """
        SELECT min(other.name), own.role = 'actor' AS acting, quad, count(*) AS events
        FROM listed_parties AS own JOIN listed_parties AS other ON other.merged = own.merged AND other.role <> own.role
        JOIN listed_events ON listed_events.merged = own.merged
        WHERE own.folded = :name AND other.folded <> :name
        GROUP BY other.folded, acting, quad ORDER BY events DESC, other.folded, acting, quad LIMIT :limit
        """,
        {"name": name, "limit": COUNTERPARTS},
    )
    for other, acting, quad, events in rows:
        yield Counterpart(name=other, acting=bool(acting), quad=Quad(quad), events=events)


def _line(name: str, countries: str | None, events: int, acting: int) -> ActorLine:
    codes = tuple(sorted(countries.split(","))) if countries else ()
    return ActorLine(name=name, countries=codes, events=events, acting=acting, receiving=events - acting)
