"""Time axes: what is a moment, how much room it gets, which days are written below."""

from datetime import UTC, datetime, timedelta

import pytest

from reportedly.charts.moments import LEAST, Stretch, read_moment, stretch_of

NOON = datetime(2026, 4, 13, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2026-04-13", datetime(2026, 4, 13, tzinfo=UTC)),
        ("2026-04-13T12:00:00", NOON),
        ("2026-04-13T14:00:00+02:00", NOON),
        ("2026-04", None),
        ("soon", None),
        ("0001-01-01T00:00:00+14:00", None),
        (None, None),
    ],
)
def test_a_day_or_a_moment_is_read_in_utc(value: str | None, moment: datetime | None) -> None:
    assert read_moment(value) == moment


def test_one_moment_has_room_around_it() -> None:
    stretch = stretch_of([NOON])
    assert stretch.last - stretch.first == LEAST
    assert stretch.share(NOON) == 0.5


@pytest.mark.parametrize("end", [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, tzinfo=UTC)])
def test_the_ends_of_the_calendar_can_be_shown(end: datetime) -> None:
    stretch = stretch_of([end, NOON])
    assert 0 <= stretch.share(end) <= 1
    assert 0 < len(stretch.ticks(most=4)) <= 6


@pytest.mark.parametrize(
    ("span", "labels"),
    [
        (timedelta(hours=4), ["13 Apr, 12:00", "13 Apr, 15:00"]),
        (timedelta(days=3), ["14 Apr 2026", "15 Apr 2026", "16 Apr 2026"]),
        (timedelta(days=60), ["13 May 2026", "12 Jun 2026"]),
        (timedelta(days=800), ["13 Apr 2027", "12 Apr 2028"]),
        (timedelta(days=8_000), ["4 Oct 2031", "26 Mar 2037", "16 Sep 2042", "8 Mar 2048"]),
    ],
)
def test_ticks_stand_at_times_that_people_reckon_in(span: timedelta, labels: list[str]) -> None:
    stretch = Stretch(NOON, NOON + span)
    assert [tick.label for tick in stretch.ticks(most=4)] == labels
