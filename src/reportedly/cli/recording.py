"""Writes the run manifest beside what a command writes with `--out`."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from reportedly.cli.output import Format
from reportedly.cli.sources import SAMPLES, STANDARD_INPUT
from reportedly.errors import ReadError
from reportedly.gathering.addresses import is_address
from reportedly.manifests.manifest import (
    CODING,
    READING,
    Command,
    InputFile,
    Manifest,
    describe_file,
    describe_outputs,
    manifest_path,
    telling_settings,
)
from reportedly.manifests.software import installed_software
from reportedly.reading.inputs import files_of
from reportedly.settings import Settings

if TYPE_CHECKING:
    from reportedly.cli.show.counts import Tally
    from reportedly.coder import Coder


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of a command, apart from its sources and settings.

    Attributes:
        command: Its name.
        flags: Switches that change what it prints: `("--view",)`.
    """

    command: Command
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recorder:
    """Knows what a run was given; writes its manifest when it has ended.

    Attributes:
        out: The output, a file.
        asked: Of the command.
        form: How the output is written.
        settings: All that count.
        inputs: Their digests were taken before the run.
    """

    out: Path
    asked: Asked
    form: Format
    settings: Settings
    inputs: tuple[InputFile, ...]

    @classmethod
    def begin(
        cls, out: Path | None, *, asked: Asked, form: Format, settings: Settings, sources: Sequence[str | BinaryIO]
    ) -> "Recorder | None":
        """Note what is to be read; None where nothing is kept: on the screen, in a device."""
        if out is None or (out.exists() and not out.is_file()):
            return None
        inputs = tuple(describe_inputs(sources, beside=out.resolve().parent))
        return cls(out, asked, form, settings, inputs)

    def finish(self, tally: "Tally", *, coder: "Coder | None" = None) -> None:
        """Write the manifest.

        Args:
            tally: Of the articles and of what failed.
            coder: What coded; None where nothing was.

        Raises:
            OSError: It cannot be written.
        """
        out = self.out.resolve()
        names = READING if coder is None else CODING
        manifest = Manifest(
            command=self.asked.command,
            options=("--format", self.form.value, *self.asked.flags, *self._quiet()),
            settings=telling_settings(self.settings.model_dump(), names=names, beside=out.parent) | self._width(),
            software=installed_software(),
            coder=None if coder is None else coder.info,
            ingredients={} if coder is None else coder.ingredients,
            inputs=self.inputs,
            articles=tally.counts["article"],
            failed=tally.failed,
            outputs=describe_outputs([out], beside=out.parent),
        )
        manifest.write(manifest_path(out))

    def _quiet(self) -> tuple[str, ...]:
        # What people read ends with a closing line, unless they asked for quiet.
        return ("--quiet",) if self.form is Format.TABLE and self.settings.quiet else ()

    def _width(self) -> dict[str, str]:
        if self.form is not Format.TABLE:
            return {}
        from rich.console import Console

        # A table fits the terminal that it was made in, and a replay has none.
        return {"columns": str(Console().width)}


def describe_inputs(sources: Iterable[str | BinaryIO], *, beside: Path) -> Iterator[InputFile]:
    """Yield what is to be read as a manifest names it, every file of a folder for itself."""
    for source in sources:
        if not isinstance(source, str):
            yield InputFile(name=STANDARD_INPUT, kind="standard input")
        elif is_address(source):
            yield InputFile(name=source, kind="address")
        else:
            yield from _describe_path(Path(source), beside=beside)


def _describe_path(path: Path, *, beside: Path) -> Iterator[InputFile]:
    try:
        files = list(files_of(path, name=str(path)))
    except ReadError:
        # The reader says why it cannot be read; the manifest says that it was asked for.
        files = [path]
    for file in files:
        found = describe_file(file, beside=beside)
        if file.parent == SAMPLES and found.sha256 is not None:
            found = InputFile(name=file.name, kind="sample", sha256=found.sha256)
        yield found
