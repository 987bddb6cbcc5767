"""Dates as news pages write them, turned into ISO 8601 by the shapes of `codebook/reading/dates.yaml`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

from reportedly.reading.codebook import DateShape, date_book

#: Before 1900 there is no news page, and years after 2099 are misread numbers. No limit may depend on today.
YEARS = range(1900, 2100)
OFFSET = re.compile(r"(?:GMT|UTC)?([+-])(\d\d?):?(\d\d)?\Z")
SPACE_BEFORE_OFFSET = re.compile(r"(?<=\d) (?=[+-]\d\d:?\d\d$)")
EPOCH = re.compile(r"\d{10}(?:\d{3})?\Z")
MILLISECONDS = 13


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text.

    Attributes:
        value: ISO 8601 day or moment.
        match: Where it stands, with the groups of its shape.
    """

    value: str
    match: re.Match[str]


def with_parts(shape: str, parts: dict[str, str]) -> str:
    """Put the named parts into a shape; parts may name parts that stand before them."""
    for name in reversed(parts):
        shape = shape.replace("{" + name + "}", parts[name])
    return shape


@cache
def _compiled(part: str) -> tuple[re.Pattern[str], ...]:
    book = date_book()
    shapes: Iterable[DateShape] = getattr(book, part)
    return tuple(re.compile(with_parts(each.shape, book.parts), re.I) for each in shapes)


def parse_date(text: str) -> str | None:
    """Turn the text of a field or tag into ISO 8601; None when it is no date.

    >>> parse_date("March 3, 2025 6:12 PM GMT")
    '2025-03-03T18:12:00+00:00'
    """
    text = SPACE_BEFORE_OFFSET.sub("", text.strip())
    if EPOCH.match(text):
        seconds = int(text) / (1000 if len(text) == MILLISECONDS else 1)
        return _iso(datetime.fromtimestamp(seconds, tz=UTC))
    try:
        return _iso(datetime.fromisoformat(text))
    except ValueError:
        found = find_date(text)
    return found.value if found and found.match.start() == 0 else None


def find_date(text: str) -> FoundDate | None:
    """Find the first date in a text, by the first shape that fits."""
    return _search("formats", text, whole=False)


def date_in_number(text: str) -> FoundDate | None:
    """Find the date in a publisher's article number; the number must be the whole line."""
    return _search("numbers", text.strip(), whole=True)


def date_in_address(url: str) -> FoundDate | None:
    """Find the date in an address."""
    return _search("urls", url.split("?")[0], whole=False)


def day_of(value: str) -> date:
    """Return the calendar day of an ISO 8601 text, in its own zone."""
    return datetime.fromisoformat(value).date()


def nearest_day(text: str, *, to: date) -> date | None:
    """Find a day that is written without its year ("Nov 1"), in the year that brings it nearest to another day."""
    dated = (find_date(f"{text.strip(' .,')} {year}") for year in (to.year - 1, to.year, to.year + 1))
    days = [day_of(found.value) for found in dated if found]
    return min(days, key=lambda day: abs(day - to), default=None)


def _search(part: str, text: str, *, whole: bool) -> FoundDate | None:
    for pattern in _compiled(part):
        match = pattern.fullmatch(text) if whole else pattern.search(text)
        # A longer run of digits around it is a number, not a date.
        if match and not _cuts_number(match) and (value := _value(match.groupdict())):
            return FoundDate(value, match)
    return None


def _cuts_number(match: re.Match[str]) -> bool:
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    return (before.isdigit() and match[0][0].isdigit()) or (after.isdigit() and match[0][-1].isdigit())


def _value(groups: dict[str, str | None]) -> str | None:
    book = date_book()
    month = groups.get("monthname") or groups["month"] or ""
    number = book.months.get(month.lower()) or int(month)
    try:
        day = datetime(int(groups["year"] or 0), number, int(groups["day"] or 0))  # noqa: DTZ001 (a zone follows, if any)
    except ValueError:
        return None
    if not groups.get("hour"):
        return day.date().isoformat() if day.year in YEARS else None
    hour = int(groups["hour"] or 0)
    if groups.get("half"):
        hour = hour % 12 + (12 if (groups["half"] or "").lower() == "p" else 0)
    moment = day.replace(hour=hour, minute=int(groups.get("minute") or 0), tzinfo=_zone(groups.get("zone")))
    return _iso(moment)


def _zone(name: str | None) -> timezone | None:
    if not name:
        return None
    minutes = date_book().zones.get(name.upper())
    if minutes is None and (offset := OFFSET.match(name.upper())):
        sign = -1 if offset[1] == "-" else 1
        minutes = sign * (int(offset[2]) * 60 + int(offset[3] or 0))
    # The largest offset in use is +14:00.
    if minutes is None or abs(minutes) > 14 * 60:
        return None
    return UTC if minutes == 0 else timezone(timedelta(minutes=minutes))


def _iso(moment: datetime) -> str | None:
    """Write a moment; midnight to the second is what systems store for a day."""
    if moment.year not in YEARS:
        return None
    if (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        return moment.date().isoformat()
    return moment.replace(microsecond=0).isoformat()
