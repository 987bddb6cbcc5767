"""Stretches of whole days, as dates of unequal precision give them: "2021-03" may be any day of that March."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Self

from reportedly.records import Precision


@dataclass(frozen=True, slots=True)
class Days:
    """Days from start to end, both included.

    Attributes:
        start: The first day; `date.min` when open.
        end: The last day; `date.max` when open.
    """

    start: date = date.min
    end: date = date.max

    @classmethod
    def of(cls, value: str) -> Self:
        """Return the days that an ISO 8601 year, month, day or moment may mean.

        Raises:
            RecordError: It is none of these.
        """
        start, end = _ends(value)
        return cls(start, end)

    @classmethod
    def between(cls, first: str | None, last: str | None) -> Self:
        """Return the days from the beginning of one ISO 8601 text to the end of another; None is an open end."""
        start = date.min if first is None else cls.of(first).start
        return cls(start, date.max if last is None else cls.of(last).end)

    def gap(self, other: "Days") -> int:
        """Return by how many days the two miss each other; 0 when they meet."""
        return max((self.start - other.end).days, (other.start - self.end).days, 0)


# A memory of 100,000 lines names the same few thousand days again and again.
@lru_cache(maxsize=8192)
def _ends(value: str) -> tuple[date, date]:
    precision = Precision.of_iso(value)
    if precision is Precision.YEAR:
        return date(int(value), 1, 1), date(int(value), 12, 31)
    if precision is Precision.MONTH:
        year, month = int(value[:4]), int(value[5:])
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    day = datetime.fromisoformat(value).date()
    return day, day
