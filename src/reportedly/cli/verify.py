"""`reportedly verify`: whether an output is what its manifest says, and whether it can be made again."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.options import CommonOptions, gather, with_options

if TYPE_CHECKING:
    from reportedly.manifests.checks import Finding
    from reportedly.manifests.manifest import Manifest

EXAMPLE = "reportedly verify events.jsonl.manifest.json"
DIFFERS = 1

Given = Annotated[
    Path, typer.Argument(metavar="MANIFEST", help="The manifest, the output that it stands beside, or a dataset.")
]
Quick = Annotated[bool, typer.Option("--quick", help="Compare files and versions only; do not run again.")]
Workers = Annotated[int | None, typer.Option(min=1, help="Processes that code at the same time; 1 when not given.")]


@with_options
def verify(common: CommonOptions, manifest: Given, quick: Quick = False, workers: Workers = None) -> None:
    """Replay the run that a manifest tells of, compare, and tell what differs; exit status 1 when something does.

    `code`, `claims` and `read` write a manifest beside every file that --out names: versions, digests of models and
    knowledge, settings, digests of what was read and of what was written.
    """
    gather(common)

    from reportedly.cli.replaying import manifest_of
    from reportedly.manifests.checks import State
    from reportedly.manifests.manifest import read_manifest
    from reportedly.wording.printable import printable

    path = manifest_of(manifest)
    lines: list[Finding] = []
    for finding in look(read_manifest(path), beside=path.resolve().parent, quick=quick, workers=workers):
        lines.append(finding)
        typer.echo(printable(f"{finding.state:<7}  {finding.what:<13} {finding.detail}"))
    if any(finding.state is State.PROBLEM for finding in lines):
        raise typer.Exit(DIFFERS)


def look(manifest: "Manifest", *, beside: Path, quick: bool, workers: int | None) -> "Iterator[Finding]":
    """Yield what is found, the cheap looks first.

    Args:
        manifest: Of the run.
        beside: Its folder.
        quick: Whether nothing is run again.
        workers: Processes for the replay.
    """
    from reportedly.cli.sources import SAMPLES
    from reportedly.manifests.checks import Finding, State, check_inputs, check_outputs, compare_software
    from reportedly.manifests.software import installed_software

    yield from check_outputs(manifest, beside=beside)
    inputs = list(check_inputs(manifest, beside=beside, samples=SAMPLES))
    yield from inputs
    yield from compare_software(manifest.software, installed_software())
    if quick:
        return
    if any(finding.state is State.PROBLEM for finding in inputs):
        yield Finding("replay", State.PROBLEM, "not done: what was read then is not there to be read again")
        return
    with TemporaryDirectory(prefix="reportedly-verify-") as folder:
        yield from _replayed(manifest, beside=beside, folder=Path(folder), workers=workers)


def _replayed(manifest: "Manifest", *, beside: Path, folder: Path, workers: int | None) -> "Iterator[Finding]":
    from reportedly.cli.replaying import first_difference, replay
    from reportedly.manifests.checks import Finding, State, compare_ingredients, compare_outputs

    again = replay(manifest, beside=beside, folder=folder.resolve(), workers=workers)
    if manifest.coder is not None:
        yield from compare_ingredients(manifest.ingredients, again.ingredients)
    differing = compare_outputs(manifest.outputs, again.outputs)
    if not differing:
        yield Finding("replay", State.OK, "the same bytes")
    for name in differing:
        then, now = beside / name, folder / Path(name).name
        # Of Parquet files it is enough to name the part.
        known = then.exists() and now.exists() and (line := first_difference(then, now))
        detail = f"{name}: other bytes; the first difference is in line {line:,}" if known else f"{name}: other bytes"
        yield Finding("replay", State.PROBLEM, detail)
