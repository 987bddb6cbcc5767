"""Calendar arithmetic on days: which days a week, a month or the early part of a year covers.

Weeks begin on Monday (ISO 8601). Seasons are those of the meteorologists of the north. Nothing here reads text.
"""

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from reportedly.records import Precision

MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
DAYS_OF = {"day": 1, "weekend": 7, "week": 7, "fortnight": 14}
#: Bounds of what a text may place.
EARLIEST, LATEST = date(1000, 1, 1), date(9000, 1, 1)
#: Units that records have a precision for; the others are ranges.
PRECISIONS = {"day": Precision.DAY, "week": Precision.WEEK, "month": Precision.MONTH, "year": Precision.YEAR}


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `start` up to, not including, `end`; None is open or unknown."""

    start: date | None
    end: date | None
    precision: Precision


def unknown(unit: str) -> Interval:
    """Return an interval of which only the precision is known."""
    return Interval(None, None, PRECISIONS.get(unit, Precision.RANGE))


def unit_around(day: date, unit: str) -> Interval:
    """Return the calendar unit that a day lies in.

    Args:
        day: Any day of it.
        unit: day, week, weekend, fortnight, month, quarter, year, decade or century.
    """
    start = _unit_start(day, unit)
    end = start + timedelta(days=2) if unit == "weekend" else shifted(start, unit, 1)
    return Interval(start, end, PRECISIONS.get(unit, Precision.RANGE))


def _unit_start(day: date, unit: str) -> date:
    if unit == "day":
        return day
    if unit in DAYS_OF:
        monday = day - timedelta(days=day.weekday())
        return monday + timedelta(days=5) if unit == "weekend" else monday
    months = MONTHS_OF[unit]
    index = (day.year * 12 + day.month - 1) // months * months
    return date(max(index // 12, MINYEAR), index % 12 + 1, 1)


def shifted(day: date, unit: str, count: int) -> date:
    """Return the day so many units later, or earlier when the count is negative.

    A day that the month lacks becomes its last day. A count beyond the calendar stops at the calendar's edge.
    """
    if unit in DAYS_OF:
        ordinal = day.toordinal() + count * DAYS_OF[unit]
        return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))
    index = day.year * 12 + day.month - 1 + count * MONTHS_OF[unit]
    index = min(max(index, MINYEAR * 12), MAXYEAR * 12 + 11)
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, days_in_month(year, month)))


def moved(day: date, unit: str, count: int) -> date:
    """Return `shifted`, kept far enough inside the calendar for every unit around it."""
    return min(max(shifted(day, unit, count), EARLIEST), LATEST)


def days_in_month(year: int, month: int) -> int:
    """Return how many days a month has."""
    return 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days


def month_of(year: int, month: int) -> Interval:
    """Return a month."""
    return unit_around(date(year, month, 1), "month")


def year_of(year: int) -> Interval:
    """Return a year."""
    return unit_around(date(year, 1, 1), "year")


def season_of(year: int, first_month: int) -> Interval:
    """Return the three months from the first day of a month; the winter of 2022 ends in 2023."""
    start = date(year, first_month, 1)
    return Interval(start, shifted(start, "month", 3), Precision.RANGE)


def part_of(interval: Interval, part: str, *, today: date | None) -> Interval | None:
    """Return the early, middle or late part of an interval.

    Args:
        interval: The whole.
        part: `first`, `middle`, `last` (thirds); `end` (its last week or month); `half1`, `half2`, `q1` … `q4`;
            `before` and `after` (what of it lies behind and ahead of today).
        today: The article's day, for the last two.
    """
    start, end = interval.start, interval.end
    if start is None or end is None:
        return Interval(None, None, Precision.RANGE)
    if part in ("before", "after"):
        return _side_of(start, end, part, today)
    if part == "end":
        return Interval(_last_stretch(start, end), end, Precision.RANGE)
    step, count = {"half": (part[-1:], 2), "q": (part[-1:], 4)}.get(part.rstrip("1234"), ("", 3))
    position = int(step) - 1 if step else ("first", "middle", "last").index(part)
    cuts = [_cut(start, end, i, count) for i in range(count + 1)]
    return Interval(cuts[position], cuts[position + 1], Precision.RANGE)


def _last_stretch(start: date, end: date) -> date:
    """Return where "the end of" begins: the last two days of a week, the last week of a month, else the last month."""
    length = (end - start).days
    if length > 31:
        return shifted(end, "month", -1)
    return end - timedelta(days=7 if length > 7 else 2)


def _side_of(start: date, end: date, part: str, today: date | None) -> Interval | None:
    if today is None or not start <= today < end:
        return Interval(start, end, Precision.RANGE)
    if part == "before":
        return Interval(start, max(today, start + timedelta(days=1)), Precision.RANGE)
    return Interval(min(today + timedelta(days=1), end - timedelta(days=1)), end, Precision.RANGE)


def _cut(start: date, end: date, index: int, count: int) -> date:
    """Return where the index-th of equal parts begins: on months where they divide evenly, else on tens of days."""
    months = (end.year - start.year) * 12 + end.month - start.month
    if index == count:
        return end
    if start.day == 1 and months >= count and months % count == 0:
        return shifted(start, "month", months // count * index)
    if count == 3 and months == 1:
        return start + timedelta(days=10 * index)
    return start + (end - start) * index // count


def slice_of(interval: Interval, unit: str, position: int, count: int) -> Interval | None:
    """Return some units of an interval: the first week of a month, the last two months of a year.

    Args:
        interval: The whole.
        unit: day, week, month and so on; weeks are counted from the first day.
        position: 1 for the first, -1 for the last, which may be several; others are single.
        count: How many units.
    """
    if interval.start is None or interval.end is None:
        return Interval(None, None, Precision.RANGE)
    if position < 0:
        start, end = shifted(interval.end, unit, -count), interval.end
    else:
        start = shifted(interval.start, unit, (position - 1) * count)
        end = shifted(start, unit, count)
    precision = PRECISIONS.get(unit, Precision.RANGE) if count == 1 else Precision.RANGE
    return Interval(start, end, precision) if interval.start <= start < end <= interval.end else None
