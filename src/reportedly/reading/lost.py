"""Paragraphs that the extraction lost: between those that it kept, in the same element, and no box of their own.

Extraction by density drops paragraphs that hold many links, or stand behind an advertisement. Only whole sentences come
back; what they are is told with the rest of the text.
"""

from itertools import islice

from lxml.html import HtmlElement

from reportedly.reading.boxes import FULL_OPENING, MOST_ELEMENTS, kind_of, opening_of
from reportedly.reading.credits import read_credit_line
from reportedly.reading.furniture import Where, find_cut
from reportedly.reading.lines import is_prose
from reportedly.reading.repair import repair

PARAGRAPH_BREAK = "\n\n"
#: Shorter paragraphs are as often labels and captions.
LEAST_WORDS = 10
#: A paragraph that is links for the most part leads to other articles.
MOST_LINKED = 0.6


def restore_lost(tree: HtmlElement, text: str) -> str:
    """Put paragraphs back into an extracted text.

    Args:
        tree: The page.
        text: Its paragraphs as they were extracted, apart.
    """
    lines = text.split(PARAGRAPH_BREAK)
    places = {
        opening: at for at, line in reversed(list(enumerate(lines))) if len(opening := opening_of(line)) >= FULL_OPENING
    }
    elements = list(islice(tree.iter("p"), MOST_ELEMENTS))
    found = [places.get(opening_of(each.text_content()[:200])) for each in elements]
    homes = {_home(each) for each, at in zip(elements, found, strict=True) if at is not None}
    whole, last = opening_of(text, most=len(text)), max((at for at in found if at is not None), default=-1)
    after, lost = -1, dict[int, list[str]]()
    for element, at in zip(elements, found, strict=True):
        after = after if at is None else max(after, at)
        if at is None and after < last and _home(element) in homes and (words := _words(element)):
            opening = opening_of(words)
            if opening not in whole:
                lost.setdefault(after, []).append(words)
                whole += opening
    return PARAGRAPH_BREAK.join(
        [*lost.get(-1, ()), *(part for at, line in enumerate(lines) for part in (line, *lost.get(at, ())))]
    )


def _home(element: HtmlElement) -> object:
    """Return what tells the elements that hold an article's paragraphs: their class, or each for itself."""
    parent = element.getparent()
    if parent is None:
        return None
    return (parent.tag, parent.get("class")) if parent.get("class") else parent


def _words(element: HtmlElement) -> str | None:
    """Return the words of a paragraph that may have been lost; None for what is none."""
    if kind_of(element)[0] is not None or element.find(".//script") is not None or element.find(".//style") is not None:
        return None
    words = repair(element.text_content()).replace("\n", " ").strip()
    linked = sum(len(link.text_content()) for link in element.iter("a"))
    if len(words.split()) < LEAST_WORDS or not is_prose(words) or linked > MOST_LINKED * len(words):
        return None
    return None if find_cut(words, Where.TAIL) or read_credit_line(words) else " ".join(words.split())
