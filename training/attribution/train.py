"""Trains the attribution tagger: a fixed number of steps from fixed seeds, on one thread.

    python training/attribution/train.py [--data FOLDER] [--out FOLDER]

Writes the weights and the tag transitions; a run that was broken off goes on after its last whole cycle.
"""

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from batches import Batch, batches
from encoder import Reading, Tagger, base_folder
from examples import read_examples, shuffled_texts
from labels import UNKNOWN, Labelled, curled, label, read_articles, straightened, transitions
from reportedly.attribution.tagging.pieces import cut_into_pieces
from reportedly.attribution.tagging.tags import TAGS

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[2] / "shared" / "data" / "polnear"

Weights: TypeAlias = dict[str, Tensor]

SEED = 4
#: Steps of each cycle and the peak of its learning rates: a little over four passes of some 900 batches, and a second,
#: gentler climb down. The weights that ship are the mean of what the two end with.
CYCLES = ((3800, 1.0), (1100, 0.5))
WARM_UP = 60
LEARNING_RATE, HEADS_RATE = 3e-4, 1.5e-3
WEIGHT_DECAY = 0.01
CUE_WEIGHT, SOURCE_WEIGHT = 0.25, 0.15
#: The average of a cycle's weights looks back over some 200 steps, from halfway on.
AVERAGE_DECAY = 0.995
#: How often a text is read with its marks as they stand, straightened and curled.
MARKS = (0.6, 0.2, 0.2)
#: Copies of the original examples in every pass: about one piece in a hundred.
COPIES = 3
REPORT = 20


def tokenizer() -> Tokenizer:
    """Return the encoder's tokenizer, which neither cuts nor pads."""
    made = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def prepare(rows: list[dict], cutter: Tokenizer) -> list[tuple[Labelled, Labelled, Labelled]]:
    """Return every article in its three guises."""
    guises = (lambda text: text), straightened, curled
    return [
        tuple(label(cut_into_pieces(guise(row["text"]), cutter), row["attributions"]) for guise in guises)
        for row in rows
    ]


def endless(texts: list[tuple[Labelled, ...]], cutter: Tokenizer, chance: np.random.Generator) -> Iterator[Batch]:
    """Yield batches pass after pass."""
    examples = read_examples(HERE / "examples.yaml")
    while True:
        chosen = [guises[i] for guises, i in zip(texts, chance.choice(3, size=len(texts), p=MARKS), strict=True)]
        own = [t for _ in range(COPIES) for t in shuffled_texts(examples, chance)]
        yield from batches([*chosen, *(label(cut_into_pieces(t.text, cutter), t.attributions) for t in own)], chance)


def loss_of(reading: Reading, batch: Batch) -> Tensor:
    """Return what a reading costs: the tags, and at a lower price the pointers."""
    tags = functional.cross_entropy(reading.tags.flatten(0, 1), batch.tags.flatten(), ignore_index=UNKNOWN)
    cues = _pointer_loss(reading.cues, batch.cues, batch.mask)
    return tags + CUE_WEIGHT * cues + SOURCE_WEIGHT * _pointer_loss(reading.sources, batch.sources, batch.mask)


def _pointer_loss(logits: Tensor, targets: Tensor, mask: Tensor) -> Tensor:
    known = targets != UNKNOWN
    if not known.any():
        return logits.sum() * 0
    padded = (mask == 0)[:, None, :].expand_as(logits)
    return functional.cross_entropy(logits.masked_fill(padded, -1e9)[known], targets[known])


def optimiser_of(model: nn.Module, peak: float) -> torch.optim.AdamW:
    """Return AdamW with a gentle rate for the encoder and a brisk one for what is new."""
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, weight in model.named_parameters():
        if weight.requires_grad:
            rate = LEARNING_RATE if name.startswith("encoder") else HEADS_RATE
            groups.setdefault((rate * peak, WEIGHT_DECAY if weight.ndim > 1 else 0.0), []).append(weight)
    return torch.optim.AdamW([{"params": w, "lr": r, "weight_decay": d} for (r, d), w in groups.items()])


def train(model: Tagger, source: Iterator[Batch], *, steps: int, peak: float) -> AveragedModel:
    """Train a model in place over one cycle.

    Args:
        model: The model.
        source: The batches.
        steps: How many of them to read.
        peak: What share of the learning rates to begin with.

    Returns:
        The running average of its weights.
    """
    optimiser = optimiser_of(model, peak)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1.0, (s + 1) / WARM_UP) * (1 - s / steps))
    average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(AVERAGE_DECAY))
    model.train()
    started, seen = time.monotonic(), 0
    for step, batch in zip(range(steps), source, strict=False):
        loss = loss_of(model(batch.ids, batch.mask, batch.features), batch)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        if step >= steps // 2:
            average.update_parameters(model)
        seen += int(batch.mask.sum())
        if step % REPORT == 0:
            print(f"step {step}  pieces/s {seen / (time.monotonic() - started):.0f}  loss {loss:.3f}", flush=True)
    return average


def run_cycles(texts: list[tuple[Labelled, ...]], cutter: Tokenizer, folder: Path) -> Weights:
    """Run every cycle that a run before this one has not finished; return the mean of their averages."""
    torch.manual_seed(SEED)
    model, ends = Tagger(), []
    for number, (steps, peak) in enumerate(CYCLES):
        last, mean = folder / f"cycle{number}.last.pt", folder / f"cycle{number}.mean.pt"
        if not mean.exists():
            if number:  # the first goes on from the seed that the new weights were drawn with
                torch.manual_seed(SEED + number)
            batches_of_cycle = endless(texts, cutter, np.random.default_rng(SEED + number))
            average = train(model, batches_of_cycle, steps=steps, peak=peak)
            torch.save(model.state_dict(), last)
            torch.save(average.module.state_dict(), mean)
        model.load_state_dict(torch.load(last, weights_only=True))
        ends.append(torch.load(mean, weights_only=True))
    return {name: sum(end[name] for end in ends) / len(ends) for name in ends[0]}


def main() -> None:
    """Train from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA, help="the folder of train.jsonl")
    parser.add_argument("--out", type=Path, default=HERE / "build", help="the folder where weights go")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    cutter = tokenizer()
    texts = prepare(read_articles(options.data / "train.jsonl"), cutter)
    options.out.mkdir(parents=True, exist_ok=True)
    follows = transitions((guises[0] for guises in texts), len(TAGS))
    (options.out / "transitions.json").write_text(json.dumps(follows), encoding="utf-8")
    print("pieces", sum(len(guises[0].pieces) for guises in texts), flush=True)
    torch.save(run_cycles(texts, cutter, options.out), options.out / "tagger.pt")


if __name__ == "__main__":
    main()
