"""What the words of a time phrase mean: each rule of `codebook/dates.yaml` turns them into an interval.

Here the phrases that name their time; `relative_rules.py` has those that count from another. A rule returns None when
the words are no date after all ("31 February"), and an interval without bounds when they are one that cannot be placed
(no publication date, or "two days before the strike").
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from reportedly.records import Precision
from reportedly.resolution.intervals import (
    Interval,
    days_in_month,
    month_of,
    part_of,
    season_of,
    unit_around,
    unknown,
    year_of,
)

# dateparser, which comes with htmldate, is not asked even for absolute days: of the 76 times in the open table of
# tests/resolution it gave the right first day of 20 when handed the very phrase, and it answers with
# a moment where a text names a month or a year ("1958" is 14 June 1958), reads 03/04/2016 as American without a word,
# and tells neither length nor which words it read.
#: Where a phrase points when its words leave it open.
Outlook: TypeAlias = Literal["past", "ahead"]
Words: TypeAlias = Mapping[str, int | str | None]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a rule may look at besides the words.

    Attributes:
        today: The article's day; None when unknown.
        anchor: The first day of the date named before, for "two years earlier"; None when there is none.
        anchor_day: The same when the date named before is a single day: what "that night" leans on.
        outlook: Tells from the grammar whether the phrase points back or ahead; None when it does neither.
    """

    today: date | None
    anchor: date | None
    outlook: Callable[[], Outlook | None]
    anchor_day: date | None = None


Rule: TypeAlias = Callable[[Words, Setting], Interval | None]


def as_number(words: Words, name: str) -> int:
    """Return the value of a word as a number; 0 for a word without one."""
    value = words[name]
    return value if isinstance(value, int) else int(value or 0)


