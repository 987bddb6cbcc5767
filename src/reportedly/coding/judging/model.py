"""The judge's files, as the package holds them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from reportedly.resources import model_folder
from reportedly.resources.weights import ENCODER, Manifest, read_manifest, read_weights


class JudgeManifest(Manifest):
    """The shape of `manifest.json`, which `training/events/export.py` writes.

    The tokenizer's digest in it is that of the attribution model, which the judge shares.

    Attributes:
        temperature: By which the network's answers are divided so that they mean shares, fitted on rows kept apart.
    """

    temperature: float


@dataclass(frozen=True, slots=True)
class JudgeFiles:
    """The manifest and the encoder, which has the digest that the manifest names."""

    manifest: JudgeManifest
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
        manifest = read_manifest(place, JudgeManifest)
        return cls(manifest, read_weights(place, ENCODER, manifest))
