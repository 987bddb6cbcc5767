"""The layers of a trained encoder for one input without padding: no mask, queries, keys and values from one product."""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional


class Layers(nn.Module):
    """The layers of a BERT-like encoder, which see one text of any length.

    Args:
        encoder: As `transformers` loads it.
    """

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder
        self.joint = nn.ModuleList(_joint(layer.attention.self) for layer in encoder.encoder.layer)

    def forward(self, hidden: Tensor) -> Tensor:
        """Read embedded pieces: (pieces, width) → (pieces, width)."""
        for layer, joint in zip(self.encoder.encoder.layer, self.joint, strict=True):
            hidden = self._layer(layer, joint, hidden)
        return hidden

    def _layer(self, layer: nn.Module, joint: nn.Module, hidden: Tensor) -> Tensor:
        config = self.encoder.config
        size, heads = hidden.shape[0], config.num_attention_heads
        width = config.hidden_size // heads
        query, key, value = joint(hidden).reshape(size, 3, heads, width).permute(1, 2, 0, 3).unbind(0)
        seen = torch.softmax(query @ key.transpose(1, 2) / math.sqrt(width), dim=-1) @ value
        mixed = layer.attention.output.dense(seen.transpose(0, 1).reshape(size, config.hidden_size))
        hidden = layer.attention.output.LayerNorm(mixed + hidden)
        return layer.output.LayerNorm(layer.output.dense(functional.gelu(layer.intermediate.dense(hidden))) + hidden)


def _joint(attention: nn.Module) -> nn.Linear:
    parts = attention.query, attention.key, attention.value
    joint = nn.Linear(parts[0].in_features, 3 * parts[0].out_features)
    joint.weight = nn.Parameter(torch.cat([part.weight for part in parts]))
    joint.bias = nn.Parameter(torch.cat([part.bias for part in parts]))
    return joint
