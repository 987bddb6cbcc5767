"""Runs again what a manifest tells of, in a folder of its own and without settings from outside."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from reportedly.cli.sources import SAMPLES
from reportedly.errors import ReadError
from reportedly.manifests.checks import input_path
from reportedly.manifests.manifest import FILES, SUFFIX, Manifest, manifest_path, read_manifest
from reportedly.settings import PREFIX

RUN = "from reportedly.cli.main import run; run()"
#: What a dataset's manifest is called, within its folder.
DATASET_MANIFEST = "manifest.json"
#: The options that a manifest may ask for: it is data, and does not choose what else a command does.
ALLOWED = frozenset({"--format", "json", "jsonl", "csv", "table", "--view", "--full", "--why", "--quiet"})
#: Exit statuses of a run that has written its output: all read, or some inputs failed.
WRITTEN = (0, 1)


def replay(manifest: Manifest, *, beside: Path, folder: Path, workers: int | None) -> Manifest:
    """Run the command of a manifest again and return the manifest of the new output.

    Args:
        manifest: Its inputs are there, as they were.
        beside: The folder of the manifest.
        folder: An empty folder for the new output.
        workers: Processes; None for one.

    Raises:
        ReadError: The manifest asks for something that no command of Reportedly writes, or the run came to nothing.
    """
    out = new_output(manifest, folder=folder)
    arguments = list(_arguments(manifest, beside=beside, out=out, workers=workers))
    environ = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    environ["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    environ.update({"COLUMNS": manifest.settings["columns"]} if "columns" in manifest.settings else {})
    # Inputs that failed are named by the run itself, which is not what is asked here.
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments], cwd=folder, env=environ, capture_output=True, text=True, check=False
    )
    written = out / DATASET_MANIFEST if manifest.command == "dataset" else manifest_path(out)
    if done.returncode not in WRITTEN or not written.exists():
        raise ReadError("replay", f"the command ended with exit status {done.returncode}: {_last_line(done.stderr)}")
    return read_manifest(written)


def new_output(manifest: Manifest, *, folder: Path) -> Path:
    """Return where a replay writes: a file of the same name, or a folder for a dataset."""
    if manifest.command == "dataset" or not manifest.outputs:
        return folder / "dataset"
    return folder / Path(manifest.outputs[0].name).name


def first_difference(one: Path, other: Path) -> int:
    """Return the number of the first line in which two files differ; 0 when they are the same."""
    with one.open("rb") as ours, other.open("rb") as theirs:
        number = 0
        while True:
            line, its = ours.readline(), theirs.readline()
            number += 1
            if line != its:
                return number
            if not line:
                return 0


def _arguments(manifest: Manifest, *, beside: Path, out: Path, workers: int | None) -> Iterator[str]:
    unknown = [option for option in manifest.options if option not in ALLOWED]
    if unknown:
        raise ReadError("replay", f"the manifest asks for {unknown[0]!r}, which is no option that changes an output")
    yield from ("code", "--engine=ray") if manifest.command == "dataset" else (manifest.command, *manifest.options)
    yield from _settings(manifest.settings, beside=beside)
    if workers is not None and manifest.coder is not None:
        yield f"--workers={workers}"
    yield f"--out={out}"
    yield "--"
    for file in manifest.inputs:
        path = input_path(file, beside=beside, samples=SAMPLES)
        if path is not None:
            yield str(path.resolve())


def _settings(settings: Mapping[str, str], *, beside: Path) -> Iterator[str]:
    for name, value in settings.items():
        if name in FILES:
            yield f"--{name}={(beside / value).resolve()}"
        elif name != "columns":
            yield f"--{name}={value}"


def _last_line(text: str) -> str:
    return next((line for line in reversed(text.splitlines()) if line.strip()), "it said nothing")


def manifest_of(given: Path) -> Path:
    """Return the manifest that is meant: the file itself, that beside an output, or that within a dataset's folder."""
    if given.is_dir():
        return given / DATASET_MANIFEST
    beside = manifest_path(given)
    return beside if not given.name.endswith((SUFFIX, DATASET_MANIFEST)) and beside.exists() else given
