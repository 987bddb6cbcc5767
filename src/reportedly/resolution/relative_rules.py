"""What the words of a relative time phrase mean: counted from the article's day, or from the date named before.

Same contract as `date_rules.py`: None is no date, an interval without bounds is a date that cannot be placed.
"""

from datetime import date, timedelta

from reportedly.records import Precision
from reportedly.resolution.date_rules import Setting, Words, as_number, whole_month
from reportedly.resolution.intervals import (
    Interval,
    moved,
    part_of,
    shifted,
    slice_of,
    unit_around,
    unknown,
    year_of,
)

#: Half of a unit, told in the unit below: how many of those make a whole.
HALVES = {
    "century": ("year", 100),
    "decade": ("year", 10),
    "year": ("month", 12),
    "month": ("day", 30),
    "week": ("day", 7),
}
#: Units that "the last year" and "the past week" count back from today; a quarter or a century is one of the calendar.
ROLLING = frozenset({"week", "month", "year", "decade"})
HOURS_OF_DAY = 24


def weekday(words: Words, setting: Setting) -> Interval | None:
    """Friday; last Tuesday; next Tuesday; Friday night."""
    today, number = setting.today, as_number(words, "weekday")
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
    return unit_around(monday + timedelta(days=7 * as_number(words, "way") + as_number(words, "weekday")), "day")


def weekday_and_weeks(words: Words, setting: Setting) -> Interval | None:
    """Monday week, a week on Tuesday (ahead); a week ago on Friday (back)."""
    if setting.today is None:
        return unknown("day")
    weeks = as_number(words, "number") if "number" in words else 1
    number, today = as_number(words, "weekday"), setting.today
    if "back" in words:
        return unit_around(moved(today, "day", -((today.weekday() - number) % 7) - 7 * weeks), "day")
    return unit_around(moved(today, "day", ((number - today.weekday()) % 7 or 7) + 7 * weeks), "day")


def sequel_weekday(words: Words, setting: Setting) -> Interval | None:
    """The following Friday, the previous Saturday: from the date named before, else from today."""
    base, way, number = setting.anchor or setting.today, as_number(words, "sequel"), as_number(words, "weekday")
    if base is None:
        return unknown("day")
    ahead, back = (number - base.weekday()) % 7, (base.weekday() - number) % 7
    offset = {1: ahead or 7, -1: -(back or 7)}.get(way, number - base.weekday())
    return unit_around(moved(base, "day", offset), "day")


def part_of_today(words: Words, setting: Setting) -> Interval | None:
    """Last night; this morning."""
    return day_from_now({"dayword": words["way"]}, setting)


def day_from_now(words: Words, setting: Setting) -> Interval | None:
    """Yesterday; today; the day after tomorrow."""
    if setting.today is None:
        return unknown("day")
    return unit_around(setting.today + timedelta(days=as_number(words, "dayword")), "day")


def overnight(words: Words, setting: Setting) -> Interval | None:
    """Overnight: the night that the article's day began with, so two days."""
    if setting.today is None:
        return Interval(None, None, Precision.RANGE)
    return Interval(setting.today - timedelta(days=1), setting.today + timedelta(days=1), Precision.RANGE)


def counted(words: Words, setting: Setting) -> Interval | None:
    """Four years ago, ten days from now (from today); two years earlier (from the date named before)."""
    unit, back = str(words.get("unit") or words.get("plural") or "day"), words["back"]
    from_day = setting.today if back in ("now", "on") or setting.anchor is None else setting.anchor
    if from_day is None or words.get("number", None if "hours" not in words else 0) is None:
        return unknown(unit)
    count = as_number(words, "number") if "number" in words else 0
    if "hours" in words:
        count = count // HOURS_OF_DAY
    return unit_around(moved(from_day, unit, count * (1 if back in ("ahead", "on") else -1)), unit)


