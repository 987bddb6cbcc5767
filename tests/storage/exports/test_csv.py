"""The table of events as CSV, and what it leaves out."""

import csv
import io
from types import SimpleNamespace

from reportedly.storage.exports.columns import EVENT_COLUMNS, event_rows, header
from reportedly.storage.exports.csv import write_csv


def test_rows_are_those_of_the_columns(build: SimpleNamespace) -> None:
    report, stream = build.a_report(), io.StringIO()
    write_csv([report, report], stream)
    rows = list(csv.reader(io.StringIO(stream.getvalue())))
    assert rows[0] == header(EVENT_COLUMNS)
    (expected,) = event_rows(report)
    assert rows[1] == rows[2] == ["" if cell is None else str(cell) for cell in expected]


def test_what_is_lost_is_counted(build: SimpleNamespace) -> None:
    plain = build.an_event(mentions=(), sources=(), quantities=(), items=())
    lost = write_csv([build.a_report(events=(build.an_event(), plain))], io.StringIO())
    assert lost.lines() == [
        "left out in 1 of 2 events: kinds, titles and stakes of its sources",
        "left out in 1 of 2 events: values, bounds and units of its figures",
        "left out in 1 of 2 events: category and count of the things that it is about",
    ]
