"""Texts packed into windows, and windows into batches of like length, anew for every pass."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from labels import NOBODY, UNKNOWN, Labelled
from reportedly.attribution.tagging.pieces import CLS, SEP, Ints
from reportedly.attribution.tagging.windows import WINDOW, windows

BATCH = 5
#: Batches that are sorted by length together and then shuffled; more would put like texts side by side.
SHELF = 12
#: The first window of a text is drawn from this upwards, so that every pass packs the paragraphs otherwise.
LEAST_FIRST = 60
#: A window of fewer pieces says nothing.
LEAST = 4


class Window(NamedTuple):
    """A stretch of a text."""

    text: Labelled
    start: int
    end: int


class Batch(NamedTuple):
    """What the network reads, and what it should say."""

    ids: Tensor
    mask: Tensor
    features: Tensor
    tags: Tensor
    cues: Tensor
    sources: Tensor


def batches(texts: Sequence[Labelled], chance: np.random.Generator) -> Iterator[Batch]:
    """Yield the batches of one pass over texts."""
    stretches = [w for text in texts for w in _windows(text, int(chance.integers(LEAST_FIRST, WINDOW + 1)))]
    order = [stretches[i] for i in chance.permutation(len(stretches))]
    for low in range(0, len(order), BATCH * SHELF):
        shelf = sorted(order[low : low + BATCH * SHELF], key=lambda w: w.end - w.start)
        packs = [shelf[i : i + BATCH] for i in range(0, len(shelf), BATCH)]
        for index in chance.permutation(len(packs)):
            yield batch(packs[index])


def _windows(text: Labelled, first: int) -> Iterator[Window]:
    for start, end in windows(text.pieces.cuts, first=first):
        if end - start >= LEAST:
            yield Window(text, start, end)


def batch(stretches: Sequence[Window]) -> Batch:
    """Lay windows of unlike length side by side."""
    shape = len(stretches), max(w.end - w.start for w in stretches) + 2
    ids, mask, features = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    tags, cues, sources = (np.full(shape, UNKNOWN) for _ in range(3))
    for row, (text, start, end) in enumerate(stretches):
        size = end - start
        inner = slice(1, size + 1)
        ids[row, : size + 2] = [CLS, *text.pieces.ids[start:end], SEP]
        mask[row, : size + 2] = 1
        features[row, inner] = text.pieces.features[start:end]
        tags[row, inner] = text.tags[start:end]
        cues[row, inner] = _inside(text.cues[start:end], start, end)
        sources[row, inner] = _inside(text.sources[start:end], start, end)
    return Batch(*(torch.from_numpy(column) for column in (ids, mask, features, tags, cues, sources)))


def _inside(targets: Ints, start: int, end: int) -> Ints:
    """Return targets counted from the window's first sign; what lies outside the window teaches nothing."""
    out = np.full(len(targets), UNKNOWN)
    held = (targets >= start) & (targets < end)
    out[held] = targets[held] - start + 1
    out[targets == NOBODY] = 0
    return out
