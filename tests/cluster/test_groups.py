"""Numbers that hang together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.linking.clusters import components

NUMBERS = st.integers(0, 11)


@given(pairs=st.lists(st.tuples(NUMBERS, NUMBERS)))
def test_groups_are_the_connected_ones(pairs: list[tuple[int, int]]) -> None:
    from reportedly.cluster.groups import Groups

    groups = Groups(12)
    for one, other in pairs:
        groups.join(one, other)
    names = [f"{number:02}" for number in range(12)]
    expected = components(names, [(names[one], names[other]) for one, other in pairs])
    assert {names[number]: names[groups.of(number)] for number in range(12)} == {
        name: group[0] for group in expected for name in group
    }


@pytest.mark.parametrize(("most", "large"), [(1, {0: [0, 3, 4], 1: [1, 2]}), (2, {0: [0, 3, 4]}), (3, {})])
def test_large_groups_are_told_with_their_members(most: int, large: dict[int, list[int]]) -> None:
    from reportedly.cluster.groups import Groups

    groups = Groups(6)
    for one, other in ((4, 3), (2, 1), (3, 0)):
        groups.join(one, other)
    assert groups.larger_than(most) == large
