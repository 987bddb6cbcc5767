"""A sentence as the judge sees it: word pieces, with signs around whoever acts, whoever is acted upon, and the trigger.

Training prepares its rows with this code too, so that the two cannot drift apart: a change here asks for new weights.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tokenizers import Tokenizer

from reportedly.records import Span

#: The encoder's own signs, by their place in its vocabulary.
CLS, SEP = 101, 102
#: The signs that open and close a marked stretch: entries that the vocabulary keeps free.
OPENING, CLOSING = (1, 3, 5), (2, 4, 6)
#: Word pieces that the judge reads of a sentence; of a longer one, those around the marks.
LONGEST = 160


class Marks(NamedTuple):
    """Where in a sentence those stand whom it is asked about; None for whoever is not known.

    Attributes:
        actor: Whoever acts.
        recipient: Whoever is acted upon.
        trigger: The words that name the event.
    """

    actor: Span | None = None
    recipient: Span | None = None
    trigger: Span | None = None


class Marked(NamedTuple):
    """What the network reads.

    Attributes:
        ids: Places in the vocabulary.
        places: Where the signs stand that open actor, recipient and trigger; 0 for what is not marked.
    """

    ids: tuple[int, ...]
    places: tuple[int, int, int]


def mark(text: str, marks: Marks, tokenizer: Tokenizer) -> Marked:
    """Cut a sentence into pieces and set the signs around what is marked."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    covered = tuple(_pieces_of(span, encoding.offsets) for span in marks)
    start, end = _window(len(encoding.ids), covered)
    ids, places = [CLS], [0, 0, 0]
    for i in range(start, end):
        for role in _roles_with(i, covered, 0):
            places[role] = len(ids)
            ids.append(OPENING[role])
        ids.append(encoding.ids[i])
        ids.extend(CLOSING[role] for role in reversed(tuple(_roles_with(i, covered, 1))))
    return Marked((*ids, SEP), (places[0], places[1], places[2]))


def _pieces_of(span: Span | None, offsets: Sequence[Span]) -> Span | None:
    """Return the first and the last piece of a stretch of characters."""
    if span is None:
        return None
    inside = [i for i, (start, end) in enumerate(offsets) if start < span[1] and span[0] < end]
    return (inside[0], inside[-1]) if inside else None


def _roles_with(piece: int, covered: Sequence[Span | None], edge: int) -> Iterator[int]:
    return (role for role, pieces in enumerate(covered) if pieces is not None and pieces[edge] == piece)


def _window(size: int, covered: Sequence[Span | None]) -> Span:
    """Return which pieces to read: all, or as many as may be, the marked ones in their middle."""
    if size <= LONGEST:
        return 0, size
    marked = [pieces for pieces in covered if pieces is not None]
    first, last = (min(p[0] for p in marked), max(p[1] for p in marked)) if marked else (0, 0)
    start = max(0, min((first + last + 1 - LONGEST) // 2, size - LONGEST))
    return start, start + LONGEST
