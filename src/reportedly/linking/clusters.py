"""Gathers articles into stories: average linkage, so that one article between two happenings does not chain them.

The two groups with the greatest average affinity are joined, until no two have enough; ties go by id. The result
depends on the set of edges alone, and of one connected component on nothing outside it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

from reportedly.linking.affinity import StoryEdge

#: Groups are joined while their articles have so much affinity on average; swept on the open stories.
LEAST_AVERAGE = 0.09


def cluster(
    articles: Iterable[str], edges: Iterable[StoryEdge], *, bonds: Mapping[str, str]
) -> tuple[tuple[str, ...], ...]:
    """Return groups of article ids, each sorted, the groups by their first id.

    Args:
        articles: Ids; those without edges stand alone.
        edges: How far two articles tell the same happening; those of other articles are not looked at.
        bonds: Root of every copy: the two are never parted.
    """
    groups = _bonded(articles, bonds)
    sums = _between(groups, edges)
    heap = [(-_average(sums, groups, a, b), a, b) for a in sums for b in sums[a] if a < b]
    heapify(heap)
    while heap:
        negative, a, b = heappop(heap)
        if -negative < LEAST_AVERAGE:
            break
        # Groups change; what was pushed before they did is stale.
        if a in groups and b in groups and -negative == _average(sums, groups, a, b):
            _join(groups, sums, a, b)
            for other in sums[a]:
                first, second = min(a, other), max(a, other)
                heappush(heap, (-_average(sums, groups, first, second), first, second))
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


def _between(groups: Mapping[str, set[str]], edges: Iterable[StoryEdge]) -> dict[str, dict[str, float]]:
    """Return the sum of the affinities between every two groups that have any."""
    group_of = {name: group for group, members in groups.items() for name in members}
    sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    # Sorted, since sums of floats depend on their order.
    for edge in sorted(edges, key=lambda one: (one.one, one.other)):
        a, b = group_of.get(edge.one), group_of.get(edge.other)
        if a is not None and b is not None and a != b:
            sums[a][b] += edge.score
            sums[b][a] += edge.score
    return sums


def _average(sums: Mapping[str, Mapping[str, float]], groups: Mapping[str, set[str]], a: str, b: str) -> float:
    return sums[a][b] / (len(groups[a]) * len(groups[b]))


def _join(groups: dict[str, set[str]], sums: dict[str, dict[str, float]], kept: str, gone: str) -> None:
    groups[kept] |= groups.pop(gone)
    for other, worth in sums.pop(gone).items():
        del sums[other][gone]
        if other != kept:
            sums[kept][other] = sums[other][kept] = sums[kept].get(other, 0.0) + worth
