"""`reportedly export`: what a store holds, in other dialects."""

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.filter_options import FilterOptions, Limit, choose_store
from reportedly.cli.options import CommonOptions, StoreOptions, gather, with_options
from reportedly.errors import SettingsError

if TYPE_CHECKING:
    from reportedly.records import Report
    from reportedly.storage.exports.losses import LossReport

EXAMPLE = "reportedly export --store news.db --format polecat --out events.tsv"


class Dialect(StrEnum):
    """What is exported."""

    CSV = "csv"
    JSONL = "jsonl"
    POLECAT = "polecat"
    PARQUET = "parquet"


BY_SUFFIX = {
    ".csv": Dialect.CSV,
    ".jsonl": Dialect.JSONL,
    ".ndjson": Dialect.JSONL,
    ".tsv": Dialect.POLECAT,
    ".parquet": Dialect.PARQUET,
}

Chosen = Annotated[
    Dialect | None,
    typer.Option("--format", "-f", help="Which dialect; from the ending of --out when not given (.tsv is polecat)."),
]
Out = Annotated[
    Path | None,
    typer.Option("--out", "-o", help="Write to this file instead of the screen; it appears whole or not at all."),
]


@with_options
def export(
    store: StoreOptions,
    filters: FilterOptions,
    common: CommonOptions,
    dialect: Chosen = None,
    out: Out = None,
    limit: Limit = None,
) -> None:
    """Write what a store holds in another dialect, and tell on standard error what the dialect loses.

    csv: the events, as `code --format csv` has them. jsonl: whole reports; a filter chooses articles, --limit does not
    apply. polecat: tab-separated rows under the names of POLECAT's columns. parquet: events with nested fields; needs
    DuckDB, pip install "reportedly[parquet]".
    """
    settings = gather(store, common)
    path = choose_store(settings, example=EXAMPLE)
    chosen = _dialect(dialect, out)
    wanted = filters.chosen()

    from reportedly.storage import Store

    with Store.open(path) as kept:
        reports = kept.reports(wanted) if chosen is Dialect.JSONL else kept.events(wanted, limit=limit)
        lost = _write(reports, dialect=chosen, out=out)
    if not settings.quiet:
        for line in lost:
            typer.echo(f"{chosen}: {line}", file=sys.stderr)


def _dialect(given: Dialect | None, out: Path | None) -> Dialect:
    chosen = given or (None if out is None else BY_SUFFIX.get(out.suffix.lower()))
    if chosen is None:
        raise SettingsError(f"no --format given; there are {', '.join(Dialect)}; for example: {EXAMPLE}")
    if chosen is Dialect.PARQUET and out is None:
        raise SettingsError("Parquet is no text for the screen: give --out FILE")
    return chosen


def _write(reports: "Iterable[Report]", *, dialect: Dialect, out: Path | None) -> list[str]:
    """Write reports and return what is lost, a line each."""
    from reportedly.cli.output import open_output
    from reportedly.storage.exports.csv import write_csv
    from reportedly.storage.exports.jsonl import write_reports
    from reportedly.storage.exports.parquet import write_parquet
    from reportedly.storage.exports.polecat import write_polecat

    if dialect is Dialect.PARQUET and out is not None:
        return write_parquet(reports, out).lines()
    with open_output(out) as stream:
        if dialect is Dialect.JSONL:
            write_reports(reports, stream)
            return []
        lost: LossReport = write_csv(reports, stream) if dialect is Dialect.CSV else write_polecat(reports, stream)
        return lost.lines()
