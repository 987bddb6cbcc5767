"""Writes trained weights as the packaged model: one window in, int8 inside, three tables of logits out.

python training/attribution/export.py [--weights FILE] [--out FOLDER]
"""

import argparse
import json
import shutil
import sys
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

from encoder import Reading, Tagger, base_folder
from one_at_a_time import Layers
from reportedly.resources.weights import ENCODER, MANIFEST, TOKENIZER

HERE = Path(__file__).resolve().parent
PACKAGED = HERE.parents[1] / "src" / "reportedly" / "models" / "attribution"
NAME = "attribution-minilm-l6 1"
#: How far the exported float model may stray from the trained one.
TOLERANCE = 1e-3


class OneWindow(nn.Module):
    """The tagger for a single window."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger
        self.layers = Layers(tagger.encoder)

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Read a window."""
        words = self.tagger.encoder.embeddings
        size = ids.shape[0]
        hidden = words.word_embeddings(ids) + self.tagger.features(features) + words.position_embeddings.weight[:size]
        hidden = words.LayerNorm(hidden + words.token_type_embeddings.weight[0])
        reading = self.tagger.heads(self.layers(hidden)[None])
        return reading.tags[0], reading.cues[0], reading.sources[0]


def export(tagger: Tagger, path: Path) -> None:
    """Write a tagger as an int8 ONNX file."""
    window = OneWindow(tagger).eval()
    ids, features = torch.randint(1000, 30000, (90,)), torch.randint(0, 9, (90,))
    with TemporaryDirectory() as folder, torch.no_grad():
        plain, prepared = str(Path(folder) / "float.onnx"), str(Path(folder) / "prepared.onnx")
        names = ["tags", "cues", "sources"]
        axes = {"ids": {0: "n"}, "features": {0: "n"}} | {name: {0: "n"} for name in names}
        axes["cues"] = axes["sources"] = {0: "n", 1: "n"}
        torch.onnx.export(
            window, (ids, features), plain, input_names=["ids", "features"], output_names=names,
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        _compare(tagger, plain, ids, features)
        quant_pre_process(plain, prepared, skip_symbolic_shape=True)
        # Seven bits of weight: eight overflow the 16-bit sums of processors without VNNI, so results would differ.
        quantize_dynamic(prepared, str(path), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


def _compare(tagger: Tagger, plain: str, ids: Tensor, features: Tensor) -> None:
    trained: Reading = tagger(ids[None], torch.ones_like(ids)[None], features[None])
    session = onnxruntime.InferenceSession(plain, providers=["CPUExecutionProvider"])
    for one, other in zip(trained, session.run(None, {"ids": ids.numpy(), "features": features.numpy()}), strict=True):
        strayed = float((one[0] - torch.from_numpy(other)).abs().max())
        if strayed > TOLERANCE:
            raise SystemExit(f"the exported model strays from the trained one by {strayed:.4f}")


def main() -> None:
    """Export from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, default=HERE / "build" / "tagger.pt", help="from train.py")
    parser.add_argument("--out", type=Path, default=PACKAGED, help="the folder of the packaged model")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    tagger = Tagger()
    tagger.load_state_dict(torch.load(options.weights, weights_only=True))
    options.out.mkdir(parents=True, exist_ok=True)
    export(tagger.eval(), options.out / ENCODER)
    shutil.copyfile(base_folder() / "tokenizer.json", options.out / TOKENIZER)
    files = {name: sha256((options.out / name).read_bytes()).hexdigest() for name in (ENCODER, TOKENIZER)}
    transitions = json.loads((options.weights.parent / "transitions.json").read_text(encoding="utf-8"))
    manifest = {"name": NAME, "sha256": files, "transitions": transitions}
    (options.out / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    print("\n".join(f"{name} {(options.out / name).stat().st_size / 1e6:.2f} MB" for name in files))


if __name__ == "__main__":
    main()
