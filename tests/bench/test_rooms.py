"""The share of time by room: what the coder calls belongs to the room that it calls."""

from reportedly import Article
from reportedly.reading import read_all
from rooms import PACKAGE, shares_by_room


def test_shares_are_of_rooms_and_sum_to_one(coder):
    articles = [article for article in read_all([PACKAGE / "samples"]) if isinstance(article, Article)]
    shares = shares_by_room(lambda: list(coder.pipe(articles, workers=1)))
    assert abs(sum(shares.values()) - 1) < 1e-9
    assert {"language: spaCy", "attribution: tagger"} <= shares.keys()
    assert list(shares.values()) == sorted(shares.values(), reverse=True)


def test_work_too_short_to_be_seen_has_no_shares():
    assert shares_by_room(lambda: None) == {}
