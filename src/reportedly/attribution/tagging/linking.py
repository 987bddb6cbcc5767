"""Which contents belong together, by whose cue, and who speaks: read off the two pointers of one window.

A content's pieces each point to the first piece of their cue. Contents whose pointers agree are one attribution, even
where the tags missed the cue itself; the cue then points to its source.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reportedly.attribution.tagging.decoding import Floats, Stretch, log_softmax
from reportedly.records import Span

#: Contents belong together when the product of their pointers is higher. Dev, full F1: .25 75.8, .45 76.0, .75 75.6.
AGREEMENT = 0.45
#: A content may be joined with one of the next few only: speech is not taken up again half a page below.
REACH = 3
#: A content that points nowhere with at least this weight has no cue.
LEAST_CUE = 0.1
#: The cue's possible first pieces that have a say in who the source is, and the least weight of each.
VOICES, LEAST_VOICE = 3, 0.05


class Linked(NamedTuple):
    """One attribution, in pieces of its window."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]


class Pointers(NamedTuple):
    """The logits of both pointers of a window; column 0 means nobody, column i + 1 piece i."""

    cues: Floats
    sources: Floats


class _Group(NamedTuple):
    contents: tuple[Span, ...]
    aim: Floats

    @property
    def size(self) -> int:
        return sum(end - start for start, end in self.contents)


def link(stretches: Sequence[Stretch], pointers: Pointers, goes_on: npt.NDArray[np.bool_]) -> list[Linked]:
    """Put the stretches of a window together to attributions.

    Args:
        stretches: From the tags.
        pointers: The window's.
        goes_on: For each piece, whether it goes on with the word of the piece before.
    """
    by_role = {role: [(s.start, s.end) for s in stretches if s.role == role] for role in ("content", "cue", "source")}
    groups = [_Group((content,), _aim(content, pointers, by_role["cue"])) for content in by_role["content"]]
    found = []
    for group in _joined(groups):
        place = int(group.aim[1:].argmax())
        if group.aim[place + 1] < LEAST_CUE:
            found.append(Linked(None, None, tuple(sorted(group.contents))))
            continue
        cue = next((c for c in by_role["cue"] if c[0] <= place < c[1]), (place, place + 1))
        source = _source(group.aim, pointers.sources, by_role["source"], goes_on)
        found.append(Linked(source, cue, tuple(sorted(group.contents))))
    return found


def _aim(content: Span, pointers: Pointers, cues: Sequence[Span]) -> Floats:
    """Return where a content points on average; what falls on a tagged cue counts for its first piece."""
    aim = np.exp(log_softmax(pointers.cues[content[0] : content[1]])).mean(axis=0)
    for start, end in cues:
        whole = aim[start + 1 : end + 1].sum()
        aim[start + 1 : end + 1] = 0
        aim[start + 1] = whole
    return np.asarray(aim, dtype=np.float32)


def _joined(groups: list[_Group]) -> list[_Group]:
    """Join the two neighbouring groups that agree best until none agree enough."""
    groups = list(groups)
    while True:
        pairs = [
            (float(groups[a].aim @ groups[b].aim), a, b)
            for a in range(len(groups))
            for b in range(a + 1, min(a + 1 + REACH, len(groups)))
        ]
        best = max(pairs, key=lambda pair: (pair[0], -pair[1], -pair[2]), default=None)
        if best is None or best[0] <= AGREEMENT:
            return groups
        _, a, b = best
        groups[a] = _both(groups[a], groups.pop(b))


def _both(one: _Group, other: _Group) -> _Group:
    aim = (one.aim * one.size + other.aim * other.size) / (one.size + other.size)
    return _Group((*one.contents, *other.contents), np.asarray(aim, dtype=np.float32))


def _source(aim: Floats, pointer: Floats, sources: Sequence[Span], goes_on: npt.NDArray[np.bool_]) -> Span | None:
    """Return who speaks: the tagged source, or an untagged word, that the cue points to; None when that is nobody."""
    weights = _voices(aim, pointer)
    held = [(float(weights[start + 1 : end + 1].sum()), (start, end)) for start, end in sources]
    weight, source = max(held, key=lambda pair: pair[0], default=(0.0, None))
    place = int(weights[1:].argmax())
    if weights[place + 1] > max(weight, weights[0]) and not (source and source[0] <= place < source[1]):
        return place, _word_end(place, goes_on)
    return source if source is not None and weight >= weights[0] else None


def _voices(aim: Floats, pointer: Floats) -> Floats:
    """Return where the likeliest cues of a content point, each by its weight."""
    likeliest = (-aim[1:]).argsort(kind="stable")[:VOICES]
    heads = [int(place) for place in likeliest if aim[place + 1] >= LEAST_VOICE] or [int(likeliest[0])]
    shares = np.array([aim[place + 1] for place in heads])
    rows = np.exp(log_softmax(pointer[heads]))
    return np.asarray(shares @ rows / shares.sum(), dtype=np.float32)


def _word_end(place: int, goes_on: npt.NDArray[np.bool_]) -> int:
    end = place + 1
    while end < len(goes_on) and goes_on[end]:
        end += 1
    return end
