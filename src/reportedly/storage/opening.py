"""Opens the file of a store, or says clearly why that file cannot be one."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

from reportedly.errors import StoreError
from reportedly.storage.failures import explained
from reportedly.storage.migrating import latest_version, migrate, schema_version

#: "RPTD"; written by the first migration, and shown by `file` and by SQLite's own tools.
APPLICATION_ID = 0x52505444
MAGIC = b"SQLite format 3\x00"
#: How long to wait for another process that writes, in seconds; a report is written in milliseconds.
PATIENCE = 10.0
#: Between two tries where SQLite itself does not wait.
PAUSE = 0.01
#: In kibibytes. SQLite's own 2,000 make lists over 10,000 articles read most pages from the disk again.
CACHE = 65_536


def open_reader(path: Path, *, patience: float = PATIENCE, any_thread: bool = False) -> sqlite3.Connection:
    """Open a store for reading, while others read and one writes; one with an older schema is upgraded first.

    Args:
        path: Of the file.
        patience: Seconds to wait for another process.
        any_thread: Whether threads may hand the connection on to one another; only one may use it at a time.

    Raises:
        StoreError: There is no such file, it is no store, newer than the program, or cannot be opened.
    """
    _check_exists(path)
    with _connected(path, mode="ro", patience=patience, any_thread=any_thread) as connection:
        if _is_empty(connection):
            raise StoreError(str(path), "is empty: nothing was added to it yet")
        if schema_version(connection) == latest_version():
            return connection
    connection.close()
    open_writer(path, patience=patience).close()
    return open_reader(path, patience=patience, any_thread=any_thread)


def open_writer(path: Path, *, create: bool = True, patience: float = PATIENCE) -> sqlite3.Connection:
    """Open a store for writing; upgrade it when it is older.

    Args:
        path: Of the file.
        create: Whether to make it when it is not there.
        patience: Seconds to wait for another process.

    Raises:
        StoreError: The file is no store, newer than the program, locked, or cannot be written.
    """
    if not create:
        _check_exists(path)
    with _connected(path, mode="rwc", patience=patience) as connection:
        _use_log(connection, patience=patience)
        # A killed process loses nothing in this mode; a power cut may cost the last reports, which `add` adds again.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        # A retracted text is overwritten in the file, not only marked as free.
        connection.execute("PRAGMA secure_delete = ON")
        migrate(connection, name=str(path))
        return connection


def _use_log(connection: sqlite3.Connection, *, patience: float) -> None:
    """Switch to a write-ahead log; SQLite refuses that at once while another process makes the store."""
    for left in range(max(0, int(patience / PAUSE)), -1, -1):
        if connection.execute("PRAGMA journal_mode").fetchone() == ("wal",):
            return
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or not left:
                raise
            sleep(PAUSE)


@contextmanager
def _connected(path: Path, *, mode: str, patience: float, any_thread: bool = False) -> Iterator[sqlite3.Connection]:
    """Connect to a store that this program can use; the connection stays open unless the block fails."""
    _check_file(path)
    with explained(path):
        uri = f"{path.resolve().as_uri()}?mode={mode}"
        connection = sqlite3.connect(
            uri, uri=True, timeout=patience, isolation_level=None, check_same_thread=not any_thread
        )
        try:
            connection.execute(f"PRAGMA cache_size = -{CACHE}")
            _check_recognised(connection, path)
            yield connection
        except BaseException:
            connection.close()
            raise


def _check_exists(path: Path) -> None:
    if not path.exists():
        raise StoreError(str(path), f"no such store; `reportedly add SOURCE… --store {path}` makes one")


def _check_file(path: Path) -> None:
    """Look at the file itself: SQLite tells a folder or a page of text from a database only in riddles."""
    if path.is_dir():
        raise StoreError(str(path), "is a folder, not a store")
    if _first_bytes(path) not in {b"", MAGIC}:
        raise StoreError(str(path), "is no store: not an SQLite file")


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC))
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise StoreError(str(path), f"cannot be opened: {error.strerror}") from error


def _check_recognised(connection: sqlite3.Connection, path: Path) -> None:
    (found,) = connection.execute("PRAGMA application_id").fetchone()
    if found != APPLICATION_ID and not _is_empty(connection):
        raise StoreError(str(path), "is an SQLite file, but no store of Reportedly")
    version, known = schema_version(connection), latest_version()
    if version > known:
        reason = f"was made by a newer Reportedly (schema {version}, this one knows up to {known}): upgrade the program"
        raise StoreError(str(path), reason)


def _is_empty(connection: sqlite3.Connection) -> bool:
    """Whether nothing was ever written: a new file, or one whose making was interrupted at its beginning."""
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return bool(tables == 0)
