"""What SQLite says, in words for people: a locked, full, damaged or write-protected store is one readable line."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reportedly.errors import StoreError

#: By the beginning of SQLite's name for the error, the first that fits; any other error is a mistake in the program and
#: stays as it is.
REASONS = {
    "SQLITE_BUSY": "is locked: another process is writing to it; try again when it has ended",
    "SQLITE_READONLY_DIRECTORY": "lies in a folder that this program may not write to; even reading needs that",
    "SQLITE_READONLY": "is read-only: this program may not write to it",
    "SQLITE_FULL": "the disk is full; what was being written is undone, all before it is kept",
    "SQLITE_CANTOPEN": "cannot be opened: no permission, or no such folder",
    "SQLITE_NOTADB": "is no store: not an SQLite file",
    "SQLITE_CORRUPT": "is damaged; `sqlite3 FILE .recover` may save what is in it",
    "SQLITE_IOERR": "the disk cannot be read or written",
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says about a store into a `StoreError`.

    Args:
        path: Of the store, for the message.

    Raises:
        StoreError: The store is locked, full, damaged, write-protected or no store.
    """
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", None) or ""
        reason = next((words for start, words in REASONS.items() if name.startswith(start)), None)
        if reason is None:
            raise
        raise StoreError(str(path), reason) from error
