"""Boxes of a web page that are not its article: menus, share bars, related links, comments, in page order.

What a box is, its markup says (`codebook/reading/boxes.yaml`). Elements above a paragraph of the article are never
boxes, so a class such as "tags" on the whole page costs no text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice

from lxml.html import HtmlElement

from reportedly.reading.codebook import Box, box_book
from reportedly.reading.credits import read_credit_line
from reportedly.reading.furniture import Where, find_cut
from reportedly.reading.lines import same_words
from reportedly.reading.published import from_line
from reportedly.reading.repair import repair
from reportedly.reading.signatures import read_signature
from reportedly.records import Furniture, FurnitureKind

#: Pages have some thirty boxes; hostile ones have thousands.
MOST_BOXES = 60
MOST_ELEMENTS = 40_000
#: So many characters of a box are kept: they show what it is.
LONGEST_BOX = 400
#: Lines of the article are recognised by so many first letters.
OPENING = 40
#: Shorter lines stand in menus too.
FULL_OPENING = 20
#: Elements that hold the words of one paragraph.
PARAGRAPHS = frozenset(
    {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "td", "div", "span", "section"}
)
#: Elements that are a block of text where they hold no other block.
BLOCKS = PARAGRAPHS - {"span", "h1"}
#: Boxes whose lines are no article wherever they stand, unless they hold so much of the text.
PLEAS = ("cookie notice", "newsletter")
MOST_PLEA = 0.6
NAMED_IN = ("class", "id", "role", "data-component", "data-testid", "aria-label", "itemprop")
#: Longer attributes are data, not names.
LONGEST_NAMES = 300
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
LETTERS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An element that may be a box.

    Attributes:
        element: It.
        kind: What its markup says it is; "other" for a block that it leaves unnamed; None for the article's paragraphs.
        markup: How the page marks it.
    """

    element: HtmlElement
    kind: FurnitureKind | None
    markup: str = ""


@dataclass(slots=True)
class Boxes:
    """The boxes of a page.

    Attributes:
        above: Those before the first paragraph of the article.
        below: The others.
    """

    above: list[Furniture] = field(default_factory=list)
    below: list[Furniture] = field(default_factory=list)


def find_boxes(tree: HtmlElement, text: str, *, title: str) -> Boxes:
    """Find the boxes of a page.

    Args:
        tree: The page.
        text: The article's text as it was extracted.
        title: The headline, which is no furniture wherever it stands.
    """
    openings = {opening_of(line) for line in text.split("\n") if line.strip()}
    article = _elements_of(tree, {each for each in openings if len(each) >= FULL_OPENING} or openings)
    boxes, seen = Boxes(), set[str]()
    met, beside = not article, None
    for box in _candidates(tree, article):
        if box.kind is None:
            # The headline may stand in the text that was extracted; what follows it is above the text all the same.
            met = met or box.element.tag != "h1"
            continue
        words = repair(" ".join(_visible(box.element))).replace("\n", " ")[:LONGEST_BOX].strip()
        key = " ".join(LETTERS.findall(words.casefold()))
        if not key or key in seen or same_words(words, title) or opening_of(words) in openings:
            continue
        seen.add(key)
        if len(seen) > MOST_BOXES:
            break
        piece = Furniture(kind=_told(box, words), text=words, markup=box.markup or None)
        place = boxes.below if met else boxes.above
        # The entries of one menu stand beside each other and are one piece.
        siblings = beside is not None and beside is box.element.getparent() and place and place[-1].kind == piece.kind
        if siblings and len(joined := f"{place[-1].text} · {words}") <= LONGEST_BOX:
            place[-1] = replace(place[-1], text=joined)
        elif not siblings:
            place.append(piece)
        beside = box.element.getparent()
    return boxes


def find_pleas(tree: HtmlElement, text: str) -> set[str]:
    """Find the lines of an extracted text that ask the reader for consent or for money, by the page's markup.

    Some sites call the element that holds the whole article so: what holds most of a text is no such box.

    Args:
        tree: The page.
        text: The article's text as it was extracted.
    """
    openings = {opening_of(line): line for line in text.split("\n") if line.strip()}
    found: set[str] = set()
    for element in islice(tree.iter("div", "section", "aside", "form", "dialog"), MOST_ELEMENTS):
        # Told apart by the word first: to look every element of a page up costs as much as all its boxes.
        names = f"{element.get('class')} {element.get('id')} {element.get('role')}".lower()
        if not _plea_words().search(names) or kind_of(element)[0] not in PLEAS or element.find(".//h1") is not None:
            continue
        own = (opening_of(_own_start(each)) for each in element.iter(*PARAGRAPHS))
        lines = {openings[opening] for opening in own if len(opening) >= FULL_OPENING and opening in openings}
        if sum(map(len, lines)) < MOST_PLEA * len(text):
            found |= lines
    return found


