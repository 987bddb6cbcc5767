"""What SQLite says becomes one readable line; mistakes of the program stay what they are."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reportedly import Store, StoreError
from reportedly.storage.failures import explained
from reportedly.storage.opening import open_reader


def test_writing_to_a_read_only_store_is_named(path: Path) -> None:
    Store.open(path, write=True).close()
    refused = pytest.raises(StoreError, match="is read-only")
    with closing(open_reader(path)) as connection, refused as caught, explained(path):
        connection.execute("DELETE FROM articles")
    assert isinstance(caught.value.__cause__, sqlite3.OperationalError)


def test_a_mistake_in_a_query_stays_a_mistake(path: Path) -> None:
    raised = pytest.raises(sqlite3.OperationalError, match="no such table")
    with closing(sqlite3.connect(":memory:")) as connection, raised, explained(path):
        connection.execute("SELECT * FROM nowhere")
