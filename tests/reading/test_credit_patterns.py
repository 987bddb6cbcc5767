"""Credit lines, datelines and bylines in whole articles; of the held-back third only the share is ever shown."""

import pytest


def test_credits_heldback_reach_floor(sets):
    share = sets.score_credits("heldback").share
    assert share >= sets.floors()["credits_heldback"]


def test_credits_open_reach_floor(sets):
    score = sets.score_credits("open")
    assert score.share >= sets.floors()["credits_open"], "\n".join(score.wrong)


def test_more_credits_reach_floor(sets):
    score = sets.score_credits("more")
    assert score.share >= sets.floors()["credits_more"], "\n".join(score.wrong)


def test_credits_set_is_large_enough(sets):
    assert len(sets.load("credits", "open")) + len(sets.load("credits", "heldback")) >= 90


@pytest.mark.parametrize("part", ["open", "heldback"])
def test_credits_are_split_by_hash(sets, part):
    items = [item for item in sets.load("credits", part) if not item.get("seen")]
    misplaced = sum(sets.is_heldback(item["text"]) is not (part == "heldback") for item in items)
    assert misplaced == 0


@pytest.mark.parametrize("part", ["open", "heldback", "more"])
def test_credits_items_can_be_met(sets, part):
    known = {"text", "optional", "seen", *sets.FIELDS}
    unmet = sum(
        not set(item) <= known or item["starts"] not in item["text"] or item["ends"] not in item["text"]
        for item in sets.load("credits", part)
    )
    assert unmet == 0


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"credits": ["Someone Else"]}, "credits: "),
        ({"byline": ["Someone Else"]}, "byline: "),
        ({"publisher": "Someone Else"}, "publisher: "),
        ({"dateline": None}, "dateline: "),
        ({"starts": "Quite other words"}, "starts: "),
        ({"ends": "quite other words."}, "ends: "),
    ],
)
def test_check_credits_tells_what_is_wrong(sets, change, fault):
    item = {
        "text": "Zambia reopens copper road\n\nLUSAKA, May 2 (Reuters) - Zambia reopened a road to its copper mines.\n",
        "credits": ["Reuters"],
        "dateline": {"place": "LUSAKA", "date": None},
        "starts": "Zambia reopened a road",
        "ends": "its copper mines.",
    }
    assert sets.check_credits(item) == []
    assert [each.startswith(fault) for each in sets.check_credits(item | change)] == [True]


def test_score_never_shows_items(sets):
    assert "secret" not in repr(sets.Score(total=1, wrong=("secret",)))
