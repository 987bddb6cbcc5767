"""`reportedly code`: the main job, from news to events."""

from enum import StrEnum
from typing import Annotated

import typer

from reportedly.cli.options import (
    BatchOptions,
    CommonOptions,
    InputOptions,
    MemoryOptions,
    ModelOptions,
    OutputOptions,
    Samples,
    Sources,
    gather,
    with_options,
)

EXAMPLE = "reportedly code article.html news/ --format jsonl --out events.jsonl"


class Engine(StrEnum):
    """What the work is spread by."""

    LOCAL = "local"
    RAY = "ray"


ChosenEngine = Annotated[
    Engine,
    typer.Option(
        help="local: processes of this machine. ray: a pool of Ray actors, here or in a cluster; --out names a folder, "
        "which gets Parquet files (docs/large.md)."
    ),
]


@with_options
def code(
    output: OutputOptions,
    batch: BatchOptions,
    model: ModelOptions,
    memory: MemoryOptions,
    input: InputOptions,
    common: CommonOptions,
    sources: Sources = None,
    samples: Samples = False,
    engine: ChosenEngine = Engine.LOCAL,
) -> None:
    """Tell who did what to whom, when, where, how many, and who says so.

    Reads text, HTML and JSON Lines, and prints the events of each article, or whole reports as JSON.
    """
    from reportedly.cli.sources import choose_sources

    settings = gather(model, memory, batch, input, common)
    inputs = choose_sources(sources, samples=samples, command="code")

    if engine is Engine.RAY:
        from reportedly.cli.dataset import run_dataset

        raise typer.Exit(run_dataset(inputs, settings=settings, output=output))

    # Loading the models takes seconds: only a command that makes sense gets this far.
    from reportedly.cli.output import Shape
    from reportedly.cli.recording import Asked
    from reportedly.cli.running import run_coder
    from reportedly.cli.show.tables import print_reports
    from reportedly.storage.exports.columns import EVENT_COLUMNS, event_rows, header

    shape = Shape(texts=lambda report: [report.to_json()], header=header(EVENT_COLUMNS), rows=event_rows)
    asked = Asked("code")
    failed = run_coder(inputs, settings=settings, output=output, shape=shape, show=print_reports, asked=asked)
    raise typer.Exit(failed)
