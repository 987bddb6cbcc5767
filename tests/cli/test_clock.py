"""The one clock, and how it is stopped."""

from datetime import UTC, datetime

import pytest

from reportedly import SettingsError
from reportedly.cli.clock import now


def test_the_clock_goes_in_utc_to_the_second() -> None:
    told = datetime.fromisoformat(now({}))
    assert abs((datetime.now(UTC) - told).total_seconds()) < 60
    assert (told.tzinfo, told.microsecond) == (UTC, 0)


def test_the_environment_may_stop_it() -> None:
    assert now({"SOURCE_DATE_EPOCH": "0"}) == "1970-01-01T00:00:00+00:00"


@pytest.mark.parametrize("value", ["", "noon", "1e3", "9" * 30])
def test_a_stopped_clock_needs_a_number(value: str) -> None:
    with pytest.raises(SettingsError, match="SOURCE_DATE_EPOCH"):
        now({"SOURCE_DATE_EPOCH": value})
