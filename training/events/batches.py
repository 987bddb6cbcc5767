"""Rows into batches of like length, each row seen from a view that is drawn anew in every pass."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from generate import Generator
from reportedly.coding.judging.marking import Marked, Marks, mark
from rows import Row

BATCH = 16
#: Batches that are sorted by length together and then shuffled; more would put like texts side by side.
SHELF = 20
#: How often the trigger is left out where both parties are marked, and a party where the trigger is.
WITHOUT_TRIGGER, WITHOUT_PARTY = 0.6, 0.15
#: How often a party is replaced or masked.
REPLACED = 0.15


class Batch(NamedTuple):
    """What the network reads, and what it should say."""

    ids: Tensor
    mask: Tensor
    places: Tensor
    labels: Tensor


def seen(row: Row, chance: np.random.Generator) -> Row:
    """Return a row with fewer marks, as the judge will be asked about pairs, triggers, or both."""
    actor, recipient, trigger = row.marks
    if trigger is not None and actor is not None and recipient is not None and chance.random() < WITHOUT_TRIGGER:
        trigger = None
    elif trigger is not None:
        actor = None if chance.random() < WITHOUT_PARTY else actor
        recipient = None if chance.random() < WITHOUT_PARTY else recipient
    return Row(row.text, Marks(actor, recipient, trigger), row.label)


def epoch(
    rows: Sequence[Row], cutter: Tokenizer, *, generator: Generator, chance: np.random.Generator
) -> Iterator[Batch]:
    """Yield the batches of one pass."""
    views = (seen(generator.replaced(row, REPLACED), chance) for row in rows)
    marked = [(mark(view.text, view.marks, cutter), view.label) for view in views]
    order = chance.permutation(len(marked))
    for start in range(0, len(order), BATCH * SHELF):
        shelf = sorted(order[start : start + BATCH * SHELF], key=lambda i: len(marked[i][0].ids))
        starts = range(0, len(shelf), BATCH)
        for place in chance.permutation(len(starts)):
            yield collate([marked[i] for i in shelf[starts[place] : starts[place] + BATCH]])


def collate(marked: Sequence[tuple[Marked, int]]) -> Batch:
    """Return marked sentences and their labels as tensors."""
    longest = max(len(m.ids) for m, _ in marked)
    lengths = torch.tensor([len(m.ids) for m, _ in marked])
    ids = torch.tensor([[*m.ids, *[0] * (longest - len(m.ids))] for m, _ in marked])
    mask = (torch.arange(longest)[None] < lengths[:, None]).float()
    return Batch(ids, mask, torch.tensor([m.places for m, _ in marked]), torch.tensor([label for _, label in marked]))
