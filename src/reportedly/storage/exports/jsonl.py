"""JSON Lines: one whole report a line. Nothing is lost."""

from collections.abc import Iterable
from typing import TextIO

from reportedly.records import Report


def write_reports(reports: Iterable[Report], stream: TextIO) -> None:
    """Write each report on a line."""
    for report in reports:
        stream.write(f"{report.to_json()}\n")