def _elements_of(tree: HtmlElement, openings: set[str]) -> set[HtmlElement]:
    """Return the article's paragraphs and every element above one."""
    marked: set[HtmlElement] = set()
    for number, element in enumerate(tree.iter(*PARAGRAPHS)):
        if number >= MOST_ELEMENTS:
            break
        if element not in marked and opening_of(_own_start(element)) in openings:
            marked.add(element)
            above = element.getparent()
            while above is not None and above not in marked:
                marked.add(above)
                above = above.getparent()
    return marked


def _candidates(tree: HtmlElement, article: set[HtmlElement]) -> Iterator[Candidate]:
    """Yield the boxes from the outside in, with the article's paragraphs in their place."""
    book = box_book()
    stack, visited = [tree], 0
    while stack and visited < MOST_ELEMENTS:
        element = stack.pop()
        visited += 1
        if not isinstance(element.tag, str) or element.tag in book.unseen:
            continue
        kind, markup = (None, "") if element in article else kind_of(element)
        blocks = [child for child in element if child.tag not in book.inline]
        if kind is not None and element.find(".//h1") is None:
            yield Candidate(element, kind, markup)
        elif element in article and not any(child in article for child in element):
            yield Candidate(element, None)
        elif element not in article and element.tag in BLOCKS and not blocks:
            yield Candidate(element, "other")
        else:
            stack.extend(reversed(element))


def kind_of(element: HtmlElement) -> tuple[FurnitureKind | None, str]:
    """Tell what an element is by its tag and names, and how the page marks it; no kind for text."""
    book = box_book()
    names = " ".join(value for each in NAMED_IN if (value := element.get(each)) and len(value) <= LONGEST_NAMES)
    words = " ".join(word.lower() for word in WORD.findall(names))
    for box, pattern in _patterns():
        if found := pattern.search(words):
            return box.kind, f"“{found[0]}” in <{element.tag}>"
    kind = book.tags.get(element.tag) or book.mixed.get(element.tag)
    return kind, f"<{element.tag}>" if kind else ""


def _told(box: Candidate, words: str) -> FurnitureKind:
    """Tell what a box is that may hold anything: by the wording of its first lines, else by its tag or its links."""
    kind, mixed = box.kind or "other", box_book().mixed
    if kind != "other" and kind != mixed.get(box.element.tag):
        return kind
    lines = [words, *islice(_visible(box.element), 3)]
    if kind == "other" and (signature := read_signature(words, below_title=True)):
        return "byline" if signature.credit.authors else "credit"
    if kind == "other" and (credit := read_credit_line(words)):
        return "byline" if credit.authors else "credit"
    told = next((cut.kind for line in lines if (cut := find_cut(line, Where.TAIL))), kind)
    if told == "other" and from_line(words, above_title=False):
        return "clock"
    return "related links" if told == "other" and box.element.find(".//a") is not None else told


def _visible(element: HtmlElement) -> Iterator[str]:
    """Yield the texts of an element that readers see, up to what a box keeps."""
    unseen = box_book().unseen
    length, stack = 0, [(element, False)]
    while stack and length < LONGEST_BOX:
        each, is_tail = stack.pop()
        skipped = not isinstance(each.tag, str) or each.tag in unseen
        found = each.tail if is_tail else (None if skipped else each.text)
        if found and (words := " ".join(found.split())):
            length += len(words)
            yield words
        if not is_tail and not skipped:
            for child in reversed(each):
                stack += [(child, True), (child, False)]


def _own_start(element: HtmlElement) -> str:
    """Return the first words of an element, links and emphasis among them."""
    start = ""
    for words in element.itertext():
        start += words
        if len(start) > 3 * OPENING:
            break
    return start


def opening_of(text: str, *, most: int = OPENING) -> str:
    """Return the first letters of a text, by which its lines are recognised whatever stands between them."""
    return "".join(LETTERS.findall(text[: 3 * most].casefold()))[:most]


@cache
def _patterns() -> tuple[tuple[Box, re.Pattern[str]], ...]:
    boxes = box_book().boxes
    return tuple((box, re.compile(rf"\b(?:{'|'.join(sorted(box.words, key=len, reverse=True))})\b")) for box in boxes)


@cache
def _plea_words() -> re.Pattern[str]:
    words = (word.split()[0] for box in box_book().boxes if box.kind in PLEAS for word in box.words)
    return re.compile("|".join(sorted(set(words))))
