"""What is finished: a receipt is written after the files that it vouches for, so a run can be taken up anywhere."""

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.cluster.places import Place
from reportedly.errors import RecordError
from reportedly.manifests.manifest import OutputFile
from reportedly.records import Record

#: Readers of Parquet folders pass over names that begin so.
FOLDER = "_receipts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt(Record):
    """What a part, or all parts of a block, came to.

    Attributes:
        name: Of the block, or of the part.
        articles: How many were coded.
        events: How many were found in them.
        claims: How many were found in them.
        failed: How many inputs failed.
        files: What was written.
    """

    name: str
    articles: int = 0
    events: int = 0
    claims: int = 0
    failed: int = 0
    files: tuple[OutputFile, ...] = ()


def added_up(name: str, receipts: Iterable[Receipt]) -> Receipt:
    """Return one receipt for all."""
    parts = tuple(receipts)
    return Receipt(
        name=name,
        articles=sum(part.articles for part in parts),
        events=sum(part.events for part in parts),
        claims=sum(part.claims for part in parts),
        failed=sum(part.failed for part in parts),
        files=tuple(sorted((file for part in parts for file in part.files), key=lambda file: file.name)),
    )


def read_receipt(out: Place, name: str) -> Receipt | None:
    """Return the receipt of a block or part; None while it is not finished."""
    data = out.below(FOLDER, f"{name}.json").read()
    if data is None:
        return None
    try:
        return Receipt.from_json(data)
    except RecordError:
        # Cut short when its writer was killed: what it would vouch for is written again.
        return None


def write_receipt(out: Place, receipt: Receipt) -> None:
    """Say that a block or part is finished.

    Raises:
        OSError: It cannot be written.
    """
    out.below(FOLDER, f"{receipt.name}.json").write(receipt.to_json().encode())
