"""`reportedly doctor`: what is installed, and whether it works."""

import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from reportedly import __version__
from reportedly.cli.options import CommonOptions, ModelOptions, gather, with_options
from reportedly.errors import ReportedlyError

if TYPE_CHECKING:
    from reportedly.settings import Settings

EXAMPLE = "reportedly doctor"
OLDEST_PYTHON = (3, 11)
PROBLEM = 1


@dataclass(frozen=True, slots=True)
class Check:
    """What one look at the installation found.

    Attributes:
        name: What was looked at.
        fine: Whether it works.
        detail: What was found, or what is wrong.
    """

    name: str
    fine: bool
    detail: str


@with_options
def doctor(model: ModelOptions, common: CommonOptions) -> None:
    """Tell what is installed and whether it works; exit status 1 when something does not."""
    settings = gather(model, common)
    checks = []
    for check in look(settings):
        checks.append(check)
        typer.echo(f"{'ok     ' if check.fine else 'PROBLEM'}  {check.name:<10} {check.detail}")
    if not all(check.fine for check in checks):
        raise typer.Exit(PROBLEM)


def look(settings: "Settings") -> Iterator[Check]:
    """Yield every check, the cheap ones first."""
    looks: dict[str, Callable[[Settings], str]] = {
        "version": lambda _: __version__,
        "python": _python,
        "pipeline": _pipeline,
        "codebook": _codebook,
        "gazetteer": _gazetteer,
        "config": _config,
        "samples": _samples,
    }
    for name, find in looks.items():
        yield _checked(name, find, settings)


def _checked(name: str, find: "Callable[[Settings], str]", settings: "Settings") -> Check:
    try:
        return Check(name, True, find(settings))
    except (ReportedlyError, ImportError, OSError) as error:
        return Check(name, False, " ".join(str(error).split()))


def _python(_: "Settings") -> str:
    if sys.version_info < OLDEST_PYTHON:
        raise ReportedlyError(f"{platform.python_version()} is too old: Reportedly needs 3.11 or newer")
    return f"{platform.python_version()} on {platform.system()}"


def _pipeline(settings: "Settings") -> str:
    from reportedly.language.pipeline import load_pipeline, pipeline_label

    return pipeline_label(load_pipeline(settings.pipeline))


def _codebook(settings: "Settings") -> str:
    from reportedly.cli.show.codebook_view import summary
    from reportedly.coding.codebook import Codebook

    return summary(Codebook.load(settings.codebook))


def _gazetteer(_: "Settings") -> str:
    from reportedly.resolution.gazetteer import FILE
    from reportedly.resources import resource_path

    size = resource_path(FILE).stat().st_size
    return f"{FILE}, {size / 1_000_000:.1f} MB"


def _config(settings: "Settings") -> str:
    from reportedly.coder import Coder

    return Coder(settings).info.config_hash


def _samples(settings: "Settings") -> str:
    from reportedly.cli.sources import sample_files
    from reportedly.coder import Coder
    from reportedly.reading import read_all
    from reportedly.records import Report
    from reportedly.wording.counting import counted

    results = Coder(settings).pipe(read_all([str(path) for path in sample_files()]), workers=1, on_error="raise")
    reports = [result for result in results if isinstance(result, Report)]
    events = sum(len(report.events) for report in reports)
    if not events:
        raise ReportedlyError(f"{counted(len(reports), 'article')} coded, but no event found in any")
    return f"{counted(len(reports), 'article')} coded, {counted(events, 'event')} found"
