"""Dates in words are no more exact than the text."""

import pytest

from reportedly.records import Date, Precision
from reportedly.wording.when import date_words, iso_words


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2025-03-03", "2025-03-04", "day", "3 March 2025"),
        ("2025-03-03T18:12:00+00:00", None, "minute", "3 March 2025, 18:12 UTC"),
        ("2025-03-03T18:12:00", None, "minute", "3 March 2025, 18:12"),
        ("2025-03-01", "2025-04-01", "month", "March 2025"),
        ("2025-01-01", "2026-01-01", "year", "2025"),
        ("2025-03-03", "2025-03-10", "week", "3 – 9 March 2025"),
        ("2025-03-30", "2025-04-02", "range", "30 March – 1 April 2025"),
        ("2024-12-30", "2025-01-02", "range", "30 December 2024 – 1 January 2025"),
        ("2025-03-03", "2025-03-04", "range", "3 March 2025"),
        ("2025-03-03", None, "range", "since 3 March 2025"),
        (None, "2025-03-04", "range", "before 4 March 2025"),
        (None, None, "range", "unknown"),
        ("2025-03-03T10:00:00", "2025-03-05", "range", "3 March 2025, 10:00 – 5 March 2025"),
    ],
)
def test_dates_are_said_as_exactly_as_known(start: str | None, end: str | None, precision: str, words: str) -> None:
    assert date_words(Date(start=start, end=end, precision=Precision(precision))) == words


def test_words_that_cannot_be_resolved_are_quoted() -> None:
    assert (
        date_words(Date(start=None, end=None, precision=Precision.DAY, text="on Friday")) == "“on Friday”, not resolved"
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [("2025", "2025"), ("2025-03", "March 2025"), ("2025-13", "2025-13"), ("not a date at all", "not a date at all")],
)
def test_iso_texts_of_any_length(value: str, words: str) -> None:
    assert iso_words(value) == words
