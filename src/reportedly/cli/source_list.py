"""`reportedly sources`: list who is behind what a store holds.

The module `sources` beside it is about the inputs of commands.
"""

import sys

import typer

from reportedly.cli.filter_options import FilterOptions, Limit, choose_store
from reportedly.cli.options import CommonOptions, OutputOptions, StoreOptions, gather, with_options

EXAMPLE = "reportedly sources --store news.db --type ACCUSE --limit 20"


@with_options
def sources(
    store: StoreOptions, output: OutputOptions, filters: FilterOptions, common: CommonOptions, limit: Limit = None
) -> None:
    """List the sources of the events and claims in a store, those that most articles name first.

    For each: in how many articles it stands, how many claims it makes or passes on, how many events it tells, and of
    how many of these it is the origin, the last of the chain. Spellings that differ in case or accents count as one.
    """
    settings = gather(store, common)
    path = choose_store(settings, example=EXAMPLE)
    wanted = filters.chosen()

    from reportedly.cli.output import Format, Shape, open_output
    from reportedly.cli.show.source_table import COLUMNS, print_sources, source_row
    from reportedly.storage import SourceCount, Store

    shape: Shape[SourceCount] = Shape(
        texts=lambda source: [source.to_json()], header=COLUMNS, rows=lambda source: [source_row(source)]
    )
    with Store.open(path) as kept, open_output(output.out) as stream:
        found = kept.sources(wanted, limit=limit)
        if output.form is Format.TABLE:
            print_sources(found, stream, quiet=settings.quiet)
        else:
            shape.write(found, stream, form=output.form)
    if output.out is not None and not settings.quiet:
        typer.echo(f"→ {output.out}", file=sys.stderr)
