"""Parquet: the columns are the fields of the records; the file itself where DuckDB is installed."""

import sys
from dataclasses import fields
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportedly import SettingsError
from reportedly.records import Actor, Date, Event, Item, Mention, Place, Quantity, Source
from reportedly.storage.exports import parquet
from reportedly.storage.exports.parquet import COLUMNS, EVENT, event_record, write_parquet


def test_columns_are_the_fields_of_an_event(build: SimpleNamespace) -> None:
    record = event_record(build.an_event(), build.a_report())
    assert list(record) == list(COLUMNS)
    assert list(EVENT) == [field.name for field in fields(Event)]
    assert (record["trigger_text"], record["publisher"], record["config_hash"]) == ("shelled", "Harbour Post", "abc")


@pytest.mark.parametrize("record", [Actor, Date, Item, Mention, Place, Quantity, Source])
def test_a_struct_has_every_field_of_its_record(record: type) -> None:
    struct = getattr(parquet, record.__name__.upper()).removeprefix("STRUCT(")
    for field in fields(record):
        _, found, struct = struct.partition(field.name)
        assert found, f"{record.__name__}.{field.name} would be lost"


def test_without_duckdb_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(SettingsError, match=r'pip install "reportedly\[parquet\]"'):
        write_parquet([], tmp_path / "events.parquet")
    assert list(tmp_path.iterdir()) == []


def test_rows_come_back_as_they_were(tmp_path: Path, build: SimpleNamespace) -> None:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is an extra")
    out = tmp_path / "it's events.parquet"
    report = build.a_report()
    assert write_parquet([report, report], out).events == 2
    table = duckdb.read_parquet(str(out))
    first, second = (dict(zip(table.columns, row, strict=True)) for row in table.fetchall())
    assert first == second == as_lists(event_record(build.an_event(), report))
    assert [file.name for file in tmp_path.iterdir()] == [out.name]


def as_lists(record: dict[str, object]) -> dict[str, object]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in record.items()}


def test_no_report_gives_a_file_without_rows(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is an extra")
    out = tmp_path / "events.parquet"
    assert write_parquet([], out).lines() == []
    assert duckdb.read_parquet(str(out)).fetchall() == []


def test_an_error_leaves_the_earlier_file(tmp_path: Path) -> None:
    pytest.importorskip("duckdb", reason="DuckDB is an extra")
    out = tmp_path / "events.parquet"
    out.write_text("earlier")

    def broken():
        raise KeyboardInterrupt
        yield

    with pytest.raises(KeyboardInterrupt):
        write_parquet(broken(), out)
    assert out.read_text() == "earlier"
    assert [file.name for file in tmp_path.iterdir()] == [out.name]
