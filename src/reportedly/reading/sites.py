"""What a web page calls its site: names from metadata, title, logo and copyright line, the surest first.

Several kinds of evidence that agree go before one alone, whatever kind that is; a slogan goes last.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from lxml.html import HtmlElement

from reportedly.reading.codebook import publisher_book
from reportedly.reading.outlets import is_generic, is_outlet_name, registered_domain
from reportedly.records import Choice

#: Site names follow the headline behind one of these.
TITLE_SEPARATORS = re.compile(r"\s+[|•·»–—-]\s+|\s*[|»]\s+")
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)\s*(?:©|\(c\))?\s*(?:\d{4}\s*(?:[-–]\s*\d{4})?)?,?\s*(?:by )?"
    r"(?P<name>[^\d©|•·\n]{2,60})",
    re.I,
)
ENDS_NAME = re.compile(
    r"(?:[.,;:|]|\s+(?:All|and|Ltd|Limited|Inc|LLC|plc|Pty|Media Group|Group|Holdings|Company)\b).*\Z", re.S
)
LOGO = re.compile(r"\blogo\b|-logo|logo-|_logo", re.I)
LOGO_WORD = re.compile(r"\s*\b(?:site |the )?(?:logo|home ?page|home|icon)\b.*\Z", re.I)
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|_")
LETTERS = re.compile(r"[^\W_]+")
LONGEST_NAME = 7
#: So many texts of a page are looked through for its copyright line, from the end.
MOST_TEXTS = 400


def site_names(
    tree: HtmlElement, tags: dict[str, list[str]], *, linked: str | None, page_title: str | None, url: str | None
) -> tuple[Choice, ...]:
    """Collect the names that a page gives its site, the surest first.

    Args:
        tree: The page.
        tags: Its meta tags by name.
        linked: The publisher that its JSON-LD names.
        page_title: Its <title>.
        url: Its address.
    """
    found = [
        choice
        for kind, name in _named(tree, tags, linked, page_title)
        if (choice := _choice(kind, name)) is not None and not is_generic(choice.value)
    ]
    kinds = Counter(_key(each.value) for each in found)
    ranked = sorted(found, key=lambda each: (is_slogan(each.value), kinds[_key(each.value)] < 2, -each.score))
    if not ranked or is_slogan(ranked[0].value):
        ranked[:0] = _spelled(tree, url)
    return tuple({_key(each.value) + each.evidence: each for each in ranked}.values())


def is_slogan(name: str) -> bool:
    """Whether what stands as the site's name is a slogan: "Your news from the water, first"."""
    words = name.split()
    return len(words) > LONGEST_NAME or "," in name or words[0].casefold() in publisher_book().slogans


def _named(
    tree: HtmlElement, tags: dict[str, list[str]], linked: str | None, page_title: str | None
) -> Iterator[tuple[str, str]]:
    if linked:
        yield "JSON-LD publisher", linked
    for tag in ("og:site_name", "application-name", "twitter:site_name", "apple-mobile-web-app-title"):
        for value in tags.get(tag, [])[:1]:
            yield tag, value
    parts = TITLE_SEPARATORS.split(page_title or "")
    if len(parts) > 1:
        yield "title suffix", parts[-1]
    opening = (page_title or "").partition(": ")[0]
    if page_title and opening != page_title and is_outlet_name(opening):
        yield "title opening", opening
    for image in list(tree.iterfind(".//img[@alt]"))[:MOST_TEXTS]:
        if LOGO.search(" ".join(image.get(each) or "" for each in ("class", "id", "src", "alt"))):
            yield "logo", LOGO_WORD.sub("", image.get("alt") or "")
            break
    texts = [
        text
        for each in tree.iter()
        if isinstance(each.tag, str) and each.tag != "script"
        for text in (each.text, each.tail)
        if text
    ]
    match = next((found for text in reversed(texts[-MOST_TEXTS:]) if (found := COPYRIGHT.search(text))), None)
    if match:
        yield "copyright line", ENDS_NAME.sub("", match["name"])
    for handle in tags.get("twitter:site", [])[:1]:
        yield "twitter:site", HUMP.sub(" ", handle.lstrip("@"))


def _choice(kind: str, name: str) -> Choice | None:
    name = " ".join(name.split()).strip(" .-|")
    if not LETTERS.search(name):
        return None
    return Choice(field="publisher", value=name, evidence=kind, score=publisher_book().signs[kind])


def _spelled(tree: HtmlElement, url: str | None) -> list[Choice]:
    """Find the address written as a name on the page: "Durban Sentinel" for durbansentinel.example."""
    label = (registered_domain(url or "") or "").split(".")[0].replace("-", "")
    if len(label) < 6 or not label.isalpha():
        return []
    pattern = re.compile(r"\b" + r"[ -]?".join(label) + r"\b", re.I)
    body = tree.find("body")
    spellings = Counter(
        " ".join(HUMP.sub(" ", found).split()).replace("-", " ")
        for text in (body if body is not None else tree).itertext()
        for found in pattern.findall(text)
        if found[0].isupper() and not found.isupper()
    )
    best: Iterable[tuple[str, int]] = spellings.most_common()
    return [choice for name, _ in best if " " in name and (choice := _choice("address spelled out", name))][:1]


@cache
def _key(name: str) -> str:
    letters = "".join(LETTERS.findall(name.casefold()))
    return letters.removeprefix("the")
