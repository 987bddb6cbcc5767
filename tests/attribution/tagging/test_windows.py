import numpy as np
import pytest

from reportedly.attribution.tagging.pieces import NOWHERE, PARAGRAPH, SENTENCE
from reportedly.attribution.tagging.windows import windows


def cuts_of(length, marks):
    cuts = np.full(length, NOWHERE)
    for place, level in marks.items():
        cuts[place] = level
    return cuts


@pytest.mark.parametrize(
    ("length", "marks", "expected"),
    [
        (0, {}, []),
        (7, {}, [(0, 7)]),
        (12, {3: PARAGRAPH, 6: PARAGRAPH}, [(0, 7), (7, 12)]),
        (12, {0: PARAGRAPH, 6: SENTENCE}, [(0, 1), (1, 7), (7, 12)]),
        (12, {1: SENTENCE, 5: SENTENCE}, [(0, 6), (6, 12)]),
        (12, {1: SENTENCE}, [(0, 2), (2, 12)]),
        (25, {}, [(0, 10), (10, 20), (20, 25)]),
    ],
)
def test_windows_end_where_the_text_may_be_cut(length, marks, expected):
    assert list(windows(cuts_of(length, marks), first=10, longest=10)) == expected


@pytest.mark.parametrize("first", [1, 4, 9])
def test_first_window_may_be_shorter(first):
    found = list(windows(cuts_of(30, {}), first=first, longest=10))
    assert found[0] == (0, first)
    assert [end for _, end in found[:-1]] == [start for start, _ in found[1:]]
    assert max(end - start for start, end in found) == 10
