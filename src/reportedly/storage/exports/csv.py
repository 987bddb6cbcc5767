"""CSV: the table of events that `code --format csv` prints, safe to open in a spreadsheet."""

import csv
from collections.abc import Iterable
from typing import TextIO

from reportedly.records import Report
from reportedly.storage.exports.columns import EVENT_COLUMNS, event_rows, header
from reportedly.storage.exports.losses import Loss, LossReport

LOSSES = (
    Loss("places in the text beyond the first that tell it", lambda event: len(event.mentions) > 1),
    Loss("kinds, titles and stakes of its sources", lambda event: bool(event.sources)),
    Loss("titles of its parties", lambda event: any(party.title for party in (*event.actors, *event.recipients))),
    Loss("values, bounds and units of its figures", lambda event: bool(event.quantities)),
    Loss("category and count of the things that it is about", lambda event: bool(event.items)),
)


def write_csv(reports: Iterable[Report], stream: TextIO) -> LossReport:
    """Write a row for each event under a header that stays stable; return what is lost."""
    lost = LossReport(LOSSES)
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(header(EVENT_COLUMNS))
    for report in reports:
        writer.writerows(event_rows(report))
        for event in report.events:
            lost.note(event)
    return lost
