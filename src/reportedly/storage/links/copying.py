"""The links from copies to their roots, as rows."""

import sqlite3
from collections.abc import Iterable, Mapping

import msgspec

from reportedly.linking.drafts import CopyLink


def write_links(connection: sqlite3.Connection, links: Mapping[str, CopyLink], numbers: Mapping[str, int]) -> set[int]:
    """Write the links of articles that shared text connects; return the articles whose link changed.

    Args:
        connection: To the store.
        links: By article id.
        numbers: Of all the articles, by id.
    """
    before = {number: row for number in numbers.values() if (row := _row(connection, number)) is not None}
    after = {numbers[name]: _made(link, numbers) for name, link in links.items()}
    changed = {number for number in numbers.values() if before.get(number) != after.get(number)}
    for number in sorted(changed):
        connection.execute("DELETE FROM copies WHERE article = ?", (number,))
        if number in after:
            connection.execute(
                "INSERT INTO copies (article, root, similarity, record) VALUES (?, ?, ?, ?)", (number, *after[number])
            )
    roots = {rows[number][0] for rows in (before, after) for number in changed if number in rows}
    return changed | roots


def load_links(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[str, CopyLink]:
    """Return the links of those of these articles that are copies, by article id."""
    found = {}
    for number in numbers:
        row = connection.execute("SELECT record FROM copies WHERE article = ?", (number,)).fetchone()
        if row is not None:
            link = msgspec.json.decode(row[0], type=CopyLink)
            found[link.article] = link
    return found


def _row(connection: sqlite3.Connection, number: int) -> tuple[int, float, str] | None:
    query = "SELECT root, similarity, record FROM copies WHERE article = ?"
    row: tuple[int, float, str] | None = connection.execute(query, (number,)).fetchone()
    return row


def _made(link: CopyLink, numbers: Mapping[str, int]) -> tuple[int, float, str]:
    return numbers[link.of], link.similarity, msgspec.json.encode(link).decode()
