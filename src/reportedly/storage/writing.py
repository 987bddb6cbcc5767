"""Writes records into their tables; every function works within the caller's transaction."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from reportedly.records import Article, Claim, Event, Report, Source
from reportedly.storage.rows import (
    article_row,
    claim_row,
    event_row,
    folded,
    mention_row,
    mentions_of,
    party_rows,
    place_row,
    source_rows,
)
from reportedly.storage.totals import count_in, count_out


def insert_article(connection: sqlite3.Connection, article: Article, *, run: int) -> int:
    """Write an article that stands alone as yet, and return its number."""
    row = article_row(article)
    number = _insert(connection, "articles", row | {"run": run, "lineage": 0, "current": 1})
    connection.execute("UPDATE articles SET lineage = number WHERE number = ?", (number,))
    return number


def insert_coding(connection: sqlite3.Connection, report: Report, *, article: int) -> None:
    """Write what was found in an article."""
    for position, claim in enumerate(report.claims):
        _insert_claim(connection, claim, position=position, article=article, report=report)
    for position, event in enumerate(report.events):
        _insert_event(connection, event, position=position, article=article, report=report)
    for position, place in enumerate(report.places):
        _insert(connection, "places", {"article": article, "event": None, **place_row(place, position=position)})


def delete_coding(connection: sqlite3.Connection, *, article: int) -> None:
    """Remove what was found in an article; mentions, parties and sources go with their events and claims."""
    names = _names_of(connection, article)
    for table in ("claims", "events", "places", "listed_articles"):
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))
    for name in names:
        connection.execute(
            """
            DELETE FROM names WHERE number = :name AND NOT EXISTS (SELECT 1 FROM parties WHERE name = :name)
            AND NOT EXISTS (SELECT 1 FROM sources WHERE name = :name)
            """,
            {"name": name},
        )


def replace_coding(connection: sqlite3.Connection, report: Report, *, article: int) -> None:
    """Write what was found in an article in the place of what was found before."""
    (current,) = connection.execute("SELECT current FROM articles WHERE number = ?", (article,)).fetchone()
    if current:
        count_out(connection, article)
    delete_coding(connection, article=article)
    insert_coding(connection, report, article=article)
    if current:
        count_in(connection, article)


def _names_of(connection: sqlite3.Connection, article: int) -> list[int]:
    rows = connection.execute(
        """
        SELECT parties.name FROM parties JOIN events ON events.number = event WHERE article = :article
        UNION SELECT sources.name FROM sources JOIN claims ON claims.number = claim WHERE article = :article
        UNION SELECT sources.name FROM sources JOIN mentions ON mentions.number = mention
            JOIN events ON events.number = event WHERE article = :article
        """,
        {"article": article},
    )
    return [name for (name,) in rows]


def _insert_claim(connection: sqlite3.Connection, claim: Claim, *, position: int, article: int, report: Report) -> None:
    row = claim_row(claim, position=position, published=report.article.published)
    number = _insert(connection, "claims", {"article": article, **row})
    _insert_sources(connection, claim.sources, claim=number, mention=None)


def _insert_event(connection: sqlite3.Connection, event: Event, *, position: int, article: int, report: Report) -> None:
    row = event_row(event, position=position, published=report.article.published)
    number = _insert(connection, "events", {"article": article, **row})
    for party in party_rows(event):
        name = _name(connection, party["name"])
        _insert(connection, "parties", {"event": number, **party, "name": name})
    if event.place is not None:
        _insert(connection, "places", {"article": article, "event": number, **place_row(event.place, position=0)})
    for place, mention in enumerate(mentions_of(event)):
        told = _insert(connection, "mentions", {"event": number, **mention_row(mention, position=place)})
        _insert_sources(connection, mention.sources, claim=None, mention=told)


def _insert_sources(
    connection: sqlite3.Connection, chain: Iterable[Source], *, claim: int | None, mention: int | None
) -> None:
    for row in source_rows(chain):
        name = _name(connection, row["name"])
        _insert(connection, "sources", {"claim": claim, "mention": mention, **row, "name": name})


def _name(connection: sqlite3.Connection, name: str) -> int:
    """Return the number of a name, writing it down the first time."""
    row = connection.execute("SELECT number FROM names WHERE name = ?", (name,)).fetchone()
    return _insert(connection, "names", {"name": name, "folded": folded(name)}) if row is None else int(row[0])


def _insert(connection: sqlite3.Connection, table: str, row: Mapping[str, Any]) -> int:
    names, values = ", ".join(row), ", ".join(f":{name}" for name in row)
    cursor = connection.execute(f"INSERT INTO {table} ({names}) VALUES ({values})", row)
    return int(cursor.lastrowid or 0)
