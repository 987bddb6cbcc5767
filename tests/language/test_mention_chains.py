"""Who is joined with whom on texts by another hand, a third of them held back: a share, never a text, of that third."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from reportedly.language.annotated import AnnotatedText, Entity, EntityMention
from reportedly.language.pipeline import load_pipeline
from reportedly.records import Article

FOLDER = Path(__file__).parent
SCORER = SimpleNamespace(**runpy.run_path(str(FOLDER / "score_mentions.py")))
FILES = (SCORER.OPEN, SCORER.HELD_BACK)
FLOORS = yaml.safe_load((FOLDER / "floors.yaml").read_text(encoding="utf-8"))
REASONS = {"name", "short name", "apposition", "role noun", "pronoun", "abbreviation"}
TWO = {
    "text": "Ana Ruiz met Omar Bashir. She smiled.",
    "chains": [[{"words": "Ana Ruiz"}, {"words": "She", "reason": "pronoun"}], [{"words": "Omar Bashir"}]],
    "apart": [[{"words": "Omar Bashir"}, {"words": "She"}]],
}


def count(item, *chains):
    """Return the tally of one item whose entities hold the tokens of the given spans."""
    doc = load_pipeline()(item["text"])
    entities = tuple(
        Entity("x", "PERSON", tuple(EntityMention(a, b, doc[a:b].root.i, "name") for a, b in spans)) for spans in chains
    )
    tally = SCORER.Tally()
    SCORER.count(item, AnnotatedText(Article.verbatim(item["text"]), doc, (), entities), tally)
    return tally


@pytest.mark.parametrize("name", FILES)
def test_share_of_right_links_reaches_its_floor(name):
    share = SCORER.score(name).share
    assert share >= FLOORS[name]


@pytest.mark.parametrize("name", FILES)
def test_items_stand_in_the_file_that_their_hash_names(name):
    wrong = sum(SCORER.is_held_back(item["text"]) != (name == SCORER.HELD_BACK) for item in SCORER.load(name))
    assert wrong == 0


@pytest.mark.parametrize("name", FILES)
def test_items_are_sound(name):
    for item in SCORER.load(name):
        assert item.keys() <= {"text", "chains", "apart"}
        assert 15 <= len(item["text"].split()) <= 80
        chains, pairs = item.get("chains", ()), item.get("apart", ())
        spans = [SCORER.locate(item["text"], mention) for chain in chains for mention in chain]
        assert len(set(spans)) == len(spans)
        assert all(SCORER.locate(item["text"], mention) for pair in pairs for mention in pair)
        assert all("reason" not in first for first, *_ in chains)
        assert {mention["reason"] for _, *others in chains for mention in others} <= REASONS


def test_there_are_enough_items():
    assert sum(len(SCORER.load(name)) for name in FILES) >= 120


@pytest.mark.parametrize(
    ("chains", "share", "joined"),
    [
        ([[(0, 2), (6, 7)], [(3, 5)]], 1.0, 0),
        ([[(0, 2), (3, 5), (6, 7)]], 1 / 3, 2),
        ([[(0, 2)], [(3, 5), (6, 7)]], 0.0, 1),
        ([], 0.0, 0),
    ],
    ids=["right", "all in one", "wrong person", "nothing found"],
)
def test_joining_what_stands_apart_lowers_the_share(chains, share, joined):
    tally = count(TWO, *chains)
    assert (tally.share, tally.joined) == (pytest.approx(share), joined)


def test_words_that_are_not_there_are_an_error():
    with pytest.raises(ValueError):
        SCORER.locate("Ana Ruiz spoke.", {"words": "Ruiz", "nth": 2})
