"""The judge's files: what the package holds, checked against its manifest before anything is read from them."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, ValidationError

from reportedly.errors import ModelError
from reportedly.resources import model_folder

MANIFEST = "manifest.json"
ENCODER = "encoder.onnx"


class Manifest(BaseModel):
    """The shape of `manifest.json`, which `training/events/export.py` writes.

    Attributes:
        name: The model's name and version, for every report.
        sha256: The digest of each file; the tokenizer's is that of the attribution model, which the judge shares.
        temperature: By which the network's answers are divided so that they mean shares, fitted on rows kept apart.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    sha256: dict[str, str]
    temperature: float

    @property
    def digest(self) -> str:
        """The SHA-256 of all that the manifest says, and so of every file."""
        return sha256(self.model_dump_json().encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class JudgeFiles:
    """The manifest and the encoder, which has the digest that the manifest names."""

    manifest: Manifest
    encoder: bytes

    @classmethod
    def load(cls, folder: Path | None = None) -> Self:
        """Read a model.

        Args:
            folder: Where it lies; None for the packaged one.

        Raises:
            ModelError: A file is missing or is not the one that the manifest names.
        """
        place = model_folder("events") if folder is None else folder
        try:
            manifest = Manifest.model_validate_json(_read(place, MANIFEST))
        except ValidationError as error:
            raise ModelError(MANIFEST, f"is no manifest: {error.errors()[0]['msg']}") from error
        encoder = _read(place, ENCODER)
        found, wanted = sha256(encoder).hexdigest(), manifest.sha256.get(ENCODER)
        if found != wanted:
            raise ModelError(ENCODER, f"has the SHA-256 {found[:12]}…, not the {wanted and wanted[:12]}… of {MANIFEST}")
        return cls(manifest, encoder)


def _read(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        raise ModelError(name, f"cannot be read: {error}") from error
