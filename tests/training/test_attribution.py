"""The preparation of the training texts, of which nothing needs the training's own environment."""

import importlib.util
import sys
from pathlib import Path

import numpy as np
import pytest
import yaml

from reportedly.attribution.tagging import Tagger
from reportedly.attribution.tagging.pieces import cut_into_pieces
from reportedly.attribution.tagging.tags import TAGS

FOLDER = Path(__file__).resolve().parents[2] / "training" / "attribution"


def load(name):
    spec = importlib.util.spec_from_file_location(f"training_attribution_{name}", FOLDER / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


EXAMPLES, LABELS = load("examples"), load("labels")
MARKED = yaml.safe_load((FOLDER / "examples.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def tokenizer():
    return Tagger.load().tokenizer


@pytest.mark.parametrize("marked", MARKED)
def test_example_is_whole(marked, tokenizer):
    example = EXAMPLES._example(marked)
    assert not set(example.text) & set("[]|")
    labelled = LABELS.label(cut_into_pieces(example.text, tokenizer), example.attributions)
    assert (labelled.sources != LABELS.UNKNOWN).sum() == len(example.attributions)


def test_marks_become_spans():
    example = EXAMPLES._example("[s12|Ana] [q1|said] [c1|it rained] and [q2|denied] [c2|that it snowed].")
    spans = [
        [example.text[a:b] for role in ("source", "cue", "content") for a, b in x[role]] for x in example.attributions
    ]
    assert spans == [["Ana", "said", "it rained"], ["Ana", "denied", "that it snowed"]]


@pytest.mark.parametrize("marked", ["[s|Ana] said", "[q|said] so", "[c|It rained", "It rained]"])
def test_example_that_is_not_whole_is_refused(marked):
    with pytest.raises(ValueError, match="not a whole example"):
        EXAMPLES._example(marked)


def test_shuffled_texts_hold_every_example_once_with_its_spans():
    examples = [EXAMPLES._example(marked) for marked in MARKED]
    texts = list(EXAMPLES.shuffled_texts(examples, np.random.default_rng(3)))
    assert sorted(p for t in texts for p in t.text.split("\n\n") if p) == sorted(e.text for e in examples)
    said = sorted(t.text[a:b] for t in texts for x in t.attributions for a, b in x["content"])
    assert said == sorted(e.text[a:b] for e in examples for x in e.attributions for a, b in x["content"])


def test_labels_tag_pieces_and_point_to_cue_and_source(tokenizer):
    text = "The mayor said it rained."
    spans = {"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 24]]}
    labelled = LABELS.label(cut_into_pieces(text, tokenizer), [spans])
    tags = [TAGS[tag] for tag in labelled.tags]
    assert tags == ["B-source", "I-source", "B-cue", "B-content", "I-content", "O", "O"]
    assert labelled.cues.tolist() == [-100, -100, -100, 2, 2, -100, -100]
    assert labelled.sources.tolist() == [-100, -100, 0, -100, -100, -100, -100]


@pytest.mark.parametrize(
    ("text", "curly"), [('"No," he said. "It\'s"', "“No,” he said. “It’s”"), ('a "b\n"c" d', "a “b\n“c” d")]
)
def test_marks_are_curled_and_straightened_in_place(text, curly):
    assert LABELS.curled(text) == curly
    assert LABELS.straightened(curly) == text
    assert len(curly) == len(text)
