"""feeds.toml, and the lists of feed readers."""

from pathlib import Path

import pytest

from reportedly.errors import SettingsError
from reportedly.gathering.rhythm import Rhythm
from reportedly.gathering.watchlist import WatchedFeed, load_watchlist, seconds_of

TOML = """
least = "1 min"
revisit = ["1 h"]

[[feed]]
url = "https://Kiosk.example/rss"
publisher = "Kiosk"

[[feed]]
url = "https://wire.example/news.xml"
pages = false
least = "10 s"
most = "0.5 h"

[[feed]]
url = "https://kiosk.example/rss"
"""
OPML = """<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
<outline text="World"><outline type="rss" text="Kiosk" xmlUrl="https://kiosk.example/rss"/>
<outline text="Twice" xmlUrl="https://kiosk.example/rss"/></outline>
<outline text="Port" xmlurl=" https://port.example/atom "/><outline text="A folder"/></body></opml>"""


def write(folder: Path, text: str, *, name: str = "feeds.toml") -> Path:
    path = folder / name
    path.write_text(text)
    return path


def test_feeds_are_read_each_once(tmp_path: Path) -> None:
    watchlist = load_watchlist(write(tmp_path, TOML))
    assert watchlist.revisit == (3600.0,)
    assert watchlist.feeds == (
        WatchedFeed(address="https://kiosk.example/rss", rhythm=Rhythm(60, 21_600), publisher="Kiosk"),
        WatchedFeed(address="https://wire.example/news.xml", rhythm=Rhythm(10, 1800), pages=False),
    )


def test_a_feed_readers_list_is_read_too(tmp_path: Path) -> None:
    watchlist = load_watchlist(write(tmp_path, OPML, name="mine.opml"))
    assert [feed.address for feed in watchlist.feeds] == ["https://kiosk.example/rss", "https://port.example/atom"]


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("90 s", 90), ("5 min", 300), ("5min", 300), ("2 h", 7200), ("1 day", 86_400), ("1.5 hours", 5400)],
)
def test_spans_are_written_with_a_unit(value: str, seconds: float) -> None:
    assert seconds_of(value) == seconds


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "names no feed; each stands under"),
        ("feed = []", "names no feed; each stands under"),
        ("not toml", "is not TOML"),
        ('[[feed]]\nurl = "ftp://a.example"', "only http and https are"),
        ('[[feed]]\nadress = "https://a.example"', "feed 1 url: field required"),
        (
            '[[feed]]\nurl = "https://a.example"\n[[feed]]\nurl = "https://b.example"\nleast = 5',
            "feed 2 least: no span of time",
        ),
        ('least = "9 h"\n[[feed]]\nurl = "https://a.example"', "https://a.example: least is longer than most"),
        ("<opml><body/></opml>", "names no feed"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, text: str, reason: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(SettingsError, match=reason) as caught:
        load_watchlist(path)
    assert str(caught.value).startswith(str(path))


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read: No such file"):
        load_watchlist(tmp_path / "none.toml")
