"""`reportedly code --engine ray`: from the command line to the cluster room and back."""

import sys
from collections.abc import Sequence
from typing import BinaryIO

from reportedly.cli.options import OutputOptions
from reportedly.cli.running import ALL_READ, SOME_FAILED
from reportedly.cli.show.counts import print_error
from reportedly.errors import SettingsError
from reportedly.gathering.addresses import is_address
from reportedly.settings import Settings
from reportedly.wording.counting import counted

NEEDED = '--engine ray needs Ray: pip install "reportedly[cluster]"'


def run_dataset(sources: Sequence[str | BinaryIO], *, settings: Settings, output: OutputOptions) -> int:
    """Code sources by Ray actors into a folder of Parquet files, and return the exit status.

    Raises:
        SettingsError: Ray is not installed, there is no folder to write to, or a source is none for many machines.
    """
    if output.out is None:
        raise SettingsError("--engine ray writes a folder of Parquet files: give --out FOLDER")
    if output.format is not None:
        raise SettingsError("--engine ray writes Parquet: leave --format out")
    paths = [_checked(source) for source in sources]
    try:
        from reportedly.cluster import code_dataset
    except ImportError as error:
        raise SettingsError(NEEDED) from error
    # An address of an object store loses a slash when it is taken for a path.
    out = str(output.out).replace(":/", "://", 1) if ":/" in str(output.out) else str(output.out)
    manifest = code_dataset(paths, out, settings=settings, workers=settings.workers)
    if manifest.failed:
        print_error(f"{counted(manifest.failed, 'input')} failed: see {out}/failures", stream=sys.stderr)
    if not settings.quiet:
        print(f"{counted(manifest.articles, 'article')} → {out}", file=sys.stderr)
    return SOME_FAILED if manifest.failed else ALL_READ


def _checked(source: str | BinaryIO) -> str:
    if not isinstance(source, str):
        raise SettingsError("--engine ray reads files and object stores, not standard input")
    if is_address(source):
        raise SettingsError(f"--engine ray fetches nothing from the web: {source}")
    return source
