"""Reads the articles of a block."""

import io
import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pyarrow.parquet as pq

from reportedly.cluster.blocks import BLOCK_ROWS, Block
from reportedly.cluster.places import Place
from reportedly.errors import ReadError
from reportedly.reading import ReadingOptions
from reportedly.reading.entry import read_raw
from reportedly.reading.jsonl import JsonLinesReader
from reportedly.reading.raw import RawInput
from reportedly.records import Article, Failure

NEWLINE = b"\n"


def read_block(block: Block, *, options: ReadingOptions) -> Iterator[Article | Failure]:
    """Yield the articles of a block in their order, and a Failure in the place of each that cannot be read.

    Args:
        block: Of the plan.
        options: How to read.
    """
    try:
        if block.kind == "rows":
            yield from _read_rows(block, options)
        elif block.kind == "lines":
            yield from _read_lines(block, options)
        else:
            for path in block.paths:
                yield from _read_file(path, options)
    except ReadError as error:
        yield Failure(input=error.input, reason=error.reason)
    except OSError as error:
        # Of the object store, or of a Parquet file that is broken somewhere inside.
        yield Failure(input=block.paths[0], reason=f"cannot be read: {error}")


def _read_file(path: str, options: ReadingOptions) -> Iterator[Article | Failure]:
    try:
        with Place.of(path).open() as stream:
            yield from read_raw(RawInput(path, stream), options)
    except ReadError as error:
        yield Failure(input=error.input, reason=error.reason)
    except OSError as error:
        yield Failure(input=path, reason=f"cannot be read: {error.strerror or error}")


def _read_rows(block: Block, options: ReadingOptions) -> Iterator[Article | Failure]:
    """Read rows as if each were a line of JSON: the names of columns mean what names of fields mean there."""
    with Place.of(block.paths[0]).open() as stream:
        batches = pq.ParquetFile(stream).iter_batches(batch_size=BLOCK_ROWS, row_groups=[block.group])
        before = 0
        rows: list[dict[str, Any]] = []
        # A batch may hold fewer rows than asked for, so they are counted.
        for batch in batches:
            first, last = block.start - before, block.stop - before
            rows += batch.slice(max(first, 0), max(last - max(first, 0), 0)).to_pylist() if last > 0 else []
            before += batch.num_rows
            if before >= block.stop:
                break
    lines = NEWLINE.join(json.dumps(row, default=_plain).encode() for row in rows)
    place = f"row {block.start} of group {block.group} of {block.paths[0]}"
    yield from _of_lines(lines, name=place, options=options)


def _read_lines(block: Block, options: ReadingOptions) -> Iterator[Article | Failure]:
    """Read the lines that begin in the block: the first one may belong to the block before, the last may run on."""
    with Place.of(block.paths[0]).open() as stream:
        # The byte before tells whether a line begins with the block.
        stream.seek(max(block.start - 1, 0))
        data = stream.read(block.stop - max(block.start - 1, 0))
        begins = data.find(NEWLINE) + 1 if block.start else 0
        if block.start and not begins:
            return
        rest = b"" if data.endswith(NEWLINE) else _line_end(stream, most=options.max_bytes)
    yield from _of_lines(data[begins:] + rest, name=f"byte {block.start} of {block.paths[0]}", options=options)


def _line_end(stream: Any, *, most: int) -> bytes:
    """Return what is left of a line, without its end; of an endless one enough to be refused."""
    parts: list[bytes] = []
    while sum(map(len, parts)) <= most and (part := stream.read(65_536)):
        end = part.find(NEWLINE)
        parts.append(part if end < 0 else part[:end])
        if end >= 0:
            break
    return b"".join(parts)


def _of_lines(lines: bytes, *, name: str, options: ReadingOptions) -> Iterator[Article | Failure]:
    if lines.strip():
        yield from JsonLinesReader(options).read(RawInput(name, io.BytesIO(lines)))


def _plain(value: Any) -> Any:
    """Return what JSON has no form for as text."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
