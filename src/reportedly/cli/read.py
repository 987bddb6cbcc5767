"""`reportedly read`: what the reader sees before any coding."""

from functools import partial
from typing import Annotated

import typer

from reportedly.cli.options import CommonOptions, InputOptions, OutputOptions, Samples, Sources, gather, with_options

EXAMPLE = "reportedly read page.html --why"

Full = Annotated[bool, typer.Option("--full", help="Show whole bodies and whole cut pieces.")]
Why = Annotated[bool, typer.Option("--why", help="Explain each choice in words.")]


@with_options
def read(
    output: OutputOptions,
    input: InputOptions,
    common: CommonOptions,
    sources: Sources = None,
    samples: Samples = False,
    full: Full = False,
    why: Why = False,
) -> None:
    """Show what the reader sees before any coding: title, publisher, date and its evidence, body, and what was cut."""
    from reportedly.cli.sources import choose_sources

    settings = gather(input, common)
    inputs = choose_sources(sources, samples=samples, command="read")

    from reportedly.cli.output import Shape
    from reportedly.cli.recording import Asked
    from reportedly.cli.running import run_reader
    from reportedly.cli.show.article_view import print_articles
    from reportedly.storage.exports.columns import ARTICLE_COLUMNS, article_rows, header

    shape = Shape(texts=lambda article: [article.to_json()], header=header(ARTICLE_COLUMNS), rows=article_rows)
    show = partial(print_articles, full=full, why=why)
    asked = Asked("read", ("--full",) * full + ("--why",) * why)
    raise typer.Exit(run_reader(inputs, settings=settings, output=output, shape=shape, show=show, asked=asked))
