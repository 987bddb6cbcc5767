"""Whatever happens to a feed, an archive or an agency's item, it is read as far as it goes, in bounded time."""

import gzip
import io
import json
import runpy
import time
import zipfile
from pathlib import Path
from random import Random  # noqa: TID251 - mutations need chance; the seed is fixed

import pytest

from reportedly.errors import ReadError
from reportedly.reading import read_all
from reportedly.reading.feeds import parse_feed
from reportedly.records import Article, Failure

mutate = runpy.run_path(str(Path(__file__).with_name("test_mutations.py")))["mutate"]
#: Of processor time; no mutation takes a second.
SECONDS = 5.0
STORY = "The ferry Aurora left Suva on Monday with ninety people on board, the harbour master said. "
PAGE = (
    f"<html><head><title>Ferry leaves</title></head><body><article><p>{STORY}</p><p>{STORY}</p></article></body></html>"
)
ITEM = (
    f"<item><title>Ferry &amp; crew</title><link>https://kiosk.example/a</link><guid>1</guid><pubDate>Mon, 03 Mar 2025 "
    f'08:00:00 GMT</pubDate><source url="https://wire.example/">Meridian Wire</source><dc:creator>Ana</dc:creator>'
    f"<content:encoded><![CDATA[<p>{STORY}</p>]]></content:encoded></item>"
)
RSS = (
    '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    f"<channel><title>Kiosk</title><ttl>5</ttl>{ITEM * 3}</channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Kiosk</title><entry><id>urn:1</id><title type="html">A &lt;i>'
    'ferry&lt;/i></title><link href="/a"/><updated>2025-03-03T08:00:00Z</updated><source><title>Wire</title></source>'
    f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{STORY}</p></div></content></entry></feed>'
)
SITEMAP = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://kiosk.example/a</loc><news:news>'
    "<news:publication_date>2025-03-03</news:publication_date><news:title>A</news:title></news:news></url></urlset>"
)
NEWSML = (
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1"><itemMeta><provider literal="Wire"/>'
    '<versionCreated>2025-03-03T08:00:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta>'
    "<headline>Ferry leaves</headline></contentMeta><contentSet><inlineXML><html><body>"
    f"<p>{STORY}</p></body></html></inlineXML></contentSet></newsItem>"
)
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "items": [{"id": "1", "url": "/a", "content_html": f"<p>{STORY}</p>", "authors": [{"name": "Ana"}]}] * 2,
}
NINJS = {"uri": "urn:1", "pubStatus": "usable", "headlines": [{"value": "Ferry"}], "bodies": [{"value": STORY}]}


def warc(page: str) -> bytes:
    chunks = f"{len(page):x}\r\n{page}\r\n0\r\n\r\n"
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}"
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://kiosk.example/a\r\nContent-Type: application/http"
    )
    return f"{head}\r\nContent-Length: {len(http)}\r\n\r\n{http}\r\n\r\n".encode()


def wacz() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("datapackage.json", "{}")
        package.writestr("archive/a.warc", warc(PAGE) * 2)
    return buffer.getvalue()


ORIGINALS = {
    "rss": RSS.encode(),
    "atom": ATOM.encode(),
    "json feed": json.dumps(JSON_FEED).encode(),
    "sitemap": SITEMAP.encode(),
    "newsml": NEWSML.encode(),
    "ninjs": json.dumps(NINJS).encode(),
    "warc": warc(PAGE) * 3,
    "packed warc": gzip.compress(warc(PAGE)) * 3,
    "wacz": wacz(),
}


def check(seeds: range) -> None:
    for seed in seeds:
        chance = Random(seed)
        kind = chance.choice(list(ORIGINALS))
        content = mutate(ORIGINALS[kind], chance)
        started = time.process_time()
        results = list(read_all([content]))
        assert time.process_time() - started < SECONDS, f"mutation {seed} of {kind} takes too long"
        assert all(isinstance(each, (Article, Failure)) for each in results), f"mutation {seed} of {kind}"
        assert all(each.text.strip() for each in results if isinstance(each, Article)), f"mutation {seed} of {kind}"
        try:
            feed = parse_feed(content, name="feed", address="https://kiosk.example/feed")
        except ReadError:
            continue
        # What a watch writes down must be text that can be written.
        for entry in feed.entries:
            assert repr(entry).encode() and entry.digest


@pytest.mark.parametrize("kind", ORIGINALS)
def test_the_originals_are_read(kind: str) -> None:
    results = list(read_all([ORIGINALS[kind]]))
    assert results
    assert kind == "sitemap" or any(isinstance(each, Article) for each in results)


def test_mutated_formats_are_read_as_far_as_they_go() -> None:
    check(range(300))


@pytest.mark.soak
def test_many_mutated_formats_are_read_as_far_as_they_go() -> None:
    check(range(300, 5300))
