"""`reportedly claims`: who says what."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.options import (
    BatchOptions,
    CommonOptions,
    MemoryOptions,
    ModelOptions,
    OutputOptions,
    Samples,
    Sources,
    gather,
    with_options,
)

if TYPE_CHECKING:
    from reportedly.records import Report

EXAMPLE = "reportedly claims article.html --view"

View = Annotated[bool, typer.Option("--view", help="Show the article itself, with source, cue and content marked.")]


@with_options
def claims(
    output: OutputOptions,
    batch: BatchOptions,
    model: ModelOptions,
    memory: MemoryOptions,
    common: CommonOptions,
    sources: Sources = None,
    samples: Samples = False,
    view: View = False,
) -> None:
    """Tell who says what: source, cue and content of every claim.

    JSON output holds one object a claim: its fields as the record has them, and `article`, the id of its article.
    """
    from reportedly.cli.sources import choose_sources

    settings = gather(model, memory, batch, common)
    inputs = choose_sources(sources, samples=samples, command="claims")

    from reportedly.cli.output import Shape
    from reportedly.cli.running import run_coder
    from reportedly.cli.show.claims_view import print_claims, print_reading_view
    from reportedly.storage.exports.columns import CLAIM_COLUMNS, claim_rows, header

    shape = Shape(texts=_claim_texts, header=header(CLAIM_COLUMNS), rows=claim_rows)
    show = print_reading_view if view else print_claims
    raise typer.Exit(run_coder(inputs, settings=settings, output=output, shape=shape, show=show))


def _claim_texts(report: "Report") -> Iterator[str]:
    import msgspec

    for claim in report.claims:
        yield msgspec.json.encode({"article": report.article.id, **claim.to_dict()}).decode()
