"""Sentences without a political event, by another hand, a third of them held back: of that third a share, no text."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

FOLDER = Path(__file__).parent
SCORER = SimpleNamespace(**runpy.run_path(str(FOLDER / "score_nothing.py")))
FILES = (SCORER.OPEN, SCORER.HELD_BACK)
ALL = (*FILES, *SCORER.MORE)
CEILINGS = yaml.safe_load((FOLDER / "floors.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ALL)
def test_share_of_sentences_with_an_event_stays_under_its_ceiling(coder, name):
    share = SCORER.score(coder, name).share
    assert share <= CEILINGS[name]


@pytest.mark.parametrize("name", FILES)
def test_sentences_stand_in_the_file_that_their_hash_names(name):
    wrong = sum(SCORER.is_held_back(item["text"]) != (name == SCORER.HELD_BACK) for item in SCORER.load(name))
    assert wrong == 0


@pytest.mark.parametrize("name", ALL)
def test_items_are_sound(name):
    unsound = sum(
        item.keys() != {"text", "kind", "word"}
        or item["kind"] not in SCORER.KINDS
        or item["word"] not in item["text"].casefold()
        for item in SCORER.load(name)
    )
    assert unsound == 0


def test_there_are_enough_sentences():
    different = len({item["text"] for name in FILES for item in SCORER.load(name)})
    assert different >= 300  # a count: a failing assert shows what it names


def test_a_sentence_with_an_event_counts(coder, tmp_path, monkeypatch):
    items = [
        {"text": "Chad accused Sudan on Friday of arming rebels.", "kind": "court", "word": "accuse"},
        {"text": "The soup was cold.", "kind": "opinion", "word": "cold"},
    ]
    (tmp_path / "some.yaml").write_text(yaml.safe_dump(items), encoding="utf-8")
    monkeypatch.setitem(SCORER.load.__globals__, "FOLDER", tmp_path)
    tally = SCORER.score(coder, "some.yaml")
    assert (tally.coded["court"], tally.coded["opinion"], tally.share) == (1, 0, 0.5)
