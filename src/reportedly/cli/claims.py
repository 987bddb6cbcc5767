"""`reportedly claims`: who says what."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.filter_options import FilterOptions, Limit, choose_store
from reportedly.cli.options import (
    BatchOptions,
    CommonOptions,
    InputOptions,
    MemoryOptions,
    ModelOptions,
    OutputOptions,
    Samples,
    Sources,
    StoreOptions,
    gather,
    with_options,
)
from reportedly.errors import SettingsError

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
    store: StoreOptions,
    filters: FilterOptions,
    input: InputOptions,
    common: CommonOptions,
    sources: Sources = None,
    samples: Samples = False,
    view: View = False,
    limit: Limit = None,
) -> None:
    """Tell who says what: source, cue and content of every claim.

    Of the sources given, or, with --store and no SOURCE, of what a store holds; filters and --limit are for a store,
    and those that speak of events choose the claims that assert such an event. JSON output holds one object a claim:
    its fields as the record has them, and `article`, the id of its article.
    """
    from reportedly.cli.sources import choose_sources

    settings = gather(model, memory, store, batch, input, common)
    from_store = settings.store is not None and not sources and not samples
    if not from_store and (store.store is not None or filters.are_given or limit is not None):
        raise SettingsError("give SOURCE, or --store and its filters, not both")
    wanted = filters.chosen()
    inputs = [] if from_store else choose_sources(sources, samples=samples, command="claims")

    from reportedly.cli.output import Shape
    from reportedly.cli.recording import Asked
    from reportedly.cli.running import exit_status, print_results, run_coder
    from reportedly.cli.show.claims_view import print_claims, print_reading_view
    from reportedly.storage.exports.columns import CLAIM_COLUMNS, claim_rows, header

    shape = Shape(texts=_claim_texts, header=header(CLAIM_COLUMNS), rows=claim_rows)
    show = print_reading_view if view else print_claims
    if from_store:
        from reportedly.storage import Store

        with Store.open(choose_store(settings, example=EXAMPLE)) as kept:
            found = kept.claims(wanted, limit=limit)
            tally = print_results(found, settings=settings, output=output, shape=shape, show=show, found=("claim",))
            status = exit_status(tally)
    else:
        asked = Asked("claims", ("--view",) * view)
        status = run_coder(inputs, settings=settings, output=output, shape=shape, show=show, asked=asked)
    raise typer.Exit(status)


def _claim_texts(report: "Report") -> Iterator[str]:
    import msgspec

    for claim in report.claims:
        yield msgspec.json.encode({"article": report.article.id, **claim.to_dict()}).decode()
