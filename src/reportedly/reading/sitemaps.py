"""News sitemaps: the pages that a publisher lists as news of the last two days, and indexes of such lists."""

import re
from collections.abc import Iterator

import lxml.etree
from lxml.etree import _Element

from reportedly.errors import ReadError
from reportedly.reading.calendar import parse_date
from reportedly.reading.listing import Feed, FeedEntry

ROOT = re.compile(rb"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]")
ENTRY, INDEXED = "url", "sitemap"


def is_sitemap(head: bytes) -> bool:
    """Whether the first bytes of an input are those of a sitemap."""
    return ROOT.search(head) is not None


def parse_sitemap(raw: bytes, *, name: str) -> Feed:
    """Parse a news sitemap, or an index of sitemaps. Pages that are not listed as news are left out.

    Raises:
        ReadError: It is no sitemap, or lists no news.
    """
    # Entities stay as they are written, and nothing is fetched for them.
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = lxml.etree.fromstring(raw, parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise ReadError(name, "is a sitemap too broken to read") from error
    if root is None:
        raise ReadError(name, "is a sitemap too broken to read")
    entries = tuple(_entries(root))
    further = tuple(_further(root))
    if not entries and not further and _named(root, ENTRY):
        raise ReadError(name, "is a sitemap, but not one of news")
    return Feed(entries=entries, further=further)


def _entries(root: _Element) -> Iterator[FeedEntry]:
    for element in _named(root, ENTRY):
        # The elements that matter have names of their own: news:publication_date, news:title, news:name.
        told = {_local(part): (part.text or "").strip() or None for part in element.iter() if _is_element(part)}
        if "news" in told and told.get("loc"):
            yield FeedEntry(
                address=told["loc"],
                title=told.get("title"),
                published=_moment(told.get("publication_date")),
                updated=told.get("lastmod"),
                publisher=told.get("name"),
            )


def _further(root: _Element) -> Iterator[str]:
    listed = []
    for element in _named(root, INDEXED):
        told = {_local(part): (part.text or "").strip() for part in element.iter() if _is_element(part)}
        if told.get("loc"):
            listed.append((told.get("lastmod", ""), told["loc"]))
    for _, address in sorted(listed, key=lambda item: item[0], reverse=True):
        yield address


def _named(root: _Element, name: str) -> list[_Element]:
    return [element for element in root if _is_element(element) and _local(element) == name]


def _is_element(part: _Element) -> bool:
    # Comments and entities have functions for tags.
    return isinstance(part.tag, str)


def _local(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2].rpartition(":")[2].lower()


def _moment(value: str | None) -> str | None:
    return parse_date(value) if value else None
