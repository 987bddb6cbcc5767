"""News sitemaps and their indexes."""

import pytest

from reportedly.errors import ReadError
from reportedly.reading.feeds import is_feed, parse_feed
from reportedly.reading.sitemaps import is_sitemap, parse_sitemap

NEWS = b"""<?xml version="1.0" encoding="UTF-8"?><!-- of today -->
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://kiosk.example/a </loc><lastmod>2025-03-04</lastmod><news:news><news:publication><news:name>Kiosk
</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2025-03-03T08:00:00+02:00</news:publication_date><news:title>Ferry sinks</news:title>
</news:news></url>
<url><loc>https://kiosk.example/about</loc></url></urlset>"""
INDEX = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://kiosk.example/old.xml</loc><lastmod>2024-01-01</lastmod></sitemap>
<sitemap><loc>https://kiosk.example/new.xml</loc><lastmod>2025-03-03</lastmod></sitemap></sitemapindex>"""


def test_pages_listed_as_news_are_entries() -> None:
    assert is_sitemap(NEWS) and is_feed(NEWS)
    (entry,) = parse_feed(NEWS, name="map").entries
    assert (entry.address, entry.title, entry.publisher) == ("https://kiosk.example/a", "Ferry sinks", "Kiosk")
    assert (entry.published, entry.updated) == ("2025-03-03T08:00:00+02:00", "2025-03-04")


def test_an_index_names_the_latest_first() -> None:
    assert parse_sitemap(INDEX, name="map").further == (
        "https://kiosk.example/new.xml",
        "https://kiosk.example/old.xml",
    )


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"<urlset><url><loc>https://kiosk.example/about</loc></url></urlset>", "not one of news"),
        (b"<!-- <urlset> ", "too broken to read"),
    ],
)
def test_what_lists_no_news_is_told(raw: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        parse_sitemap(raw, name="map")


def test_an_empty_list_is_no_mistake() -> None:
    assert parse_sitemap(b"<urlset/>", name="map").entries == ()


def test_entities_are_left_alone(tmp_path) -> None:
    (tmp_path / "secret").write_text("the key")
    entity = f'<!DOCTYPE urlset [<!ENTITY leak SYSTEM "file://{tmp_path}/secret">]><urlset'.encode()
    raw = NEWS.replace(b"<urlset", entity).replace(b"Ferry", b"&leak; Ferry")
    assert "the key" not in repr(parse_sitemap(raw, name="map"))
