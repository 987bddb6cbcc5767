"""The index of keys, by which articles that may belong together are found without reading the others.

Under each key, articles stand in the order of publication, and each is compared with its nearest neighbours. So two
articles are candidates by what is in the store, not by when it came there; and however many articles share a key, what
one more costs is bounded.
"""

import sqlite3
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from reportedly.linking.affinity import MISREAD_DAYS, STORY_DAYS
from reportedly.linking.copies import COPY_DAYS
from reportedly.linking.fingerprints import Fingerprint
from reportedly.linking.keys import copy_keys, story_keys
from reportedly.records import stable_id

#: So many neighbours on either side are compared. Copies stand in long rows, and each leads to the next; story keys are
#: many to an article. With fewer than so many articles to a key, everything is compared with everything.
NEAR_COPIES = 32
NEAR_STORIES = 20
#: Articles further apart in time are neither copies nor of one story.
DAY = 86_400
COPY_WINDOW = COPY_DAYS * DAY
STORY_WINDOW = (STORY_DAYS + MISREAD_DAYS) * DAY
#: What has no date stands behind everything that has one, and may be near anything.
UNDATED = 1 << 40
#: SQLite's integers have a sign.
SIGN = 1 << 63

BEFORE = """SELECT moment, handle FROM keys WHERE key = ? AND (moment, handle) < (?, ?)
    ORDER BY moment DESC, handle DESC LIMIT ?"""
BEHIND = "SELECT moment, handle FROM keys WHERE key = ? AND (moment, handle) > (?, ?) ORDER BY moment, handle LIMIT ?"
BETWEEN = """SELECT count(*) FROM (SELECT 1 FROM keys
    WHERE key = ? AND (moment, handle) > (?, ?) AND (moment, handle) < (?, ?) LIMIT ?)"""


class Spot(NamedTuple):
    """Where an article stands under each of its keys."""

    moment: int
    handle: int


#: Two spots, the earlier first.
Pair = tuple[Spot, Spot]


@dataclass(frozen=True, slots=True)
class Moved:
    """What filing or removing an article changes.

    Attributes:
        near: The articles that it is to be compared with, or no longer is.
        others: Two others that it has come between and so moved apart, or that have moved together without it.
    """

    near: frozenset[Spot]
    others: frozenset[Pair]


def spot_of(article: Fingerprint) -> Spot:
    """Return where an article stands."""
    moment = UNDATED if article.published is None else int(datetime.fromisoformat(article.published).timestamp())
    return Spot(moment, _signed(int(stable_id(article.id), 16)))


def keys_of(article: Fingerprint) -> tuple[int, ...]:
    """Return the hashed keys of an article, sorted; the last bit tells story keys from copy keys."""
    copies = {_signed(int(stable_id(key), 16) & ~1) for key in copy_keys(article)}
    stories = {_signed(int(stable_id(key), 16) | 1) for key in story_keys(article)}
    return tuple(sorted(copies | stories))


def pack(keys: tuple[int, ...]) -> bytes:
    """Return keys as bytes, eight each."""
    return array("q", keys).tobytes()


def unpack(packed: bytes) -> tuple[int, ...]:
    """Return keys from their bytes."""
    keys = array("q")
    keys.frombytes(packed)
    return tuple(keys)


def insert_keys(connection: sqlite3.Connection, spot: Spot, keys: tuple[int, ...]) -> Moved:
    """File an article under its keys."""
    moved = _moved(connection, spot, keys)
    connection.executemany("INSERT INTO keys VALUES (?, ?, ?)", [(key, *spot) for key in keys])
    return moved


def delete_keys(connection: sqlite3.Connection, spot: Spot, keys: tuple[int, ...]) -> Moved:
    """Take an article out from under its keys."""
    connection.executemany(
        "DELETE FROM keys WHERE key = ? AND moment = ? AND handle = ?", [(key, *spot) for key in keys]
    )
    return _moved(connection, spot, keys)


def are_near(connection: sqlite3.Connection, pair: Pair, shared: Iterable[int]) -> bool:
    """Whether two articles are near enough under one of the keys that they share."""
    return any(_is_in_window(*pair, key=key) and _between(connection, pair, key) < _reach(key) for key in shared)


def _between(connection: sqlite3.Connection, pair: Pair, key: int) -> int:
    (count,) = connection.execute(BETWEEN, (key, *pair[0], *pair[1], _reach(key))).fetchone()
    return int(count)


def _moved(connection: sqlite3.Connection, spot: Spot, keys: tuple[int, ...]) -> Moved:
    near: set[Spot] = set()
    others: set[Pair] = set()
    for key in keys:
        reach = _reach(key)
        before = [Spot(*row) for row in connection.execute(BEFORE, (key, *spot, reach))]
        behind = [Spot(*row) for row in connection.execute(BEHIND, (key, *spot, reach))]
        near.update(other for other in (*before, *behind) if _is_in_window(spot, other, key=key))
        # Without the article these are so far apart as is just near enough.
        for distance, early in enumerate(before, start=1):
            late = reach - distance
            if late < len(behind) and _is_in_window(early, behind[late], key=key):
                others.add((early, behind[late]))
    return Moved(frozenset(near), frozenset(others))


def _reach(key: int) -> int:
    return NEAR_STORIES if key & 1 else NEAR_COPIES


def _is_in_window(one: Spot, other: Spot, *, key: int) -> bool:
    if UNDATED in (one.moment, other.moment):
        return True
    return abs(one.moment - other.moment) <= (STORY_WINDOW if key & 1 else COPY_WINDOW)


def _signed(number: int) -> int:
    return number - (number & SIGN) * 2
