import lxml.html
import pytest

from reportedly.reading.sites import is_slogan, site_names


def names_of(body, *, tags=None, linked=None, page_title=None, url=None):
    tree = lxml.html.document_fromstring(f"<html><body>{body}</body></html>")
    return [choice.value for choice in site_names(tree, tags or {}, linked=linked, page_title=page_title, url=url)]


@pytest.mark.parametrize(
    ("name", "slogan"),
    [
        ("Your Weekly Companion", True),
        ("Breaking news from the delta", True),
        ("News, weather and tides", True),
        ("Delta Chronicle", False),
        ("The Karoo Record", False),
    ],
)
def test_is_slogan(name, slogan):
    assert is_slogan(name) is slogan


def test_names_that_agree_go_before_one_alone():
    body = "<img class='logo' alt='Delta Chronicle logo'><footer>© 2025 Delta Chronicle. All rights reserved.</footer>"
    assert names_of(body, linked="Sandbar Holdings")[0] == "Delta Chronicle"


def test_first_kind_wins_where_nothing_agrees():
    tags = {"og:site_name": ["Delta Chronicle"]}
    assert names_of("", tags=tags, linked="Sandbar Holdings") == ["Sandbar Holdings", "Delta Chronicle"]


def test_slogan_loses_against_any_name():
    tags = {"og:site_name": ["Your river, your news"]}
    assert names_of("", tags=tags, page_title="Dam opens | Upland Courier")[0] == "Upland Courier"


def test_slogan_loses_against_the_address_spelled_out():
    tags = {"og:site_name": ["Your Tidelands"]}
    body = "<p>KarooSentinel is read in nine towns. Write to the Karoo Sentinel.</p>"
    assert names_of(body, tags=tags, url="https://karoosentinel.example/a")[0] == "Karoo Sentinel"


def test_names_come_from_title_and_handle():
    names = names_of("", tags={"twitter:site": ["@TanaReporter"]}, page_title="The Skerry Post: Islanders vote")
    assert names == ["The Skerry Post", "Tana Reporter"]


def test_no_name_is_invented():
    assert names_of("<p>Nothing.</p>", page_title="Dam opens early", url="https://a.example") == []
