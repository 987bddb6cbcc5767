"""Reads the reports of a dataset back, one part at a time."""

from collections.abc import Iterator

import pyarrow.parquet as pq

from reportedly.cluster.places import Place, find_files
from reportedly.errors import ReadError
from reportedly.records import Report

#: Reports of this many rows are in memory at a time.
ROWS = 50


def read_dataset(out: str) -> Iterator[Report]:
    """Yield the reports of a dataset, in the order of its inputs.

    Args:
        out: The folder that `code_dataset` wrote, a path or an address.

    Raises:
        ReadError: There is no such folder, or a part of it is damaged.
        RecordError: A report was written by a version with another form of records.

    >>> with Store.open("news.db", write=True) as store:
    ...     for report in read_dataset("coded"):
    ...         store.add(report)
    """
    for file in find_files(Place.of(out).below("reports")):
        try:
            with Place.of(file.path).open() as stream:
                for batch in pq.ParquetFile(stream).iter_batches(batch_size=ROWS, columns=["report"]):
                    yield from (Report.from_json(text) for text in batch.column("report").to_pylist())
        except (OSError, ValueError) as error:
            raise ReadError(file.path, f"is no part of a dataset that can be read: {error}") from error
