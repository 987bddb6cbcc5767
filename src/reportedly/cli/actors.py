"""`reportedly actors`: who is who, learned from a corpus before anything is coded with it."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.options import (
    BatchOptions,
    CommonOptions,
    InputOptions,
    PipelineOptions,
    Samples,
    Sources,
    gather,
    with_options,
)

if TYPE_CHECKING:
    from reportedly.records import Failure
    from reportedly.resolution.actor_memory import ActorMemory

EXAMPLE = "reportedly actors learn news/ --out actors.jsonl"

Out = Annotated[
    Path | None,
    typer.Option("--out", "-o", help="Write to this file instead of the screen; it appears whole or not at all."),
]


@with_options
def learn(
    batch: BatchOptions,
    pipeline: PipelineOptions,
    input: InputOptions,
    common: CommonOptions,
    sources: Sources = None,
    samples: Samples = False,
    out: Out = None,
) -> None:
    """Learn who is who: for each full name its country, sectors, title and dates, and the sentences that show them.

    Writes JSON Lines, to be read, corrected and given to `reportedly code --actors FILE`.
    """
    from reportedly.cli.sources import choose_sources

    settings = gather(batch, pipeline, input, common)
    inputs = choose_sources(sources, samples=samples, command="actors learn")

    from reportedly.cli.output import open_output
    from reportedly.cli.progress import watched
    from reportedly.cli.running import read_inputs
    from reportedly.learning import learn_actors
    from reportedly.resolution.memory_file import memory_lines

    failures = Failures()
    on_failure = {"yield": failures.name, "skip": _ignore, "raise": None}[settings.on_error]
    with open_output(out) as stream:
        articles = watched(read_inputs(inputs, settings=settings), quiet=settings.quiet, out=out)
        memory = learn_actors(articles, settings=settings, on_failure=on_failure)
        stream.writelines(memory_lines(memory))
    if out is not None and not settings.quiet:
        print(f"{_summary(memory, failed=failures.count)} → {out}", file=sys.stderr)
    raise typer.Exit(1 if failures.count else 0)


@dataclass(slots=True)
class Failures:
    """Names on standard error what could not be read, and counts it.

    Attributes:
        count: How many inputs that were.
    """

    count: int = 0

    def name(self, failure: "Failure") -> None:
        """Name and count a failure."""
        from reportedly.cli.show.counts import print_error

        self.count += 1
        print_error(f"{failure.input}: {failure.reason}", stream=sys.stderr)


def _ignore(failure: "Failure") -> None:
    """Leave a failure unsaid, as `--on-error skip` asks."""


def _summary(memory: "ActorMemory", *, failed: int) -> str:
    from reportedly.wording.counting import counted

    names = len({line.name for line in memory.lines})
    text = f"{counted(names, 'name')} in {counted(len(memory.lines), 'line')}"
    return f"{text}; {counted(failed, 'input')} failed" if failed else text
