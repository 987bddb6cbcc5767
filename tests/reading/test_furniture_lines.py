"""Single lines among neutral paragraphs, cut or kept; of the held-back third only the share is ever shown."""

from typing import get_args

import pytest

from reportedly.records.article import FurnitureKind


def test_furniture_heldback_reaches_floor(sets):
    share = sets.score_furniture("heldback").share
    assert share >= sets.floors()["furniture_heldback"]


def test_furniture_open_reaches_floor(sets):
    score = sets.score_furniture("open")
    assert score.share >= sets.floors()["furniture_open"], "\n".join(score.wrong)


def test_furniture_kinds_heldback_reach_floor(sets):
    share = sets.score_kinds("heldback").share
    assert share >= sets.floors()["furniture_kinds_heldback"]


def test_furniture_set_is_large_and_even(sets):
    lines = sets.load("furniture", "open") + sets.load("furniture", "heldback")
    assert len(lines) >= 160
    assert 0.45 < sum(item["furniture"] for item in lines) / len(lines) < 0.55


@pytest.mark.parametrize("part", ["open", "heldback"])
def test_furniture_is_split_by_hash(sets, part):
    lines = [item for item in sets.load("furniture", part) if not item.get("seen")]
    misplaced = sum(sets.is_heldback(item["line"]) is not (part == "heldback") for item in lines)
    assert misplaced == 0


@pytest.mark.parametrize("part", ["open", "heldback"])
def test_furniture_kinds_are_known(sets, part):
    kinds = set(get_args(FurnitureKind))
    unknown = sum(not set(item["kind"] or ()) <= kinds for item in sets.load("furniture", part))
    unpaired = sum(item["furniture"] is not bool(item["kind"]) for item in sets.load("furniture", part))
    assert (unknown, unpaired) == (0, 0)


def test_neutral_paragraphs_are_kept(sets):
    (article,) = sets.read("\n\n".join([sets.HEADLINE, *sets.PARAGRAPHS]).encode())
    assert (article.title, article.text) == (sets.HEADLINE, "\n\n".join(sets.PARAGRAPHS))


@pytest.mark.parametrize(
    ("line", "furniture"),
    [("Share on Facebook", False), ("The army shelled two villages on the road before noon on Tuesday.", True)],
)
def test_check_line_tells_what_is_wrong(sets, line, furniture):
    assert sets.check_line({"line": line, "furniture": furniture, "kind": None, "position": "end"}) != []