def _made(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= month <= 12 and 1 <= day <= days_in_month(year, month) else None


def iso(words: Words, setting: Setting) -> Interval | None:
    """2024-06-30."""
    year, month, day = (int(part) for part in re.split("[-/]", str(words["iso"])))
    made = _made(year, month, day)
    return None if made is None else unit_around(made, "day")


def numeric(words: Words, setting: Setting) -> Interval | None:
    """25/12/2022 and 12/25/2022; 03/04/2022 may be either, so it is not placed."""
    year, one, two = (int(part or 0) for part in (words["year"], words["one"], words["two"]))
    made = {d for d in (_made(year, one, two), _made(year, two, one)) if d is not None}
    if len(made) > 1:
        return unknown("day")
    return unit_around(made.pop(), "day") if made else None


def day(words: Words, setting: Setting) -> Interval | None:
    """3 March 2025; March 3; Friday, October 31."""
    number, month = as_number(words, "day"), as_number(words, "month")
    if not 1 <= number <= days_in_month(2024, month):
        return None
    if "year" in words:
        made = _made(as_number(words, "year"), month, number)
        return None if made is None else unit_around(made, "day")
    if setting.today is None:
        return unknown("day")
    made = _nearest_day(month, number, words, setting)
    return None if made is None else unit_around(made, "day")


def _nearest_day(month: int, number: int, words: Words, setting: Setting) -> date | None:
    """Return the day of that month on the side that the grammar names, else the nearest one."""
    today = setting.today
    assert today is not None
    days = [d for y in range(today.year - 6, today.year + 7) if y >= 1 and (d := _made(y, month, number)) is not None]
    if "weekday" in words:
        days = [d for d in days if d.weekday() == words["weekday"]] or days
    return nearest(days, today, None if "weekday" in words else setting.outlook())


def nearest(days: Iterable[date], today: date, side: Outlook | None) -> date | None:
    """Return the day nearest to today, on the side that the grammar names while there is one."""
    days = tuple(days)
    if side == "past":
        days = tuple(d for d in days if d <= today) or days
    elif side == "ahead":
        days = tuple(d for d in days if d >= today) or days
    return min(days, key=lambda d: (abs((d - today).days), d), default=None)


def day_of_month(words: Words, setting: Setting) -> Interval | None:
    """On the 14th; Monday the 14th: of the month that is nearest on the side that the grammar names."""
    today, number = setting.today, as_number(words, "day")
    if today is None:
        return unknown("day")
    months = [divmod(today.year * 12 + today.month - 1 + shift, 12) for shift in (-2, -1, 0, 1, 2)]
    days = [d for year, month in months if (d := _made(year, month + 1, number)) is not None]
    if "weekday" in words:
        days = [d for d in days if d.weekday() == words["weekday"]] or days
    made = nearest(days, today, setting.outlook() or "past")
    return None if made is None else unit_around(made, "day")


def days(words: Words, setting: Setting) -> Interval | None:
    """3–5 March 2025."""
    first, last = (day({**words, "day": words[name]}, setting) for name in ("day", "day2"))
    if first is None or last is None:
        return None
    if first.start is None or last.end is None:
        return Interval(None, None, Precision.RANGE)
    if first.start >= last.end:
        return None
    return Interval(first.start, last.end, Precision.RANGE)


def month(words: Words, setting: Setting) -> Interval | None:
    """March; last March; early March 2024; May last year."""
    whole = whole_month(words, setting)
    if "part" not in words:
        return whole
    return part_of(whole, str(words["part"]), today=setting.today)


def whole_month(words: Words, setting: Setting) -> Interval:
    """Return the month that the words name, without its part."""
    number, today = as_number(words, "month"), setting.today
    if "year" in words:
        return month_of(as_number(words, "year"), number)
    if today is None:
        return unknown("month")
    if "way2" in words:
        return month_of(today.year + as_number(words, "way2"), number)
    return month_of(_year_for(number, words, setting, today), number)


def _year_for(number: int, words: Words, setting: Setting, today: date) -> int:
    """Return the year that a month without one belongs to."""
    way = words.get("way")
    if way == 0:
        return today.year
    if way == 1:
        return today.year + (number <= today.month)
    if way == -1:
        return today.year - (number >= today.month)
    if setting.outlook() == "ahead":
        return today.year + (number < today.month)
    return today.year - (number > today.month)


def year(words: Words, setting: Setting) -> Interval | None:
    """2014; early 2023."""
    whole = year_of(as_number(words, "year"))
    return whole if "part" not in words else part_of(whole, str(words["part"]), today=setting.today)


def years(words: Words, setting: Setting) -> Interval | None:
    """Between 2010 and 2014; 2010–14."""
    first, last = as_number(words, "year"), as_number(words, "year2")
    last = last if last > 99 else first // 100 * 100 + last
    return Interval(date(first, 1, 1), date(last + 1, 1, 1), Precision.RANGE) if first < last else None


def decade(words: Words, setting: Setting) -> Interval | None:
    """The 1990s; the early 1990s; the '90s; the nineties; the 1800s, which are a century."""
    first = as_number(words, "decade") if "decade" in words else as_number(words, "tens")
    first += 1900 if first < 100 else 0
    # "The 1900s" are as often ten years as a hundred; those before are hardly ever ten.
    whole = unit_around(date(first, 1, 1), "century" if first % 100 == 0 and first < 1900 else "decade")
    return whole if "part" not in words else part_of(whole, str(words["part"]), today=setting.today)


def century(words: Words, setting: Setting) -> Interval | None:
    """The 19th century; the early twentieth century."""
    whole = unit_around(date(as_number(words, "age") * 100 - 100, 1, 1), "century")
    return whole if "part" not in words else part_of(whole, str(words["part"]), today=setting.today)


def season(words: Words, setting: Setting) -> Interval | None:
    """Summer of 2015; last summer; next spring; in early autumn. Seasons of the north, even for news of the south."""
    whole = _whole_season(as_number(words, "season"), words, setting)
    return whole if "part" not in words else part_of(whole, str(words["part"]), today=setting.today)


def _whole_season(first_month: int, words: Words, setting: Setting) -> Interval:
    today = setting.today
    if "year" in words:
        return season_of(as_number(words, "year"), first_month)
    if today is None:
        return Interval(None, None, Precision.RANGE)
    if "way2" in words:
        return season_of(today.year + as_number(words, "way2"), first_month)
    if "way" in words:
        return _season_from_now(first_month, as_number(words, "way"), today)
    return _season_from_now(first_month, 0, today, side=setting.outlook() or "past")


def _season_from_now(first_month: int, way: int, today: date, *, side: Outlook | None = None) -> Interval:
    """Return the latest season that is over, the next that has not begun, or this year's.

    Without a direction it is the latest that has begun, or the first that is not over.
    """
    seasons = [season_of(today.year + shift, first_month) for shift in (-2, -1, 0, 1, 2)]
    over = [s for s in seasons if s.end is not None and s.end <= today]
    begun = [s for s in seasons if s.start is not None and s.start <= today]
    if way > 0:
        return seasons[len(begun)]
    if way < 0 or (side is None and today.month > first_month):
        return over[-1] if way < 0 else begun[-1]
    if side == "past" or len(begun) > len(over):
        return begun[-1]
    return seasons[len(over)]
