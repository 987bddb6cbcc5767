"""Title, authors, publisher, date and address of a web page, each by its own order of precedence.

The orders were measured on 40 English news pages (docs/benchmarks.md).
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import htmldate
from lxml.html import HtmlElement

from reportedly.reading.calendar import parse_date
from reportedly.reading.codebook import date_book
from reportedly.reading.jsonld import LinkedData, read_linked_data
from reportedly.reading.kickers import find_kickers
from reportedly.reading.names import is_person_name, merge, split_names, tidy_name
from reportedly.reading.outlets import find_by_address, find_wire, house_key, is_outlet_name
from reportedly.reading.published import candidate, from_text
from reportedly.reading.sites import TITLE_SEPARATORS, site_names
from reportedly.records import Choice, DateCandidate

META_NAMES = ("property", "name", "itemprop")
AUTHOR_TAGS = ("author", "byl", "dc.creator", "parsely-author", "sailthru.author", "article:author", "citation_author")
SITE_TAGS = ("og:site_name", "application-name", "twitter:site_name")
URL_TAGS = ("og:url", "twitter:url", "parsely-link")
SECTION_TAGS = ("article:section", "og:section", "parsely-section", "section", "genre", "articlesection", "dc.type")
HOUSE_TAGS = ("syndication-source", "original-source", "source", "dc.source", "news_source", "agency")
FLAG_TAGS = ("article:opinion",)
MODIFIED_TAGS = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
)
#: JSON-LD headlines of more characters are cut by rule.
LONGEST_HEADLINE = 100
OPENS_ALIKE = 2
#: A date's limits are fixed: the library's own default is today, and results must not depend on the day.
EARLIEST, LATEST = "1995-01-01", "2099-12-31"
ADDRESS = re.compile(r"^\w+:|[/@]|^[\w-]+\.[a-z]+$")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says about its article outside the body.

    Attributes:
        title: The headline.
        authors: Persons, or the outlet's own desk.
        agencies: Agencies named as authors.
        publishers: Names, the surest first.
        choices: What was weighed for title and publisher.
        url: Canonical address.
        dates: Candidates for the publication date.
        body: The article's text as the JSON-LD carries it.
        types: schema.org types of the article.
        labels: Sections and labels that the page files the article under.
        modified: Moments of its last change, ISO 8601.
        corrections: Notes of correction.
    """

    title: str | None
    authors: tuple[str, ...]
    agencies: tuple[str, ...]
    publishers: tuple[str, ...]
    choices: tuple[Choice, ...]
    url: str | None
    dates: tuple[DateCandidate, ...]
    body: str | None
    types: tuple[str, ...]
    labels: tuple[str, ...]
    modified: tuple[str, ...]
    corrections: tuple[str, ...]


def read_metadata(tree: HtmlElement) -> Metadata:
    """Read a page's metadata."""
    linked, tags = read_linked_data(tree), _meta_tags(tree)
    url = _address(tree, tags, linked)
    site = _first(tags, SITE_TAGS)
    authors, agencies = _authors(tree, tags, linked)
    page_title = _clean(tree.findtext(".//title"))
    sites = site_names(tree, tags, linked=_clean(linked.publisher), page_title=page_title, url=url)
    titles = _titles(tree, tags, linked, site=sites[0].value if sites else site)
    return Metadata(
        title=titles[0].value if titles else None,
        authors=authors,
        agencies=merge([agencies, _houses(tags, linked, own=[choice.value for choice in sites])]),
        publishers=tuple(dict.fromkeys(choice.value for choice in sites)),
        choices=(*titles, *sites),
        url=url,
        dates=tuple(_dates(tree, tags, linked, url=url)),
        body=_clean(linked.body),
        types=linked.types,
        labels=tuple(_labels(tree, tags, linked)),
        modified=tuple(_modified(tags, linked)),
        corrections=linked.corrections,
    )


