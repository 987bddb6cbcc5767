from itertools import permutations

import pytest

from reportedly.linking.affinity import StoryEdge
from reportedly.linking.clusters import cluster, components


def _edges(*triples):
    return [StoryEdge(one=min(a, b), other=max(a, b), score=score) for a, b, score in triples]


def _cluster(names, *triples, bonds=None):
    return cluster(names, _edges(*triples), bonds=bonds or {})


def test_articles_with_enough_affinity_are_one_story():
    assert _cluster("abc", ("a", "b", 0.5), ("b", "c", 0.4)) == (("a", "b", "c"),)


def test_articles_without_edges_stand_alone():
    assert _cluster("abc", ("a", "b", 0.5)) == (("a", "b"), ("c",))


@pytest.mark.parametrize(("score", "number"), [(0.03, 2), (0.3, 1)])
def test_little_affinity_joins_nothing(score, number):
    assert len(_cluster("ab", ("a", "b", score))) == number


def test_one_article_between_two_stories_does_not_chain_them():
    inside = [("a", "b", 0.9), ("a", "c", 0.9), ("b", "c", 0.9), ("x", "y", 0.9), ("x", "z", 0.9), ("y", "z", 0.9)]
    assert _cluster("abcxyz", *inside, ("c", "x", 0.1)) == (("a", "b", "c"), ("x", "y", "z"))


def test_two_stories_that_have_affinity_throughout_are_one():
    inside = [("a", "b", 0.9), ("x", "y", 0.9)]
    between = [(one, other, 0.3) for one in "ab" for other in "xy"]
    assert _cluster("abxy", *inside, *between) == (("a", "b", "x", "y"),)


def test_a_copy_is_never_parted_from_its_root():
    assert _cluster("abc", bonds={"c": "a"}) == (("a", "c"), ("b",))


def test_bonds_to_articles_elsewhere_are_not_looked_at():
    assert _cluster("ab", bonds={"a": "z", "z": "b"}) == (("a",), ("b",))


def test_edges_to_articles_elsewhere_are_not_looked_at():
    assert _cluster("a", ("a", "z", 0.9)) == (("a",),)


def test_the_stronger_tie_wins():
    found = _cluster("abc", ("a", "b", 0.2), ("b", "c", 0.8))
    assert ("b", "c") in found or found == (("a", "b", "c"),)


def test_many_copies_weigh_with_their_root():
    names = "abcdefgh"
    bonds = dict.fromkeys("bcdefg", "a")
    assert len(_cluster(names, ("a", "h", 0.1), bonds=bonds)) == 2
    assert len(_cluster(names, *((name, "h", 0.3) for name in "abcdefg"), bonds=bonds)) == 1


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_groups_do_not_depend_on_the_order_of_edges(order):
    triples = [("a", "b", 0.3), ("b", "c", 0.3), ("c", "d", 0.3), ("a", "d", 0.3)]
    expected = _cluster("abcd", *triples)
    assert _cluster("dcba", *(triples[number] for number in order)) == expected


def test_no_articles_make_no_groups():
    assert _cluster("") == ()


@pytest.mark.parametrize(
    ("names", "pairs", "expected"),
    [
        ("abc", [], (("a",), ("b",), ("c",))),
        ("abc", [("c", "a")], (("a", "c"), ("b",))),
        ("abcd", [("a", "b"), ("c", "d"), ("b", "c")], (("a", "b", "c", "d"),)),
        ("ab", [("a", "a")], (("a",), ("b",))),
        ("", [], ()),
    ],
)
def test_components_are_what_pairs_connect(names, pairs, expected):
    assert components(names, pairs) == expected


def test_a_digest_ties_no_stories_together():
    triples = [("a", "d", 0.6), ("x", "d", 0.6)]
    assert len(_cluster("adx", *triples, bonds={"d": "a"})) == 1
    assert cluster("adx", _edges(*triples), bonds={"d": "a"}, mute={"d"}) == (("a", "d"), ("x",))