def counted_halves(words: Words, setting: Setting) -> Interval | None:
    """A year and a half ago; half a century earlier."""
    unit, number = str(words["unit"]), words.get("number", 0)
    if unit not in HALVES or number is None:
        return unknown(unit)
    smaller, size = HALVES[unit]
    return counted({"unit": smaller, "number": int(number) * size + size // 2, "back": words["back"]}, setting)


def in_so_many(words: Words, setting: Setting) -> Interval | None:
    """In two days: a moment where the grammar looks ahead; else it is a length of time, which is no date."""
    if setting.outlook() != "ahead":
        return None
    return after_so_many(words, setting)


def after_so_many(words: Words, setting: Setting) -> Interval | None:
    """In two weeks' time."""
    return counted({**words, "back": "on"}, setting)


def anniversary(words: Words, setting: Setting) -> Interval | None:
    """A year ago today; ten years ago this week."""
    unit = str(words["jubilee"])
    if setting.today is None or words["number"] is None:
        return unknown(unit)
    return unit_around(moved(setting.today, str(words["unit"]), -as_number(words, "number")), unit)


def same_time(words: Words, setting: Setting) -> Interval | None:
    """This time last year: the same day."""
    if setting.today is None:
        return unknown("day")
    return unit_around(moved(setting.today, str(words["span"]), as_number(words, "way")), "day")


def unplaced(words: Words, setting: Setting) -> Interval | None:
    """Two days before the strike: placed only by something that is told elsewhere."""
    return unknown(str(words.get("unit") or words.get("plural") or words.get("single") or "day"))


def stretch(words: Words, setting: Setting) -> Interval | None:
    """The past three years; the next two weeks; the last 24 hours; the past year."""
    today = setting.today
    number = words.get("number", 1)
    if today is None or number is None:
        return Interval(None, None, Precision.RANGE)
    way, count, unit = as_number(words, "way"), int(number), str(words.get("unit") or words.get("span") or "day")
    if "span" in words and unit not in ROLLING:
        return span_from_now(words, setting)
    if "hours" in words:
        count = -(-count // HOURS_OF_DAY)
    other = moved(today, unit, count if way > 0 else -count)
    return Interval(min(today, other), max(today, other), Precision.RANGE) if other != today else None


def unmeasured(words: Words, setting: Setting) -> Interval | None:
    """In recent weeks; in the coming days: no telling how many."""
    return Interval(None, None, Precision.RANGE)


def span_from_now(words: Words, setting: Setting) -> Interval | None:
    """Last week; this year; earlier this month; the end of the year; the week before last."""
    unit = str(words["span"])
    if setting.today is None:
        return unknown(unit)
    way = words.get("way", words.get("skip"))
    whole = unit_around(moved(setting.today, unit, int(way or 0)), unit)
    return whole if "part" not in words else part_of(whole, str(words["part"]), today=setting.today)


def weekend(words: Words, setting: Setting) -> Interval | None:
    """Over the weekend: the one that has begun last, or the coming one where the grammar looks ahead."""
    today = setting.today
    if today is None:
        return unknown("weekend")
    this = unit_around(today, "weekend")
    begun = this.start is not None and this.start <= today
    if begun or setting.outlook() == "ahead":
        return this
    return unit_around(moved(today, "weekend", -1), "weekend")


def quarter(words: Words, setting: Setting) -> Interval | None:
    """The third quarter; Q3 2024."""
    part, today = str(words.get("quarter") or words["code"]), setting.today
    if "year" in words:
        return part_of(year_of(as_number(words, "year")), part, today=today)
    if today is None:
        return unknown("quarter")
    found = part_of(year_of(today.year), part, today=today)
    late = found is not None and found.start is not None and found.start > today
    return part_of(year_of(today.year - 1), part, today=today) if late and setting.outlook() != "ahead" else found


def ordinal_part(words: Words, setting: Setting) -> Interval | None:
    """The first week of May; the last two months of 2023; the first six months of the year."""
    whole, number = _whole(words, setting), words.get("number", 1)
    if whole.start is None or number is None or "plural" in words:
        return Interval(None, None, Precision.RANGE)
    return slice_of(whole, str(words.get("unit") or words["single"]), as_number(words, "nth"), int(number))


def _whole(words: Words, setting: Setting) -> Interval:
    if "month" in words:
        return whole_month(words, setting)
    if "year2" in words:
        return year_of(as_number(words, "year2"))
    return span_from_now(words, setting) or unknown("year")


def months_up_to(words: Words, setting: Setting) -> Interval | None:
    """The twelve months to June 2024; the year to March."""
    end = whole_month(words, setting).end
    months = as_number(words, "number") if "number" in words else 12
    return None if end is None else Interval(shifted(end, "month", -months), end, Precision.RANGE)


def sequel(words: Words, setting: Setting) -> Interval | None:
    """The following day; the previous month; the night before: from the date named before."""
    unit = str(words.get("span") or words.get("unit") or words.get("single") or "day")
    anchor = _anchor(setting, unit)
    if anchor is None:
        return unknown(unit)
    return unit_around(moved(anchor, unit, as_number(words, "sequel" if "sequel" in words else "aside")), unit)


def _anchor(setting: Setting, unit: str) -> date | None:
    """Return what a phrase leans on: "the day after" needs a day before it, "the year after" any date."""
    return setting.anchor_day if unit == "day" else setting.anchor


def that_time(words: Words, setting: Setting) -> Interval | None:
    """That night; later that year. Without a date before it, "that" points at something else."""
    unit = str(words.get("span") or words.get("single") or "day")
    anchor = _anchor(setting, unit)
    if anchor is None:
        return None
    whole = unit_around(anchor, unit)
    return part_of(whole, str(words["part"]), today=anchor) if "part" in words and unit != "day" else whole


def later_in_the_day(words: Words, setting: Setting) -> Interval | None:
    """Later in the day: the day named before, else the article's."""
    day = setting.anchor_day or setting.today
    return unknown("day") if day is None else unit_around(day, "day")
