"""Finds quotations by their marks: typographic, straight, and running over paragraphs."""

import re
from collections.abc import Iterator

from reportedly.language.annotated import Quotation
from reportedly.records import Span

PARAGRAPH = re.compile(r"[^\n]+")
#: Straight and typographic double marks, guillemets, and the pairs of single marks that older systems write.
MARK = re.compile(r"""["“”«»]|``|''""")
OPENING = frozenset({"“", "«", "``"})
CLOSING = frozenset({"”", "»"})


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of a text in reading order.

    Quotations never cross a paragraph: a speaker's second paragraph opens anew, by the convention of newspapers, so
    an unbalanced mark can spoil no more than its own paragraph. A typographic mark says by its shape whether it opens;
    a straight one opens when none is open.
    """
    return tuple(q for match in PARAGRAPH.finditer(text) for q in _in_paragraph(match.group(), match.start()))


def _in_paragraph(paragraph: str, offset: int) -> Iterator[Quotation]:
    opened: Span | None = None
    for match in MARK.finditer(paragraph):
        if opened is None:
            opened = None if match.group() in CLOSING else match.span()
        elif match.group() in OPENING:
            continue  # a quotation inside a quotation is part of the outer one
        else:
            yield from _quotation(opened, match.span(), offset, closed=True)
            opened = None
    if opened is not None:
        end = len(paragraph.rstrip())
        yield from _quotation(opened, (end, end), offset, closed=False)


def _quotation(opening: Span, closing: Span, offset: int, *, closed: bool) -> Iterator[Quotation]:
    """Yield the quotation between two marks; two marks with nothing between are none."""
    inner = (offset + opening[1], offset + closing[0])
    if inner[0] < inner[1]:
        yield Quotation((offset + opening[0], offset + closing[1]), inner, closed)
