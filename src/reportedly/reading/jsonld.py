"""What a page says about its article in JSON-LD (schema.org)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from reportedly.reading.fragments import fragment_text, inline_text

#: schema.org types of articles end in these: NewsArticle, LiveBlogPosting, AnalysisNewsArticle, Report …
ARTICLE_TYPES = ("article", "posting", "report")
#: Where a page names the house whose copy it carries; "provider" is as often the site's own.
HOUSES = ("sourceOrganization", "provider", "isBasedOn", "isBasedOnUrl", "copyrightHolder")
#: Deeper graphs than any publisher's, and no way to exhaust the stack.
DEEPEST = 12


@dataclass(frozen=True, slots=True)
class LinkedData:
    """The article node of a page's JSON-LD.

    Attributes:
        headline: As written there, entities and all.
        published: datePublished.
        authors: Names.
        publisher: Name.
        url: Address of the node or of its page.
        body: articleBody; of a live blog without one, its entries.
        types: Its schema.org types.
        modified: dateModified.
        sections: articleSection, genre, and the names of breadcrumbs.
        corrections: Notes of correction.
        houses: Names and addresses of those whom the text comes from: sourceOrganization, provider, isBasedOn …
    """

    headline: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    body: str | None = None
    types: tuple[str, ...] = ()
    modified: str | None = None
    sections: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()
    houses: tuple[str, ...] = ()


def read_linked_data(tree: HtmlElement) -> LinkedData:
    """Read the first article that the page's JSON-LD describes; empty where it describes none."""
    nodes = [node for script in tree.iterfind(".//script") if _is_linked_data(script) for node in _nodes(_load(script))]
    by_id = {node["@id"]: node for node in reversed(nodes) if isinstance(node.get("@id"), str) and len(node) > 1}
    article = next((node for node in nodes if _is_article(node)), None)
    if article is None:
        return LinkedData()
    return LinkedData(
        headline=_text(article.get("headline")),
        published=_text(article.get("datePublished")) or _text(article.get("dateCreated")),
        authors=tuple(dict.fromkeys(_names(article.get("author") or article.get("creator"), by_id))),
        publisher=next(_names(article.get("publisher"), by_id), None),
        url=_text(article.get("url")),
        body=_text(article.get("articleBody")) or _updates(article),
        types=tuple(_types(article)),
        modified=_text(article.get("dateModified")),
        sections=(*_strings(article.get("articleSection")), *_strings(article.get("genre")), *_crumbs(nodes)),
        corrections=tuple(inline_text(note) for note in _strings(article.get("correction"))),
        houses=tuple(name for field in HOUSES for name in _origins(article.get(field), by_id)),
    )


def _is_linked_data(script: HtmlElement) -> bool:
    return "ld+json" in (script.get("type") or "").lower()


def _load(script: HtmlElement) -> Any:
    # Broken JSON-LD is common; the page is then read as if it had none.
    try:
        return json.loads((script.text or "").strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield every node of the graph, outer nodes first."""
    if depth > DEEPEST:
        return
    if isinstance(data, list):
        for item in data:
            yield from _nodes(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for value in data.values():
            yield from _nodes(value, depth + 1)


def _is_article(node: dict[str, Any]) -> bool:
    described = any(name.lower().endswith(ARTICLE_TYPES) for name in _types(node))
    # Lists of related articles name headlines too; only the page's own article says when it was published.
    return described and ("datePublished" in node or "author" in node)


def _types(node: dict[str, Any]) -> Iterator[str]:
    """Yield the types of a node, without the address of the vocabulary before them."""
    types = node.get("@type")
    for name in types if isinstance(types, list) else [types]:
        if isinstance(name, str):
            yield name.rpartition("/")[2].rpartition(":")[2]


def _strings(value: Any) -> Iterator[str]:
    """Yield the texts of a field: alone, in a list, or in nodes that hold a text or name."""
    for item in value if isinstance(value, list) else [value]:
        words = item.get("text") or item.get("name") or item.get("description") if isinstance(item, dict) else item
        if text := _text(words):
            yield text


def _crumbs(nodes: list[dict[str, Any]]) -> Iterator[str]:
    for node in nodes:
        if "BreadcrumbList" in _types(node) and isinstance(steps := node.get("itemListElement"), list):
            for step in steps:
                item = step.get("item") if isinstance(step, dict) else None
                yield from _strings(step)
                yield from _strings(item)


def _origins(value: Any, by_id: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Yield whom a text comes from, by name or address: of a work, who published it."""
    for item in value if isinstance(value, list) else [value]:
        node = by_id.get(str(item.get("@id")), item) if isinstance(item, dict) else {}
        publishers = tuple(_names(node.get("publisher"), by_id))
        yield from publishers or _names(item, by_id)
        yield from () if publishers else _strings(node.get("url"))


def _updates(article: dict[str, Any]) -> str | None:
    """Return the entries of a live blog, in its order: pages show the latest, and load the others by script."""
    updates = article.get("liveBlogUpdate")
    parts: list[str] = []
    for update in updates if isinstance(updates, list) else [updates]:
        if isinstance(update, dict) and (body := fragment_text(_text(update.get("articleBody")) or "")):
            headline = inline_text(_text(update.get("headline")) or "")
            parts += [headline, body] if headline and not body.startswith(headline) else [body]
    return "\n\n".join(parts) or None


def _names(value: Any, by_id: dict[str, dict[str, Any]]) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            node = item if "name" in item else by_id.get(str(item.get("@id")), {})
            item = node.get("name")
        if isinstance(item, list):
            yield from _names(item, by_id)
        elif name := _text(item):
            yield name


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
