"""From reports to copies and stories: candidates by their keys, edges between them, roots and groups.

The functions over fingerprints are those that a store calls on the part of its archive that new articles touch.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from reportedly.linking.affinity import StoryEdge, affinity
from reportedly.linking.clusters import LEAST_AVERAGE, cluster
from reportedly.linking.copies import CopyEdge, compare, resolve_copies
from reportedly.linking.drafts import CopyLink, StoryDraft
from reportedly.linking.families import Families, load_families
from reportedly.linking.fingerprints import Fingerprint, fingerprint
from reportedly.linking.keys import copy_keys, story_keys
from reportedly.records import Report

Pair = tuple[str, str]


def find_copies(reports: Iterable[Report], *, families: Families | None = None) -> Mapping[str, CopyLink]:
    """Return the link of every copy to its root, by article id.

    Args:
        reports: In any order.
        families: Which publishers are one house or one group; the packaged ones unless given.
    """
    articles = fingerprints(reports, families=families)
    return resolve_copies(copy_edges(articles), articles)


def draft_stories(
    reports: Sequence[Report], copies: Mapping[str, CopyLink], *, families: Families | None = None
) -> tuple[StoryDraft, ...]:
    """Gather reports into stories.

    Args:
        reports: In any order.
        copies: As `find_copies` returned them.
        families: As there.

    Returns:
        By date of the first article; a report that stands alone is a story if it holds events.
    """
    articles = fingerprints(reports, families=families)
    return gather(reports, articles, copies, tuple(story_edges(articles)))


def fingerprints(reports: Iterable[Report], *, families: Families | None = None) -> dict[str, Fingerprint]:
    """Return the fingerprints of reports by article id."""
    known = load_families() if families is None else families
    return {report.article.id: fingerprint(report, families=known) for report in reports}


def copy_edges(articles: Mapping[str, Fingerprint]) -> Iterator[CopyEdge]:
    """Yield every edge of shared text. A retelling shares no sentence, and is found by what it is on."""
    for a, b in _candidates(articles, lambda article: (*copy_keys(article), *story_keys(article))):
        edge = compare(articles[a], articles[b])
        if edge is not None:
            yield edge


def story_edges(articles: Mapping[str, Fingerprint]) -> Iterator[StoryEdge]:
    """Yield every edge of one happening."""
    for a, b in _candidates(articles, lambda article: (*copy_keys(article), *story_keys(article))):
        edge = affinity(articles[a], articles[b])
        if edge is not None:
            yield edge


def group_articles(
    articles: Iterable[str], edges: Sequence[StoryEdge], copies: Mapping[str, CopyLink]
) -> tuple[tuple[str, ...], ...]:
    """Return groups of article ids that are one story each.

    A copy that was put together from texts on different things, such as a digest, ties no stories together.

    Args:
        articles: Ids of whole connected components of articles, or of whole stories.
        edges: Between them.
        copies: Links of the copies among them.
    """
    kin = {(edge.one, edge.other) for edge in edges if edge.score >= LEAST_AVERAGE}
    digests = {
        name for name, link in copies.items()
        if any((min(link.of, other), max(link.of, other)) not in kin for other in link.also)
    }  # fmt: skip
    return cluster(articles, edges, bonds={name: link.of for name, link in copies.items()}, mute=digests)


def gather(
    reports: Iterable[Report],
    articles: Mapping[str, Fingerprint],
    copies: Mapping[str, CopyLink],
    edges: Sequence[StoryEdge],
) -> tuple[StoryDraft, ...]:
    """Return the stories of reports whose copies and edges are known.

    Args:
        reports: Whole connected components of them.
        articles: Their fingerprints.
        copies: Links of the copies among them.
        edges: Between them.
    """
    by_id = {report.article.id: report for report in reports}
    groups = group_articles(by_id, edges, copies)
    drafts = [draft_story(names, by_id, articles, copies, inside) for names, inside in _with_edges(groups, edges)]
    kept = [draft for draft in drafts if len(draft.reports) > 1 or draft.reports[0].events]
    return tuple(sorted(kept, key=lambda draft: _by_date(articles[draft.reports[0].article.id])))


def draft_story(
    members: Sequence[str],
    by_id: Mapping[str, Report],
    articles: Mapping[str, Fingerprint],
    copies: Mapping[str, CopyLink],
    edges: Sequence[StoryEdge],
) -> StoryDraft:
    """Return the draft of one story whose articles are known.

    Args:
        members: Their ids.
        by_id: Their reports.
        articles: Their fingerprints.
        copies: Links of the copies among them.
        edges: Between them.
    """
    names = sorted(members, key=lambda name: _by_date(articles[name]))
    return StoryDraft(
        reports=tuple(by_id[name] for name in names),
        copies={name: copies[name] for name in names if name in copies},
        reasons={name: _reasons(name, articles, copies, edges) for name in names},
    )


def _reasons(
    name: str, articles: Mapping[str, Fingerprint], copies: Mapping[str, CopyLink], edges: Sequence[StoryEdge]
) -> tuple[str, ...]:
    """Return why an article belongs: it is a copy, or the edge to the article that it is closest to."""
    if name in copies:
        return (f"republishes {_called(articles[copies[name].of])}",)
    mine = [edge for edge in edges if name in (edge.one, edge.other)]
    if not mine:
        return ()
    best = max(mine, key=lambda edge: (edge.score, edge.one, edge.other))
    other = articles[best.other if best.one == name else best.one]
    return (f"closest to {_called(other)}, by {best.score:.2f}", *best.reasons)


def _with_edges(
    groups: Iterable[Sequence[str]], edges: Iterable[StoryEdge]
) -> Iterator[tuple[Sequence[str], list[StoryEdge]]]:
    """Yield every group with the edges inside it."""
    known = list(groups)
    group_of = {name: number for number, members in enumerate(known) for name in members}
    inside: dict[int, list[StoryEdge]] = defaultdict(list)
    for edge in edges:
        if edge.one in group_of and group_of[edge.one] == group_of.get(edge.other):
            inside[group_of[edge.one]].append(edge)
    for number, members in enumerate(known):
        yield members, inside[number]


def _candidates(articles: Mapping[str, Fingerprint], keys: Callable[[Fingerprint], Iterable[str]]) -> tuple[Pair, ...]:
    """Return every two articles that share a key, sorted."""
    filed: dict[str, list[str]] = defaultdict(list)
    for name, article in articles.items():
        for key in keys(article):
            filed[key].append(name)
    pairs = {(min(a, b), max(a, b)) for names in filed.values() for a in names for b in names if a != b}
    return tuple(sorted(pairs))


def _by_date(article: Fingerprint) -> Pair:
    return article.moment, article.id


def _called(article: Fingerprint) -> str:
    name = article.id if article.publisher is None else article.publisher.name
    return name if article.published is None else f"{name} of {article.published[:10]}"
