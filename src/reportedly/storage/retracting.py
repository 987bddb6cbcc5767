"""Takes articles out so that nothing of their text is left in the file, and keeps a tombstone."""

import sqlite3
from collections.abc import Callable, Iterable

from reportedly.storage.outcomes import Tombstone
from reportedly.storage.totals import count_out
from reportedly.storage.writing import delete_coding


def find_tombstone(connection: sqlite3.Connection, id: str) -> Tombstone | None:
    """Return the last tombstone of an article; None when it was not retracted."""
    row = connection.execute(
        "SELECT id, sha256, retracted, reason FROM tombstones WHERE id = ? ORDER BY retracted DESC, sha256", (id,)
    ).fetchone()
    return None if row is None else _tombstone(*row)


def bury(
    connection: sqlite3.Connection,
    id: str,
    *,
    when: str,
    reason: str | None,
    forget: Callable[[Iterable[int]], None],
) -> tuple[Tombstone, ...]:
    """Delete an article in all its revisions and set a tombstone for each; within the caller's transaction.

    Args:
        connection: To the store.
        id: Of the article.
        when: ISO 8601.
        reason: As given.
        forget: Removes all that links keep of articles, by their numbers.
    """
    rows = connection.execute(
        """
        SELECT number, id, sha256, current FROM articles
        WHERE lineage IN (SELECT lineage FROM articles WHERE id = ?) ORDER BY number
        """,
        (id,),
    ).fetchall()
    forget([number for number, *_ in rows])
    for number, article, sha256, current in rows:
        if current:
            count_out(connection, number)
        delete_coding(connection, article=number)
        connection.execute(
            "INSERT OR REPLACE INTO tombstones (id, sha256, retracted, reason) VALUES (?, ?, ?, ?)",
            (article, sha256, when, reason),
        )
        connection.execute("DELETE FROM articles WHERE number = ?", (number,))
        connection.execute("DELETE FROM pending WHERE article = ?", (number,))
    if rows:
        # The index only marks words as deleted until its parts are merged.
        connection.execute("INSERT INTO words (words) VALUES ('optimize')")
    return tuple(_tombstone(article, sha256, when, reason) for _, article, sha256, _ in rows)


def empty_log(connection: sqlite3.Connection) -> None:
    """Empty the write-ahead log, which still holds what was deleted.

    A process that reads the store at that moment may hinder it: then the last one to close the store empties the log.
    """
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _tombstone(id: str, sha256: str, retracted: str, reason: str | None) -> Tombstone:
    return Tombstone(id=id, sha256=sha256, retracted=retracted, reason=reason)
