"""All of linking in one call: reports in, stories out. A store does the same step by step."""

from collections.abc import Iterable

from reportedly.linking.assembling import assemble
from reportedly.linking.copies import resolve_copies
from reportedly.linking.families import Families
from reportedly.linking.policy import Policy
from reportedly.linking.stories import copy_edges, fingerprints, gather, story_edges
from reportedly.records import Report, Story


def link(
    reports: Iterable[Report], *, families: Families | None = None, policy: Policy | None = None
) -> tuple[Story, ...]:
    """Gather reports into stories: copies and their roots, events merged, origins counted.

    Args:
        reports: In any order; the same set gives the same stories.
        families: Which publishers are one house or one group; the packaged ones unless given.
        policy: How reliable the user holds sources to be.

    Returns:
        By date of the first article.
    """
    known = {report.article.id: report for report in reports}
    articles = fingerprints(known.values(), families=families)
    copies = resolve_copies(copy_edges(articles), articles)
    drafts = gather(known.values(), articles, copies, tuple(story_edges(articles)))
    return tuple(assemble(draft, policy=policy) for draft in drafts)
