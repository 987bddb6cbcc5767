"""JSON Lines: one article a line, read line by line, so that a large file needs no more memory than its longest line.

A `.json` file with one record or an array of records is read too, as a whole.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reportedly.errors import ReadError
from reportedly.reading.assembly import Draft, build_article
from reportedly.reading.codebook import field_book
from reportedly.reading.decoding import check_is_text, decode
from reportedly.reading.fieldmaps import FieldMap, field_map
from reportedly.reading.html import read_page
from reportedly.reading.names import split_names
from reportedly.reading.ninjs import is_ninjs, read_ninjs
from reportedly.reading.options import ReadingOptions
from reportedly.reading.published import from_text
from reportedly.reading.raw import RawInput
from reportedly.reading.reader import Reader
from reportedly.records import Article, DateCandidate, Failure

LINE_SUFFIXES = (".jsonl", ".ndjson", ".jl")
RECORD_START = re.compile(rb'\A(?:\xef\xbb\xbf)?\s*\{\s*"')
ARRAY_START = re.compile(rb'\A(?:\xef\xbb\xbf)?\s*\[\s*\{\s*"')
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class JsonLinesReader(Reader):
    """Reads many articles from JSON Lines."""

    name = "JSON Lines"

    def __init__(self, options: ReadingOptions) -> None:
        super().__init__(options)
        self._names: FieldMap = {} if options.fields is None else field_map(options.fields)

    def bid(self, source: RawInput) -> float:
        """Bid by file name, else by the first characters."""
        if source.suffix in (*LINE_SUFFIXES, ".json"):
            return 0.95
        return 0.8 if RECORD_START.match(source.head) or ARRAY_START.match(source.head) else 0.0

    def read(self, source: RawInput) -> Iterator[Article | Failure]:
        """Yield an article or a Failure for each line; a Failure names the file and the line.

        Raises:
            ReadError: The input is empty or binary.
        """
        if not source.head.strip():
            raise ReadError(source.name, "is empty")
        check_is_text(source.head, name=source.name)
        if self._is_document(source):
            yield from self._read_document(source)
            return
        for number, line in enumerate(source.lines(self.options.max_bytes), start=1):
            name = f"{source.name}:{number}"
            if line is None:
                yield Failure(input=name, reason=f"is larger than {self.options.max_bytes} bytes")
            elif line.strip():
                yield self._read_line(line, name=name)

    def _is_document(self, source: RawInput) -> bool:
        """Whether the input is one JSON text: an array, or a record spread over several lines."""
        if source.suffix in LINE_SUFFIXES:
            return False
        first = source.head.lstrip(BYTE_ORDER_MARK).lstrip().split(b"\n", 1)[0].strip()
        return first in (b"{", b"[") or ARRAY_START.match(source.head) is not None

    def _read_document(self, source: RawInput) -> Iterator[Article | Failure]:
        raw = source.read_bytes(self.options.max_bytes)
        text = decode(raw, name=source.name, encoding=self.options.encoding)
        try:
            data = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise ReadError(source.name, f"is no JSON: {_reason(error)}") from error
        for number, record in enumerate(data if isinstance(data, list) else [data], start=1):
            encoded = json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass")
            yield self._article(record, raw=encoded, name=f"{source.name}:{number}")

    def _read_line(self, line: bytes, *, name: str) -> Article | Failure:
        try:
            record = json.loads(decode(line, name=name, encoding=self.options.encoding))
        except ReadError as error:
            return Failure(input=error.input, reason=error.reason)
        except (ValueError, RecursionError) as error:
            return Failure(input=name, reason=f"is no JSON: {_reason(error)}")
        return self._article(record, raw=line.strip(), name=name)

    def _article(self, record: Any, *, raw: bytes, name: str) -> Article | Failure:
        if not isinstance(record, dict):
            return Failure(input=name, reason="is JSON, but no record with fields")
        try:
            return read_record(record, raw=raw, name=name, options=self.options, names=self._names)
        except ReadError as error:
            return Failure(input=error.input, reason=error.reason)


def read_record(
    record: Mapping[str, Any], *, raw: bytes, name: str, options: ReadingOptions, names: FieldMap | None = None
) -> Article:
    """Read one JSON record by the field names of `codebook/reading/fields.yaml`.

    Args:
        record: The record.
        raw: The bytes that it came from.
        name: Of the input, for messages.
        options: Who carries it and when it was published, where the record does not say.
        names: To try before those of the codebook.

    Raises:
        ReadError: The record holds no text.
    """
    if is_ninjs(record):
        return read_ninjs(record, raw=raw, name=name, publisher=options.publisher)
    fields = {field: find_field(record, field, names=(names or {}).get(field, ())) for field in field_book()}
    url, text, carrier = fields["url"], fields["text"], fields["publisher"] or options.publisher
    if not text and fields["html"]:
        return read_page(
            fields["html"], raw=raw, name=name, publisher=carrier, published=options.published, url=url
        )  # fmt: skip
    if not text:
        raise ReadError(name, "holds no text: none of the fields " + ", ".join(field_book()["text"].names[:4]))
    named = split_names(fields["byline"] or "")
    return build_article(
        Draft(
            name=name,
            raw=raw,
            # Without a title of its own, the record's text may still begin with its headline.
            text=text,
            title=fields["title"],
            url=url,
            publishers=(carrier,) if carrier else (),
            domain=fields["domain"],
            authors=named.authors,
            agencies=named.agencies,
            dates=_dates(fields["published"]),
            published=options.published,
            labels=(fields["genre"],) if fields["genre"] else (),
            modified=tuple(date.value for date in _dates(fields["modified"])),
        )
    )


def find_field(record: Mapping[str, Any], field: str, *, names: Sequence[str] = ()) -> str | None:
    """Return the text of a field under the first of its names that the record holds.

    Args:
        record: The record.
        field: Of the article.
        names: To try before those of the codebook.
    """
    for name in (*names, *field_book()[field].names):
        value: Any = record
        for part in name.casefold().split("."):
            value = _folded(value).get(part) if isinstance(value, Mapping) else None
        if text := _as_text(value):
            return text
    return None


def _folded(record: Mapping[str, Any]) -> dict[str, Any]:
    return {str(key).casefold(): value for key, value in record.items()}


def _as_text(value: Any) -> str | None:
    if isinstance(value, list):
        separator = "\n\n" if any(isinstance(item, str) and len(item) > 80 for item in value) else ", "
        return separator.join(text for item in value if (text := _as_text(item))) or None
    if isinstance(value, dict):
        return _as_text(value.get("name"))
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return str(value).strip() or None
    return None


def _dates(value: str | None) -> tuple[DateCandidate, ...]:
    found = from_text(value, kind="field", detail="published") if value else None
    return (found,) if found else ()


def _reason(error: Exception) -> str:
    return str(error) if isinstance(error, json.JSONDecodeError) else "it is nested too deeply"
