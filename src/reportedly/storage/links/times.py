"""Reports as linking reads them: a time that cannot be read as one is unknown there too, never guessed.

Reports may come from elsewhere; one with a broken date must not keep all others from being linked.
"""

import sqlite3
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from reportedly.records import Claim, Date, Event, Precision, Published, Report
from reportedly.storage.loading import load_report

T = TypeVar("T", Claim, Event)
DAY = len("2025-03-04")
#: These say less than a day, and may stand without one.
WIDE: dict[Precision | None, int] = {Precision.YEAR: len("2025"), Precision.MONTH: len("2025-03")}
REST = {len("2025"): "-01-01", len("2025-03"): "-01"}
#: No calendar goes on before the first year or after the last that Python knows, as counting days around them would.
YEARS = range(2, 9999)


def load_readable(connection: sqlite3.Connection, number: int) -> Report:
    """Return the report of an article, without times that are none."""
    return readable(load_report(connection, number))


def readable(report: Report) -> Report:
    """Return a report without times that are none."""
    article = report.article
    if not _is_moment(article.published):
        report = replace(report, article=replace(article, published=Published()))
    dated: tuple[Claim | Event, ...] = (*report.claims, *report.events)
    if all(map(_is_dated_well, dated)):
        return report
    claims, events = tuple(map(_without_bad_date, report.claims)), tuple(map(_without_bad_date, report.events))
    return replace(report, claims=claims, events=events)


def _without_bad_date(record: T) -> T:
    return record if _is_dated_well(record) else replace(record, date=None)


def _is_dated_well(record: Claim | Event) -> bool:
    return record.date is None or _is_date(record.date)


def _is_moment(published: Published) -> bool:
    if published.value is None or published.precision in WIDE:
        return published.value is None or _is_day(published.value, published.precision)
    try:
        moment = datetime.fromisoformat(published.value)
    except ValueError:
        return False
    return moment.year in YEARS


def _is_date(when: Date) -> bool:
    return all(_is_day(value, when.precision) for value in (when.start, when.end) if value is not None)


def _is_day(value: str, precision: Precision | None) -> bool:
    whole = value + REST[len(value)] if len(value) == WIDE.get(precision) else value
    try:
        day = date.fromisoformat(whole[:DAY])
    except ValueError:
        return False
    return day.year in YEARS
