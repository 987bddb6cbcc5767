import json
import shutil
from hashlib import sha256

import pytest

from reportedly import ModelError
from reportedly.attribution.tagging import Tagger
from reportedly.attribution.tagging.model import ModelFiles
from reportedly.resources import model_folder
from reportedly.resources.weights import ENCODER, MANIFEST, TOKENIZER


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(model_folder("attribution"), tmp_path / "model")


def test_packaged_model_is_the_one_of_its_manifest():
    files = ModelFiles.load()
    assert len(files.encoder) + len(files.tokenizer) <= 25_000_000
    assert len(files.manifest.transitions) == 7


@pytest.mark.parametrize("name", [ENCODER, TOKENIZER])
def test_file_that_was_changed_is_refused_by_name(name, folder):
    data = bytearray((folder / name).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / name).write_bytes(data)
    with pytest.raises(ModelError, match="SHA-256") as caught:
        Tagger.load(folder)
    assert caught.value.file == name


@pytest.mark.parametrize("name", [ENCODER, TOKENIZER, MANIFEST])
def test_missing_file_is_named(name, folder):
    (folder / name).unlink()
    with pytest.raises(ModelError, match=f"model file {name}: cannot be read"):
        Tagger.load(folder)


@pytest.mark.parametrize("text", ["", "{}", '{"name": 3}', "[1"])
def test_manifest_that_is_none_is_refused(text, folder):
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match="is no manifest"):
        Tagger.load(folder)


@pytest.mark.parametrize("name", [ENCODER, TOKENIZER])
def test_file_that_the_manifest_vouches_for_and_is_no_model_is_refused(name, folder):
    (folder / name).write_bytes(b"not a model")
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    manifest["sha256"][name] = sha256(b"not a model").hexdigest()
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(ModelError, match="cannot be loaded") as caught:
        Tagger.load(folder)
    assert caught.value.file == name
