"""Every file that is no store is told from one, in one line."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reportedly import Store, StoreError
from reportedly.storage.opening import APPLICATION_ID, open_reader


def page(path: Path) -> None:
    path.write_text("<html><body>Not a database, and longer than sixteen bytes.</body></html>")


def short(path: Path) -> None:
    path.write_text("x")


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE cookies (name TEXT)")


def newer(path: Path) -> None:
    Store.open(path, write=True).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 7000")


def cut_off(path: Path) -> None:
    Store.open(path, write=True).close()
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 20_000)


@pytest.mark.parametrize("write", [False, True], ids=["reading", "writing"])
@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (page, "is no store: not an SQLite file"),
        (short, "is no store: not an SQLite file"),
        (foreign, "is an SQLite file, but no store of Reportedly"),
        (newer, r"was made by a newer Reportedly \(schema 7000, this one knows up to \d+\): upgrade the program"),
        (cut_off, "is damaged"),
        (Path.mkdir, "is a folder, not a store"),
    ],
)
def test_what_is_no_store_is_named(path: Path, make: Callable[[Path], None], reason: str, write: bool) -> None:
    make(path)
    with pytest.raises(StoreError, match=reason) as caught:
        Store.open(path, write=write)
    assert caught.value.path == str(path)


def test_a_file_that_is_no_store_is_left_alone(path: Path) -> None:
    foreign(path)
    before = path.read_bytes()
    with pytest.raises(StoreError):
        Store.open(path, write=True)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["news.db"]


def test_reading_makes_no_store(path: Path) -> None:
    with pytest.raises(StoreError, match=r"no such store; `reportedly add SOURCE… --store .*news\.db` makes one"):
        Store.open(path)
    assert not path.exists()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened: no permission, or no such folder"):
        Store.open(tmp_path / "missing" / "news.db", write=True)


def test_an_empty_file_becomes_a_store(path: Path, report_of) -> None:
    path.touch()
    with pytest.raises(StoreError, match="is empty"):
        Store.open(path)
    with Store.open(path, write=True) as store:
        store.add(report_of("Once."))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_a_store_whose_making_was_cut_short_becomes_one(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    with Store.open(path, write=True) as store:
        assert list(store.reports()) == []


def test_a_name_with_signs_is_a_name(tmp_path: Path, report_of) -> None:
    odd = tmp_path / "news?mode=memory#50% é.db"
    with Store.open(odd, write=True) as store:
        store.add(report_of("Once."))
    with Store.open(str(odd)) as store:
        assert len(list(store.reports())) == 1


def test_a_locked_store_is_named_and_readable(store: Store, path: Path, report_of) -> None:
    store.add(report_of("Before."))
    store._connection.execute("BEGIN IMMEDIATE")
    with Store.open(path, write=True, patience=0.05) as second, pytest.raises(StoreError, match="is locked"):
        second.add(report_of("Meanwhile."))
    with Store.open(path, patience=0.05) as reader:
        assert len(list(reader.reports())) == 1
    store._connection.execute("ROLLBACK")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may write to every file")
def test_a_file_without_permission_is_named(path: Path, report_of) -> None:
    Store.open(path, write=True).close()
    path.chmod(0o444)
    with pytest.raises(StoreError, match="is read-only"):
        Store.open(path, write=True)
    path.chmod(0)
    with pytest.raises(StoreError, match="cannot be opened: Permission denied"):
        Store.open(path)


def test_a_connection_for_reading_cannot_write(path: Path) -> None:
    Store.open(path, write=True).close()
    with closing(open_reader(path)) as connection, pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM articles")
