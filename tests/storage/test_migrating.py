"""A store is made and brought up to date in steps, each whole or not at all."""

import logging
import runpy
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reportedly import Store
from reportedly.storage import Filters
from reportedly.storage.migrating import FOLDER, latest_version, load_migrations, migrate, schema_version, statements

HERE = Path(__file__).resolve().parent
OLD = sorted((HERE / "stores").glob("schema*.sql"))
SCHEMA = runpy.run_path(str(HERE.parent.parent / "genscripts" / "store_schema.py"))


def old_store(dump: Path, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(dump.read_text(encoding="utf-8"))


def test_migrations_are_numbered_without_gaps() -> None:
    assert [migration.version for migration in load_migrations()] == list(range(1, latest_version() + 1))


def test_every_older_schema_has_a_store_to_try_with() -> None:
    assert [dump.name for dump in OLD] == [f"schema{version}.sql" for version in range(1, latest_version())]


@pytest.mark.parametrize("dump", OLD, ids=lambda dump: dump.stem)
@pytest.mark.parametrize("write", [False, True], ids=["reading", "writing"])
def test_an_older_store_is_upgraded_and_says_so(
    path: Path, dump: Path, write: bool, caplog: pytest.LogCaptureFixture
) -> None:
    old_store(dump, path)
    with caplog.at_level(logging.WARNING), Store.open(path, write=write) as store:
        assert schema_version(store._connection) == latest_version()
        (report,) = store.reports(Filters(text="helicopter", actor="peruvian"))
        assert [str(event.type) for event in report.events] == ["ASSAULT"]
        assert len(report.claims) == 1
    assert f"upgraded from schema {dump.stem.removeprefix('schema')} to {latest_version()}" in caplog.text


@pytest.mark.parametrize("dump", OLD, ids=lambda dump: dump.stem)
def test_an_upgraded_store_has_the_schema_of_a_new_one(path: Path, tmp_path: Path, dump: Path) -> None:
    old_store(dump, path)
    Store.open(path, write=True).close()
    Store.open(tmp_path / "new.db", write=True).close()
    assert schema_of(path) == schema_of(tmp_path / "new.db")


def schema_of(path: Path) -> list[tuple[str, str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.execute("SELECT type, name, ifnull(sql, '') FROM sqlite_schema"))


def test_opening_an_up_to_date_store_says_nothing(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(2):
        Store.open(path, write=True).close()
    assert caplog.text == ""


def test_the_schema_to_read_is_that_of_the_migrations() -> None:
    assert SCHEMA["PAGE"].read_text(encoding="utf-8") == SCHEMA["page"](), "run: make docs"


def test_the_schema_to_read_makes_the_same_tables(tmp_path: Path, path: Path) -> None:
    Store.open(path, write=True).close()
    with closing(sqlite3.connect(tmp_path / "read.db")) as connection:
        connection.executescript(SCHEMA["PAGE"].read_text(encoding="utf-8"))
    assert schema_of(tmp_path / "read.db") == schema_of(path)


def test_a_migration_that_fails_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "0001_first.sql").write_text("CREATE TABLE a (x);\nINSERT INTO a VALUES (1);")
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, name="test", folder=tmp_path)
        (tmp_path / "0002_second.sql").write_text("INSERT INTO a VALUES (2);\nINSERT INTO b VALUES (3);")
        with pytest.raises(sqlite3.OperationalError, match="no such table: b"):
            migrate(connection, name="test", folder=tmp_path)
        assert schema_version(connection) == 1
        assert connection.execute("SELECT x FROM a").fetchall() == [(1,)]
        (tmp_path / "0002_second.sql").write_text("INSERT INTO a VALUES (2);")
        migrate(connection, name="test", folder=tmp_path)
        assert (schema_version(connection), connection.execute("SELECT x FROM a").fetchall()) == (2, [(1,), (2,)])


def test_steps_are_made_together_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "0001_first.sql").write_text("CREATE TABLE a (x);")
    (tmp_path / "0002_second.sql").write_text("INSERT INTO b VALUES (3);")
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        with pytest.raises(sqlite3.OperationalError, match="no such table: b"):
            migrate(connection, name="test", folder=tmp_path)
        assert schema_version(connection) == 0
        assert connection.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)


def test_a_script_is_split_at_its_statements() -> None:
    script = (
        "-- one; two\nCREATE TRIGGER t AFTER INSERT ON a BEGIN\n  SELECT ';';\n  SELECT 2;\nEND;\nSELECT 1;\n-- end\n"
    )
    first, second = statements(script)
    assert first.endswith("END;")
    assert second == "SELECT 1;"


def test_a_script_that_ends_within_a_statement_is_refused() -> None:
    with pytest.raises(ValueError, match="ends within a statement: 'SELECT 2'"):
        statements("SELECT 1;\nSELECT 2")


def test_the_shipped_migrations_begin_with_the_mark_of_a_store() -> None:
    assert "PRAGMA application_id" in (FOLDER / "0001_reports.sql").read_text(encoding="utf-8")


def test_the_manual_tells_of_every_table(path: Path) -> None:
    Store.open(path, write=True).close()
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'words\\_%' ESCAPE '\\'"
        names = {name for (name,) in connection.execute(query)}
    manual = (HERE.parent.parent / "docs" / "store.md").read_text(encoding="utf-8").split("## What is in the file")[1]
    assert {name for name in names if f"`{name}`" not in manual} == set()
