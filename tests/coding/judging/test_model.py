import json
import shutil
from hashlib import sha256

import pytest

from reportedly import ModelError
from reportedly.attribution.tagging.model import ModelFiles as TaggerFiles
from reportedly.coding.judging import Judge
from reportedly.coding.judging.model import JudgeFiles
from reportedly.resources import model_folder
from reportedly.resources.weights import ENCODER, MANIFEST, TOKENIZER


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(model_folder("events"), tmp_path / "model")


def test_all_packaged_models_together_keep_to_their_room():
    sizes = [path.stat().st_size for path in model_folder("").rglob("*") if path.is_file()]
    assert sum(sizes) <= 48_000_000


def test_the_judge_was_trained_with_the_tokenizer_that_it_shares():
    assert JudgeFiles.load().manifest.sha256[TOKENIZER] == TaggerFiles.load().manifest.sha256[TOKENIZER]


def test_file_that_was_changed_is_refused(folder):
    data = bytearray((folder / ENCODER).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / ENCODER).write_bytes(data)
    with pytest.raises(ModelError, match="SHA-256") as caught:
        Judge.load(folder)
    assert caught.value.file == ENCODER


@pytest.mark.parametrize("name", [ENCODER, MANIFEST])
def test_missing_file_is_named(name, folder):
    (folder / name).unlink()
    with pytest.raises(ModelError, match=f"model file {name}: cannot be read"):
        Judge.load(folder)


@pytest.mark.parametrize("text", ["", "{}", '{"name": 3}', "[1"])
def test_manifest_that_is_none_is_refused(text, folder):
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match="is no manifest"):
        Judge.load(folder)


def test_file_that_the_manifest_vouches_for_and_is_no_model_is_refused(folder):
    (folder / ENCODER).write_bytes(b"not a model")
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    manifest["sha256"][ENCODER] = sha256(b"not a model").hexdigest()
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(ModelError, match="cannot be loaded"):
        Judge.load(folder)
