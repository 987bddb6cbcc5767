"""`reportedly events`: list what happened, from a store."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

import typer

from reportedly.cli.filter_options import FilterOptions, Limit, choose_store
from reportedly.cli.options import CommonOptions, OutputOptions, StoreOptions, gather, with_options

if TYPE_CHECKING:
    from reportedly.records import Report
    from reportedly.storage import Backing
    from reportedly.storage.exports.columns import Cell

#: Columns that CSV has beside those of `code --format csv`.
BACKING = ("merged", "story", "articles", "copies", "independent_origins", "credibility", "disputed")
EXAMPLE = "reportedly events --store news.db --type ASSAULT --country PER --since 2025-03"


@with_options
def events(
    store: StoreOptions, output: OutputOptions, filters: FilterOptions, common: CommonOptions, limit: Limit = None
) -> None:
    """List the events of a store, the newest articles first.

    The last column says on how much an event rests: "2 of 40" are two independent origins behind forty articles; "!"
    marks that somebody denies it or tells it otherwise (`reportedly explain ID` says who).

    JSON output holds one object an event: its fields as the record has them, `article`, the id of its article, and
    `url`, `title` and `published` of that article; `backing` counts the articles, copies and origins behind it.
    """
    settings = gather(store, common)
    path = choose_store(settings, example=EXAMPLE)
    wanted = filters.chosen()

    from reportedly.cli.output import Shape
    from reportedly.cli.running import exit_status, print_results
    from reportedly.cli.show.event_list import print_events
    from reportedly.storage import Store
    from reportedly.storage.exports.columns import EVENT_COLUMNS, header

    with Store.open(path) as kept:

        def backing(report: "Report") -> "Mapping[str, Backing]":
            return kept.backing(event.id for event in report.events)

        shape: Shape[Report] = Shape(
            texts=lambda report: _event_texts(report, backing(report)),
            header=[*header(EVENT_COLUMNS), *BACKING],
            rows=lambda report: _event_rows(report, backing(report)),
        )
        show = partial(print_events, backing=backing)
        reports = kept.events(wanted, limit=limit)
        tally = print_results(reports, settings=settings, output=output, shape=shape, show=show, found=("event",))
    raise typer.Exit(exit_status(tally))


def _event_rows(report: "Report", backing: "Mapping[str, Backing]") -> "Iterator[list[Cell]]":
    from reportedly.storage.exports.columns import event_rows

    for event, row in zip(report.events, event_rows(report), strict=True):
        found = backing.get(event.id)
        values = {} if found is None else found.to_dict() | {"disputed": str(found.disputed).lower()}
        yield [*row, *(values.get(name) for name in BACKING)]


def _event_texts(report: "Report", backing: "Mapping[str, Backing]") -> Iterator[str]:
    import msgspec

    article = report.article
    about = {
        "article": article.id,
        "url": article.url,
        "title": article.title,
        "published": article.published.value,
    }
    for event in report.events:
        found = backing.get(event.id)
        own = {"backing": None if found is None else found.to_dict()}
        yield msgspec.json.encode({**about, **event.to_dict(), **own}).decode()
