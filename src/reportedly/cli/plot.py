"""`reportedly plot`: pictures of what a store holds."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.filter_options import FilterOptions, choose_store
from reportedly.cli.options import CommonOptions, StoreOptions, gather, with_options
from reportedly.errors import SettingsError, UnknownRecordError

if TYPE_CHECKING:
    from reportedly.charts.words import Picture
    from reportedly.storage import Store

EXAMPLE = "reportedly plot timeline --store news.db --country PER --since 2025-03 --out march.svg"
NEEDED = 'pictures need Altair and vl-convert: pip install "reportedly[console]"'
PARTS = frozenset({"altair", "vl_convert"})


class What(StrEnum):
    """What is drawn."""

    TIMELINE = "timeline"
    MAP = "map"
    DYADS = "dyads"
    ORIGINS = "origins"
    FIGURES = "figures"
    LEDGER = "ledger"
    STORY = "story"


class PlotFormat(StrEnum):
    """How a picture is written."""

    SVG = "svg"
    PNG = "png"
    HTML = "html"


#: What explains one event or one story, and so takes its id.
OF_ONE = {What.ORIGINS: "event", What.FIGURES: "event", What.LEDGER: "event", What.STORY: "story"}

Wanted = Annotated[
    What, typer.Argument(metavar="WHAT", help="timeline, map, dyads, origins, figures, ledger or story.")
]
Id = Annotated[
    str | None,
    typer.Argument(
        metavar="ID",
        help="For origins, figures and ledger that of an event, for story that of a story, as the lists show it.",
        show_default=False,
    ),
]
Form = Annotated[PlotFormat | None, typer.Option("--format", "-f", help="From the ending of --out when not given.")]
Out = Annotated[
    Path | None,
    typer.Option("--out", "-o", help="Write to this file instead of the screen; it appears whole or not at all."),
]


@with_options
def plot(
    what: Wanted,
    store: StoreOptions,
    filters: FilterOptions,
    common: CommonOptions,
    id: Id = None,
    format: Form = None,
    out: Out = None,
) -> None:
    """Draw what a store holds: when and where it happened, who did how much to whom, who says so.

    timeline, map and dyads count events of the real world, which copies do not multiply, and take the filters. origins,
    figures and ledger take the id of an event: who has it from whom, who gives which figure, who gave it when. story
    takes the id of a story: who told it when, and who has it from whom. Needs the extra `console`: pip install
    "reportedly[console]".
    """
    settings = gather(store, common)
    path = choose_store(settings, example=EXAMPLE)
    form = _form(format, out)
    _check(what, id=id, filters=filters)

    _check_extra()

    from reportedly.charts import Form as ChartForm
    from reportedly.charts import render
    from reportedly.cli.output import open_output
    from reportedly.storage import Store

    with Store.open(path) as kept:
        picture = _of_events(what, filters, kept) if id is None else _of_one(what, id, kept)
    data = render(picture, ChartForm(form))
    with open_output(out) as stream:
        stream.buffer.write(data)
    if out is not None and not settings.quiet:
        typer.echo(f"→ {out}", file=sys.stderr)


def _form(given: PlotFormat | None, out: Path | None) -> PlotFormat:
    ending = "" if out is None else out.suffix.lower().removeprefix(".")
    if given is None and ending not in set(PlotFormat):
        raise SettingsError(f"no --format given; there are {', '.join(PlotFormat)}; for example: {EXAMPLE}")
    return given or PlotFormat(ending)


def _check(what: What, *, id: str | None, filters: FilterOptions) -> None:
    if what not in OF_ONE:
        if id is not None:
            raise SettingsError(f"{what} draws many events: leave {id!r} out, or narrow it by filters")
        if filters.revisions:
            raise SettingsError(f"{what} counts what current texts tell: leave --revisions out")
    elif id is None:
        raise SettingsError(f"{what} draws one {OF_ONE[what]}: give its id, as the lists show it")
    elif filters.are_given:
        raise SettingsError(f"{what} draws one {OF_ONE[what]}: leave the filters out")


def _check_extra() -> None:
    """Raise a SettingsError that names the extra where what draws is not installed."""
    try:
        import reportedly.charts  # noqa: F401
    except ModuleNotFoundError as error:
        if error.name not in PARTS:
            raise
        raise SettingsError(NEEDED) from error


def _of_events(what: What, filters: FilterOptions, kept: "Store") -> "Picture":
    from reportedly.charts import dyads, timeline, world_map
    from reportedly.storage.listings import EventQuery

    query = EventQuery(filters=filters.chosen())
    if what is What.TIMELINE:
        return timeline(kept.listings.days(query))
    return world_map(kept.listings.places(query)) if what is What.MAP else dyads(kept.listings.groups(query))


def _of_one(what: What, id: str, kept: "Store") -> "Picture":
    from reportedly.charts import figure_ranges, figures_over_time, origin_tree

    if what is What.STORY:
        return _of_story(id, kept)
    explanation = kept.explain(id)
    if what is What.LEDGER:
        return figures_over_time(explanation.event.values)
    return origin_tree(explanation) if what is What.ORIGINS else figure_ranges(explanation.figures)


def _of_story(id: str, kept: "Store") -> "Picture":
    from reportedly.charts import story_flow

    story = kept.story(id)
    if story is None:
        raise UnknownRecordError(str(kept.path), f"holds no story {id!r}; `reportedly stories` shows the ids")
    return story_flow(story, kept.listings.articles_by_id(article.id for article in story.articles))
