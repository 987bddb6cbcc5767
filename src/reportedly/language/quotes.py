"""Finds quotations by their marks: typographic, straight, and running over paragraphs."""

import re
from collections.abc import Iterator

from reportedly.language.annotated import Quotation

PARAGRAPH = re.compile(r"[^\n]+")
#: Straight and typographic double marks, guillemets; single marks only where typographic ones open a word.
MARK = re.compile(r'["“”«»]')
OPENING = frozenset("“«")
CLOSING = frozenset("”»")


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of a text in reading order.

    Quotations never cross a paragraph: a speaker's second paragraph opens anew, by the convention of newspapers, so
    an unbalanced mark can spoil no more than its own paragraph. A typographic mark says by its shape whether it opens;
    a straight one opens when none is open.
    """
    return tuple(q for match in PARAGRAPH.finditer(text) for q in _in_paragraph(match.group(), match.start()))


def _in_paragraph(paragraph: str, offset: int) -> Iterator[Quotation]:
    opened: int | None = None
    for match in MARK.finditer(paragraph):
        mark, at = match.group(), match.start()
        if opened is None:
            opened = None if mark in CLOSING else at
        elif mark in OPENING:
            continue  # a quotation inside a quotation is part of the outer one
        else:
            yield from _quotation(opened, at, offset, closed=True)
            opened = None
    if opened is not None:
        yield from _quotation(opened, len(paragraph.rstrip()), offset, closed=False)


def _quotation(opened: int, closing: int, offset: int, *, closed: bool) -> Iterator[Quotation]:
    """Yield the quotation between two marks; two marks with nothing between are none."""
    inner = (offset + opened + 1, offset + closing)
    if inner[0] < inner[1]:
        yield Quotation((offset + opened, offset + closing + closed), inner, closed)
