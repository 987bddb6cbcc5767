"""Builds records from their rows again."""

import sqlite3
from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec

from reportedly.records import Article, Claim, CoderInfo, Event, Place, Record, Report
from reportedly.storage.runs import load_run

T = TypeVar("T", bound=Record)


def load_article(connection: sqlite3.Connection, number: int) -> Article:
    """Return an article by its number."""
    text, record, earlier = connection.execute(
        """
        SELECT article.text, article.record, earlier.id FROM articles AS article
        LEFT JOIN revisions ON revisions.article = article.number
        LEFT JOIN articles AS earlier ON earlier.number = revisions.earlier AND earlier.id <> article.id
        WHERE article.number = ?
        """,
        (number,),
    ).fetchone()
    fields: dict[str, Any] = msgspec.json.decode(record)
    return Article.from_dict(fields | {"text": text, "revision_of": earlier})


def load_report(connection: sqlite3.Connection, number: int) -> Report:
    """Return everything found in an article, by the article's number."""
    return Report(
        article=load_article(connection, number),
        claims=_records(connection, "SELECT record FROM claims WHERE article = ? ORDER BY position", number, Claim),
        events=_records(connection, "SELECT record FROM events WHERE article = ? ORDER BY position", number, Event),
        places=_places(connection, number),
        coder=_coder(connection, number),
    )


def load_bare_report(connection: sqlite3.Connection, number: int) -> Report:
    """Return an article with the places that it names and what coded it, without claims and events."""
    article = load_article(connection, number)
    return Report(article=article, places=_places(connection, number), coder=_coder(connection, number))


def load_events(connection: sqlite3.Connection, numbers: Iterable[int]) -> tuple[Event, ...]:
    """Return events by their numbers."""
    query = "SELECT record FROM events WHERE number = ?"
    return tuple(event for number in numbers for event in _records(connection, query, number, Event))


def load_claims(connection: sqlite3.Connection, numbers: Iterable[int]) -> tuple[Claim, ...]:
    """Return claims by their numbers."""
    query = "SELECT record FROM claims WHERE number = ?"
    return tuple(claim for number in numbers for claim in _records(connection, query, number, Claim))


def _places(connection: sqlite3.Connection, number: int) -> tuple[Place, ...]:
    query = "SELECT record FROM places WHERE article = ? AND event IS NULL ORDER BY position"
    return _records(connection, query, number, Place)


def _coder(connection: sqlite3.Connection, number: int) -> CoderInfo:
    (run,) = connection.execute("SELECT run FROM articles WHERE number = ?", (number,)).fetchone()
    return load_run(connection, run).coder


def _records(connection: sqlite3.Connection, query: str, number: int, shape: type[T]) -> tuple[T, ...]:
    return tuple(shape.from_json(record) for (record,) in connection.execute(query, (number,)))
