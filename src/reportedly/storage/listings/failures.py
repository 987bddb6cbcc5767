"""Lists what could not be read or coded, the last that failed first."""

import sqlite3
from dataclasses import dataclass
from typing import Any

from reportedly.records import Record
from reportedly.storage.listings.cursors import Key, Page, beyond, cut, order, read_cursor

ORDER = (Key("failures.number", int, descending=True),)


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureLine(Record):
    """An input that could not be read or coded when it was last tried.

    Attributes:
        input: Path, address or label.
        reason: Why, in words for people.
        when: ISO 8601; None when unknown.
        version: Of the Reportedly that tried; None when unknown.
    """

    input: str
    reason: str
    when: str | None
    version: str | None


def find_failures(connection: sqlite3.Connection, *, limit: int, after: str | None) -> Page[FailureLine]:
    """Return a page of the failures.

    Args:
        connection: To the store.
        limit: How many at most.
        after: Cursor of the page; None for the first.

    Raises:
        SettingsError: The cursor is none of this list.
    """
    values: dict[str, Any] = {"limit": limit + 1}
    values |= {} if after is None else read_cursor(after, "failures", ORDER)
    rows = connection.execute(
        f"""
        SELECT input, reason, failed, version, failures.number FROM failures LEFT JOIN runs ON runs.number = run
        WHERE {"1" if after is None else beyond(ORDER)} ORDER BY {order(ORDER)} LIMIT :limit
        """,
        values,
    )
    lines = [
        (FailureLine(input=input, reason=reason, when=when, version=version), (number,))
        for input, reason, when, version, number in rows
    ]
    return cut(lines, limit=limit, name="failures")