def _titles(
    tree: HtmlElement, tags: dict[str, list[str]], linked: LinkedData, *, site: str | None
) -> tuple[Choice, ...]:
    """Rank the headlines.

    1. The one in the metadata that leaves out words of the <h1>; 2. the <h1> that other evidence shares; 3. og:title;
    4. JSON-LD; 5. <h1>; 6. <title>.

    On the development pages <h1> is right on 36 of 40, og:title without its suffix on 36, JSON-LD on 31. Where og:title
    or JSON-LD is the <h1> but for a few words, they are the headline as it was filed, on 4 of 4.
    """
    shared = _first(tags, ("og:title",)), _first(tags, ("twitter:title",)), _clean(linked.headline)
    page = _clean(tree.findtext(".//title"))
    headings = [text for heading in tree.iterfind(".//h1") if (text := _clean(heading.text_content()))]
    others = [text for text in (*shared, page) if text]
    # A front page's heading, and that of many an article, is the name of the site.
    headings = [text for text in headings if site is None or house_key(text) != house_key(site)]
    agreed = [text for text in headings if any(_bears_out(other, text) for other in others)]
    filed = [text for text in (shared[0], shared[2]) if text and agreed and leaves_out(text, whole=agreed[0])]
    ranked = (
        (filed[0] if filed else None, "headline in the metadata, to which the main heading adds words", 0.96),
        (agreed[0] if agreed else None, "main heading, which the metadata share", 0.95),
        (shared[0], "og:title", 0.9),
        (shared[2], "JSON-LD headline", 0.78),
        (headings[0] if headings and not agreed else None, "main heading, which nothing else bears out", 0.7),
        (page, "<title>", 0.6),
    )
    return tuple(
        Choice(field="title", value=value, evidence=evidence, score=score)
        for text, evidence, score in ranked
        if text and (value := without_site(text, site=site))
    )


def _bears_out(title: str, heading: str) -> bool:
    """Whether a title of the metadata holds a heading, or opens it and was cut."""
    return _fold(heading) in _fold(title) or (_is_cut(title) and _fold(heading).startswith(_fold(title)))


def _is_cut(title: str) -> bool:
    return title.rstrip().endswith(("…", "...")) and len(_fold(title).split()) > OPENS_ALIKE


def leaves_out(text: str, *, whole: str) -> bool:
    """Whether a headline is another one but for a few words: it opens alike, and has its words in their order.

    A headline that was cut short by a machine is none: it ends in dots, or is as long as search engines allow.
    """
    words, all_words = _fold(text).split(), _fold(whole).split()
    if _is_cut(text) or len(text) >= LONGEST_HEADLINE:
        return False
    if words[:OPENS_ALIKE] != all_words[:OPENS_ALIKE] or not len(all_words) / 2 < len(words) < len(all_words):
        return False
    rest = iter(all_words)
    return all(word in rest for word in words)


def without_site(title: str, *, site: str | None) -> str:
    """Cut the site's name off a title: "Dockers strike - Lagoon Mail" by Lagoon Mail."""
    parts = [found.span() for found in TITLE_SEPARATORS.finditer(title)]
    for start, end in reversed(parts):
        tail = title[end:]
        named = site is not None and (_fold(site) in _fold(tail) or _fold(tail) in _fold(site))
        if start > 0 and (named or find_wire(tail)):
            title = title[:start]
    opening, colon, rest = title.partition(": ")
    # "The Skerry Post: Islanders vote" by an old site; "Reuters: Two killed" says so too.
    return (rest if colon and rest and is_outlet_name(opening) else title).strip()


