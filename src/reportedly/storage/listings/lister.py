"""One door to what people look through; the store's reader hands it out as `listings`."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from reportedly.records import Event
from reportedly.storage import queries
from reportedly.storage.failures import explained
from reportedly.storage.filters import Filters
from reportedly.storage.listings import (
    about,
    actors,
    articles,
    counting,
    events,
    facets,
    failures,
    origins,
    overview,
    sources,
    stories,
)
from reportedly.storage.listings.about import About
from reportedly.storage.listings.actors import ActorLine, ActorView
from reportedly.storage.listings.articles import ArticleLine, ClaimLine
from reportedly.storage.listings.commonness import find_common
from reportedly.storage.listings.counting import DayCount, PairCount, PlaceCount
from reportedly.storage.listings.cursors import Page
from reportedly.storage.listings.events import EventLine
from reportedly.storage.listings.facets import Facets
from reportedly.storage.listings.failures import FailureLine
from reportedly.storage.listings.origins import OriginLine
from reportedly.storage.listings.overview import Totals
from reportedly.storage.listings.query import EventQuery
from reportedly.storage.sources import SourceCount
from reportedly.storage.stories import StoryLine

T = TypeVar("T")
#: Rows of a page, unless told.
LIMIT = 50


class Listings:
    """Pages, counts and pictures' numbers of a store, over the connection of its reader.

    Every method may raise a SettingsError (a cursor of another list, words that cannot be searched) or a StoreError.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection

    def events(
        self, query: EventQuery | None = None, *, limit: int = LIMIT, after: str | None = None
    ) -> Page[EventLine]:
        """Return a page of events of the real world.

        Args:
            query: What to list; everything unless given.
            limit: How many at most.
            after: Cursor of the page; None for the first.
        """
        return self._asked(query, lambda wanted: events.find_events(self._connection, wanted, limit=limit, after=after))

    def tellings(self, ids: Iterable[str]) -> list[Event]:
        """Return coded events by their ids; those that stand in no current text are left out."""
        with explained(self._path):
            return events.find_tellings(self._connection, ids)

    def facets(self, query: EventQuery | None = None) -> Facets:
        """Count the events asked for, and those that every other choice of a filter would give."""
        return self._asked(query, lambda wanted: facets.count_facets(self._connection, wanted))

    def days(self, query: EventQuery | None = None) -> list[DayCount]:
        """Count the events asked for by their first day."""
        return self._asked(query, lambda wanted: list(counting.count_days(self._connection, wanted)))

    def places(self, query: EventQuery | None = None) -> list[PlaceCount]:
        """Count the events asked for by place, where its coordinates are known."""
        return self._asked(query, lambda wanted: list(counting.count_places(self._connection, wanted)))

    def pairs(self, query: EventQuery | None = None, *, limit: int = counting.PAIRS) -> list[PairCount]:
        """Count the events asked for by actor and recipient, the busiest pairs first."""
        return self._asked(query, lambda wanted: list(counting.count_pairs(self._connection, wanted, limit=limit)))

    def groups(self, query: EventQuery | None = None, *, limit: int = counting.PAIRS) -> list[PairCount]:
        """Count the events asked for by country and sector of actor and recipient, the busiest pairs first."""
        table = counting.BY_GROUP
        return self._asked(
            query, lambda wanted: list(counting.count_pairs(self._connection, wanted, table=table, limit=limit))
        )

    def actors(self, named: str | None = None, *, limit: int = LIMIT, after: str | None = None) -> Page[ActorLine]:
        """Return a page of the parties, those of most events first; `named` is part of a name."""
        with explained(self._path):
            return actors.find_actors(self._connection, named=named, limit=limit, after=after)

    def actor(self, name: str) -> ActorView | None:
        """Return a party by its whole name; None when it has a part in no event."""
        with explained(self._path):
            return actors.find_actor(self._connection, name)

    def articles(self, words: str | None = None, *, limit: int = LIMIT, after: str | None = None) -> Page[ArticleLine]:
        """Return a page of articles: the newest first, or those that hold words, the last added first."""
        with explained(self._path):
            if words is None:
                return articles.find_articles(self._connection, limit=limit, after=after)
            queries.check_search(self._connection, words)
            return articles.search_articles(self._connection, words, limit=limit, after=after)

    def articles_by_id(self, ids: Iterable[str]) -> list[ArticleLine]:
        """Return the current articles of these ids; those that are not there are left out."""
        with explained(self._path):
            return articles.find_by_id(self._connection, ids)

    def claims(
        self, filters: Filters | None = None, *, limit: int = LIMIT, after: str | None = None
    ) -> Page[ClaimLine]:
        """Return a page of claims, those of the newest articles first."""
        wanted = filters or Filters()
        with explained(self._path):
            queries.check_search(self._connection, wanted.text)
            return articles.find_claims(self._connection, wanted, limit=limit, after=after)

    def stories(
        self, filters: Filters | None = None, *, limit: int = LIMIT, after: str | None = None
    ) -> Page[StoryLine]:
        """Return a page of the stories that have an event asked for, the newest first."""
        wanted = filters or Filters()
        with explained(self._path):
            queries.check_search(self._connection, wanted.text)
            return stories.find_stories(self._connection, wanted, limit=limit, after=after)

    def sources(
        self, filters: Filters | None = None, *, limit: int = LIMIT, after: str | None = None
    ) -> Page[SourceCount]:
        """Return a page of the sources of the events and claims asked for, those that most articles name first."""
        wanted = filters or Filters()
        with explained(self._path):
            queries.check_search(self._connection, wanted.text)
            return sources.find_sources(self._connection, wanted, limit=limit, after=after)

    def failures(self, *, limit: int = LIMIT, after: str | None = None) -> Page[FailureLine]:
        """Return a page of what could not be read or coded when it was last tried, the last that failed first."""
        with explained(self._path):
            return failures.find_failures(self._connection, limit=limit, after=after)

    def origins(self, names: Iterable[str]) -> Mapping[str, OriginLine]:
        """Return how those fare on whom events rest, by name."""
        with explained(self._path):
            return origins.find_origins(self._connection, names)

    def totals(self) -> Totals:
        """Count what the store holds."""
        with explained(self._path):
            return overview.count_all(self._connection)

    def about(self) -> About:
        """Return where the data come from."""
        with explained(self._path):
            return about.describe(self._connection)

    def _asked(self, query: EventQuery | None, find: Callable[[EventQuery], T]) -> T:
        wanted = query or EventQuery()
        with explained(self._path):
            queries.check_search(self._connection, wanted.filters.text)
            return find(replace(wanted, common=find_common(self._connection, wanted.filters)))
