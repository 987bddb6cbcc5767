import pytest

from reportedly.attribution.nearby import STRETCH, Nearby

SPANS = [(0, 10), (10, 3 * STRETCH), (2 * STRETCH - 1, 2 * STRETCH), (5 * STRETCH, 5 * STRETCH + 1)]


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 1)], [0, 1]),
        ([(STRETCH, STRETCH + 1)], [1, 2]),
        ([(2 * STRETCH, 2 * STRETCH + 5)], [1]),
        ([(4 * STRETCH, 5 * STRETCH)], []),
        ([(4 * STRETCH, 5 * STRETCH + 1), (0, 1)], [0, 1, 3]),
        ([], []),
    ],
)
def test_neighbours_share_a_stretch_and_keep_their_order(spans, expected):
    near = Nearby(SPANS, lambda span: [span])
    assert list(near.around(*spans)) == [SPANS[i] for i in expected]
