"""Stretches of days from dates of unequal precision."""

from datetime import date

import pytest

from reportedly.errors import RecordError
from reportedly.resolution.days import Days


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-07", date(2024, 2, 7), date(2024, 2, 7)),
        ("2024-02-07T23:30:00+03:00", date(2024, 2, 7), date(2024, 2, 7)),
    ],
)
def test_days_of_a_date(value: str, start: date, end: date) -> None:
    assert Days.of(value) == Days(start, end)


@pytest.mark.parametrize("value", ["", "soon", "2021-13", "2021-02-30", "07/02/2024"])
def test_what_is_no_date(value: str) -> None:
    with pytest.raises(RecordError):
        Days.of(value)


@pytest.mark.parametrize(
    ("first", "last", "gap"),
    [
        ("2021-03-01", "2021-03-09", 1),
        ("2021-03-10", "2021-03-10", 0),
        ("2021-03-11", "2021-04-30", 1),
        ("2021-01-01", "2021-02", 10),
        (None, "2021-03-01", 9),
        ("2021-01-01", None, 0),
        (None, None, 0),
    ],
)
def test_gap_to_the_tenth_of_march(first: str | None, last: str | None, gap: int) -> None:
    day = Days.of("2021-03-10")
    assert Days.between(first, last).gap(day) == gap
    assert day.gap(Days.between(first, last)) == gap
