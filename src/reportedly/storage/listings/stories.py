"""Pages of stories: happenings that articles tell together."""

import sqlite3
from typing import Any

from reportedly.storage.filters import Filters
from reportedly.storage.listings.cursors import Key, Page, beyond, cut, read_cursor
from reportedly.storage.stories import StoryLine, story_line, story_rows

#: That of `storage.stories.ORDER`.
KEYS = (Key("last_day", str, descending=True), Key("articles", int, descending=True), Key("stories.id", str))


def find_stories(connection: sqlite3.Connection, filters: Filters, *, limit: int, after: str | None) -> Page[StoryLine]:
    """Return a page of the stories that have an event asked for, the newest first.

    Args:
        connection: To the store.
        filters: What to list; the same for every page.
        limit: How many at most.
        after: Cursor of the page; None for the first.

    Raises:
        SettingsError: The cursor is none of this list.
    """
    values: dict[str, Any] = {**filters.values(), "limit": limit + 1}
    values |= {} if after is None else read_cursor(after, "stories", KEYS)
    rows = story_rows(connection, filters, values, rest="1" if after is None else beyond(KEYS))
    lines = [(story_line(row), (row[3], row[4], row[0])) for row in rows]
    return cut(lines, limit=limit, name="stories")
