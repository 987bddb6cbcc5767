"""Times as first and last days."""

import pytest

from reportedly.records import Date, Precision, Published
from reportedly.storage.days import Days, days_of, days_of_iso, moment_key

APPEARED = Published(value="2025-03-09T23:30:00-05:00", precision=Precision.MINUTE)


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024-02-03", ("2024-02-03", "2024-02-03")),
        ("2024-02-03T23:59:00Z", ("2024-02-03", "2024-02-03")),
        ("2024-02-03 23:59", ("2024-02-03", "2024-02-03")),
        ("2024-02-30", None),
        ("2024-13", None),
        ("2024-02-03x", None),
        ("2024-02-03-04", None),
        ("yesterday", None),
        ("", None),
        ("0000", None),
    ],
)
def test_a_year_month_day_or_moment_covers_days(value: str, days: tuple[str, str] | None) -> None:
    assert days_of_iso(value) == (None if days is None else Days(*days))


@pytest.mark.parametrize(
    ("start", "end", "precision", "days"),
    [
        ("2025-03-03", "2025-03-04", "day", ("2025-03-03", "2025-03-03")),
        ("2025-03-03", "2025-03-10", "week", ("2025-03-03", "2025-03-09")),
        ("2025-03-01", "2025-04-01", "month", ("2025-03-01", "2025-03-31")),
        ("2025-03", None, "month", ("2025-03-01", "2025-03-31")),
        ("2025-03-03", None, "day", ("2025-03-03", "2025-03-03")),
        ("2025-03-03T08:00", "2025-03-03T09:00", "minute", ("2025-03-03", "2025-03-03")),
        ("2025-03-03T08:00", "2025-03-04T00:00", "minute", ("2025-03-03", "2025-03-03")),
        ("2025-03-03", None, "range", ("2025-03-03", "9999-12-31")),
        (None, "2025-03-03", "range", ("0001-01-01", "2025-03-02")),
        (None, "0001-01-01", "range", ("0001-01-01", "0001-01-01")),
        ("2025-03-03", "2025-03-01", "range", ("2025-03-03", "2025-03-03")),
        (None, None, "range", ("2025-03-09", "2025-03-09")),
        ("soon", "later", "day", ("2025-03-09", "2025-03-09")),
    ],
)
def test_a_time_covers_days(start: str | None, end: str | None, precision: str, days: tuple[str, str]) -> None:
    when = Date(start=start, end=end, precision=Precision(precision))
    assert days_of(when, published=APPEARED) == Days(*days)


def test_without_any_date_the_days_are_unknown() -> None:
    assert days_of(None, published=Published()) == Days("", "")
    assert days_of(None, published=APPEARED) == Days("2025-03-09", "2025-03-09")


def test_moments_sort_by_the_clock_and_days_before_them() -> None:
    values = ["2025-03-04T00:10:00+02:00", "2025-03-03T23:00:00Z", "2025-03-03", "2025-03-04", "2025-03-03T22:30:00"]
    keys = {value: moment_key(Published(value=value, precision=Precision.of_iso(value))) for value in values} | {
        "": moment_key(Published())
    }
    assert sorted(keys, key=lambda value: keys[value]) == [
        "", "2025-03-03", "2025-03-04T00:10:00+02:00", "2025-03-03T22:30:00", "2025-03-03T23:00:00Z", "2025-03-04",
    ]  # fmt: skip


def test_a_moment_that_is_none_is_kept_as_it_is() -> None:
    assert moment_key(Published(value="at dawn", precision=Precision.MINUTE)) == "at dawn"
