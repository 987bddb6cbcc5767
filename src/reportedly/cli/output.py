"""The formats that results are printed in, and where they go.

JSON is one array, streamed; JSON Lines one record a line; CSV one row a line (see `storage/exports/columns.py`).
"""

import csv
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import Generic, TextIO, TypeVar

from reportedly.errors import SettingsError

T = TypeVar("T")


class Format(StrEnum):
    """How results are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


BY_SUFFIX = {".json": Format.JSON, ".jsonl": Format.JSONL, ".ndjson": Format.JSONL, ".csv": Format.CSV}


def choose_format(wanted: Format | None, *, out: Path | None) -> Format:
    """Return the format asked for, else the one that the output's name suggests, else the table."""
    if wanted is not None:
        return wanted
    return Format.TABLE if out is None else BY_SUFFIX.get(out.suffix.lower(), Format.TABLE)


def write_json(records: Iterable[str], stream: TextIO) -> None:
    """Write records, each already JSON, as one array with one record a line."""
    separator = "["
    for record in records:
        stream.write(f"{separator}\n{record}")
        separator = ","
    stream.write("[]\n" if separator == "[" else "\n]\n")


def write_json_lines(records: Iterable[str], stream: TextIO) -> None:
    """Write records, each already JSON, one a line; each line is sent at once, for readers down a pipe."""
    for record in records:
        stream.write(f"{record}\n")
        stream.flush()


def write_rows(header: Sequence[str], rows: Iterable[Sequence[object]], stream: TextIO) -> None:
    """Write CSV as RFC 4180 has it, except that lines end as Unix tools expect."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)


@contextmanager
def open_output(out: Path | None) -> Iterator[TextIO]:
    """Open standard output, or a file that appears whole or not at all.

    The file is written beside its final name and renamed when everything is there, so that a crash or an interruption
    leaves an earlier result untouched. A device (`/dev/null`) is written to directly.

    Raises:
        SettingsError: The file cannot be written there.
    """
    if out is None:
        yield _standard_output()
    elif out.exists() and not out.is_file():
        with _open_text(out, named=out) as stream:
            yield stream
    else:
        with _replacing(out.resolve(), named=out) as stream:
            yield stream


@contextmanager
def _replacing(target: Path, *, named: Path) -> Iterator[TextIO]:
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with _open_text(draft, named=named) as stream:
            yield stream
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    draft.replace(target)


def _open_text(path: Path, *, named: Path) -> TextIO:
    try:
        return path.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise SettingsError(f"{named}: cannot be written: {error.strerror}") from error


def _standard_output() -> TextIO:
    # Results are UTF-8 whatever the locale says: a dash in a headline must not end a run of a million articles.
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    return sys.stdout


@dataclass(frozen=True, slots=True)
class Shape(Generic[T]):
    """How one kind of result is written for machines.

    Attributes:
        texts: Gives the JSON records of a result.
        header: The CSV header.
        rows: Gives the CSV rows of a result.
    """

    texts: Callable[[T], Iterable[str]]
    header: Sequence[str]
    rows: Callable[[T], Iterable[Sequence[object]]]

    def write(self, results: Iterable[T], stream: TextIO, *, form: Format) -> None:
        """Write results, as they come, in one of the formats for machines."""
        if form is Format.CSV:
            write_rows(self.header, (row for result in results for row in self.rows(result)), stream)
            return
        write = write_json if form is Format.JSON else write_json_lines
        write((text for result in results for text in self.texts(result)), stream)
