from itertools import product

import numpy as np
import pytest

from reportedly.attribution.tagging.decoding import Stretch, TagWeights, best_tags, log_softmax, stretches_of
from reportedly.attribution.tagging.tags import TAGS

CHANCE = np.random.default_rng(7)
TRANSITIONS = log_softmax(CHANCE.normal(size=(7, 7)).astype(np.float32))
WEIGHTS = TagWeights(TRANSITIONS, share=0.5, outside=0.2)


def logits(length, seed):
    return np.random.default_rng(seed).normal(scale=2, size=(length, 7)).astype(np.float32)


def best_by_trying_all(rows):
    """Score every sequence that the tags allow; slow and plainly right."""
    scores = log_softmax(rows)
    scores[:, 0] += WEIGHTS.outside

    def value(tags):
        moves = sum(WEIGHTS.share * TRANSITIONS[a, b] for a, b in zip(tags, tags[1:], strict=False))
        return moves + sum(scores[i, tag] for i, tag in enumerate(tags))

    def allowed(tags):
        return all(
            tag % 2 or not tag or before in (tag, tag - 1) for before, tag in zip((0, *tags), tags, strict=False)
        )

    return list(max(filter(allowed, product(range(7), repeat=len(rows))), key=value))


@pytest.mark.parametrize("seed", range(6))
def test_best_tags_are_the_best_of_all_sequences(seed):
    rows = logits(4, seed)
    assert best_tags([rows], [np.zeros(4, dtype=bool)], WEIGHTS) == [best_by_trying_all(rows)]


def test_windows_decoded_together_come_out_as_alone():
    many = [logits(length, length) for length in (1, 9, 30, 4, 17)]
    closed = [np.arange(len(rows)) % 8 == 7 for rows in many]
    alone = [best_tags([rows], [shut], WEIGHTS)[0] for rows, shut in zip(many, closed, strict=True)]
    assert best_tags(many, closed, WEIGHTS) == alone
    assert best_tags(many[::-1], closed[::-1], WEIGHTS) == alone[::-1]


def test_separators_have_no_role():
    shut = np.array([False, True, False])
    assert best_tags([np.full((3, 7), [-9.0, 9, 9, 9, 9, 9, 9], dtype=np.float32)], [shut], WEIGHTS)[0][1] == 0


def test_nothing_to_decode():
    assert best_tags([], [], WEIGHTS) == []


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("O O", []),
        ("B-content I-content O B-cue", [("content", 0, 2), ("cue", 3, 4)]),
        ("B-source B-source I-source B-cue", [("source", 0, 1), ("source", 1, 3), ("cue", 3, 4)]),
    ],
)
def test_stretches_begin_and_go_on(tags, expected):
    numbers = [TAGS.index(tag) for tag in tags.split()]
    assert list(stretches_of(numbers)) == [Stretch(*one) for one in expected]
