"""Cuts the inputs into blocks: what one actor codes at a time, always with the same bounds, whoever codes it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath
from typing import Literal, TypeAlias

import pyarrow.parquet as pq

from reportedly.cluster.places import Found, Place, find_files
from reportedly.errors import ReadError
from reportedly.reading.folders import NEWS_SUFFIXES, PACKED_NEWS
from reportedly.reading.jsonl import LINE_SUFFIXES
from reportedly.records import Record

PARQUET = ".parquet"
#: About four hundred articles: a few minutes of work, so that little is lost with an actor and all end about together.
BLOCK_BYTES = 2_000_000
BLOCK_ROWS = 500
#: Pages and texts, one a file, are taken together.
BLOCK_FILES = 200

#: "rows": of a Parquet file; "lines": those that begin between two bytes of a JSON Lines file; "files": whole ones.
BlockKind: TypeAlias = Literal["rows", "lines", "files"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Record):
    """A piece of the inputs.

    Attributes:
        number: Its place in the order of the inputs.
        kind: How it is cut.
        paths: One file, or several whole ones.
        start: First row of `group`, or first byte.
        stop: The row or byte after the last.
        group: Row group of a Parquet file.
    """

    number: int
    kind: BlockKind
    paths: tuple[str, ...]
    start: int = 0
    stop: int = 0
    group: int = 0

    @property
    def name(self) -> str:
        """The number with as many digits as names need that sort."""
        return f"{self.number:06}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    """A block before it has its number."""

    kind: BlockKind
    paths: tuple[str, ...]
    start: int = 0
    stop: int = 0
    group: int = 0


def plan_blocks(files: Iterable[Found]) -> tuple[Block, ...]:
    """Cut files into blocks, in the order of the files.

    Args:
        files: What `find_inputs` found.

    Raises:
        ReadError: A Parquet file cannot be read.
    """
    return tuple(
        Block(number=number, kind=cut.kind, paths=cut.paths, start=cut.start, stop=cut.stop, group=cut.group)
        for number, cut in enumerate(_cuts(files))
    )


def find_inputs(paths: Iterable[str]) -> tuple[Found, ...]:
    """Find every file of the inputs; of folders those that may hold news, sorted.

    Args:
        paths: Files and folders on this machine, or addresses of an object store (`s3://bucket/news/`).

    Raises:
        ReadError: There is no such file or folder, or a folder holds nothing to read.
    """
    found: list[Found] = []
    for path in paths:
        place = Place.of(path)
        files = [file for file in find_files(place) if file.is_named or may_hold_news(file.path)]
        if not files:
            raise ReadError(path, "is a folder without files that may hold news")
        found.extend(files)
    return tuple(found)


def may_hold_news(path: str) -> bool:
    """Whether a file of a folder is worth reading, by its name alone: an object store is not asked for first bytes."""
    name = PurePosixPath(path).name.lower()
    suffix = PurePosixPath(name).suffix
    return not name.startswith((".", "_")) and (
        suffix == PARQUET or suffix in NEWS_SUFFIXES or name.endswith(PACKED_NEWS)
    )


def _cuts(files: Iterable[Found]) -> Iterator[_Cut]:
    for kind, group in groupby(files, key=_kind):
        for file in group if kind != "files" else ():
            yield from _rows(file) if kind == "rows" else _lines(file)
        if kind == "files":
            yield from _whole(group)


def _kind(file: Found) -> BlockKind:
    suffix = PurePosixPath(file.path).suffix.lower()
    if suffix == PARQUET:
        return "rows"
    return "lines" if suffix in LINE_SUFFIXES else "files"


def _rows(file: Found) -> Iterator[_Cut]:
    try:
        with Place.of(file.path).open() as stream:
            metadata = pq.ParquetFile(stream).metadata
    except (OSError, ValueError) as error:
        raise ReadError(file.path, f"is no Parquet file that can be read: {error}") from error
    for group in range(metadata.num_row_groups):
        rows = metadata.row_group(group).num_rows
        for start in range(0, rows, BLOCK_ROWS):
            stop = min(start + BLOCK_ROWS, rows)
            yield _Cut(kind="rows", paths=(file.path,), start=start, stop=stop, group=group)


def _lines(file: Found) -> Iterator[_Cut]:
    for start in range(0, file.size, BLOCK_BYTES):
        yield _Cut(kind="lines", paths=(file.path,), start=start, stop=min(start + BLOCK_BYTES, file.size))


def _whole(files: Iterable[Found]) -> Iterator[_Cut]:
    """Take small files together; a large one holds many articles and is a block of its own."""
    together: list[str] = []
    for file in files:
        if file.size >= BLOCK_BYTES:
            if together:
                yield _Cut(kind="files", paths=tuple(together))
            together = []
            yield _Cut(kind="files", paths=(file.path,))
            continue
        together.append(file.path)
        if len(together) == BLOCK_FILES:
            yield _Cut(kind="files", paths=tuple(together))
            together = []
    if together:
        yield _Cut(kind="files", paths=tuple(together))
