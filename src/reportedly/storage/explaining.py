"""Finds the event that an id, or the beginning of one, means, and reads all that explains it."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from reportedly.errors import StoreError, UnknownRecordError
from reportedly.linking.explaining import explain
from reportedly.linking.explanation import Explanation
from reportedly.linking.policy import Policy
from reportedly.records import Event
from reportedly.storage.links.copying import load_links
from reportedly.storage.loading import load_article
from reportedly.storage.stories import load_story

#: Fewer letters of an id may mean many events.
LEAST = 6
#: So many are named when several fit.
NAMED = 3


def explain_event(connection: sqlite3.Connection, id: str, *, policy: Policy, path: Path) -> Explanation:
    """Explain the event of an id.

    Args:
        connection: To the store.
        id: Of a merged event, or of an event of an article; six characters of it or more.
        policy: How reliable the user holds sources to be.
        path: Of the store, for messages.

    Raises:
        UnknownRecordError: No event fits, or several do, or it stands in no story.
    """
    merged = _find(connection, id, path=path)
    (story_id,) = connection.execute("SELECT story FROM merged WHERE id = ?", (merged,)).fetchone()
    story = load_story(connection, story_id)
    if story is None:
        raise StoreError(str(path), f"holds no story {story_id!r}")
    rows = connection.execute(
        """
        SELECT number, id FROM articles JOIN story_articles ON article = number WHERE story = ?
        """,
        (story_id,),
    )
    numbers = {name: number for number, name in rows}
    return explain(
        story,
        next(event for event in story.events if event.id == merged),
        asked=id,
        articles=[load_article(connection, numbers[article.id]) for article in story.articles],
        told=_told(connection, merged),
        links=load_links(connection, numbers.values()),
        policy=policy,
    )


def _told(connection: sqlite3.Connection, merged: str) -> dict[str, list[Event]]:
    """Return the events that were merged, by the ids of their articles, each article's in its own order."""
    rows = connection.execute(
        """
        SELECT articles.id, events.record FROM tellings JOIN events ON events.number = tellings.event
        JOIN articles ON articles.number = events.article WHERE merged = ? ORDER BY events.article, events.position
        """,
        (merged,),
    )
    told: dict[str, list[Event]] = {}
    for article, record in rows:
        told.setdefault(article, []).append(Event.from_json(record))
    return told


def _find(connection: sqlite3.Connection, id: str, *, path: Path) -> str:
    """Return the id of the merged event that an id means: 1. its own; 2. that of an event merged into it."""
    if len(id) < LEAST:
        raise UnknownRecordError(str(path), f"event id {id!r} is too short: give {LEAST} characters or more")
    if not id.isascii():
        # What UTF-8 cannot carry, SQLite cannot even be asked for.
        raise UnknownRecordError(str(path), f"no event has the id {id!r}: ids are hexadecimal digits")
    span = {"first": id, "last": id + "\U0010ffff"}
    merged = {name for (name,) in connection.execute("SELECT id FROM merged WHERE id BETWEEN :first AND :last", span)}
    rows = connection.execute(
        """
        SELECT events.id, merged FROM events LEFT JOIN tellings ON tellings.event = events.number
        WHERE events.id BETWEEN :first AND :last
        """,
        span,
    ).fetchall()
    found: set[str] = merged | {name for _, name in rows if name is not None}
    if len(found) > 1:
        names = _named({*merged, *(name for name, _ in rows)})
        raise UnknownRecordError(str(path), f"{id!r} fits several events: {names}")
    if not found:
        raise UnknownRecordError(str(path), _why_not(connection, id, is_there=bool(rows)))
    return found.pop()


def _why_not(connection: sqlite3.Connection, id: str, *, is_there: bool) -> str:
    if not is_there:
        return f"holds no event {id!r}; `reportedly events` shows the ids"
    (waiting,) = connection.execute("SELECT count(*) FROM pending").fetchone()
    if waiting:
        return f"has not linked the article of event {id!r} yet; the next `reportedly add` does that"
    return f"has event {id!r} only in an earlier text of an article, which the newer one replaces"


def _named(ids: Iterable[str]) -> str:
    ordered = sorted(ids)
    return ", ".join(ordered[:NAMED]) + (" …" if len(ordered) > NAMED else "")
