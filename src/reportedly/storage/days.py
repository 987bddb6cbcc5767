"""Days that lists filter and order by: every time of a record as its first and last day, both included.

Days are compared as ISO 8601 texts. A time that cannot be read as one is unknown, never guessed.
"""

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from reportedly.records import Date, Precision, Published

FIRST_OF_ALL = "0001-01-01"
LAST_OF_ALL = "9999-12-31"


class Days(NamedTuple):
    """A stretch of days; two empty texts when it is unknown."""

    first: str
    last: str


UNKNOWN = Days("", "")


def days_of(when: Date | None, *, published: Published) -> Days:
    """Return the days of an event or a claim; those of the article when its own are unknown.

    Args:
        when: The record's own time.
        published: When the article appeared.
    """
    own = None if when is None else _own_days(when)
    if own is not None:
        return own
    appeared = None if published.value is None else days_of_iso(published.value)
    return appeared or UNKNOWN


def days_of_iso(value: str) -> Days | None:
    """Return the days that an ISO 8601 year, month, day or moment covers; None when it is none of these.

    >>> days_of_iso("2024-02")
    Days(first='2024-02-01', last='2024-02-29')
    """
    parts = value[:10].split("-")
    if len(value) > len("2024-02-29") and value[10] not in "T ":
        return None
    try:
        numbers = [int(part) for part in parts]
        if len(parts) == 1:
            return Days(date(numbers[0], 1, 1).isoformat(), date(numbers[0], 12, 31).isoformat())
        if len(parts) == 2:
            first = date(numbers[0], numbers[1], 1)
            return Days(first.isoformat(), first.replace(day=monthrange(first.year, first.month)[1]).isoformat())
        return Days(*[date(*numbers).isoformat()] * 2)
    except (ValueError, TypeError):
        return None


def moment_key(published: Published) -> str:
    """Return when an article appeared as a text that sorts: a day before the moments of that day, unknown first."""
    value = published.value or ""
    if published.precision is not Precision.MINUTE:
        return value
    try:
        moment = datetime.fromisoformat(value)
        # A moment without a zone is taken as UTC: what counts here is an order that is the same everywhere.
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return value
    return moment.replace(tzinfo=None).isoformat(timespec="seconds")


def _own_days(when: Date) -> Days | None:
    start = None if when.start is None else days_of_iso(when.start)
    last = None if when.end is None else _day_before(when.end)
    if start is None and last is None:
        return None
    if start is None:
        return Days(FIRST_OF_ALL, last or LAST_OF_ALL)
    if last is None:
        return Days(start.first, LAST_OF_ALL if when.precision is Precision.RANGE else start.last)
    return Days(start.first, max(start.first, last))


def _day_before(end: str) -> str | None:
    """Return the last day before an exclusive end; an end within a day leaves that day in."""
    days = days_of_iso(end)
    if days is None:
        return None
    clock = end[11:16]
    if clock and clock != "00:00":
        return days.first
    return (date.fromisoformat(days.first) - timedelta(days=1)).isoformat() if days.first > FIRST_OF_ALL else days.first
