"""Feeds: what they list, and whose copy they say it is. RSS and Atom by feedparser, JSON Feed here."""

import io
import json
import re
import zlib
from calendar import timegm
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

import feedparser

from reportedly.errors import ReadError
from reportedly.reading.fragments import inline_text
from reportedly.reading.listing import Feed, FeedEntry
from reportedly.reading.raw import HEAD_BYTES
from reportedly.reading.sitemaps import is_sitemap, parse_sitemap

ROOTS = re.compile(rb"<(?:rss|rdf:RDF|(?:atom:)?feed)[\s>]|<channel>\s*<(?:title|link|description|item)", re.I)
#: Halves of surrogate pairs as character references: feedparser gives the whole feed up over one.
HALVES = re.compile(
    rb"&#(?:x0*d[89a-f][0-9a-f]{2}|0*5(?:529[6-9]|5[3-9]\d\d|6\d{3}|7[0-2]\d\d|73[0-3]\d|734[0-3]));", re.I
)
JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:(?:\\?/){2}jsonfeed\.org')
SECONDS_A_MINUTE = 60
GZIP, GZIP_WINDOW = b"\x1f\x8b", 31
MOST_UNPACKED = 20_000_000


def is_feed(head: bytes) -> bool:
    """Whether the first bytes of an input are those of a feed or news sitemap."""
    head = _unpacked(head, most=HEAD_BYTES)[:HEAD_BYTES]
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{"):
        return JSON_FEED.search(head) is not None
    return start.startswith(b"<") and (is_sitemap(head) or ROOTS.search(head[:4096]) is not None)


def parse_feed(raw: bytes, *, name: str, address: str | None = None, charset: str | None = None) -> Feed:
    """Parse a feed, however broken, as far as it can be read.

    Args:
        raw: Its bytes.
        name: Of the input, for messages.
        address: Where it came from; relative links count from there.
        charset: As the server names it.

    Raises:
        ReadError: It is no feed.
    """
    unpacked = _unpacked(raw, most=MOST_UNPACKED + 1)
    if len(unpacked) > MOST_UNPACKED:
        raise ReadError(name, f"is larger than {MOST_UNPACKED / 1_000_000:g} MB unpacked")
    found = _parsed(unpacked, name=name, address=address, charset=charset)
    return replace(found, entries=tuple(entry.well_formed() for entry in found.entries))


def _unpacked(raw: bytes, *, most: int) -> bytes:
    """Unpack the gzip file that sitemaps often are; broken ones as far as they go, and no further than asked."""
    if not raw.startswith(GZIP):
        return raw
    try:
        return zlib.decompressobj(GZIP_WINDOW).decompress(raw, most)
    except zlib.error:
        return b""


def _parsed(raw: bytes, *, name: str, address: str | None, charset: str | None) -> Feed:
    if raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _json_feed(raw, name=name, address=address)
    if is_sitemap(raw[:4096]):
        return parse_sitemap(raw, name=name)
    headers = {"content-type": f"application/xml; charset={charset}" if charset else "application/xml"}
    if address:
        headers["content-location"] = address
    try:
        found = feedparser.parse(
            io.BytesIO(HALVES.sub(b"&#xFFFD;", raw)),
            response_headers=headers,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError) as error:
        # The parsers below feedparser fall over some broken feeds; a soak test looks for more of these.
        raise ReadError(name, f"is a feed too broken to read: {type(error).__name__}") from error
    if not found.entries and not found.get("version"):
        raise ReadError(name, "is no feed")
    return Feed(
        title=inline_text(found.feed.get("title") or "") or None,
        entries=tuple(_entry(dict(entry), address=address) for entry in found.entries),
        seconds=_seconds(found.feed.get("ttl")),
    )


def _entry(entry: Mapping[str, Any], *, address: str | None) -> FeedEntry:
    bodies = [piece.get("value") for piece in entry.get("content") or () if piece.get("value")]
    source = entry.get("source") or {}
    return FeedEntry(
        id=entry.get("id") or None,
        address=_absolute(entry.get("link"), address),
        title=inline_text(entry.get("title") or "") or None,
        published=_moment(entry.get("published_parsed")) or _moment(entry.get("updated_parsed")),
        updated=entry.get("updated") or None,
        authors=tuple(name for author in entry.get("authors") or () if (name := author.get("name"))),
        source=inline_text(source.get("title") or "") or None,
        body=max(bodies, key=len, default=None),
        summary=entry.get("summary") or None,
        labels=tuple(label for tag in entry.get("tags") or () if (label := inline_text(tag.get("term") or ""))),
    )


def _moment(parsed: Any) -> str | None:
    """Write feedparser's moment, which is in UTC, as ISO 8601."""
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC).isoformat() if parsed else None
    except (ValueError, TypeError, OverflowError, OSError):
        return None


def _seconds(minutes: Any) -> float | None:
    text = str(minutes or "").strip()
    return float(text) * SECONDS_A_MINUTE if text.isascii() and text.isdecimal() and len(text) < 7 else None


def _absolute(link: Any, base: str | None) -> str | None:
    if not isinstance(link, str) or not link.strip():
        return None
    try:
        return urljoin(base, link.strip()) if base else link.strip()
    except ValueError:
        return None


def _json_feed(raw: bytes, *, name: str, address: str | None) -> Feed:
    try:
        data = json.loads(raw.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        raise ReadError(name, "is no JSON Feed: it is broken JSON") from error
    items = data.get("items")
    if not isinstance(items, list):
        raise ReadError(name, "is no JSON Feed: it has no items")
    entries = tuple(_item(item, address=address) for item in items if isinstance(item, dict))
    return Feed(title=_text(data, "title"), entries=entries)


def _item(item: Mapping[str, Any], *, address: str | None) -> FeedEntry:
    published = _text(item, "date_published") or _text(item, "date_modified")
    return FeedEntry(
        id=_text(item, "id"),
        address=_absolute(_text(item, "url") or _text(item, "external_url"), address),
        title=inline_text(_text(item, "title") or "") or None,
        published=_iso(published),
        updated=_text(item, "date_modified"),
        authors=tuple(_authors(item)),
        body=_text(item, "content_html") or _text(item, "content_text"),
        summary=_text(item, "summary"),
        labels=tuple(_labels(item)),
    )


def _labels(item: Mapping[str, Any]) -> Iterator[str]:
    tags = item.get("tags")
    yield from (tag.strip() for tag in (tags if isinstance(tags, list) else ()) if isinstance(tag, str) and tag.strip())


def _authors(item: Mapping[str, Any]) -> Iterator[str]:
    # `author` is that of version 1, `authors` that of 1.1.
    several = item.get("authors")
    for author in several if isinstance(several, list) else [item.get("author")]:
        if isinstance(author, dict) and (name := _text(author, "name")):
            yield name


def _text(record: Mapping[str, Any], key: str) -> str | None:
    value = record.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value.strip() or None if isinstance(value, str) else None


def _iso(value: str | None) -> str | None:
    try:
        return datetime.fromisoformat(value).isoformat() if value else None
    except ValueError:
        return None
