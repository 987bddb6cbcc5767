"""`reportedly furniture`: what publishers repeat around their articles, learned before anything is read with it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.options import CommonOptions, InputOptions, Samples, Sources, gather, with_options

if TYPE_CHECKING:
    from reportedly.reading.learned import FurnitureMemory

EXAMPLE = "reportedly furniture learn news/ --out furniture.jsonl"

Out = Annotated[
    Path | None,
    typer.Option("--out", "-o", help="Write to this file instead of the screen; it appears whole or not at all."),
]
Least = Annotated[int, typer.Option(min=2, help="On how many different articles of a publisher a line must stand.")]


@with_options
def learn(
    input: InputOptions,
    common: CommonOptions,
    sources: Sources = None,
    samples: Samples = False,
    out: Out = None,
    least: Least = 3,
) -> None:
    """Learn the lines that a publisher repeats above or below its articles, and no rule knows as furniture.

    Writes JSON Lines, to be read, corrected and given to `read`, `code`, `add` or `watch` as --furniture FILE.
    """
    from reportedly.cli.sources import choose_sources

    # What was learned before must not hide what there is to learn.
    settings = gather(input, common).model_copy(update={"furniture": None})
    inputs = choose_sources(sources, samples=samples, command="furniture learn")

    from reportedly.cli.actors import Failures
    from reportedly.cli.output import open_output
    from reportedly.cli.progress import watched
    from reportedly.cli.running import read_inputs
    from reportedly.learning import learn_furniture
    from reportedly.reading.learned_file import furniture_lines

    failures = Failures()
    with open_output(out) as stream:
        articles = watched(read_inputs(inputs, settings=settings), quiet=settings.quiet, out=out)
        memory = learn_furniture(articles, least=least, on_failure=failures.name)
        stream.writelines(furniture_lines(memory))
    if out is not None and not settings.quiet:
        print(f"{_summary(memory, failed=failures.count)} → {out}", file=sys.stderr)
    raise typer.Exit(1 if failures.count else 0)


def _summary(memory: "FurnitureMemory", *, failed: int) -> str:
    from reportedly.wording.counting import counted

    publishers = len({line.publisher for line in memory.lines})
    text = f"{counted(len(memory.lines), 'line')} of {counted(publishers, 'publisher')}"
    return f"{text}; {counted(failed, 'input')} failed" if failed else text
