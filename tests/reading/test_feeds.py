"""Feeds of all forms, broken ones among them."""

import gzip
import json
import time

import pytest

from reportedly.errors import ReadError
from reportedly.reading.feeds import is_feed, parse_feed
from reportedly.reading.listing import FeedEntry

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Kiosk: world</title><link>https://kiosk.example/</link><ttl>30</ttl>
<item><title>Two ministers &lt;i&gt;resign&lt;/i&gt;</title><link>/a/1</link><guid isPermaLink="false">7</guid>
<source url="https://wire.example/rss">Meridian Wire</source><dc:creator>Ana Sitoe</dc:creator>
<pubDate>Mon, 03 Mar 2025 08:00:00 +0200</pubDate><description>Short</description>
<content:encoded><![CDATA[<p>Two ministers resigned.</p>]]></content:encoded></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Kiosk</title><entry><id>urn:1</id><title>A strike</title>
<link href="https://kiosk.example/b"/><updated>2025-03-03T08:00:00Z</updated><source><title>Port News</title></source>
<author><name>Rosa Lim</name></author><content type="html">&lt;p>Dockers walked out.&lt;/p></content></entry></feed>"""
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Kiosk",
    "items": [
        {"id": 3, "url": "/c", "title": "A vote", "content_html": "<p>They voted.</p>",
         "authors": [{"name": "Lea Onu"}],
         "date_published": "2025-03-03T08:00:00Z", "date_modified": "2025-03-04T08:00:00Z"},
        {"id": "4", "external_url": "https://other.example/d", "author": {"name": "Ivo"}, "summary": "Short"},
        "no record",
    ],
}  # fmt: skip
BASE = "https://kiosk.example/feed"


def only(raw: str | bytes, **options) -> FeedEntry:
    (entry,) = parse_feed(raw.encode() if isinstance(raw, str) else raw, name="feed", **options).entries
    return entry


def test_rss_tells_whose_copy_an_entry_is() -> None:
    feed = parse_feed(RSS.encode(), name="feed", address=BASE)
    assert (feed.title, feed.seconds) == ("Kiosk: world", 1800)
    assert feed.entries == (
        FeedEntry(
            id="7", address="https://kiosk.example/a/1", title="Two ministers resign",
            published="2025-03-03T06:00:00+00:00", authors=("Ana Sitoe",), source="Meridian Wire",
            body="<p>Two ministers resigned.</p>", summary="Short",
        ),
    )  # fmt: skip


def test_atom_is_read_alike() -> None:
    entry = only(ATOM)
    assert (entry.id, entry.address, entry.source) == ("urn:1", "https://kiosk.example/b", "Port News")
    assert (entry.published, entry.updated) == ("2025-03-03T08:00:00+00:00", "2025-03-03T08:00:00Z")
    assert (entry.authors, entry.body) == (("Rosa Lim",), "<p>Dockers walked out.</p>")


def test_json_feed_is_read_alike() -> None:
    first, second = parse_feed(json.dumps(JSON_FEED).encode(), name="feed", address=BASE).entries
    assert (first.id, first.address, first.title, first.authors) == (
        "3",
        "https://kiosk.example/c",
        "A vote",
        ("Lea Onu",),
    )
    assert (first.body, first.published) == ("<p>They voted.</p>", "2025-03-03T08:00:00+00:00")
    assert (second.address, second.authors, second.summary) == ("https://other.example/d", ("Ivo",), "Short")


@pytest.mark.parametrize("text", [RSS, ATOM, json.dumps(JSON_FEED), "\n\n" + RSS, "\ufeff" + ATOM])
def test_feeds_are_known_by_their_first_bytes(text: str) -> None:
    assert is_feed(text.encode())


@pytest.mark.parametrize(
    "text",
    ["", "<!doctype html><html><body><p>RSS</p></body></html>", '{"title": "A vote"}', "Plain words.", "<news/>"],
)
def test_other_inputs_are_not(text: str) -> None:
    assert not is_feed(text.encode())


@pytest.mark.parametrize(
    "broken",
    [
        RSS[: RSS.index("</item>")],
        RSS.replace("&lt;", "<").replace("Short", "Fish & chips & more"),
        RSS.replace("</description>", ""),
        RSS.replace('encoding="utf-8"', 'encoding="klingon"'),
        "junk before it " + RSS,
        RSS.replace("</channel></rss>", "</rss></channel>"),
    ],
)
def test_broken_feeds_still_list(broken: str) -> None:
    assert only(broken, address=BASE).address == "https://kiosk.example/a/1"


def test_a_wrong_charset_costs_no_entry() -> None:
    raw = RSS.replace("resign", "r\u00e9signent").encode("cp1252")
    assert only(raw, address=BASE, charset="utf-8").address == "https://kiosk.example/a/1"


def test_an_entity_bomb_is_not_set_off() -> None:
    levels = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY b0 "boom">{levels}]>' + RSS.partition("?>")[2].replace(
        "Short", "&b11;"
    )
    began = time.monotonic()
    entry = only(bomb, address=BASE)
    assert time.monotonic() - began < 5
    assert len(entry.summary or "") < 1000


def test_a_feed_reads_no_file_of_this_machine(tmp_path) -> None:
    (tmp_path / "secret").write_text("the key")
    entity = f'<!DOCTYPE rss [<!ENTITY leak SYSTEM "file://{tmp_path}/secret">]>'
    feed = '<?xml version="1.0"?>' + entity + RSS.partition("?>")[2].replace("Short", "&leak;")
    assert "the key" not in repr(only(feed, address=BASE))


@pytest.mark.parametrize("raw", [b"<html><body>no feed</body></html>", b"{}", b'{"items": 3}', b"{broken", b"\x00\x01"])
def test_what_is_no_feed_is_told(raw: bytes) -> None:
    with pytest.raises(ReadError, match="^feed: is no "):
        parse_feed(raw, name="feed")


@pytest.mark.parametrize(("ttl", "seconds"), [("5", 300), ("", None), ("soon", None), ("-3", None), ("99999999", None)])
def test_only_a_sane_ttl_counts(ttl: str, seconds: float | None) -> None:
    assert parse_feed(RSS.replace("<ttl>30", f"<ttl>{ttl}").encode(), name="feed").seconds == seconds


def test_a_digest_changes_with_the_article_alone() -> None:
    entry = only(RSS)
    assert entry.digest == only(RSS.replace(">7<", ">8<")).digest
    assert entry.digest != only(RSS.replace("Two ministers resigned", "Three ministers resigned")).digest


@pytest.mark.parametrize(
    "raw",
    [
        b'{"version": "https://jsonfeed.org/version/1", "items": [{"id": "\\ud83d", "title": "A \\ud83d"}]}',
        b"<rss version='2.0'><channel><item><title>A &#xD83D;</title></item></channel></rss>",
        b"<rss version='2.0'><channel><item><title>A &#56832;</title></item></channel></rss>",
    ],
)
def test_half_characters_are_replaced(raw: bytes) -> None:
    entry = only(raw)
    assert entry.title is not None and entry.title.startswith("A")
    assert f"{entry.id}{entry.title}".encode()


def test_feeds_may_be_packed() -> None:
    packed = gzip.compress(RSS.encode())
    assert is_feed(packed)
    assert only(packed, address=BASE).id == "7"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [(gzip.compress(bytes(60_000_000), 1), "larger than 20 MB unpacked"), (b"\x1f\x8b no gzip", "is no feed")],
)
def test_a_packed_bomb_is_not_unpacked(raw: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        parse_feed(raw, name="feed")
