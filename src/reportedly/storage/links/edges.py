"""Edges between two articles as they stand in the store: shared text, and one happening."""

import sqlite3
from collections.abc import Iterable, Iterator

from reportedly.linking.affinity import StoryEdge, affinity
from reportedly.linking.copies import CopyEdge, compare
from reportedly.storage.links.prints import Print

TOUCHING = """
    SELECT other FROM {table} WHERE article = :article UNION SELECT article FROM {table} WHERE other = :article
"""


def compare_pair(connection: sqlite3.Connection, one: Print, other: Print) -> bool:
    """Compare two articles and keep what joins them; tell whether anything does."""
    first, second = sorted((one, other), key=lambda print_: print_.article.id)
    copy, story = compare(first.article, second.article), affinity(first.article, second.article)
    numbers = {print_.article.id: print_.number for print_ in (one, other)}
    if copy is not None:
        connection.execute(
            "INSERT OR REPLACE INTO copy_edges (article, other, record) VALUES (?, ?, ?)",
            (numbers[copy.article], numbers[copy.of], copy.to_json()),
        )
    if story is not None:
        connection.execute(
            "INSERT OR REPLACE INTO story_edges (article, other, score, record) VALUES (?, ?, ?, ?)",
            (numbers[story.one], numbers[story.other], story.score, story.to_json()),
        )
    return copy is not None or story is not None


def has_edge(connection: sqlite3.Connection, one: int, other: int) -> bool:
    """Whether anything joins two articles."""
    (found,) = connection.execute(
        """
        SELECT EXISTS (SELECT 1 FROM copy_edges WHERE (article, other) IN (VALUES (:one, :other), (:other, :one)))
        OR EXISTS (SELECT 1 FROM story_edges WHERE (article, other) IN (VALUES (:one, :other), (:other, :one)))
        """,
        {"one": one, "other": other},
    ).fetchone()
    return bool(found)


def delete_edges(connection: sqlite3.Connection, one: int, other: int) -> None:
    """Remove what joins two articles."""
    for table in ("copy_edges", "story_edges"):
        for ends in ((one, other), (other, one)):
            connection.execute(f"DELETE FROM {table} WHERE article = ? AND other = ?", ends)


def joined_with(connection: sqlite3.Connection, number: int) -> set[int]:
    """Return the articles that an edge joins with one."""
    return {
        other
        for table in ("copy_edges", "story_edges")
        for (other,) in connection.execute(TOUCHING.format(table=table), {"article": number})
    }


def copy_edges(connection: sqlite3.Connection, numbers: Iterable[int]) -> Iterator[CopyEdge]:
    """Yield the edges of shared text from each of these articles to an earlier one."""
    for number in numbers:
        rows = connection.execute("SELECT record FROM copy_edges WHERE article = ?", (number,))
        yield from (CopyEdge.from_json(record) for (record,) in rows)


def story_edges(connection: sqlite3.Connection, numbers: set[int]) -> Iterator[StoryEdge]:
    """Yield the edges of one happening among these articles."""
    for number in numbers:
        rows = connection.execute("SELECT other, record FROM story_edges WHERE article = ?", (number,))
        yield from (StoryEdge.from_json(record) for other, record in rows if other in numbers)


def copy_component(connection: sqlite3.Connection, numbers: Iterable[int]) -> list[set[int]]:
    """Return the groups that shared text connects, which hold these articles."""
    query = TOUCHING.format(table="copy_edges")
    found: list[set[int]] = []
    seen: set[int] = set()
    for number in numbers:
        if number not in seen:
            group, waiting = {number}, [number]
            while waiting:
                rows = connection.execute(query, {"article": waiting.pop()})
                new = {other for (other,) in rows} - group
                group |= new
                waiting.extend(new)
            seen |= group
            found.append(group)
    return found
