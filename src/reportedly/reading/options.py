"""What a caller may tell the readers."""

from dataclasses import dataclass
from datetime import date

from reportedly.errors import SettingsError
from reportedly.reading.fieldmaps import field_map
from reportedly.reading.learned import FurnitureMemory

#: A single article of more bytes is no news report; the longest page among the development pages has 2.2 MB.
MAX_BYTES = 5_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOptions:
    """Options of the reading room.

    Attributes:
        max_bytes: Largest single article: a whole text or HTML file, or one line of JSON Lines.
        publisher: Who carries the articles, where the input itself does not say.
        published: The day on which they were published, "2025-11-03", where the input itself shows none.
        fields: The name of a preset, or "text=story,title=head": which names JSON records use (`fieldmaps.py`).
        encoding: Encoding of the input, tried before any guess; None to tell it from the bytes.
        furniture: Lines that publishers repeat, to be cut; None for none.
    """

    max_bytes: int = MAX_BYTES
    publisher: str | None = None
    published: str | None = None
    fields: str | None = None
    encoding: str | None = None
    furniture: FurnitureMemory | None = None

    def __post_init__(self) -> None:
        if self.max_bytes < 1:
            raise SettingsError(f"max_bytes must be at least 1, not {self.max_bytes}")
        if self.published is not None:
            _check_day(self.published)
        if self.fields is not None:
            field_map(self.fields)
        if self.encoding is not None:
            _check_encoding(self.encoding)


def _check_day(text: str) -> None:
    try:
        date.fromisoformat(text)
    except ValueError as error:
        raise SettingsError(f"published must be a day such as 2025-11-03, not {text!r}") from error


def _check_encoding(name: str) -> None:
    try:
        "".encode(name)
    except LookupError as error:
        raise SettingsError(f"no such encoding: {name!r}") from error
