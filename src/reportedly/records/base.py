"""What every record can do: become a dict or JSON and come back unchanged."""

from collections.abc import Iterable
from typing import Any, Self, TypeAlias

import msgspec

from reportedly.errors import RecordError

#: `[start, end)` in Unicode code points of `article.text`.
Span: TypeAlias = tuple[int, int]

HALF_A_PAIR = "holds half a surrogate pair, which can be neither stored nor sent"


def is_encodable(text: str) -> bool:
    """Tell whether UTF-8 can carry a text: it holds no half of a surrogate pair, as broken JSON escapes leave."""
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


class Record:
    """Base of the records: lossless round trips, and nothing else.

    Subclasses are frozen dataclasses with slots. Lists are tuples in Python and arrays in JSON; every list is
    present, possibly empty, and an absent value is `None`, never an empty string.
    """

    __slots__ = ()

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the record as JSON; with `indent`, over several lines for people to read.

        Raises:
            RecordError: A text holds half a surrogate pair, which UTF-8 cannot carry.
        """
        encoded = self._encoded()
        if indent is not None:
            encoded = msgspec.json.format(encoded, indent=indent)
        return encoded.decode()

    def to_dict(self) -> dict[str, Any]:
        """Return the record as plain dicts, lists, strings and numbers: what its JSON would load as.

        Raises:
            RecordError: A text holds half a surrogate pair, which UTF-8 cannot carry.
        """
        data: dict[str, Any] = msgspec.json.decode(self._encoded())
        return data

    def _encoded(self) -> bytes:
        try:
            return msgspec.json.encode(self)
        except UnicodeEncodeError as error:
            raise RecordError(HALF_A_PAIR) from error

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """Build the record from what `to_dict` returned.

        Raises:
            RecordError: The data does not have the record's shape; the message names the field.
        """
        try:
            return msgspec.convert(data, cls)
        except (msgspec.ValidationError, TypeError) as error:
            raise RecordError(f"not a valid {cls.__name__}: {error}") from error
        except UnicodeEncodeError as error:
            raise RecordError(f"not a valid {cls.__name__}: it {HALF_A_PAIR}") from error

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Build the record from its JSON.

        Raises:
            RecordError: The text is no JSON, or not of the record's shape.
        """
        try:
            return msgspec.json.decode(text, type=cls)
        except (msgspec.DecodeError, msgspec.ValidationError) as error:
            raise RecordError(f"not a valid {cls.__name__}: {error}") from error
        except UnicodeEncodeError as error:
            raise RecordError(f"not a valid {cls.__name__}: it {HALF_A_PAIR}") from error

    def _repr_html_(self) -> str:
        """Return the record as a notebook shows it."""
        # Imported here: the rendering knows every record, and every record knows this class.
        from reportedly.records.html import record_html

        return record_html(self)


def check_span(span: Span, *, name: str) -> None:
    """Raise a RecordError unless the span is `[start, end)` with at least one character."""
    start, end = span
    if not 0 <= start < end:
        raise RecordError(f"{name} {span} is not a span [start, end) with at least one character")


def check_spans(spans: Iterable[Span], *, name: str) -> None:
    """Raise a RecordError unless every span is a span."""
    for span in spans:
        check_span(span, name=name)
