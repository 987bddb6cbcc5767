"""The run manifest: what went into an output, what made it, and what came out, so that it can be made again.

It holds no time and no absolute path: the same run writes the same manifest, and a folder that is moved with all that
is in it can still be verified.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path
from typing import Literal, TypeAlias

from reportedly.errors import ReadError, RecordError
from reportedly.manifests.software import Software
from reportedly.records import CoderInfo, Record

#: Added to the name of the output.
SUFFIX = ".manifest.json"
FORM = 1
#: The settings that can change what is read, and what is coded; some of them name files.
READING = ("fields", "furniture", "publisher", "published")
CODING = ("pipeline", "codebook", "actors", *READING)
FILES = frozenset({"codebook", "actors", "furniture"})

#: "code" and the like: the command that made the output. "dataset": `code --engine ray`, whose output is a folder.
Command: TypeAlias = Literal["code", "claims", "read", "dataset"]
#: A "sample" ships with the package; an "address" and "standard input" cannot be read again.
InputKind: TypeAlias = Literal["file", "sample", "address", "standard input", "unreadable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFile(Record):
    """One input.

    Attributes:
        name: A path relative to the manifest, a sample's name, an address, or "-".
        kind: What it is; "unreadable" for a path that could not be opened.
        sha256: Of its bytes; None for what is not read twice.
    """

    name: str
    kind: InputKind
    sha256: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFile(Record):
    """One file that came out.

    Attributes:
        name: Relative to the manifest.
        sha256: Of its bytes.
        bytes: How many there are.
    """

    name: str
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest(Record):
    """How an output was made.

    Attributes:
        manifest: Version of this form.
        command: What made it.
        options: What was asked of the command, as on its command line: `["--format", "jsonl"]`.
        settings: Those that can change the output.
        software: What ran.
        coder: As each report names it; None where nothing was coded.
        ingredients: What the coder was made of: versions, digests of models and knowledge.
        inputs: In the order of their reading.
        articles: How many were read.
        failed: How many inputs failed.
        outputs: What came out.
    """

    manifest: int = FORM
    command: Command
    options: tuple[str, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    software: Software
    coder: CoderInfo | None = None
    ingredients: Mapping[str, str | None] = field(default_factory=dict)
    inputs: tuple[InputFile, ...] = ()
    articles: int = 0
    failed: int = 0
    outputs: tuple[OutputFile, ...] = ()

    def write(self, path: Path) -> None:
        """Write the manifest; it appears whole or not at all.

        Raises:
            OSError: The file cannot be written.
        """
        draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
        draft.write_text(f"{self.to_json(indent=2)}\n", encoding="utf-8")
        draft.replace(path)


def manifest_path(output: Path) -> Path:
    """Return where the manifest of an output stands: beside it."""
    return output.with_name(output.name + SUFFIX)


def read_manifest(path: Path) -> Manifest:
    """Read a manifest.

    Raises:
        ReadError: There is none at that path, or it is none that this version understands.
    """
    try:
        found = Manifest.from_json(path.read_bytes())
    except OSError as error:
        raise ReadError(str(path), f"cannot be read: {error.strerror}") from error
    except RecordError as error:
        raise ReadError(str(path), f"is no run manifest: {error}") from error
    if found.manifest != FORM:
        raise ReadError(str(path), f"has form {found.manifest}; this version of Reportedly understands {FORM}")
    return found


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes.

    Raises:
        OSError: It cannot be read.
    """
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def describe_file(path: Path, *, beside: Path) -> InputFile:
    """Return an input file as a manifest names it.

    Args:
        path: Of the file.
        beside: The folder of the manifest.
    """
    name = relative_name(path, beside=beside)
    try:
        return InputFile(name=name, kind="file", sha256=sha256_of(path))
    except (OSError, ValueError):
        # What the reader cannot open either is a Failure there; here it only has a name.
        return InputFile(name=name, kind="unreadable")


def describe_outputs(paths: Iterable[Path], *, beside: Path) -> tuple[OutputFile, ...]:
    """Return output files as a manifest names them, sorted.

    Raises:
        OSError: One cannot be read.
    """
    found = (
        OutputFile(name=relative_name(path, beside=beside), sha256=sha256_of(path), bytes=path.stat().st_size)
        for path in paths
    )
    return tuple(sorted(found, key=lambda output: output.name))


def relative_name(path: Path, *, beside: Path) -> str:
    """Return a path as seen from the manifest's folder, with slashes on every system."""
    return Path(os.path.relpath(path, beside)).as_posix()


def telling_settings(settings: Mapping[str, object], *, names: Iterable[str], beside: Path) -> dict[str, str]:
    """Return the settings that can change an output, as text.

    Args:
        settings: All of them, by name.
        names: Of those that can: `READING` or `CODING`.
        beside: The folder of the manifest; files and folders are named as seen from there.
    """
    told = {name: settings[name] for name in names if settings.get(name) is not None}
    return {
        name: relative_name(Path(str(value)), beside=beside) if name in FILES else str(value)
        for name, value in told.items()
    }
