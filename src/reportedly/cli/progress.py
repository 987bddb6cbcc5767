"""A progress line on standard error: from the second result on, and only where it disturbs nothing."""

import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


def watched(results: Iterable[T], *, quiet: bool, out: Path | None) -> Iterator[T]:
    """Yield the results, with progress shown where somebody watches and no results scroll past."""
    shared_screen = out is None and sys.stdout.isatty()
    if quiet or shared_screen or not sys.stderr.isatty():
        yield from results
        return
    waiting = iter(results)
    for first in waiting:
        yield first
        break
    for second in waiting:
        yield from _with_bar(chain([second], waiting))


def _with_bar(results: Iterable[T]) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(), TextColumn("{task.completed} articles"), TimeElapsedColumn())
    # Standard output may be a pipe that somebody reads: it is not redirected through the bar's console.
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        # How many articles a folder, feed or file holds is known only at its end: the bar pulses.
        task = bar.add_task("", total=None, completed=1)
        for result in results:
            yield result
            bar.advance(task)
