"""`reportedly stories`: list what a store's articles tell together."""

import sys

import typer

from reportedly.cli.filter_options import FilterOptions, Limit, choose_store
from reportedly.cli.options import CommonOptions, OutputOptions, StoreOptions, gather, with_options

EXAMPLE = "reportedly stories --store news.db --type PROTEST --since 2025-03 --limit 20"


@with_options
def stories(
    store: StoreOptions, output: OutputOptions, filters: FilterOptions, common: CommonOptions, limit: Limit = None
) -> None:
    """List the happenings that articles of a store tell together, the newest first.

    For each: its articles, how many of them only republish another's text, how many origins stand behind all its
    events, and how many, each resting on no other, behind the main one, which most articles tell. A story is listed
    when one of its articles has an event asked for.
    """
    settings = gather(store, common)
    path = choose_store(settings, example=EXAMPLE)
    wanted = filters.chosen()

    from reportedly.cli.output import Format, Shape, open_output
    from reportedly.cli.show.story_table import COLUMNS, print_stories, story_row
    from reportedly.storage import Store, StoryLine
    from reportedly.wording.counting import counted

    shape: Shape[StoryLine] = Shape(
        texts=lambda story: [story.to_json()], header=COLUMNS, rows=lambda story: [story_row(story)]
    )
    with Store.open(path) as kept, open_output(output.out) as stream:
        found = kept.stories(wanted, limit=limit)
        if output.form is Format.TABLE:
            print_stories(found, stream, quiet=settings.quiet)
        else:
            shape.write(found, stream, form=output.form)
        waiting = kept.count_unlinked()
    if waiting and not settings.quiet:
        articles = counted(waiting, "article")
        typer.echo(f"{articles} not linked yet: the next `reportedly add` or `recode` does that", file=sys.stderr)
    if output.out is not None and not settings.quiet:
        typer.echo(f"→ {output.out}", file=sys.stderr)
