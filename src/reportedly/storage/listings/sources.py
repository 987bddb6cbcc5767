"""Pages of sources: who is behind events and claims, and how much rests on each."""

import sqlite3
from typing import Any

from reportedly.storage.filters import Filters
from reportedly.storage.listings.cursors import Key, Page, beyond, cut, read_cursor
from reportedly.storage.sources import SourceCount, source_count, source_rows

#: That of `storage.sources.ORDER`.
KEYS = (
    Key("articles", int, descending=True),
    Key("events", int, descending=True),
    Key("claims", int, descending=True),
    Key("folded", str),
    Key("kind", str),
)


def find_sources(
    connection: sqlite3.Connection, filters: Filters, *, limit: int, after: str | None
) -> Page[SourceCount]:
    """Return a page of the sources of the events and claims asked for, those that most articles name first.

    Args:
        connection: To the store.
        filters: What to list; the same for every page.
        limit: How many at most.
        after: Cursor of the page; None for the first.

    Raises:
        SettingsError: The cursor is none of this list.
    """
    values: dict[str, Any] = {**filters.values(), "limit": limit + 1}
    values |= {} if after is None else read_cursor(after, "sources", KEYS)
    rows = source_rows(connection, filters, values, rest="1" if after is None else beyond(KEYS))
    lines = [(source_count(row), (row[3], row[5], row[4], row[7], row[1])) for row in rows]
    return cut(lines, limit=limit, name="sources")
