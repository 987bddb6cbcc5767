"""What a report tells as history: an act long before its news, and what hangs on such an act."""

from collections.abc import Iterable
from datetime import date, timedelta

from reportedly.records import Date

#: Acts of years before this are history to any newswire, whenever the report was written.
FIRST_NEWS = "1945"
#: An undated report is of the newest day that it names, or later: what lies further back than this is its background.
LONG_BEFORE = timedelta(days=730)


def is_long_past(when: Date | None, *, named: Iterable[Date]) -> bool:
    """Tell whether a date is history in a report whose own date nobody knows.

    Args:
        when: The date of an act.
        named: All dates that the report names.
    """
    if when is None or when.end is None:
        return False
    if when.end[:4] <= FIRST_NEWS:
        return True
    newest = max((other.start for other in named if other.start is not None), default=when.end)
    return _day(newest) - _day(when.end) > LONG_BEFORE


def _day(moment: str) -> date:
    return date.fromisoformat(moment[:10])
