"""Times of unknown precision are not made up."""

import pytest

from reportedly.errors import RecordError
from reportedly.records import Precision


@pytest.mark.parametrize(
    ("value", "precision"),
    [
        ("2025", "year"),
        ("2025-11", "month"),
        ("2025-11-01", "day"),
        ("2025-11-01T12:17", "minute"),
        ("2025-11-01T12:17:00Z", "minute"),
        ("2025-11-01T12:17:00+05:30", "minute"),
    ],
)
def test_iso_texts_tell_their_precision(value: str, precision: str) -> None:
    assert Precision.of_iso(value) is Precision(precision)


@pytest.mark.parametrize(
    "value", ["", "yesterday", "2025-13", "2025-02-30", "0000", "01/11/2025", "2025-11-01T25:00", "2025-11-01\n"]
)
def test_what_is_no_date_is_a_record_error(value: str) -> None:
    with pytest.raises(RecordError, match="is not an ISO 8601 date"):
        Precision.of_iso(value)
