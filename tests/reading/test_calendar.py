from datetime import date

import pytest

from reportedly.reading.calendar import find_date, nearest_day, parse_date


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-08-08T08:00Z", "2024-08-08T08:00:00+00:00"),
        ("2026-06-05T17:20:55+0000", "2026-06-05T17:20:55+00:00"),
        ("2024-04-30 16:38:37 +02:00", "2024-04-30T16:38:37+02:00"),
        ("2025-11-03T00:00:00Z", "2025-11-03"),
        ("May 15th, 2023", "2023-05-15"),
        ("Mon, 24 Nov 2025 17:45:00 GMT", "2025-11-24T17:45:00+00:00"),
        ("1750680000000", "2025-06-23T12:00:00+00:00"),
        ("13/02/2025", "2025-02-13"),
        ("02/13/2025", "2025-02-13"),
        ("30 February 2025", None),
        ("soon", None),
        ("0001-01-01", None),
        ("9999999999", None),
    ],
)
def test_parse_date_writes_iso(text, value):
    assert parse_date(text) == value


@pytest.mark.parametrize("text", ["The 2025-2026 budget", "order 120250301777", "Room 12.05.20251"])
def test_find_date_leaves_numbers_alone(text):
    assert find_date(text) is None


@pytest.mark.parametrize("zone", ["IST", "CST", "XYZ"])
def test_find_date_gives_no_zone_to_shared_abbreviations(zone):
    assert find_date(f"4 March 2025, 09:42 {zone}").value == "2025-03-04T09:42:00"


@pytest.mark.parametrize(
    ("text", "near", "day"),
    [
        ("Dec 31", date(2025, 1, 2), date(2024, 12, 31)),
        ("Jan. 1", date(2024, 12, 30), date(2025, 1, 1)),
        ("Sunday 2 March", date(2025, 3, 3), date(2025, 3, 2)),
        ("yesterday", date(2025, 3, 3), None),
    ],
)
def test_nearest_day_takes_the_year_that_fits(text, near, day):
    assert nearest_day(text, to=near) == day
