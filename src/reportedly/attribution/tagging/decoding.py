"""From the tagger's logits to labelled stretches of pieces: the best sequence of tags, by Viterbi.

All windows of a text go through together, which changes no result and saves most of the time.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from reportedly.attribution.tagging.tags import OUTSIDE, ROLES, TAGS
from reportedly.records import Span

Floats: TypeAlias = npt.NDArray[np.float32]

#: Stands for a probability of nought, and still adds up.
NEVER = -1e4


class Stretch(NamedTuple):
    """Pieces of one window that have a role."""

    role: str
    start: int
    end: int


class TagWeights(NamedTuple):
    """How much the frequency of tag pairs counts beside what the network sees.

    Attributes:
        transitions: Logarithm of how often each tag follows each in the training texts.
        share: What part of that is added.
        outside: Added to the tag outside; above 0 it makes the tagger more careful.
    """

    transitions: Floats
    share: float
    outside: float


def log_softmax(logits: Floats) -> Floats:
    """Return the logarithm of the probabilities along the last axis."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)), dtype=np.float32)


def best_tags(
    logits: Sequence[Floats], closed: Sequence[npt.NDArray[np.bool_]], weights: TagWeights
) -> list[list[int]]:
    """Return the best tag of every piece of every window.

    Args:
        logits: One row a piece, for each window.
        closed: For each window, which pieces are separators and can have no role.
        weights: What is added to the logits.
    """
    if not logits:
        return []
    scores = _padded(logits, closed, weights.outside)
    moves = weights.share * weights.transitions + _forbidden()
    best = scores[:, 0].copy()
    best[:, 2::2] = NEVER
    came_from = np.zeros(scores.shape, dtype=np.int8)
    for step in range(1, scores.shape[1]):
        options = best[:, :, None] + moves
        came_from[:, step] = options.argmax(axis=1)
        best = options.max(axis=1) + scores[:, step]
    return [_walk_back(came_from[i], int(best[i].argmax()))[: len(rows)] for i, rows in enumerate(logits)]


def _padded(logits: Sequence[Floats], closed: Sequence[npt.NDArray[np.bool_]], outside: float) -> Floats:
    """Lay the windows under each other; whatever a window lacks is outside every role."""
    scores = np.full((len(logits), max(map(len, logits)), len(TAGS)), NEVER, dtype=np.float32)
    scores[:, :, OUTSIDE] = 0
    for i, (rows, shut) in enumerate(zip(logits, closed, strict=True)):
        scores[i, : len(rows)] = log_softmax(rows)
        scores[i, : len(rows), OUTSIDE] += outside
        scores[i, : len(rows), OUTSIDE + 1 :][shut] = NEVER
    return scores


def _forbidden() -> Floats:
    """Return NEVER where a role would go on that has not begun."""
    out = np.zeros((len(TAGS), len(TAGS)), dtype=np.float32)
    for inside in range(2, len(TAGS), 2):
        out[:, inside] = NEVER
        out[inside - 1 : inside + 1, inside] = 0
    return out


def _walk_back(came_from: npt.NDArray[np.int8], last: int) -> list[int]:
    tags = [last]
    for row in came_from[:0:-1].tolist():
        tags.append(row[tags[-1]])
    return tags[::-1]


def stretches_of(tags: Sequence[int]) -> Iterator[Stretch]:
    """Yield the stretches that a sequence of tags marks, in reading order."""
    at = 0
    while at < len(tags):
        if tags[at] == OUTSIDE:
            at += 1
            continue
        role = (tags[at] - 1) // 2
        end = at + 1
        while end < len(tags) and tags[end] == 2 * role + 2:
            end += 1
        yield Stretch(ROLES[role], at, end)
        at = end


def overlap(one: Span, other: Span) -> int:
    """Return how many places two spans share; at most 0 when they share none."""
    return min(one[1], other[1]) - max(one[0], other[0])
