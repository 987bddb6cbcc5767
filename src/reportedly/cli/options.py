"""Options that several commands share: each group is one dataclass, and a command takes it as one object."""

import os
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, fields, is_dataclass
from enum import StrEnum
from functools import wraps
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, get_type_hints

import typer

from reportedly.cli.logs import log_to_stderr
from reportedly.cli.output import Format, choose_format

if TYPE_CHECKING:
    from reportedly.settings import Settings


class LogLevel(StrEnum):
    """What is written to standard error about the work."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class OnError(StrEnum):
    """What becomes of an input that cannot be coded."""

    YIELD = "yield"
    RAISE = "raise"
    SKIP = "skip"


Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SOURCE",
        help="Files, folders, addresses of pages and feeds; - reads standard input.",
        show_default=False,
    ),
]
Samples = Annotated[bool, typer.Option("--samples", help="Take the articles that ship with Reportedly.")]


@dataclass(frozen=True, slots=True)
class OutputOptions:
    """Where results go, and how they are written."""

    format: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="How to print; from the ending of --out when not given, else table."),
    ] = None
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="Write to this file instead of the screen; it appears whole or not at all."),
    ] = None

    @property
    def form(self) -> Format:
        """The format that counts."""
        return choose_format(self.format, out=self.out)


@dataclass(frozen=True, slots=True)
class PipelineOptions:
    """What analyses the text."""

    pipeline: Annotated[
        str | None, typer.Option(help="spaCy package, or a folder that holds a pipeline, instead of the pinned one.")
    ] = None


@dataclass(frozen=True, slots=True)
class ModelOptions(PipelineOptions):
    """What the coder knows."""

    codebook: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder whose YAML files overlay the packaged codebook.")
    ] = None


@dataclass(frozen=True, slots=True)
class MemoryOptions:
    """What the coder knows from other texts."""

    actors: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Who is who, as `reportedly actors learn` or you wrote it down."),
    ] = None


Furniture = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Lines that publishers repeat, as `reportedly furniture learn` or you wrote them down."
    ),
]


@dataclass(frozen=True, slots=True)
class FurnitureOptions:
    """What is cut from articles because their publishers repeat it."""

    furniture: Furniture = None


@dataclass(frozen=True, slots=True)
class StoreOptions:
    """Where articles and what was found in them are kept."""

    store: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The store: one SQLite file; docs/store.md explains it.")
    ] = None


@dataclass(frozen=True, slots=True)
class LinkOptions:
    """What is known of publishers when copies are looked for."""

    families: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Publishers of one house or group, beside those known (docs/linking.md)."),
    ] = None


@dataclass(frozen=True, slots=True)
class WebOptions:
    """How addresses are fetched."""

    allow_private: Annotated[
        bool | None,
        typer.Option("--allow-private", help="Fetch addresses inside your own network too.", show_default=False),
    ] = None
    contact: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Where sites can reach you; the user agent tells them."),
    ] = None


@dataclass(frozen=True, slots=True)
class InputOptions(WebOptions):
    """How inputs are read and fetched."""

    furniture: Furniture = None
    fields: Annotated[
        str | None,
        typer.Option(
            metavar="NAMES",
            help="Which names JSON records use: a preset (docs/web.md), or text=story,title=head.line.",
        ),
    ] = None
    publisher: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who carries the articles, where they do not say.")
    ] = None
    published: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="The day on which they were published, where they show none."),
    ] = None


@dataclass(frozen=True, slots=True)
class WorkerOptions:
    """How many processes code."""

    workers: Annotated[int | None, typer.Option(help="Processes that code at the same time; 1 when not given.")] = None
    worker_memory: Annotated[
        int | None,
        typer.Option(
            metavar="MB", help="Memory for each of several processes; an article that needs more fails alone."
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class BatchOptions(WorkerOptions):
    """How many articles are coded."""

    on_error: Annotated[
        OnError | None,
        typer.Option(
            help="An input that fails is named and left out (yield), ends the run (raise), or goes unsaid (skip)."
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class CommonOptions:
    """What is said besides the results."""

    quiet: Annotated[
        bool | None,
        typer.Option("--quiet", "-q", help="No progress, no closing line; failures are named all the same."),
    ] = None
    log_level: Annotated[
        LogLevel | None, typer.Option(help="What to log to standard error; warning when not given.")
    ] = None


def with_options(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command take groups of options: each parameter that is a dataclass becomes one option a field.

    Typer reads options from a signature; this writes that signature, and puts the values together again.
    """
    hints = get_type_hints(command, include_extras=True)
    groups = {name: hint for name, hint in hints.items() if isinstance(hint, type) and is_dataclass(hint)}

    @wraps(command)
    def run(**values: Any) -> None:
        made = {name: group(**{f.name: values.pop(f.name) for f in fields(group)}) for name, group in groups.items()}
        command(**values, **made)

    parameters = list(_expanded(command, hints=hints, groups=groups))
    run.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run


def _expanded(
    command: Callable[..., None], *, hints: dict[str, Any], groups: dict[str, type[Any]]
) -> Iterator[Parameter]:
    for parameter in signature(command).parameters.values():
        group = groups.get(parameter.name)
        if group is None:
            yield parameter.replace(annotation=hints[parameter.name], kind=Parameter.KEYWORD_ONLY)
            continue
        annotations = get_type_hints(group, include_extras=True)
        for f in fields(group):
            yield Parameter(f.name, Parameter.KEYWORD_ONLY, default=f.default, annotation=annotations[f.name])


#: What `gather` takes; every field of a group is the name of a setting.
Group: TypeAlias = (
    PipelineOptions
    | MemoryOptions
    | FurnitureOptions
    | LinkOptions
    | StoreOptions
    | WebOptions
    | WorkerOptions
    | CommonOptions
)


def gather(*groups: Group) -> "Settings":
    """Return the settings that count for this command, and log as they say.

    Raises:
        SettingsError: An option, a variable or the settings file makes no sense.
    """
    from reportedly.settings import load_settings

    given = {key: value for group in groups for key, value in asdict(group).items()}
    settings = load_settings(given, cwd=Path.cwd(), environ=os.environ)
    log_to_stderr(settings.log_level)
    return settings
