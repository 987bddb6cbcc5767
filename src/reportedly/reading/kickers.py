"""Labels that a page prints beside its headline: the kicker above it, the breadcrumbs that lead to it."""

from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from reportedly.reading.codebook import box_book

#: A label has no more words.
MOST_WORDS = 5
#: So many elements around the headline are looked at: its header, and not the page's menus.
MOST_LEVELS = 4
MOST_BEFORE = 200
MOST_LABELS = 12
CRUMBS = (
    "//*[" + " or ".join(f"contains(@{name}, 'crumb')" for name in ("class", "id", "aria-label", "data-testid")) + "]"
)
#: What lists many sections names none of this article.
MENUS = frozenset({"nav", "ul", "ol", "menu", "form", "button", "aside", "footer"})


def find_kickers(tree: HtmlElement) -> tuple[str, ...]:
    """Return the labels of a page's headline, in page order, each once."""
    heading = next(tree.iter("h1"), None)
    found = [*_crumbs(tree), *(() if heading is None else _above(heading))]
    return tuple(dict.fromkeys(text for text in found if len(text.split()) <= MOST_WORDS))[:MOST_LABELS]


def _crumbs(tree: HtmlElement) -> Iterator[str]:
    for element in tree.xpath(CRUMBS)[:MOST_LABELS]:
        for link in islice(element.iter("a", "li", "span"), MOST_LABELS):
            yield " ".join(link.text_content().split())


def _above(heading: HtmlElement) -> Iterator[str]:
    """Yield the short texts before a headline, inside the outermost element that holds little before it."""
    texts: list[str] = []
    child = heading
    for _ in range(MOST_LEVELS):
        parent = child.getparent()
        if parent is None or parent.tag in ("body", "html"):
            break
        before = [text for each in parent[: parent.index(child)] for text in _words(each)]
        if sum(map(len, [*before, *texts])) > MOST_BEFORE:
            break
        texts[:0] = before
        child = parent
    yield from texts


def _words(element: HtmlElement) -> Iterator[str]:
    """Yield the texts of an element, but for those of menus and what readers do not see."""
    stack = [(element, False)]
    while stack:
        each, is_tail = stack.pop()
        skipped = not isinstance(each.tag, str) or each.tag in MENUS or each.tag in box_book().unseen
        found = each.tail if is_tail else (None if skipped else each.text)
        if words := " ".join((found or "").split()):
            yield words
        if not is_tail and not skipped:
            for child in reversed(each):
                stack += [(child, True), (child, False)]
