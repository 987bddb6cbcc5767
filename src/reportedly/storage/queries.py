"""Reads lists from a store: newest article first, in the article's own order; the same whatever was added when."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from reportedly.errors import SettingsError
from reportedly.records import Record, Report, SourceKind
from reportedly.storage.filters import ASKING, FOLDED, GATHERING, NAMED, Filters, Forms
from reportedly.storage.loading import load_bare_report, load_claims, load_events, load_report

#: What SQLite takes for "no limit".
ALL = -1
#: So many articles are asked one by one before all that fits is gathered.
NEWEST = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCount(Record):
    """How much rests on a source.

    Attributes:
        name: As the texts name it.
        kind: What sort of source.
        anonymous: Whether it is kept unnamed everywhere.
        articles: In how many articles it stands.
        claims: How many claims it makes or passes on.
        events: How many events it tells.
        origin_of: Of how many of these events it is the origin.
    """

    name: str
    kind: SourceKind
    anonymous: bool
    articles: int
    claims: int
    events: int
    origin_of: int


def find_events(connection: sqlite3.Connection, filters: Filters, *, limit: int | None) -> Iterator[Report]:
    """Yield a report for each article that has events asked for, holding these alone."""
    rows = _rows_of(connection, "events", filters.for_events, filters, limit=limit)
    for article, group in groupby(rows, key=itemgetter(0)):
        events = load_events(connection, (number for _, number in group))
        yield replace(load_bare_report(connection, article), events=events)


def find_claims(connection: sqlite3.Connection, filters: Filters, *, limit: int | None) -> Iterator[Report]:
    """Yield a report for each article that has claims asked for, holding these alone."""
    rows = _rows_of(connection, "claims", filters.for_claims, filters, limit=limit)
    for article, group in groupby(rows, key=itemgetter(0)):
        claims = load_claims(connection, (number for _, number in group))
        yield replace(load_bare_report(connection, article), claims=claims)


def _rows_of(
    connection: sqlite3.Connection,
    table: str,
    condition: Callable[[Forms], str],
    filters: Filters,
    *,
    limit: int | None,
) -> Iterable[tuple[int, int]]:
    """Return the numbers of articles and of their events or claims, the newest articles first.

    The newest articles are asked one by one; where they do not fill the list, all that fits is gathered and sorted.
    """
    query = f"""
        SELECT articles.number, {table}.number FROM articles {{join}} {table} ON {table}.article = articles.number
        WHERE {{condition}}
        ORDER BY articles.published DESC, articles.id, articles.number, {table}.position LIMIT :limit
    """
    values = {**filters.values(), "limit": ALL if limit is None else limit}
    if limit is not None and not filters.revisions:
        newest = "SELECT published FROM articles WHERE current ORDER BY published DESC LIMIT 1 OFFSET ?"
        boundary = connection.execute(newest, (NEWEST,)).fetchone()
        if boundary is not None:
            asked = f"{condition(ASKING)} AND articles.published > :boundary"
            # CROSS JOIN: SQLite goes through the articles first, whatever it thinks of that.
            first = query.format(join="CROSS JOIN", condition=asked)
            rows = connection.execute(first, values | {"boundary": boundary[0]}).fetchall()
            if len(rows) == limit:
                return rows
    return connection.execute(query.format(join="JOIN", condition=condition(GATHERING)), values)


def find_reports(connection: sqlite3.Connection, filters: Filters) -> Iterator[Report]:
    """Yield the whole report of each article that has an event or a claim asked for.

    Where filters speak of nothing but texts, an article need not have any.
    """
    chosen = f"""
        SELECT events.article FROM events JOIN articles ON articles.number = events.article
        WHERE {filters.for_events()}
        UNION SELECT claims.article FROM claims JOIN articles ON articles.number = claims.article
        WHERE {filters.for_claims()}
    """
    if filters.concern_texts_alone:
        chosen = f"SELECT number FROM articles WHERE {filters.for_articles()}"
    rows = connection.execute(
        f"SELECT number FROM articles WHERE number IN ({chosen}) ORDER BY published DESC, id, number", filters.values()
    )
    for (number,) in rows:
        yield load_report(connection, number)


def find_sources(connection: sqlite3.Connection, filters: Filters, *, limit: int | None) -> Iterator[SourceCount]:
    """Yield the sources of the events and claims asked for, those that most articles name first."""
    if filters == Filters(source=filters.source):
        return _all_sources(connection, filters, limit=limit)
    return _sources_of(connection, filters, limit=limit)


def _all_sources(connection: sqlite3.Connection, filters: Filters, *, limit: int | None) -> Iterator[SourceCount]:
    """Yield the sources of everything, from the totals that are kept."""
    named = "1" if filters.source is None else FOLDED.format(part=":source")
    rows = connection.execute(
        f"""
        SELECT (SELECT min(name) FROM names WHERE names.folded = totals.folded), kind, named = 0, articles, claims,
            events, origins
        FROM source_totals AS totals WHERE {named}
        ORDER BY articles DESC, events DESC, claims DESC, folded, kind LIMIT :limit
        """,
        {**filters.values(), "limit": ALL if limit is None else limit},
    )
    return (_source_count(*row) for row in rows)


def _sources_of(connection: sqlite3.Connection, filters: Filters, *, limit: int | None) -> Iterator[SourceCount]:
    own_name = "1" if filters.source is None else f"sources.{NAMED.format(part=':source')}"
    rest = replace(filters, source=None)
    rows = connection.execute(
        # Counted in steps, each by one sort: first what each record has of a source, then what each article has.
        f"""
        WITH
        hops AS (
            SELECT sources.name, kind, min(anonymous) AS anonymous, events.article, 0 AS claims, 1 AS events,
                max(origin) AS origins
            FROM events JOIN articles ON articles.number = events.article
            JOIN mentions ON mentions.event = events.number JOIN sources ON sources.mention = mentions.number
            WHERE {rest.for_events()} AND {own_name} GROUP BY sources.name, kind, events.number
            UNION ALL
            SELECT sources.name, kind, min(anonymous), claims.article, 1, 0, 0
            FROM claims JOIN articles ON articles.number = claims.article
            JOIN sources ON sources.claim = claims.number
            WHERE {rest.for_claims()} AND {own_name} GROUP BY sources.name, kind, claims.number
        ),
        told AS (
            SELECT folded, kind, min(anonymous) AS anonymous, sum(claims) AS claims,
                sum(events) AS events, sum(origins) AS origins
            FROM hops JOIN names ON names.number = hops.name GROUP BY folded, kind, article
        )
        SELECT (SELECT min(name) FROM names WHERE names.folded = told.folded), kind, min(anonymous),
            count(*) AS articles, sum(claims) AS claims, sum(events) AS events, sum(origins)
        FROM told GROUP BY folded, kind
        ORDER BY articles DESC, events DESC, claims DESC, folded, kind LIMIT :limit
        """,
        {**filters.values(), "limit": ALL if limit is None else limit},
    )
    return (_source_count(*row) for row in rows)


def _source_count(
    name: str, kind: str, anonymous: int, articles: int, claims: int, events: int, origin_of: int
) -> SourceCount:
    return SourceCount(
        name=name, kind=SourceKind(kind), anonymous=bool(anonymous),
        articles=articles, claims=claims, events=events, origin_of=origin_of,
    )  # fmt: skip


def check_search(connection: sqlite3.Connection, text: str | None) -> None:
    """Raise a SettingsError, with what may help, for words that SQLite cannot search."""
    if text is None:
        return
    try:
        connection.execute("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1", (text,)).fetchone()
    except (sqlite3.OperationalError, UnicodeEncodeError) as error:
        if getattr(error, "sqlite_errorname", "SQLITE_ERROR") != "SQLITE_ERROR":
            raise
        advice = """put words with signs in them in double quotes: '"Su-30" AND (radar OR missile*)'"""
        raise SettingsError(f"text {text!r} cannot be searched: {error}; {advice}") from error
