"""`reportedly add`: code and keep."""

import os
import sys

import typer

from reportedly.cli.filter_options import choose_store
from reportedly.cli.options import (
    BatchOptions,
    CommonOptions,
    InputOptions,
    LinkOptions,
    MemoryOptions,
    ModelOptions,
    Samples,
    Sources,
    StoreOptions,
    gather,
    with_options,
)

EXAMPLE = "reportedly add news/ --store news.db"


@with_options
def add(
    store: StoreOptions,
    batch: BatchOptions,
    model: ModelOptions,
    memory: MemoryOptions,
    linking: LinkOptions,
    input: InputOptions,
    common: CommonOptions,
    sources: Sources = None,
    samples: Samples = False,
) -> None:
    """Code articles and keep them in a store, with what was found in them; find copies and stories among them.

    What is there already is not coded again: an interrupted run is taken up by the same command. A changed text of an
    article is kept beside the earlier one; what was retracted stays out.
    """
    from reportedly.cli.sources import choose_sources

    settings = gather(store, model, memory, linking, batch, input, common)
    path = choose_store(settings, example=EXAMPLE)
    inputs = choose_sources(sources, samples=samples, command="add")

    from reportedly.cli.keeping import AddTally, begun_run, new_articles
    from reportedly.cli.progress import watched
    from reportedly.cli.running import read_inputs
    from reportedly.coder import Coder
    from reportedly.linking.families import load_families
    from reportedly.storage import Store

    families = load_families(settings.families)
    with Store.open(path, write=True) as kept:
        coder = Coder(settings)
        kept.begin(begun_run(coder.info, settings, environ=os.environ))
        tally = AddTally(errors=sys.stderr, families=families)
        articles = new_articles(read_inputs(inputs, settings=settings), store=kept, tally=tally)
        reports = coder.pipe(articles, workers=settings.workers, on_error=settings.on_error)
        for report in watched(reports, quiet=settings.quiet, out=path):
            tally.keep(report, store=kept)
        kept.note_all_read(source for source in inputs if isinstance(source, str))
        kept.link(families=families)
        summary = tally.summary(outdated=kept.count_outdated(coder.info.config_hash), links=kept.count_links())
    if not settings.quiet:
        typer.echo(summary)
    raise typer.Exit(tally.status)
