"""Divides a text's pieces into windows that the encoder can take, at paragraphs where it can."""

from collections.abc import Iterator

from reportedly.attribution.tagging.pieces import PARAGRAPH, SENTENCE, Ints
from reportedly.records import Span

#: Pieces in a window; the encoder was made for 256 with its two signs.
WINDOW = 254


def windows(cuts: Ints, *, first: int = WINDOW, longest: int = WINDOW) -> Iterator[Span]:
    """Yield windows that follow each other without gap or overlap.

    Each is as long as it may be and ends, in this order, (1) with a paragraph, (2) with a sentence in its last two
    thirds, (3) with any sentence, (4) where it must.

    Args:
        cuts: After which pieces the text may be cut.
        first: The most pieces of the first window; training draws it anew for every pass, to see other neighbours.
        longest: The most pieces of the others.
    """
    start, room = 0, first
    while start < len(cuts):
        end = len(cuts) if len(cuts) - start <= room else start + _length(cuts[start : start + room])
        yield start, end
        start, room = end, longest


def _length(cuts: Ints) -> int:
    for level, least in ((PARAGRAPH, 1), (SENTENCE, len(cuts) // 3), (SENTENCE, 1)):
        places = (cuts >= level).nonzero()[0]
        if len(places) and places[-1] + 1 >= least:
            return int(places[-1]) + 1
    return len(cuts)
