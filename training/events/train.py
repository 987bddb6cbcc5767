"""Trains the judge of events: four cycles of a fixed number of passes from fixed seeds, on one thread.

    python training/events/train.py [--out FOLDER]

Reads the rows that `rows.lock` names, prints after each pass which share of those kept apart is right, with and without
the trigger marked, and writes weights.
A run that was broken off goes on after its last whole cycle.
"""

import argparse
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from batches import BATCH, Batch, collate, epoch
from generate import Generator
from locked import locked_rows
from network import JudgeNet, base_folder
from reportedly.coding.judging.marking import mark
from rows import Row, sentence_rows

HERE = Path(__file__).resolve().parent

#: Generated rows in every pass, made anew each time; those that people marked come twice.
GENERATED, COPIES = 2560, 2
WARM_UP = 100
LEARNING_RATE, HEAD_RATE = 2e-4, 1e-3
WEIGHT_DECAY = 0.01
SMOOTHING = 0.05
#: The average of the weights looks back over some 200 steps.
AVERAGE_DECAY = 0.995


class Cycle(NamedTuple):
    """One run over the data.

    Attributes:
        passes: How often the data are read.
        peak: What share of the learning rates to begin with.
        seed: Of chance.
        goes_on: Whether it goes on from the average of the cycle before it, not from the encoder as it came.
        sentences: Whether it reads the sentences of this folder beside the codebook's examples and the clauses.
    """

    passes: int
    peak: float
    seed: int
    goes_on: bool = False
    sentences: bool = True


#: What ships is the mean of the averages that the four end with: one run by this command, of the rows of `rows.lock`.
#: Without the fourth, PLV train stood .006 lower and the rows kept apart .002 (first run, 2026-11-23).
CYCLES = (
    Cycle(6, 1.0, seed=7, sentences=False), Cycle(6, 1.0, seed=7), Cycle(3, 0.5, seed=8, goes_on=True),
    Cycle(6, 1.0, seed=9),
)  # fmt: skip


class Texts(NamedTuple):
    """What is trained with: the rows, those kept apart, and what cuts them into pieces."""

    rows: list[Row]
    held: list[Row]
    cutter: Tokenizer


def tokenizer() -> Tokenizer:
    """Return the encoder's tokenizer, which neither cuts nor pads."""
    made = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def optimiser_of(model: nn.Module, peak: float) -> torch.optim.AdamW:
    """Return AdamW with a gentle rate for the encoder and a brisk one for what is new."""
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, weight in model.named_parameters():
        if weight.requires_grad:
            rate = LEARNING_RATE if name.startswith("encoder") else HEAD_RATE
            groups.setdefault((rate * peak, WEIGHT_DECAY if weight.ndim > 1 else 0.0), []).append(weight)
    return torch.optim.AdamW([{"params": w, "lr": r, "weight_decay": d} for (r, d), w in groups.items()])


def train(model: nn.Module, texts: Texts, *, cycle: Cycle) -> nn.Module:
    """Train a model in place over one cycle; return the running average of its weights."""
    chance = np.random.default_rng(cycle.seed)
    generator = Generator(chance)
    average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(AVERAGE_DECAY))
    optimiser = optimiser_of(model, cycle.peak)
    steps = cycle.passes * -(-(len(texts.rows) * COPIES + GENERATED) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: max(0.0, min(1.0, (s + 1) / WARM_UP) * (1 - s / steps))
    )
    started = time.monotonic()
    for number in range(cycle.passes):
        model.train()
        read = [*texts.rows] * COPIES + generator.rows(GENERATED)
        for batch in epoch(read, texts.cutter, generator=generator, chance=chance):
            loss = _loss(model, batch)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            average.update_parameters(model)
        print(
            f"pass {number}  {time.monotonic() - started:.0f} s  loss {loss:.3f}  {_report(average, texts)}", flush=True
        )
    return average.module


def run_cycles(folder: Path, cutter: Tokenizer) -> dict[str, Tensor]:
    """Run every cycle that a run before this one has not finished; return the mean of their averages."""
    ends: list[dict[str, Tensor]] = []
    for number, cycle in enumerate(CYCLES):
        path = folder / f"cycle{number}.pt"
        if not path.exists():
            torch.manual_seed(cycle.seed)
            model = JudgeNet()
            if cycle.goes_on:
                model.load_state_dict(ends[-1])
            texts = texts_of(cycle, cutter)
            print(f"cycle {number}: {len(texts.rows)} marked rows, {len(texts.held)} kept apart", flush=True)
            torch.save(train(model, texts, cycle=cycle).state_dict(), path)
        ends.append(torch.load(path, weights_only=True))
    return {name: sum(end[name] for end in ends) / len(ends) for name in ends[0]}


def texts_of(cycle: Cycle, cutter: Tokenizer) -> Texts:
    """Return the marked rows that a cycle reads, and those kept apart."""
    own = frozenset(sentence_rows())
    rows = locked_rows()
    held = [row for row in rows if row.is_held_out]
    read = rows if cycle.sentences else [row for row in rows if row not in own]
    return Texts([row for row in read if not row.is_held_out], held, cutter)


def _report(average: AveragedModel, texts: Texts) -> str:
    shares = [share_right(average.module, texts.held, texts.cutter, trigger=trigger) for trigger in (True, False)]
    return "kept apart: {:.3f} with the trigger, {:.3f} pairs alone".format(*shares)


def _loss(model: nn.Module, batch: Batch) -> torch.Tensor:
    logits = model(batch.ids, batch.mask, batch.places)
    return functional.cross_entropy(logits, batch.labels, label_smoothing=SMOOTHING)


def share_right(model: nn.Module, rows: Sequence[Row], cutter: Tokenizer, *, trigger: bool) -> float:
    """Return the share of right answers: to rows as they are, or to those with two parties without their trigger."""
    model.eval()
    asked = rows if trigger else [row for row in rows if row.marks.actor and row.marks.recipient]
    right = 0
    with torch.no_grad():
        for row in asked:
            marks = row.marks if trigger else row.marks._replace(trigger=None)
            batch = collate([(mark(row.text, marks, cutter), row.label)])
            right += int(model(batch.ids, batch.mask, batch.places).argmax()) == row.label
    return right / max(1, len(asked))


def main() -> None:
    """Train from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=HERE / "build", help="the folder where weights go")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(run_cycles(options.out, tokenizer()), options.out / "judge.pt")


if __name__ == "__main__":
    main()
