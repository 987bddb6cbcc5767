"""What a time phrase with a holiday in it means. Same contract as `date_rules.py`."""

from datetime import date, timedelta

from reportedly.resolution.date_rules import Setting, Words, as_number, nearest
from reportedly.resolution.holidays import Holiday, holidays
from reportedly.resolution.intervals import EARLIEST, LATEST, Interval, unit_around, unknown

#: Years around the article's in which a holiday without a year may fall.
REACH = 2


def holiday(words: Words, setting: Setting) -> Interval | None:
    """Christmas Eve; Easter Sunday 2019; last Christmas; the day after Thanksgiving."""
    entry = holidays().by_form[str(words.get("holiday") or words["feast"])]
    day = _day(entry, words, setting)
    if day is None:
        return unknown(entry.unit)
    return unit_around(day + timedelta(days=_shift(words)), "day")


def _shift(words: Words) -> int:
    count = as_number(words, "number") if "number" in words else 1
    return count * as_number(words, "beside") if "beside" in words else 0


def _day(entry: Holiday, words: Words, setting: Setting) -> date | None:
    if entry.falls.year is not None:
        return entry.falls.in_year(entry.falls.year)
    if "year" in words or "year2" in words:
        return entry.falls.in_year(as_number(words, "year" if "year" in words else "year2"))
    today = setting.today
    if today is None:
        return None
    if "way2" in words:
        return entry.falls.in_year(today.year + as_number(words, "way2"))
    return _from_now(entry, words, setting, today)


def _from_now(entry: Holiday, words: Words, setting: Setting, today: date) -> date | None:
    years = range(max(today.year - REACH, EARLIEST.year), min(today.year + REACH, LATEST.year) + 1)
    days = [day for year in years if (day := entry.falls.in_year(year)) is not None]
    way = words.get("way")
    if way == -1:
        return max((day for day in days if day < today), default=None)
    if way == 1:
        return min((day for day in days if day > today), default=None)
    if way == 0:
        return entry.falls.in_year(today.year)
    return nearest(days, today, setting.outlook() or "past")
