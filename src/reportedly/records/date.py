"""Times: intervals with an exclusive end, because "in March" is not the first of March."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Self

from reportedly.errors import RecordError
from reportedly.records.base import Record, Span

ISO_MONTH = re.compile(r"\d{4}-\d{2}\Z")
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
ISO_YEAR = re.compile(r"\d{4}\Z")


class Precision(StrEnum):
    """How exact a time is."""

    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    RANGE = "range"

    @classmethod
    def of_iso(cls, value: str) -> Self:
        """Tell the precision of an ISO 8601 text: a year, a month, a day or a moment.

        Raises:
            RecordError: It is no ISO 8601 text.
        """
        for pattern, name in ((ISO_YEAR, "year"), (ISO_MONTH, "month"), (ISO_DAY, "day")):
            if pattern.match(value):
                _parse(value + "-01-01"[: 10 - len(value)] if name != "day" else value)
                return cls(name)
        _parse(value)
        return cls("minute")


def _parse(value: str) -> datetime:
    try:
        return datetime.fromisoformat(value)
    except ValueError as error:
        raise RecordError(f"{value!r} is not an ISO 8601 date") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Record):
    """A time that the text names, resolved against the article's date.

    Attributes:
        start: First moment or day, ISO 8601.
        end: First moment or day after it, exclusive; None when open.
        precision: Of the words, not of the arithmetic.
        text: The words; None when the date is the article's own.
        span: Where they stand.
    """

    start: str | None
    end: str | None
    precision: Precision
    text: str | None = None
    span: Span | None = None
