"""Reads lists from a store: newest article first, in the article's own order; the same whatever was added when."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from reportedly.errors import SettingsError
from reportedly.records import Report
from reportedly.storage.filters import ALL, ASKING, GATHERING, Filters, Forms
from reportedly.storage.loading import load_bare_report, load_claims, load_events, load_report

#: So many articles are asked one by one before all that fits is gathered.
NEWEST = 1_000


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
