"""Reports as linking reads them, those read last at hand: a story is told again whenever an article joins it."""

import sqlite3

from reportedly.records import Report
from reportedly.storage.links.times import load_readable

#: So many are kept at hand: the stories of the last days.
KEPT = 2_000


class Reports:
    """Reads reports, and remembers those read last."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._by_number: dict[int, Report] = {}

    def read(self, number: int) -> Report:
        """Return the report of an article, as it was when it was last linked or later."""
        known = self._by_number.get(number)
        return self.read_anew(number) if known is None else known

    def read_anew(self, number: int) -> Report:
        """Return the report of an article as it is now."""
        report = load_readable(self._connection, number)
        self._by_number.pop(number, None)
        if len(self._by_number) >= KEPT:
            del self._by_number[next(iter(self._by_number))]
        self._by_number[number] = report
        return report
