"""Writes trained weights as the packaged model: one question in, int8 inside, a row of logits out.

python training/events/export.py [--weights FILE] [--out FOLDER]
"""

import argparse
import json
import sys
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from torch.nn import functional

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

from locked import locked_rows
from network import SIGNS, JudgeNet, base_folder
from one_at_a_time import Layers
from reportedly.coding.judging.labels import LABELS
from reportedly.coding.judging.marking import mark
from reportedly.resources.weights import ENCODER, MANIFEST
from rows import Row
from train import tokenizer

HERE = Path(__file__).resolve().parent
PACKAGED = HERE.parents[1] / "src" / "reportedly" / "models" / "events"
NAME = "events-minilm-l6 1"
#: How far the exported float model may stray from the trained one.
TOLERANCE = 1e-3
#: Temperatures tried on the rows kept apart.
TEMPERATURES = np.arange(0.5, 2.55, 0.05)


class OneQuestion(nn.Module):
    """The judge for a single sentence."""

    def __init__(self, net: JudgeNet) -> None:
        super().__init__()
        self.net = net
        words = net.encoder.embeddings.word_embeddings.weight.detach().clone()
        words[1 : SIGNS + 1] += net.signs.weight.detach()[1:]
        self.words = nn.Embedding.from_pretrained(words)
        self.layers = Layers(net.encoder)

    def forward(self, ids: Tensor, places: Tensor) -> Tensor:
        """Read a marked sentence."""
        parts = self.net.encoder.embeddings
        hidden = self.words(ids) + parts.position_embeddings.weight[: ids.shape[0]]
        hidden = parts.LayerNorm(hidden + parts.token_type_embeddings.weight[0])
        hidden = self.layers(hidden)
        marked = hidden[places] * (places > 0).to(hidden.dtype)[:, None]
        return self.net.head(torch.cat([hidden.mean(0) + hidden[0], marked.reshape(-1)]))


def export(net: JudgeNet, path: Path) -> None:
    """Write a judge as an int8 ONNX file."""
    question = OneQuestion(net).eval()
    ids, places = torch.randint(1000, 30000, (40,)), torch.tensor([2, 0, 9])
    with TemporaryDirectory() as folder, torch.no_grad():
        plain, prepared = str(Path(folder) / "float.onnx"), str(Path(folder) / "prepared.onnx")
        torch.onnx.export(
            question, (ids, places), plain, input_names=["ids", "places"], output_names=["logits"],
            dynamic_axes={"ids": {0: "n"}}, opset_version=17, dynamo=False,
        )  # fmt: skip
        _compare(net, plain, ids, places)
        quant_pre_process(plain, prepared, skip_symbolic_shape=True)
        # Seven bits of weight: eight overflow the 16-bit sums of processors without VNNI, so results would differ.
        quantize_dynamic(prepared, str(path), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


def _compare(net: JudgeNet, plain: str, ids: Tensor, places: Tensor) -> None:
    trained = net(ids[None], torch.ones_like(ids)[None].float(), places[None])[0]
    session = onnxruntime.InferenceSession(plain, providers=["CPUExecutionProvider"])
    found = session.run(None, {"ids": ids.numpy(), "places": places.numpy()})[0]
    strayed = float((trained - torch.from_numpy(found)).abs().max())
    if strayed > TOLERANCE:
        raise SystemExit(f"the exported model strays from the trained one by {strayed:.4f}")


def temperature_of(path: Path) -> float:
    """Return the temperature under which the int8 model's answers to the rows kept apart are likeliest."""
    session, cutter = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"]), tokenizer()
    rows = [row for row in locked_rows() if row.is_held_out]
    asked = [*rows, *(_pair(row) for row in rows if row.marks.actor and row.marks.recipient)]
    logits = torch.tensor(np.array([_logits(session, row, cutter) for row in asked]))
    labels = torch.tensor([row.label for row in asked])
    losses = [float(functional.cross_entropy(logits / t, labels)) for t in TEMPERATURES]
    print(f"{len(asked)} questions kept apart, {float((logits.argmax(1) == labels).float().mean()):.3f} answered right")
    return round(float(TEMPERATURES[int(np.argmin(losses))]), 2)


def _pair(row: Row) -> Row:
    return Row(row.text, row.marks._replace(trigger=None), row.label)


def _logits(session: onnxruntime.InferenceSession, row: Row, cutter: object) -> np.ndarray:
    marked = mark(row.text, row.marks, cutter)
    return session.run(None, {"ids": np.array(marked.ids), "places": np.array(marked.places)})[0]


def main() -> None:
    """Export from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, default=HERE / "build" / "judge.pt", help="from train.py")
    parser.add_argument("--out", type=Path, default=PACKAGED, help="the folder of the packaged model")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    net = JudgeNet()
    net.load_state_dict(torch.load(options.weights, weights_only=True))
    options.out.mkdir(parents=True, exist_ok=True)
    path = options.out / ENCODER
    export(net.eval(), path)
    digests = {
        ENCODER: sha256(path.read_bytes()).hexdigest(),
        "tokenizer.json": sha256((base_folder() / "tokenizer.json").read_bytes()).hexdigest(),
    }
    manifest = {"name": NAME, "sha256": digests, "temperature": temperature_of(path)}
    (options.out / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    print(f"{ENCODER} {path.stat().st_size / 1e6:.2f} MB, labels {len(LABELS)}, temperature {manifest['temperature']}")


if __name__ == "__main__":
    main()
