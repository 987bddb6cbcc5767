"""Every file that is no store is told from one, in one line."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from reportedly import Report, Store, StoreError
from reportedly.storage.opening import APPLICATION_ID, open_reader

#: Who may do least, on most systems.
NOBODY = 65534


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


@pytest.fixture
def guarded(report_of) -> Iterator[Path]:
    """A store in a folder that everybody may enter; the superuser, who may do all, is nobody meanwhile."""
    if os.name == "nt":
        pytest.skip("Windows has no such permissions")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "news.db"
        with Store.open(path, write=True) as store:
            store.add(report_of("Once."))
        Path(folder).chmod(0o777)
        is_superuser = os.geteuid() == 0
        if is_superuser:
            os.seteuid(NOBODY)
        yield path
        if is_superuser:
            os.seteuid(0)
        Path(folder).chmod(0o700)


def set_mode(path: Path, mode: int) -> None:
    """Change the permissions as the owner."""
    current = os.geteuid()
    os.seteuid(path.stat().st_uid)
    path.chmod(mode)
    os.seteuid(current)


def test_a_file_that_may_only_be_read_is_read_and_not_written(guarded: Path, report_of) -> None:
    set_mode(guarded, 0o444)
    with Store.open(guarded) as store:
        assert len(list(store.reports())) == 1
    with pytest.raises(StoreError, match="is read-only: this program may not write to it"):
        add(guarded, report_of("Twice."))


def add(path: Path, report: Report) -> None:
    with Store.open(path, write=True) as store:
        store.add(report)


@pytest.mark.parametrize("write", [False, True], ids=["reading", "writing"])
def test_a_file_without_permission_is_named(guarded: Path, write: bool) -> None:
    set_mode(guarded, 0)
    with pytest.raises(StoreError, match="cannot be opened: Permission denied"):
        Store.open(guarded, write=write)


@pytest.mark.parametrize("write", [False, True], ids=["reading", "writing"])
def test_a_folder_without_permission_is_named(guarded: Path, write: bool) -> None:
    set_mode(guarded.parent, 0o555)
    with pytest.raises(StoreError, match="lies in a folder that this program may not write to"):
        Store.open(guarded, write=write)


def test_a_connection_for_reading_cannot_write(path: Path) -> None:
    Store.open(path, write=True).close()
    with closing(open_reader(path)) as connection, pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM articles")
