"""Pages of long lists: each ends with a cursor, from which the next goes on, whatever was added meanwhile."""

import binascii
import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from reportedly.errors import SettingsError

T = TypeVar("T")

SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A part of a list.

    Attributes:
        rows: What stands on it.
        next: Cursor of the next page; None on the last.
    """

    rows: tuple[T, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class Key:
    """What a list is ordered by.

    Attributes:
        expression: SQL.
        shape: What its values are.
        descending: Whether the greatest comes first.
    """

    expression: str
    shape: type[str] | type[int]
    descending: bool = False


def order(keys: Sequence[Key]) -> str:
    """Return the ORDER BY of a list."""
    return ", ".join(f"{key.expression} {'DESC' if key.descending else 'ASC'}" for key in keys)


def beyond(keys: Sequence[Key]) -> str:
    """Return the condition for the rows behind a cursor, whose values are `:after0`, `:after1` and so on."""
    cases = []
    for place, key in enumerate(keys):
        same = [f"{earlier.expression} = :after{at}" for at, earlier in enumerate(keys[:place])]
        cases.append(" AND ".join([*same, f"{key.expression} {'<' if key.descending else '>'} :after{place}"]))
    first = f"{keys[0].expression} {'<=' if keys[0].descending else '>='} :after0"
    # The first condition lets SQLite begin in the middle of an index; alternatives alone do not.
    return f"{first} AND ({' OR '.join(f'({case})' for case in cases)})"


def write_cursor(name: str, values: Sequence[Any]) -> str:
    """Return a cursor behind a row.

    Args:
        name: Of the order, so that a cursor of another list is noticed.
        values: Of the row's keys.
    """
    text = json.dumps([name, *values], ensure_ascii=False, separators=(",", ":"))
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read_cursor(cursor: str, name: str, keys: Sequence[Key]) -> dict[str, Any]:
    """Return the values of a cursor, by the names that `beyond` uses.

    Raises:
        SettingsError: It is no cursor of this list.
    """
    problem = SettingsError(f"cursor {cursor[:40]!r} is not one that this list has given")
    try:
        found = json.loads(urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError, RecursionError) as error:
        raise problem from error
    if not isinstance(found, list) or len(found) != len(keys) + 1 or found[0] != name:
        raise problem
    if not all(_fits(value, key) for value, key in zip(found[1:], keys, strict=True)):
        raise problem
    return {f"after{place}": value for place, value in enumerate(found[1:])}


def _fits(value: object, key: Key) -> bool:
    """Whether a value can be compared with a key: SQLite takes integers of 64 bits, and text that UTF-8 can carry."""
    if isinstance(value, int):
        return key.shape is int and abs(value) < 2**63
    return isinstance(value, str) and key.shape is str and not SURROGATES.search(value)


def cut(rows: Sequence[tuple[T, Sequence[Any]]], *, limit: int, name: str) -> Page[T]:
    """Return a page of rows, each given with the values of its keys; one row more than the limit means a next page."""
    shown = rows[:limit]
    more = write_cursor(name, shown[-1][1]) if len(rows) > limit and shown else None
    return Page(tuple(row for row, _ in shown), more)
