"""Saved pages of different make, written for these tests: what is read from each, to the last word."""

from pathlib import Path

import pytest

from reportedly.reading import read

PAGES = Path(__file__).with_name("pages")
EXPECTED = {
    "wordpress": {
        "title": "Ferry owners ask for a dry dock at Mwanza",
        "publisher": "Great Lakes Lantern",
        "byline": ("Asha Juma",),
        "place": "MWANZA",
        "published": "2025-05-03T06:40:00+03:00",
        "starts": "Owners of the lake’s nine ferries",
        "ends": "a cheaper plan in June, it added.",
        "kinds": {
            "cookie notice", "navigation", "byline", "share bar", "caption", "credit", "advertisement", "related links",
            "tags", "comments", "newsletter", "legal notice",
        },
    },
    "nextjs": {
        "title": "Two ministers quit over port lease",
        "publisher": "Delta Chronicle",
        "byline": ("Ana Sitoe", "Per Lund"),
        "place": None,
        "published": "2025-06-09T18:05:00+00:00",
        "starts": "Two ministers left the government",
        "ends": "it would wait for parliament.",
        "kinds": {"navigation", "byline", "share bar", "related links", "newsletter", "legal notice"},
    },
    "amp": {
        "title": "Herders and farmers sign pact near Garissa",
        "publisher": "The Tana Reporter",
        "byline": ("Abdi Warsame",),
        "place": None,
        "published": "2025-04-28",
        "starts": "Elders of two clans signed",
        "ends": "said elder Bare Hassan.",
        "kinds": {"related links", "cookie notice", "byline", "advertisement", "legal notice"},
    },
    "tables": {
        "title": "Islanders vote on a causeway",
        "publisher": "The Skerry Post",
        "byline": (),
        "place": "KIRKWALL",
        "published": "2004-03-12",
        "starts": "Islanders vote on Thursday",
        "ends": "Polling stations open at seven.",
        "kinds": {"related links", "credit", "legal notice"},
    },
    "liveblog": {
        "title": "Dam breach: follow the rescue live",
        "publisher": "Upland Courier",
        "byline": ("Upland Courier",),
        "place": None,
        "published": "2025-03-04T05:10:00+00:00",
        "starts": "Army sends boats",
        "ends": "the villages below, police said.",
        "kinds": {"navigation", "other", "share bar", "cookie notice", "legal notice"},
    },
}  # fmt: skip


@pytest.mark.parametrize("name", EXPECTED)
def test_saved_page_is_read(name):
    expected = EXPECTED[name]
    [article] = read(PAGES / f"{name}.html")
    assert article.title == expected["title"]
    assert article.publisher.name == expected["publisher"]
    assert article.byline == expected["byline"]
    assert (article.dateline.place if article.dateline else None) == expected["place"]
    assert article.published.value == expected["published"]
    assert article.text.startswith(expected["starts"])
    assert article.text.endswith(expected["ends"])
    assert {piece.kind for piece in article.furniture} == expected["kinds"]


@pytest.mark.parametrize("name", EXPECTED)
def test_saved_page_loses_no_furniture_twice(name):
    [article] = read(PAGES / f"{name}.html")
    texts = [piece.text for piece in article.furniture]
    assert len(texts) == len(set(texts))
    assert not set(texts) & set(article.text.split("\n\n"))


@pytest.mark.parametrize("name", EXPECTED)
def test_saved_page_tells_what_was_weighed(name):
    [article] = read(PAGES / f"{name}.html")
    chosen = {choice.field: choice.value for choice in reversed(article.choices)}
    expected = {"title": article.title, "publisher": article.publisher.name, "genre": article.genre}
    assert chosen == {field: value for field, value in expected.items() if value}
