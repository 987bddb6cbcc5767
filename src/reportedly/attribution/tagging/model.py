"""The tagger's files, as the package holds them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from reportedly.resources import model_folder
from reportedly.resources.weights import ENCODER, TOKENIZER, Manifest, read_manifest, read_weights


class TaggerManifest(Manifest):
    """The shape of `manifest.json`, which `training/attribution/export.py` writes.

    Attributes:
        transitions: Logarithm of how often each tag follows each in the training texts.
    """

    transitions: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """A model's files as bytes, each with the digest that the manifest names."""

    manifest: TaggerManifest
    encoder: bytes
    tokenizer: bytes

    @classmethod
    def load(cls, folder: Path | None = None) -> Self:
        """Read a model.

        Args:
            folder: Where it lies; None for the packaged one.

        Raises:
            ModelError: A file is missing or is not the one that the manifest names.
        """
        place = model_folder("attribution") if folder is None else folder
        manifest = read_manifest(place, TaggerManifest)
        return cls(manifest, read_weights(place, ENCODER, manifest), read_weights(place, TOKENIZER, manifest))
