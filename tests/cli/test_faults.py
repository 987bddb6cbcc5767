"""What goes wrong around a command: a full disk, a damaged model."""

import shutil
import subprocess
import sys
from pathlib import Path

from reportedly.resources import model_folder

RUN = "from reportedly.cli.main import run; run()"
NEWS = "Fishers in Ghana blocked the harbour of Tema on Monday, the port authority said.\n"


def test_a_full_disk_leaves_the_earlier_output_and_its_manifest(invoke, small_disk, tmp_path: Path) -> None:
    out = small_disk.folder / "read.jsonl"
    (tmp_path / "small.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "large.txt").write_text(NEWS + "It rained over the harbour. " * 50_000, encoding="utf-8")
    assert invoke("read", "small.txt", "--out", str(out)).exit_code == 0
    earlier = {path.name: path.read_bytes() for path in small_disk.folder.iterdir()}
    command = [sys.executable, "-c", RUN, "read", "large.txt", "--out", str(out)]
    ended = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, preexec_fn=small_disk.limit, check=False
    )
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "No space left on device" in ended.stderr or "File too large" in ended.stderr
    assert {path.name: path.read_bytes() for path in small_disk.folder.iterdir()} == earlier


#: The models lie elsewhere; a process of its own, since models that were loaded once stay loaded.
ELSEWHERE = (
    "import pathlib, sys; from reportedly.resources import loading; loading.MODELS = pathlib.Path(sys.argv.pop(1)); "
)


def test_a_damaged_model_is_one_line_and_no_output(tmp_path: Path) -> None:
    broken = shutil.copytree(model_folder("attribution"), tmp_path / "attribution")
    data = bytearray((broken / "encoder.onnx").read_bytes())
    data[1_000] ^= 1
    (broken / "encoder.onnx").write_bytes(data)
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    command = [sys.executable, "-c", ELSEWHERE + RUN, str(tmp_path), "code", "a.txt", "--out", "events.jsonl"]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr.startswith("reportedly: model file encoder.onnx: has the SHA-256 ")
    assert ended.stderr.count("\n") == 1
    assert not list(tmp_path.glob("events*"))
