"""`reportedly recode`: code again what another version, codebook, model or setting has coded."""

import os
import sys

import typer

from reportedly.cli.filter_options import choose_store
from reportedly.cli.options import (
    BatchOptions,
    CommonOptions,
    FurnitureOptions,
    LinkOptions,
    MemoryOptions,
    ModelOptions,
    StoreOptions,
    gather,
    with_options,
)

EXAMPLE = "reportedly recode --store news.db --workers 2"


@with_options
def recode(
    store: StoreOptions,
    batch: BatchOptions,
    model: ModelOptions,
    memory: MemoryOptions,
    learned: FurnitureOptions,
    linking: LinkOptions,
    common: CommonOptions,
) -> None:
    """Code again, from the texts in the store, what another version, codebook, model or setting has coded.

    Each article changes as a whole; an interrupted run is taken up by the same command. With --families, copies and
    stories are found anew among all articles.
    """
    settings = gather(store, model, memory, learned, linking, batch, common)
    path = choose_store(settings, example=EXAMPLE)

    from reportedly.cli.keeping import RecodeTally, begun_run
    from reportedly.cli.progress import watched
    from reportedly.coder import Coder
    from reportedly.linking.families import load_families
    from reportedly.storage import Store

    families = load_families(settings.families)
    with Store.open(path, write=True, create=False) as kept:
        coder = Coder(settings)
        config = coder.info.config_hash
        tally = RecodeTally(errors=sys.stderr)
        if kept.count_outdated(config):
            kept.begin(begun_run(coder.info, settings, environ=os.environ))
        reports = coder.pipe(kept.outdated(config), workers=settings.workers, on_error=settings.on_error)
        for report in watched(reports, quiet=settings.quiet, out=path):
            tally.keep(report, store=kept)
        kept.link(families=families, anew=settings.families is not None)
    if not settings.quiet:
        typer.echo(tally.summary())
    raise typer.Exit(tally.status)
