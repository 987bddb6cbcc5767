"""What stands in the tables of a dataset."""

import pytest

from reportedly import Failure, Report

tables = pytest.importorskip("reportedly.cluster.tables", reason="needs the extra `cluster`", exc_type=ImportError)


def read(data: bytes):
    import pyarrow as pa
    import pyarrow.parquet as pq

    return pq.read_table(pa.BufferReader(data))


def test_reports_come_back_whole_and_events_as_records(build) -> None:
    report = build.a_report()
    found = tables.tables_of([report, Failure(input="a.txt", reason="is empty")])
    (row,) = read(found["reports"]).to_pylist()
    assert Report.from_json(row["report"]) == report
    (event,) = read(found["events"]).to_pylist()
    own = report.events[0].to_dict()
    assert {name: event[name] for name in own} == own
    assert read(found["failures"]).to_pylist() == [{"input": "a.txt", "reason": "is empty"}]


def test_tables_without_rows_are_left_out(build) -> None:
    assert list(tables.tables_of([Failure(input="a.txt", reason="is empty")])) == ["failures"]
    assert tables.tables_of([]) == {}


def test_the_same_results_make_the_same_bytes(build) -> None:
    report = build.a_report()
    assert tables.tables_of([report, report]) == tables.tables_of([report, report])


def test_the_columns_of_events_are_those_of_the_export() -> None:
    from reportedly.storage.exports.parquet import COLUMNS

    assert tables.EVENTS.names == list(COLUMNS)
