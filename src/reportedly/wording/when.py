"""Dates in words for people: "3 March 2025", "March 2025", "3 – 9 March 2025"."""

from calendar import month_name
from datetime import date, datetime, timedelta

from reportedly.records import Date, Precision

UNKNOWN = "unknown"


def date_words(when: Date) -> str:
    """Say when, as exactly as the words of the text did; an ISO text of another shape is shown as it is."""
    if when.start is None:
        return _open_words(when)
    if when.precision in {Precision.WEEK, Precision.RANGE}:
        return _range_words(when.start, when.end)
    if when.precision is Precision.MONTH:
        return _month_words(when.start)
    return when.start[:4] if when.precision is Precision.YEAR else iso_words(when.start)


def iso_words(value: str) -> str:
    """Say an ISO 8601 year, month, day or moment in words: "2025-03-03T18:12:00Z" → "3 March 2025, 18:12 UTC"."""
    if len(value) <= len("2025-03"):
        return _month_words(value)
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    return _day_words(moment) if len(value) == len("2025-03-03") else f"{_day_words(moment)}, {_clock_words(moment)}"


def _open_words(when: Date) -> str:
    if when.end is not None:
        return f"before {iso_words(when.end)}"
    return UNKNOWN if when.text is None else f"“{when.text}”, not resolved"


def _range_words(start: str, end: str | None) -> str:
    if end is None:
        return f"since {iso_words(start)}"
    try:
        first, last = date.fromisoformat(start), date.fromisoformat(end) - timedelta(days=1)
    except (ValueError, OverflowError):
        return f"{iso_words(start)} – {iso_words(end)}"
    if first >= last:
        return _day_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} – {_day_words(last)}"
    if first.year == last.year:
        return f"{first.day} {month_name[first.month]} – {_day_words(last)}"
    return f"{_day_words(first)} – {_day_words(last)}"


def _month_words(value: str) -> str:
    year, _, month = value[:7].partition("-")
    return f"{month_name[int(month)]} {year}" if month.isdigit() and 1 <= int(month) <= 12 else value


def _day_words(day: date) -> str:
    return f"{day.day} {month_name[day.month]} {day.year}"


def _clock_words(moment: datetime) -> str:
    zone = moment.tzname()
    return f"{moment:%H:%M}" if zone is None else f"{moment:%H:%M} {zone}"
