"""`reportedly events`: list what happened, from a store."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from reportedly.cli.filter_options import FilterOptions, Limit, choose_store
from reportedly.cli.options import CommonOptions, OutputOptions, StoreOptions, gather, with_options

if TYPE_CHECKING:
    from reportedly.records import Report

EXAMPLE = "reportedly events --store news.db --type ASSAULT --country PER --since 2025-03"


@with_options
def events(
    store: StoreOptions, output: OutputOptions, filters: FilterOptions, common: CommonOptions, limit: Limit = None
) -> None:
    """List the events of a store, the newest articles first.

    JSON output holds one object an event: its fields as the record has them, `article`, the id of its article, and
    `url`, `title` and `published` of that article.
    """
    settings = gather(store, common)
    path = choose_store(settings, example=EXAMPLE)
    wanted = filters.chosen()

    from reportedly.cli.output import Shape
    from reportedly.cli.running import print_results
    from reportedly.cli.show.event_list import print_events
    from reportedly.storage import Store
    from reportedly.storage.exports.columns import EVENT_COLUMNS, event_rows, header

    shape = Shape(texts=_event_texts, header=header(EVENT_COLUMNS), rows=event_rows)
    with Store.open(path) as kept:
        reports = kept.events(wanted, limit=limit)
        status = print_results(
            reports, settings=settings, output=output, shape=shape, show=print_events, found=("event",)
        )
    raise typer.Exit(status)


def _event_texts(report: "Report") -> Iterator[str]:
    import msgspec

    article = report.article
    about = {
        "article": article.id,
        "url": article.url,
        "title": article.title,
        "published": article.published.value,
    }
    for event in report.events:
        yield msgspec.json.encode({**about, **event.to_dict()}).decode()