def _authors(
    tree: HtmlElement, tags: dict[str, list[str]], linked: LinkedData
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Choose the authors: 1. JSON-LD; 2. meta tags; 3. links marked rel="author". Agencies are kept apart."""
    links = list(tree.iterfind(".//a[@rel='author']"))
    # Teasers of other articles mark their authors too: those of this one stand together, and first.
    marked = [_clean(link.text_content()) or "" for link in links if link.getparent() is links[0].getparent()]
    tagged = [value for name in AUTHOR_TAGS for value in tags.get(name, [])]
    stated = next((names for names in (list(linked.authors), tagged, marked) if any(map(_is_name, names))), [])
    persons: list[str] = []
    agencies: list[str] = []
    for name in filter(_is_name, map(html.unescape, stated)):
        if is_outlet_name(name):
            agencies.append(name)
            continue
        named = split_names(name)
        # What does not look like full names is one name: "Lagoon staff", names in other scripts, "Sitoe, Ana".
        whole = not all(" " in author for author in named.authors) or not named.authors
        persons += [_turned(name)] if whole else named.authors
        agencies += () if whole else named.agencies
    return merge([persons]), merge([agencies])


def _is_name(text: str) -> bool:
    # A name all in small letters is a login: "ana-sitoe".
    return bool(text.strip()) and not text.islower() and not ADDRESS.search(text.strip())


def _turned(name: str) -> str:
    """Write "Sitoe, Ana" as it is spoken."""
    family, comma, given = name.partition(", ")
    turn = comma and is_person_name(family) and is_person_name(given)
    return f"{given} {family}" if turn else tidy_name(name.strip())


def _dates(
    tree: HtmlElement, tags: dict[str, list[str]], linked: LinkedData, *, url: str | None
) -> Iterator[DateCandidate]:
    found = [from_text(linked.published, kind="JSON-LD", detail="datePublished")] if linked.published else []
    found += [
        from_text(value, kind="meta", detail=name)
        for name in date_book().meta
        for value in tags.get(name.lower(), [])[:1]
    ]
    found += [
        from_text(time.get("datetime"), kind="time element", detail=time.get("datetime"))
        for time in list(tree.iterfind(".//time[@datetime]"))[:1]
    ]
    stated = [each for each in found if each]
    # Asked only where the page states nothing: beside stated dates it was right no more often, and wrong by years.
    yield from stated or filter(None, [_htmldate(tree, url)])


def _htmldate(tree: HtmlElement, url: str | None) -> DateCandidate | None:
    # The library raises nothing of its own, but hands on what lxml and its parsers raise on broken pages.
    try:
        value = htmldate.find_date(tree, url=url, original_date=True, min_date=EARLIEST, max_date=LATEST)
    except (ValueError, TypeError, AttributeError, OverflowError):
        return None
    day = parse_date(value) if value else None
    return candidate(day, kind="htmldate") if day else None


def _houses(tags: dict[str, list[str]], linked: LinkedData, *, own: list[str]) -> Iterator[str]:
    """Yield the agencies and outlets that the metadata say the copy comes from, by their names or addresses."""
    site = {house_key(name) for name in own}
    for text in (*linked.houses, *(value for name in HOUSE_TAGS for value in tags.get(name, []))):
        known = find_by_address(text) if _is_address(text) else None
        if (known or is_outlet_name(text)) and house_key(name := known.name if known else text) not in site:
            yield name


def _labels(tree: HtmlElement, tags: dict[str, list[str]], linked: LinkedData) -> Iterator[str]:
    yield from linked.sections
    yield from (value for name in SECTION_TAGS for value in tags.get(name, []))
    # Facebook's tag for opinion pieces says so without a word.
    yield from (name.rpartition(":")[2] for name in FLAG_TAGS if "true" in tags.get(name, []))
    yield from find_kickers(tree)


def _modified(tags: dict[str, list[str]], linked: LinkedData) -> Iterator[str]:
    stated = [linked.modified, *(value for name in MODIFIED_TAGS for value in tags.get(name, []))]
    yield from (value for text in stated if text and (value := parse_date(text)))


def _address(tree: HtmlElement, tags: dict[str, list[str]], linked: LinkedData) -> str | None:
    links = [link.get("href") for link in tree.iterfind(".//link[@rel='canonical']")]
    return next((url for url in (*links, _first(tags, URL_TAGS), linked.url) if url and _is_address(url)), None)


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _meta_tags(tree: HtmlElement) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    for tag in tree.iterfind(".//meta[@content]"):
        for attribute in META_NAMES:
            value = _clean(tag.get("content"))
            if (name := tag.get(attribute)) and value:
                tags.setdefault(name.lower(), []).append(value)
    return tags


def _first(tags: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((value for name in names for value in tags.get(name, [])), None)


def _clean(text: str | None) -> str | None:
    """Undo entities that were written twice, and line breaks; None for nothing."""
    return html.unescape(text).strip() or None if text else None


def _fold(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
