"""Compares a run manifest with what is there now: files in and out, software, and what the coder is made of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reportedly.manifests.manifest import InputFile, Manifest, OutputFile, sha256_of
from reportedly.manifests.software import Software

#: So many files or packages are named one by one; of more, only the number is told.
NAMED = 10
SAME = "as it was"


class State(StrEnum):
    """What one look at a manifest found."""

    OK = "ok"
    #: Worth knowing; it need not change what comes out.
    OTHER = "other"
    #: It is not what the manifest says, or nobody can tell.
    PROBLEM = "PROBLEM"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of what `verify` tells.

    Attributes:
        what: What was looked at.
        state: Whether it is as the manifest says.
        detail: What is there, or what differs.
    """

    what: str
    state: State
    detail: str


def check_inputs(manifest: Manifest, *, beside: Path, samples: Path) -> Iterator[Finding]:
    """Tell which inputs are gone or have other bytes now.

    Args:
        manifest: Names them.
        beside: The folder of the manifest.
        samples: The folder of the packaged articles.
    """
    troubles = [
        f"{file.name}: {trouble}"
        for file in manifest.inputs
        if (trouble := _trouble(file, input_path(file, beside=beside, samples=samples))) is not None
    ]
    yield from _told("inputs", troubles, total=len(manifest.inputs))


def check_outputs(manifest: Manifest, *, beside: Path) -> Iterator[Finding]:
    """Tell which outputs are gone or have other bytes now."""
    troubles = [
        f"{file.name}: {trouble}"
        for file in manifest.outputs
        if (trouble := _changed(beside / file.name, file.sha256)) is not None
    ]
    yield from _told("outputs", troubles, total=len(manifest.outputs))


def compare_outputs(then: tuple[OutputFile, ...], now: tuple[OutputFile, ...]) -> list[str]:
    """Return the names of the outputs that are not the same bytes, or are in one of the two alone."""
    before, after = ({file.name: file.sha256 for file in files} for files in (then, now))
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


def compare_software(then: Software, now: Software) -> Iterator[Finding]:
    """Tell what ran then and what runs now, where they differ."""
    before = {"python": then.python, "platform": then.platform, **then.packages}
    after = {"python": now.python, "platform": now.platform, **now.packages}
    yield from _compared("software", before, after)


def compare_ingredients(then: Mapping[str, str | None], now: Mapping[str, str | None]) -> Iterator[Finding]:
    """Tell of which parts the coder was made then and is made now, where they differ."""
    yield from _compared("configuration", then, now)


def input_path(file: InputFile, *, beside: Path, samples: Path) -> Path | None:
    """Return where an input lies; None for what is no file."""
    match file.kind:
        case "sample":
            # A name, not a path: a manifest is data, and must not lead out of the folder.
            return samples / Path(file.name).name
        case "file" | "unreadable":
            return beside / file.name
        case "address" | "standard input":
            return None


def _trouble(file: InputFile, path: Path | None) -> str | None:
    if path is None:
        return f"{file.kind}: cannot be read again"
    if file.kind == "unreadable":
        return None if not path.is_file() else "could not be read then, and is a file now"
    return _changed(path, file.sha256)


def _changed(path: Path, sha256: str | None) -> str | None:
    try:
        return None if sha256_of(path) == sha256 else "has other bytes"
    except OSError as error:
        return "is gone" if isinstance(error, FileNotFoundError) else f"cannot be read: {error.strerror}"


def _told(what: str, troubles: list[str], *, total: int) -> Iterator[Finding]:
    if not troubles:
        yield Finding(
            what, State.OK, f"{total:,} {'file' if total == 1 else 'files'}, {SAME if total == 1 else 'as they were'}"
        )
        return
    yield from (Finding(what, State.PROBLEM, trouble) for trouble in _shortened(troubles))


def _compared(what: str, then: Mapping[str, str | None], now: Mapping[str, str | None]) -> Iterator[Finding]:
    names = sorted(name for name in then.keys() | now.keys() if then.get(name) != now.get(name))
    if not names:
        yield Finding(what, State.OK, f"{len(then):,} parts, as they were")
    lines = [f"{name}: {_short(then.get(name))} then, {_short(now.get(name))} now" for name in names]
    yield from (Finding(what, State.OTHER, line) for line in _shortened(lines))


def _short(value: str | None) -> str:
    # A digest is told apart by its beginning.
    return "none" if value is None else value if len(value) < 40 else f"{value[:12]}…"


def _shortened(lines: list[str]) -> list[str]:
    rest = len(lines) - NAMED
    return lines if rest <= 0 else [*lines[:NAMED], f"and {rest:,} more"]
