"""What every command over articles does: read, maybe code, print each result, name each failure, count."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO, Protocol, TextIO, TypeVar

from reportedly.cli.options import OutputOptions
from reportedly.cli.output import Format, Shape, open_output
from reportedly.cli.progress import watched
from reportedly.cli.recording import Asked, Recorder
from reportedly.cli.show.counts import Tally
from reportedly.records import Article, Failure, Report
from reportedly.settings import Settings

SOME_FAILED = 1
ALL_READ = 0

T = TypeVar("T", Article, Report)
T_contra = TypeVar("T_contra", contravariant=True)


class Show(Protocol[T_contra]):
    """Prints results for people."""

    def __call__(self, results: Iterable[T_contra], stream: TextIO, /, *, tally: Tally) -> None:
        """Print each result as it comes, and the closing line."""


def read_inputs(sources: Iterable[str | BinaryIO], *, settings: Settings) -> Iterator[Article | Failure]:
    """Read files, folders and addresses as the settings say."""
    from reportedly.gathering import FetchOptions, read_all
    from reportedly.reading import ReadingOptions
    from reportedly.reading.learned_file import load_furniture

    furniture = None if settings.furniture is None else load_furniture(settings.furniture)
    web = FetchOptions(contact=settings.contact, allow_private=settings.allow_private)
    options = ReadingOptions(
        fields=settings.fields, publisher=settings.publisher, published=settings.published, furniture=furniture
    )
    return read_all(sources, options=options, web=web)


def run_reader(
    sources: Sequence[str | BinaryIO],
    *,
    settings: Settings,
    output: OutputOptions,
    shape: Shape[Article],
    show: Show[Article],
    asked: Asked,
) -> int:
    """Read sources, print the articles, and return the exit status; a file gets a run manifest beside it."""
    recorder = Recorder.begin(output.out, asked=asked, form=output.form, settings=settings, sources=sources)
    articles = read_inputs(sources, settings=settings)
    tally = print_results(articles, settings=settings, output=output, shape=shape, show=show)
    if recorder is not None:
        recorder.finish(tally)
    return exit_status(tally)


def run_coder(
    sources: Sequence[str | BinaryIO],
    *,
    settings: Settings,
    output: OutputOptions,
    shape: Shape[Report],
    show: Show[Report],
    asked: Asked,
) -> int:
    """Read and code sources, print the reports, and return the exit status; a file gets a run manifest beside it."""
    from reportedly.coder import Coder

    coder = Coder(settings)
    recorder = Recorder.begin(output.out, asked=asked, form=output.form, settings=settings, sources=sources)
    articles = read_inputs(sources, settings=settings)
    reports = coder.pipe(articles, workers=settings.workers, on_error=settings.on_error)
    tally = print_results(reports, settings=settings, output=output, shape=shape, show=show)
    if recorder is not None:
        recorder.finish(tally, coder=coder)
    return exit_status(tally)


def print_results(
    results: Iterable[T | Failure],
    *,
    settings: Settings,
    output: OutputOptions,
    shape: Shape[T],
    show: Show[T],
    found: tuple[str, ...] = ("event", "claim"),
) -> Tally:
    """Print results as they come, and return what they came to.

    Args:
        results: From a reader, a coder or a store.
        settings: Whether the closing line is left out.
        output: Where to, and in which format.
        shape: How results are written for machines.
        show: How they are written for people.
        found: What the closing line counts besides articles.
    """
    tally = Tally(errors=sys.stderr, quiet=settings.quiet, found=found)
    successes = tally.successes(watched(results, quiet=settings.quiet, out=output.out))
    with open_output(output.out) as stream:
        if output.form is Format.TABLE:
            show(successes, stream, tally=tally)
        else:
            shape.write(successes, stream, form=output.form)
    if output.out is not None and not settings.quiet:
        print(f"{tally.summary()} → {output.out}", file=sys.stderr)
    return tally


def exit_status(tally: Tally) -> int:
    """Return the exit status of a command over articles."""
    return SOME_FAILED if tally.failed else ALL_READ
