"""What the words of a time phrase mean: each rule of `codebook/dates.yaml` turns them into an interval.

A rule returns None when the words are no date after all ("31 February"), and an interval without bounds when they are
one that cannot be placed (no publication date, or "two days before the strike").
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from reportedly.records import Precision
from reportedly.resolution.intervals import (
    Interval,
    days_in_month,
    month_of,
    moved,
    part_of,
    season_of,
    unit_around,
    unknown,
    year_of,
)

#: Where a phrase points when its words leave it open.
Outlook: TypeAlias = Literal["past", "ahead"]
Words: TypeAlias = Mapping[str, int | str | None]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a rule may look at besides the words.

    Attributes:
        today: The article's day; None when unknown.
        anchor: The first day of the date named before, for "two years earlier"; None when there is none.
        outlook: Tells from the grammar whether the phrase points back or ahead; None when it does neither.
    """

    today: date | None
    anchor: date | None
    outlook: Callable[[], Outlook | None]


Rule: TypeAlias = Callable[[Words, Setting], Interval | None]


def _number(words: Words, name: str) -> int:
    value = words[name]
    return value if isinstance(value, int) else int(value or 0)


def _made(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= day <= days_in_month(year, month) else None


def iso(words: Words, setting: Setting) -> Interval | None:
    """2024-06-30."""
    year, month, day = (int(part) for part in str(words["iso"]).split("-"))
    made = _made(year, month, day) if 1 <= month <= 12 else None
    return None if made is None else unit_around(made, "day")


def day(words: Words, setting: Setting) -> Interval | None:
    """3 March 2025; March 3; Friday, October 31."""
    number, month = _number(words, "day"), _number(words, "month")
    if not 1 <= number <= days_in_month(2024, month):
        return None
    if "year" in words:
        made = _made(_number(words, "year"), month, number)
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
    side = None if "weekday" in words else setting.outlook()
    if side == "past":
        days = [d for d in days if d <= today] or days
    elif side == "ahead":
        days = [d for d in days if d >= today] or days
    return min(days, key=lambda d: (abs((d - today).days), d), default=None)


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
    whole = _whole_month(words, setting)
    if "part" not in words:
        return whole
    return part_of(whole, str(words["part"]), today=setting.today)


def _whole_month(words: Words, setting: Setting) -> Interval:
    number, today = _number(words, "month"), setting.today
    if "year" in words:
        return month_of(_number(words, "year"), number)
    if today is None:
        return unknown("month")
    if "way2" in words:
        return month_of(today.year + _number(words, "way2"), number)
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
    whole = year_of(_number(words, "year"))
    return whole if "part" not in words else part_of(whole, str(words["part"]), today=setting.today)


def years(words: Words, setting: Setting) -> Interval | None:
    """Between 2010 and 2014; 2010–14."""
    first, last = _number(words, "year"), _number(words, "year2")
    last = last if last > 99 else first // 100 * 100 + last
    return Interval(date(first, 1, 1), date(last + 1, 1, 1), Precision.RANGE) if first < last else None


def decade(words: Words, setting: Setting) -> Interval | None:
    """The 1990s; the early 1990s."""
    whole = unit_around(date(_number(words, "decade"), 1, 1), "decade")
    return whole if "part" not in words else part_of(whole, str(words["part"]), today=setting.today)


def season(words: Words, setting: Setting) -> Interval | None:
    """Summer of 2015; last summer; next spring."""
    first_month, today = _number(words, "season"), setting.today
    if "year" in words:
        whole = season_of(_number(words, "year"), first_month)
        return whole if "part" not in words else part_of(whole, str(words["part"]), today=today)
    if today is None:
        return Interval(None, None, Precision.RANGE)
    return _season_from_now(first_month, _number(words, "way"), today)


def _season_from_now(first_month: int, way: int, today: date) -> Interval:
    """Return the latest season that is over, the next that has not begun, or this year's."""
    seasons = {today.year + shift: season_of(today.year + shift, first_month) for shift in (-2, -1, 0, 1)}
    if way < 0:
        return [s for s in seasons.values() if s.end is not None and s.end <= today][-1]
    if way > 0:
        return [s for s in seasons.values() if s.start is not None and s.start > today][0]
    return seasons[today.year]


def weekday(words: Words, setting: Setting) -> Interval | None:
    """Friday; last Tuesday; next Tuesday; Friday night."""
    today, number = setting.today, _number(words, "weekday")
    if today is None:
        return unknown("day")
    back, ahead = (today.weekday() - number) % 7, (number - today.weekday()) % 7
    way = words.get("way")
    if way == -1:
        offset = -(back or 7)
    elif way == 1:
        offset = ahead or 7
    elif way == 0:
        offset = number - today.weekday()
    else:
        offset = ahead if setting.outlook() == "ahead" else -back
    return unit_around(today + timedelta(days=offset), "day")


def weekday_of_week(words: Words, setting: Setting) -> Interval | None:
    """Tuesday next week; Friday of last week."""
    if setting.today is None:
        return unknown("day")
    monday = setting.today - timedelta(days=setting.today.weekday())
    return unit_around(monday + timedelta(days=7 * _number(words, "way") + _number(words, "weekday")), "day")


def part_of_today(words: Words, setting: Setting) -> Interval | None:
    """Last night; this morning."""
    return day_from_now({"dayword": words["way"]}, setting)


def day_from_now(words: Words, setting: Setting) -> Interval | None:
    """Yesterday; today; the day after tomorrow."""
    if setting.today is None:
        return unknown("day")
    return unit_around(setting.today + timedelta(days=_number(words, "dayword")), "day")


def overnight(words: Words, setting: Setting) -> Interval | None:
    """Overnight: the night that the article's day began with, so two days."""
    if setting.today is None:
        return Interval(None, None, Precision.RANGE)
    return Interval(setting.today - timedelta(days=1), setting.today + timedelta(days=1), Precision.RANGE)


def counted(words: Words, setting: Setting) -> Interval | None:
    """Four years ago (from today); two years earlier, three days later (from the date named before)."""
    unit, back = str(words["unit"]), words["back"]
    from_day = setting.today if back == "now" or setting.anchor is None else setting.anchor
    if from_day is None or words["number"] is None:
        return unknown(unit)
    return unit_around(moved(from_day, unit, _number(words, "number") * (1 if back == "ahead" else -1)), unit)


def unplaced(words: Words, setting: Setting) -> Interval | None:
    """Two days before the strike: placed only by something that is told elsewhere."""
    return unknown(str(words.get("unit", "day")))


def stretch(words: Words, setting: Setting) -> Interval | None:
    """The past three years; the next two weeks."""
    today = setting.today
    if today is None or words["number"] is None:
        return Interval(None, None, Precision.RANGE)
    way, count = _number(words, "way"), _number(words, "number")
    other = moved(today, str(words["unit"]), count if way > 0 else -count)
    return Interval(min(today, other), max(today, other), Precision.RANGE) if other != today else None


def span_from_now(words: Words, setting: Setting) -> Interval | None:
    """Last week; this year; earlier this month; the end of the year."""
    unit = str(words["span"])
    if setting.today is None:
        return unknown(unit)
    whole = unit_around(moved(setting.today, unit, int(words.get("way") or 0)), unit)
    return whole if "part" not in words else part_of(whole, str(words["part"]), today=setting.today)


def sequel(words: Words, setting: Setting) -> Interval | None:
    """The following day; the previous month: from the date named before."""
    unit = str(words.get("span") or words.get("unit") or "day")
    if setting.anchor is None:
        return unknown(unit)
    return unit_around(moved(setting.anchor, unit, _number(words, "sequel")), unit)


RULES: Mapping[str, Rule] = {
    rule.__name__: rule
    for rule in (
        iso, day, days, month, year, years, decade, season, weekday, weekday_of_week, part_of_today, day_from_now,
        overnight, counted, unplaced, stretch, span_from_now, sequel,
    )
}  # fmt: skip
