"""Several texts of one article: which is the newest, and what each changed.

Texts belong together when they stood at one address or have one id (the same words with another title or date). The
newest is the one that says it appeared last; of those that say the same, the one added last.
"""

import sqlite3
from collections import Counter
from dataclasses import dataclass
from difflib import unified_diff
from itertools import pairwise

from reportedly.records import Article
from reportedly.storage.loading import load_article
from reportedly.storage.outcomes import Revision
from reportedly.storage.totals import count_in, count_out

#: Beyond this many lines only the counts are told: comparing long texts line by line may take time without bound.
MOST_LINES = 2_000


@dataclass(frozen=True, slots=True)
class Change:
    """How a text differs from the one before it.

    Attributes:
        added: Lines that are new.
        removed: Lines that are gone.
        diff: The lines themselves, each behind "+" or "-"; empty for texts of more than 2,000 lines.
    """

    added: int
    removed: int
    diff: str


def compare(earlier: Article, later: Article) -> Change:
    """Tell what changed between two texts of an article: title, authors, credits, dates, and lines of the text."""
    before, after = _lines(earlier), _lines(later)
    if max(len(before), len(after)) > MOST_LINES:
        gone, new = Counter(before) - Counter(after), Counter(after) - Counter(before)
        return Change(new.total(), gone.total(), "")
    # The first two lines name files that do not exist; those that begin with @@ count lines.
    lines = [line for line in list(unified_diff(before, after, n=0, lineterm=""))[2:] if not line.startswith("@@")]
    added = sum(line.startswith("+") for line in lines)
    return Change(added, len(lines) - added, "\n".join(lines))


def join_lineage(connection: sqlite3.Connection, number: int) -> bool:
    """Put a new article among the earlier texts of its address or id; within the caller's transaction.

    Args:
        connection: To the store.
        number: Of the new article, which stands alone as yet.

    Returns:
        Whether there are any.
    """
    rows = connection.execute(
        """
        SELECT lineage FROM articles WHERE id = (SELECT id FROM articles WHERE number = :number)
        UNION SELECT lineage FROM articles WHERE address = (SELECT address FROM articles WHERE number = :number)
        """,
        {"number": number},
    )
    lineages = sorted(lineage for (lineage,) in rows)
    for lineage in lineages[1:]:
        connection.execute("UPDATE articles SET lineage = ? WHERE lineage = ?", (lineages[0], lineage))
    if len(lineages) > 1:
        _put_in_order(connection, lineages[0])
    return len(lineages) > 1


def _put_in_order(connection: sqlite3.Connection, lineage: int) -> None:
    """Mark the newest text of a lineage, and keep for each text what it changed."""
    rows = connection.execute("SELECT number FROM articles WHERE lineage = ? ORDER BY published, number", (lineage,))
    numbers = [number for (number,) in rows]
    rows = connection.execute("SELECT number FROM articles WHERE lineage = ? AND current", (lineage,))
    before, after = {number for (number,) in rows}, {numbers[-1]}
    for number in before - after:
        count_out(connection, number)
    for number in after - before:
        count_in(connection, number)
    # Only the rows that change: what links hold of the others stays as it is.
    query = (
        "UPDATE articles SET current = (number = :newest) WHERE lineage = :lineage AND current <> (number = :newest)"
    )
    connection.execute(query, {"newest": numbers[-1], "lineage": lineage})
    for earlier, later in pairwise(numbers):
        known = connection.execute("SELECT earlier FROM revisions WHERE article = ?", (later,)).fetchone()
        if known != (earlier,):
            _keep_change(connection, earlier=earlier, later=later)


def _keep_change(connection: sqlite3.Connection, *, earlier: int, later: int) -> None:
    change = compare(load_article(connection, earlier), load_article(connection, later))
    connection.execute(
        "INSERT OR REPLACE INTO revisions (article, earlier, added, removed, diff) VALUES (?, ?, ?, ?, ?)",
        (later, earlier, change.added, change.removed, change.diff),
    )


def _lines(article: Article) -> list[str]:
    head = {
        "title": article.title,
        "by": ", ".join(article.byline),
        "credit": ", ".join(article.credits),
        "date": article.published.value,
    }
    return [*(f"{name}: {value}" for name, value in head.items() if value), *article.text.splitlines()]


def load_revisions(connection: sqlite3.Connection, id: str) -> tuple[Revision, ...]:
    """Return what each text of an article's lineage changed, oldest first."""
    rows = connection.execute(
        """
        SELECT article.id, earlier.id, article.current, revisions.added, revisions.removed, revisions.diff
        FROM revisions JOIN articles AS article ON article.number = revisions.article
        JOIN articles AS earlier ON earlier.number = revisions.earlier
        WHERE article.lineage IN (SELECT lineage FROM articles WHERE id = ?)
        ORDER BY article.published, article.number
        """,
        (id,),
    )
    return tuple(
        Revision(id=own, earlier=earlier, current=bool(current), added=added, removed=removed, diff=diff)
        for own, earlier, current, added, removed, diff in rows
    )
