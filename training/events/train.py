"""Trains the judge of events: two cycles of a fixed number of passes from fixed seeds, on one thread.

    python training/events/train.py [--out FOLDER]

Prints after each pass which share of the rows kept apart is right, with and without the trigger marked; writes weights.
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
from network import JudgeNet, base_folder
from reportedly.coding.judging.marking import mark
from rows import Row, codebook_rows, sentence_rows

HERE = Path(__file__).resolve().parent

SEED = 7
#: Passes of each cycle and the share of the learning rates it begins with. The second goes on from the first's average;
#: what ships is the mean of the two averages.
CYCLES = ((6, 1.0), (3, 0.5))
#: Generated rows in every pass, made anew each time; those that people marked come twice.
GENERATED, COPIES = 2560, 2
WARM_UP = 100
LEARNING_RATE, HEAD_RATE = 2e-4, 1e-3
WEIGHT_DECAY = 0.01
SMOOTHING = 0.05
#: The average of the weights looks back over some 200 steps.
AVERAGE_DECAY = 0.995


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


def train(model: nn.Module, texts: Texts, *, passes: int, peak: float, chance: np.random.Generator) -> nn.Module:
    """Train a model in place over one cycle; return the running average of its weights."""
    generator = Generator(chance)
    average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(AVERAGE_DECAY))
    optimiser = optimiser_of(model, peak)
    steps = passes * -(-(len(texts.rows) * COPIES + GENERATED) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: max(0.0, min(1.0, (s + 1) / WARM_UP) * (1 - s / steps))
    )
    started = time.monotonic()
    for number in range(passes):
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


def run_cycles(texts: Texts, folder: Path) -> dict[str, Tensor]:
    """Run every cycle that a run before this one has not finished; return the mean of their averages."""
    torch.manual_seed(SEED)
    model, ends = JudgeNet(), []
    for number, (passes, peak) in enumerate(CYCLES):
        path = folder / f"cycle{number}.pt"
        if not path.exists():
            chance = np.random.default_rng(SEED + number)
            average = train(model, texts, passes=passes, peak=peak, chance=chance)
            torch.save(average.state_dict(), path)
        ends.append(torch.load(path, weights_only=True))
        model.load_state_dict(ends[-1])
    return {name: sum(end[name] for end in ends) / len(ends) for name in ends[0]}


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
    everything = [*codebook_rows(), *sentence_rows()]
    rows, held = [r for r in everything if not r.is_held_out], [r for r in everything if r.is_held_out]
    print(f"{len(rows)} marked rows, {len(held)} kept apart", flush=True)
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(run_cycles(Texts(rows, held, tokenizer()), options.out), options.out / "judge.pt")


if __name__ == "__main__":
    main()
