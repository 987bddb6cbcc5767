"""Gathers articles into stories: average linkage, so that one article between two happenings does not chain them.

The two groups with the greatest average affinity are joined, until no two have enough; ties go by id. The result
depends on the set of edges alone, and of one connected component on nothing outside it.
"""

from collections.abc import Collection, Iterable, Mapping
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from reportedly.linking.affinity import StoryEdge

#: Groups are joined while their articles have so much affinity on average; swept on the open stories.
LEAST_AVERAGE = 0.09
#: Two articles that no key brought together were not compared; as a rule they have less in common than others of their
#: groups, not nothing. Counted in full, they part eyewitnesses from agencies; counted like this, precision stays 1 on
#: the open stories, and the stories among 924 articles of one election campaign hardly grow.
NOT_COMPARED = 0.2


class _Tie(NamedTuple):
    """The affinities between two groups.

    Attributes:
        score: Their sum.
        pairs: How many pairs of articles they are of.
    """

    score: float
    pairs: int


def cluster(
    articles: Iterable[str], edges: Iterable[StoryEdge], *, bonds: Mapping[str, str], mute: Collection[str] = ()
) -> tuple[tuple[str, ...], ...]:
    """Return groups of article ids, each sorted, the groups by their first id.

    Args:
        articles: Ids; those without edges stand alone.
        edges: How far two articles tell the same happening; those of other articles are not looked at.
        bonds: Root of every copy: the two are never parted.
        mute: Articles whose edges tell nothing, such as digests; they go where their root goes.
    """
    groups = _bonded(articles, bonds)
    loud = {name: len(members.difference(mute)) or 1 for name, members in groups.items()}
    ties = _between(groups, (edge for edge in edges if edge.one not in mute and edge.other not in mute))
    heap = [(-_average(ties, loud, a, b), a, b) for a in ties for b in ties[a] if a < b]
    heapify(heap)
    while heap:
        negative, a, b = heappop(heap)
        if -negative < LEAST_AVERAGE:
            break
        # Groups change; what was pushed before they did is stale.
        if a in groups and b in groups and -negative == _average(ties, loud, a, b):
            _join(groups, ties, a, b)
            loud[a] += loud[b]
            for other in ties[a]:
                first, second = min(a, other), max(a, other)
                heappush(heap, (-_average(ties, loud, first, second), first, second))
    return tuple(sorted(tuple(sorted(members)) for members in groups.values()))


def components(articles: Iterable[str], pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Return the connected groups of article ids, each sorted, the groups by their first id."""
    neighbours: dict[str, set[str]] = {name: set() for name in articles}
    for a, b in pairs:
        neighbours[a].add(b)
        neighbours[b].add(a)
    seen: set[str] = set()
    found = []
    for name in sorted(neighbours):
        if name not in seen:
            group = _reached(name, neighbours)
            seen |= group
            found.append(tuple(sorted(group)))
    return tuple(found)


def _reached(name: str, neighbours: Mapping[str, set[str]]) -> set[str]:
    group, waiting = {name}, [name]
    while waiting:
        new = neighbours[waiting.pop()] - group
        group |= new
        waiting.extend(new)
    return group


def _bonded(articles: Iterable[str], bonds: Mapping[str, str]) -> dict[str, set[str]]:
    """Return the groups to begin with, copies with their roots, by the first id of each."""
    names = set(articles)
    pairs = [(copy, root) for copy, root in bonds.items() if copy in names and root in names]
    return {group[0]: set(group) for group in components(names, pairs)}


def _between(groups: Mapping[str, set[str]], edges: Iterable[StoryEdge]) -> dict[str, dict[str, _Tie]]:
    """Return what ties every two groups that have any edge."""
    group_of = {name: group for group, members in groups.items() for name in members}
    ties: dict[str, dict[str, _Tie]] = {name: {} for name in groups}
    # Sorted, since sums of floats depend on their order.
    for edge in sorted(edges, key=lambda one: (one.one, one.other)):
        a, b = group_of.get(edge.one), group_of.get(edge.other)
        if a is not None and b is not None and a != b:
            _add(ties, a, b, _Tie(edge.score, 1))
    return ties


def _average(ties: Mapping[str, Mapping[str, _Tie]], loud: Mapping[str, int], a: str, b: str) -> float:
    tie = ties[a][b]
    pairs = loud[a] * loud[b]
    return tie.score / (tie.pairs + NOT_COMPARED * (pairs - tie.pairs))


def _join(groups: dict[str, set[str]], ties: dict[str, dict[str, _Tie]], kept: str, gone: str) -> None:
    groups[kept] |= groups.pop(gone)
    for other, tie in ties.pop(gone).items():
        del ties[other][gone]
        if other != kept:
            _add(ties, kept, other, tie)


def _add(ties: dict[str, dict[str, _Tie]], a: str, b: str, tie: _Tie) -> None:
    known = ties[a].get(b, _Tie(0.0, 0))
    ties[a][b] = ties[b][a] = _Tie(known.score + tie.score, known.pairs + tie.pairs)
