"""Reads stories and merged events from a store."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reportedly.records import Record, Story
from reportedly.storage.filters import ALL, ASKING, Filters

ORDER = "last_day DESC, articles DESC, id"
#: So many stories are asked one by one before all that fits is gathered.
NEWEST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine(Record):
    """A story in one line.

    Attributes:
        id: Of the story.
        title: Headline of its most copied article.
        start: Day on which its first article appeared; None when unknown.
        end: Day of the last.
        articles: How many it has.
        copies: How many of them republish another's text.
        events: How many events of the real world they tell.
        origins: How many origins these have together.
        independent_origins: Of the main event, the one that most articles tell.
    """

    id: str
    title: str
    start: str | None
    end: str | None
    articles: int
    copies: int
    events: int
    origins: int
    independent_origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Backing(Record):
    """On how much an event rests, across articles.

    Attributes:
        merged: Id of the event of the real world.
        story: Id of its story.
        articles: How many articles tell it.
        copies: How many of these republish another's text.
        independent_origins: How many origins stand behind it.
        credibility: Admiralty credibility, 1 to 6.
        disputed: Whether something speaks against it.
    """

    merged: str
    story: str
    articles: int
    copies: int
    independent_origins: int
    credibility: int | None
    disputed: bool


@dataclass(frozen=True, slots=True)
class LinkCounts:
    """How much a store's articles have in common.

    Attributes:
        stories: How many happenings they tell.
        copies: How many of them republish another's text.
    """

    stories: int
    copies: int


def find_stories(connection: sqlite3.Connection, filters: Filters, *, limit: int | None) -> Iterator[StoryLine]:
    """Yield a line for each story that has an event asked for, the newest first."""
    values = {**filters.values(), "limit": ALL if limit is None else limit}
    return (story_line(row) for row in story_rows(connection, filters, values))


def story_line(row: tuple[Any, ...]) -> StoryLine:
    """Return the line of a row."""
    id, title, first, last, articles, copies, events, origins, independent = row
    return StoryLine(
        id=id, title=title, start=first or None, end=last or None, articles=articles, copies=copies,
        events=events, origins=origins, independent_origins=independent,
    )  # fmt: skip


def load_story(connection: sqlite3.Connection, id: str) -> Story | None:
    """Return a story by its id."""
    row = connection.execute("SELECT record FROM stories WHERE id = ?", (id,)).fetchone()
    return None if row is None else Story.from_json(row[0])


def find_backing(connection: sqlite3.Connection, events: Iterable[str]) -> dict[str, Backing]:
    """Return on how much events rest, by their ids."""
    query = """
        SELECT merged.id, story, articles, copies, independent_origins, credibility, disputed
        FROM events JOIN tellings ON tellings.event = events.number JOIN merged ON merged.id = tellings.merged
        WHERE events.id = ?
    """
    found = {}
    for event in events:
        row = connection.execute(query, (event,)).fetchone()
        if row is not None:
            merged, story, articles, copies, independent, credibility, disputed = row
            found[event] = Backing(
                merged=merged, story=story, articles=articles, copies=copies, independent_origins=independent,
                credibility=credibility, disputed=bool(disputed),
            )  # fmt: skip
    return found


def count_links(connection: sqlite3.Connection) -> LinkCounts:
    """Count the stories and copies in a store."""
    query = "SELECT (SELECT count(*) FROM stories), (SELECT count(*) FROM copies)"
    return LinkCounts(*connection.execute(query).fetchone())


def story_rows(
    connection: sqlite3.Connection, filters: Filters, values: Mapping[str, Any], *, rest: str = "1"
) -> Iterable[tuple[Any, ...]]:
    """Return rows for `story_line`; the newest are asked one by one, and all gathered where they do not fill the list.

    Args:
        connection: To the store.
        filters: What to list.
        values: Of the filters and of `rest`, and how many rows at most as `limit`.
        rest: Condition on what the list is ordered by, for the pages after the first.
    """
    query = f"""
        SELECT id, title, first_day, last_day, articles, copies,
            (SELECT count(*) FROM merged WHERE story = stories.id), origins, independent_origins
        FROM stories WHERE {{condition}} AND {rest} ORDER BY {ORDER} LIMIT :limit
    """
    if values["limit"] != ALL:
        start = "WHERE last_day <= :after0" if "after0" in values else ""
        newest = f"SELECT last_day FROM stories {start} ORDER BY last_day DESC LIMIT 1 OFFSET {NEWEST}"
        boundary = connection.execute(newest, values).fetchone()
        if boundary is not None:
            first = query.format(condition=f"last_day > :boundary AND {_asking(filters)}")
            rows = connection.execute(first, {**values, "boundary": boundary[0]}).fetchall()
            if len(rows) == values["limit"]:
                return rows
    return connection.execute(query.format(condition=_gathering(filters)), values)


def _gathering(filters: Filters) -> str:
    """Return the condition on a row of `stories`: one of its articles has an event asked for."""
    if filters == Filters(revisions=filters.revisions):
        return "1"
    if filters.concern_texts_alone:
        return f"""id IN (SELECT story FROM story_articles JOIN articles ON articles.number = story_articles.article
            WHERE {filters.for_articles()})"""
    return f"""id IN (SELECT story FROM events JOIN articles ON articles.number = events.article
        JOIN story_articles ON story_articles.article = articles.number WHERE {filters.for_events()})"""


def _asking(filters: Filters) -> str:
    """Return that condition in the form that asks of each story by itself."""
    if filters == Filters(revisions=filters.revisions):
        return "1"
    own = "FROM story_articles CROSS JOIN articles ON articles.number = story_articles.article"
    if filters.concern_texts_alone:
        return f"EXISTS (SELECT 1 {own} WHERE story = stories.id AND {filters.for_articles(ASKING)})"
    return f"""EXISTS (SELECT 1 {own} CROSS JOIN events ON events.article = articles.number
        WHERE story = stories.id AND {filters.for_events(ASKING)})"""
