"""What a watch remembers between two runs: when each feed and page is due, and what their servers said last.

One SQLite file beside the store. Losing it costs visits, never articles: the store itself knows what it holds.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from reportedly.errors import StoreError
from reportedly.gathering.fetching import Validators
from reportedly.reading.listing import FeedEntry

#: "RPTW"; another number means another program's file.
APPLICATION = 0x52505457
VERSION = 1
SCHEMA = """
CREATE TABLE feeds (
    address TEXT PRIMARY KEY, due REAL NOT NULL, pause REAL, failures INTEGER NOT NULL, validators TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE pages (
    address TEXT PRIMARY KEY, feed TEXT NOT NULL, digest TEXT NOT NULL, entry TEXT NOT NULL, seen REAL NOT NULL,
    due REAL, visits INTEGER NOT NULL, failures INTEGER NOT NULL, validators TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX pages_due ON pages (due) WHERE due IS NOT NULL;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """What is known of a feed.

    Attributes:
        address: Of the feed.
        due: When it is to be asked, in seconds since 1970; 0 for at once.
        pause: Seconds between its last two visits; None before the first.
        failures: How many in a row.
        validators: Of its last answer.
    """

    address: str
    due: float = 0.0
    pause: float | None = None
    failures: int = 0
    validators: Validators | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageState:
    """What is known of a page that a feed lists.

    Attributes:
        address: Of the page; for an entry without one, a name made of feed and entry.
        feed: Address of the feed.
        entry: What the feed says of it.
        due: When it is to be visited; None for not again.
        visits: How many went well since the entry changed.
        failures: How many in a row.
        validators: Of its last answer.
    """

    address: str
    feed: str
    entry: FeedEntry
    due: float | None = None
    visits: int = 0
    failures: int = 0
    validators: Validators | None = None


class WatchState:
    """The file; one process at a time."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the file, or make it.

        Raises:
            StoreError: It is another program's, newer, held by another watch, or cannot be opened.
        """
        with _explained(path):
            connection = sqlite3.connect(path, isolation_level=None, timeout=1.0)
        try:
            with _explained(path):
                _prepare(connection, path)
        except StoreError:
            connection.close()
            raise
        return cls(path, connection)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def feed(self, address: str) -> FeedState:
        """Return what is known of a feed."""
        query = "SELECT due, pause, failures, validators FROM feeds WHERE address = ?"
        row = self._run(query, address).fetchone()
        if row is None:
            return FeedState(address=address)
        due, pause, failures, validators = row
        return FeedState(address=address, due=due, pause=pause, failures=failures, validators=_read(validators))

    def keep_feed(self, feed: FeedState) -> None:
        """Remember a feed."""
        self._run(
            "INSERT OR REPLACE INTO feeds (address, due, pause, failures, validators) VALUES (?, ?, ?, ?, ?)",
            feed.address, feed.due, feed.pause, feed.failures, _written(feed.validators),
        )  # fmt: skip

    def list_page(self, address: str, *, feed: str, entry: FeedEntry, now: float, keeps_text: bool = False) -> bool:
        """Remember that a feed lists a page; one that is new or changed is due now.

        Args:
            address: Of the page.
            feed: Address of the feed.
            entry: What the feed says of the page.
            now: Seconds since 1970.
            keeps_text: Whether the article's own words are kept until the visit. What a store retracts must stand
                nowhere else, so that they are kept no longer.

        Returns:
            Whether it is new or changed.
        """
        row = self._run("SELECT digest FROM pages WHERE address = ?", address).fetchone()
        if row == (entry.digest,):
            self._run("UPDATE pages SET seen = ? WHERE address = ?", now, address)
            return False
        self._run(
            """
            INSERT INTO pages (address, feed, digest, entry, seen, due, visits, failures)
            VALUES (?, ?, ?, ?, ?, ?, 0, 0)
            ON CONFLICT (address) DO UPDATE SET feed = excluded.feed, digest = excluded.digest, entry = excluded.entry,
                seen = excluded.seen, due = excluded.due, visits = 0, failures = 0
            """,
            address, feed, entry.digest, _encoded(entry if keeps_text else entry.without_text()), now, now,
        )  # fmt: skip
        return True

    def due_pages(self, now: float, *, most: int) -> list[PageState]:
        """Return the pages that are due, the longest due first."""
        rows = self._run(
            """
            SELECT address, feed, entry, due, visits, failures, validators FROM pages
            WHERE due <= ? ORDER BY due, address LIMIT ?
            """,
            now, most,
        )  # fmt: skip
        return [
            PageState(
                address=address,
                feed=feed,
                entry=msgspec.json.decode(entry, type=FeedEntry),
                due=due,
                visits=visits,
                failures=failures,
                validators=_read(validators),
            )
            for address, feed, entry, due, visits, failures, validators in rows
        ]

    def keep_page(self, page: PageState) -> None:
        """Remember a page that was visited."""
        self._run(
            "UPDATE pages SET entry = ?, due = ?, visits = ?, failures = ?, validators = ? WHERE address = ?",
            _encoded(page.entry if page.due else page.entry.without_text()), page.due, page.visits, page.failures,
            _written(page.validators), page.address,
        )  # fmt: skip

    def next_page(self) -> float | None:
        """Return when the next page is due; None when none is."""
        (due,) = self._run("SELECT min(due) FROM pages WHERE due IS NOT NULL").fetchone()
        return None if due is None else float(due)

    def bring_forward(self, *, latest: float, now: float) -> None:
        """Let what is due later than anything can be, be due now: the clock has jumped back since that was noted."""
        self._run("UPDATE feeds SET due = ? WHERE due > ?", now, latest)
        self._run("UPDATE pages SET due = ? WHERE due > ?", now, latest)

    def forget(self, before: float) -> None:
        """Forget pages that no feed has listed since a time, and that are not due."""
        self._run("DELETE FROM pages WHERE due IS NULL AND seen < ?", before)

    def _run(self, statement: str, *values: Any) -> sqlite3.Cursor:
        with _explained(self.path):
            return self._connection.execute(statement, values)


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    # What is deleted is overwritten.
    connection.execute("PRAGMA secure_delete = ON")
    # The lock is taken by the first write and held until the file is closed.
    connection.execute("BEGIN EXCLUSIVE")
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if (application, version) == (0, 0) and not tables:
        for statement in filter(str.strip, SCHEMA.split(";")):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
    elif application != APPLICATION:
        raise StoreError(str(path), "is no record of a watch; move it away")
    elif version != VERSION:
        raise StoreError(str(path), f"was made by a newer version of Reportedly (record {version}, known is {VERSION})")
    connection.execute("COMMIT")


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        held = "locked" in str(error)
        raise StoreError(str(path), "is in use: another watch is running" if held else str(error)) from error
    except sqlite3.DatabaseError as error:
        raise StoreError(str(path), f"is no record of a watch: {error}") from error


def _encoded(entry: FeedEntry) -> str:
    return msgspec.json.encode(entry).decode()


def _written(validators: Validators | None) -> str | None:
    return None if validators is None else msgspec.json.encode(validators).decode()


def _read(written: str | None) -> Validators | None:
    return None if written is None else msgspec.json.decode(written, type=Validators)
