"""Reads packaged weights: each file is checked against the manifest beside it before anything is made of it."""

from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from reportedly.errors import ModelError

MANIFEST = "manifest.json"
ENCODER, TOKENIZER = "encoder.onnx", "tokenizer.json"


class Manifest(BaseModel):
    """What every `manifest.json` says; each model adds fields of its own.

    Attributes:
        name: The model's name and version, for every report.
        sha256: The digest of each file.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    sha256: dict[str, str]

    @property
    def digest(self) -> str:
        """The SHA-256 of all that the manifest says, and so of every file."""
        return sha256(self.model_dump_json().encode()).hexdigest()


M = TypeVar("M", bound=Manifest)


def read_manifest(folder: Path, shape: type[M]) -> M:
    """Read a model's manifest.

    Args:
        folder: Where the model lies.
        shape: Its kind of manifest.

    Raises:
        ModelError: It is missing, or does not have that shape.
    """
    try:
        return shape.model_validate_json(_read(folder, MANIFEST))
    except ValidationError as error:
        raise ModelError(MANIFEST, f"is no manifest: {error.errors()[0]['msg']}") from error


def read_weights(folder: Path, name: str, manifest: Manifest) -> bytes:
    """Read a model's file.

    Raises:
        ModelError: It is missing, or is not the one that the manifest names.
    """
    data = _read(folder, name)
    found, wanted = sha256(data).hexdigest(), manifest.sha256.get(name)
    if found != wanted:
        raise ModelError(name, f"has the SHA-256 {found[:12]}…, not the {wanted and wanted[:12]}… of {MANIFEST}")
    return data


def _read(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        raise ModelError(name, f"cannot be read: {error}") from error
