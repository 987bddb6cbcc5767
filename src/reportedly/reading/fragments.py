"""Text out of pieces of HTML: articles that feeds and news agencies hand over without a page around them."""

import re
from collections.abc import Iterator

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "footer", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "thead",
        "tr", "ul",
    }
)  # fmt: skip
DROPPED = frozenset({"audio", "embed", "figure", "form", "iframe", "noscript", "object", "script", "style", "video"})
MARKUP = re.compile(r"<[a-zA-Z/!]|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);")
SPACES = re.compile(r"\s+")
PARAGRAPH_BREAK = "\n\n"


def fragment_text(piece: str) -> str:
    r"""Return the text of a piece of HTML, its paragraphs apart; text without any markup stays as it is.

    >>> fragment_text("<p>Suva was calm.</p><p>Shops <b>opened</b>.</p>")
    'Suva was calm.\n\nShops opened.'
    """
    if not MARKUP.search(piece):
        return piece.strip()
    tree = _parse(piece)
    if tree is None:
        return ""
    lines = "".join(_pieces(tree)).split("\n")
    return PARAGRAPH_BREAK.join(line for line in (SPACES.sub(" ", line).strip() for line in lines) if line)


def inline_text(piece: str) -> str:
    """Return the text of a piece of HTML on one line: a headline, a name.

    >>> inline_text("Strike at <i>Port&nbsp;Said</i>")
    'Strike at Port Said'
    """
    return SPACES.sub(" ", fragment_text(piece)).strip()


def _parse(piece: str) -> HtmlElement | None:
    # lxml refuses control characters that no markup may hold, and a text that is nothing but a comment.
    try:
        return lxml.html.fragment_fromstring(piece.replace("\x00", ""), create_parent="div")
    except (lxml.etree.LxmlError, ValueError):
        return None


def _pieces(tree: HtmlElement) -> Iterator[str]:
    """Yield the texts in reading order, a line break around every block; deep nesting costs no recursion."""
    dropped = 0
    for event, element in lxml.etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event == "start":
            dropped += element.tag in DROPPED
        elif event == "end":
            dropped -= element.tag in DROPPED
        if element.tag in BLOCKS:
            yield "\n"
        text = element.text if event == "start" else element.tail
        if text and not dropped:
            yield SPACES.sub(" ", text)
