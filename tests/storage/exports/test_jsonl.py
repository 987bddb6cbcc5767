"""JSON Lines lose nothing."""

import io
from types import SimpleNamespace

from reportedly import Report
from reportedly.storage.exports.jsonl import write_reports


def test_reports_come_back_as_they_were(build: SimpleNamespace) -> None:
    stream = io.StringIO()
    write_reports([build.a_report(), build.a_report(events=())], stream)
    back = [Report.from_json(line) for line in stream.getvalue().splitlines()]
    assert back == [build.a_report(), build.a_report(events=())]
