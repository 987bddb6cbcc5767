"""How much a store holds, in a few numbers."""

import sqlite3
from dataclasses import dataclass

from reportedly.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals(Record):
    """Counts of what stands in a store now; earlier texts of articles do not count.

    Attributes:
        articles: Current articles.
        copies: How many of them republish another's text.
        stories: Happenings.
        events: Events of the real world.
        disputed: Against how many of these something speaks.
        corroborated: How many rest on two independent origins or more.
        unlinked: Articles whose events are not listed yet.
        first: Day of the first article; None when unknown.
        last: Day of the last.
    """

    articles: int
    copies: int
    stories: int
    events: int
    disputed: int
    corroborated: int
    unlinked: int
    first: str | None
    last: str | None


def count_all(connection: sqlite3.Connection) -> Totals:
    """Count what a store holds."""
    (articles, copies, stories, events, disputed, corroborated, unlinked, first, last) = connection.execute(
        """
        SELECT (SELECT count(*) FROM articles WHERE current), (SELECT count(*) FROM copies),
            (SELECT count(*) FROM stories), (SELECT count(*) FROM listed_events),
            (SELECT count(*) FROM listed_events WHERE disputed = 1),
            (SELECT count(*) FROM listed_events WHERE independent_origins > 1),
            (SELECT count(*) FROM pending JOIN articles ON number = article WHERE current),
            (SELECT min(published) FROM articles WHERE current AND published <> ''),
            (SELECT max(published) FROM articles WHERE current)
        """
    ).fetchone()
    return Totals(
        articles=articles, copies=copies, stories=stories, events=events, disputed=disputed,
        corroborated=corroborated, unlinked=unlinked, first=first and first[:10], last=(last or "")[:10] or None,
    )  # fmt: skip
