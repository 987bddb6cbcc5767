"""Nothing in the project is copied from the development data: no six words in a row."""

import gzip
import json
import re
from pathlib import Path

import pytest
import yaml

from reportedly.resources import codebook_files, load_yaml

ROOT = Path(__file__).resolve().parent.parent.parent
SHARED = ROOT.parent / "shared"
WORDS = re.compile(r"\w+")
N = 6
#: Keys of regular expressions in the reading room's files. Fixed formulas of sites and law, and
#: the months in their order, can only be written as they stand; everything else in the codebook must be original.
PATTERNS = frozenset({"line", "shape", "parts"})
#: Keys of proper names in the actors' files: the official name of an office is nobody's sentence.
NAMES = frozenset({"name", "aliases"})
ROOMS = ("attribution", "coding", "language", "reading", "resolution")
#: Stories mark what tells an event: `[e1|the words]`.
STORIES = sorted((ROOT / "bench" / "linking" / "stories").glob("*.yaml"))
MARKS = re.compile(r"\[e\d+\||\]")
SAMPLES = sorted(path for path in (ROOT / "src" / "reportedly" / "samples").rglob("*") if path.is_file())
TESTS = sorted(path for room in ROOMS for path in (ROOT / "tests" / room).glob("*.yaml"))

#: The judge's sentences: `A[who acts] E[the trigger] R[whom]`, and `[trigger]` in the clauses.
EVENT_TRAINING = sorted((ROOT / "training" / "events").glob("*.yaml"))
EVENT_MARKS = re.compile(r"[AREX]\d*\[([^\]]*)\]")


def grams(text):
    words = WORDS.findall(text.lower())
    return {tuple(words[i : i + N]) for i in range(len(words) - N + 1)}


def strings(value):
    """Yield every string inside YAML or JSON data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def without(keys, value):
    """Leave the values of some keys out of YAML data."""
    if isinstance(value, dict):
        return {key: without(keys, inner) for key, inner in value.items() if key not in keys}
    return [without(keys, inner) for inner in value] if isinstance(value, list) else value


@pytest.fixture(scope="module")
def development_grams():
    if not SHARED.is_dir():
        pytest.skip("../shared is not here: originality cannot be checked")
    found = set()
    for path in SHARED.rglob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            for text in strings(json.loads(line)):
                found |= grams(text)
    for path in SHARED.rglob("*.html.gz"):
        found |= grams(re.sub(r"<[^>]*>", " ", gzip.decompress(path.read_bytes()).decode("utf-8", "replace")))
    for path in (SHARED / "seed").glob("*.txt"):
        found |= grams(path.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("name", codebook_files())
def test_codebook_examples_are_original(name, development_grams):
    left_out = {"reading": PATTERNS, "actors": NAMES}.get(name.split("/")[0], frozenset())
    texts = strings(without(left_out, load_yaml(name)))
    shared = {gram for text in texts for gram in grams(text)} & development_grams
    assert not shared, f"{name} shares six words in a row with the development data: {sorted(shared)[:3]}"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_samples_are_original(path, development_grams):
    text = re.sub(r"<script.*?</script>|<style.*?</style>|<[^>]*>", " ", path.read_text(encoding="utf-8"), flags=re.S)
    assert not grams(text) & development_grams


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.name)
def test_test_texts_are_original(path, development_grams):
    data = without(PATTERNS, yaml.safe_load(path.read_text(encoding="utf-8")))
    # A count only: a third of these texts is held back, and a failure must not print it.
    shared = len({gram for text in strings(data) for gram in grams(text)} & development_grams)
    assert shared == 0


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.name)
def test_linking_stories_are_original(path, development_grams):
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    shared = len({gram for text in strings(data) for gram in grams(MARKS.sub("", text))} & development_grams)
    assert shared == 0


def test_training_examples_are_original(development_grams):
    marked = (ROOT / "training" / "attribution" / "examples.yaml").read_text(encoding="utf-8")
    texts = yaml.safe_load(re.sub(r"\[[sqc]\d*\||\]", "", marked))
    assert not {gram for text in texts for gram in grams(text)} & development_grams


@pytest.mark.parametrize("path", EVENT_TRAINING, ids=lambda path: path.name)
def test_event_training_sentences_are_original(path, development_grams):
    data = yaml.safe_load(EVENT_MARKS.sub(r"\1", path.read_text(encoding="utf-8")))
    shared = {gram for text in strings(data) for gram in grams(text)} & development_grams
    assert not shared, f"{path.name} shares six words in a row with the development data: {sorted(shared)[:3]}"
