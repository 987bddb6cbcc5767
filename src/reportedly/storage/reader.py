"""What can be read from a store: lists, reports, revisions, stories. Writing is added by `store.Store`."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.records import Article, Report, Story
from reportedly.storage import queries, sources, stories
from reportedly.storage.failures import explained
from reportedly.storage.filters import Filters
from reportedly.storage.listings.lister import Listings
from reportedly.storage.loading import load_article, load_report
from reportedly.storage.outcomes import Revision, Tombstone
from reportedly.storage.retracting import find_tombstone
from reportedly.storage.revisions import load_revisions
from reportedly.storage.sources import SourceCount
from reportedly.storage.stories import Backing, LinkCounts, StoryLine

if TYPE_CHECKING:
    from reportedly.linking.explanation import Explanation
    from reportedly.linking.policy import Policy


class StoreReader:
    """The lists of a store, over a connection that its owner opens and closes."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def outdated(self, config_hash: str) -> Iterator[Article]:
        """Yield the articles, revisions too, that another version, codebook, model or setting has coded.

        Args:
            config_hash: Of the coder that counts. Articles may be recoded while this goes on.
        """
        with explained(self.path):
            rows = self._connection.execute(
                """
                SELECT articles.number FROM articles JOIN runs ON runs.number = articles.run
                WHERE runs.config_hash <> ? ORDER BY articles.number
                """,
                (config_hash,),
            )
            for (number,) in rows.fetchall():
                yield load_article(self._connection, number)

    def count_outdated(self, config_hash: str) -> int:
        """Count the articles that `outdated` would yield."""
        with explained(self.path):
            query = "SELECT count(*) FROM articles JOIN runs ON runs.number = run WHERE config_hash <> ?"
            (count,) = self._connection.execute(query, (config_hash,)).fetchone()
            return int(count)

    def report(self, id: str) -> Report | None:
        """Return the whole report of an article by its id; None when it is not there."""
        with explained(self.path):
            query = "SELECT number FROM articles WHERE id = ? ORDER BY current DESC, published DESC, number DESC"
            row = self._connection.execute(query, (id,)).fetchone()
            return None if row is None else load_report(self._connection, row[0])

    def events(self, filters: Filters | None = None, *, limit: int | None = None) -> Iterator[Report]:
        """Yield, newest first, a report for each article with events asked for, holding these events alone.

        Args:
            filters: What to list.
            limit: How many events at most.

        Raises:
            SettingsError: The words of `filters.text` cannot be searched.
            StoreError: The store cannot be read.
        """
        with self._reading(filters) as wanted:
            yield from queries.find_events(self._connection, wanted, limit=limit)

    def claims(self, filters: Filters | None = None, *, limit: int | None = None) -> Iterator[Report]:
        """Yield, newest first, a report for each article with claims asked for, holding these claims alone.

        Args and errors are those of `events`.
        """
        with self._reading(filters) as wanted:
            yield from queries.find_claims(self._connection, wanted, limit=limit)

    def reports(self, filters: Filters | None = None) -> Iterator[Report]:
        """Yield, newest first, the whole report of every article with an event or a claim asked for.

        Args and errors are those of `events`. Without filters but for `text`, articles in which nothing was found come
        too.
        """
        with self._reading(filters) as wanted:
            yield from queries.find_reports(self._connection, wanted)

    def sources(self, filters: Filters | None = None, *, limit: int | None = None) -> Iterator[SourceCount]:
        """Yield the sources of the events and claims asked for, with how much rests on each.

        Args and errors are those of `events`; `limit` counts sources.
        """
        with self._reading(filters) as wanted:
            yield from sources.find_sources(self._connection, wanted, limit=limit)

    def revisions(self, id: str) -> tuple[Revision, ...]:
        """Return what each text of an article changed, oldest first, by the id of any of them."""
        with explained(self.path):
            return load_revisions(self._connection, id)

    def stories(self, filters: Filters | None = None, *, limit: int | None = None) -> Iterator[StoryLine]:
        """Yield, newest first, a line for each story with events asked for.

        Args and errors are those of `events`; `limit` counts stories. Earlier texts of articles stand in no story.
        """
        with self._reading(filters) as wanted:
            yield from stories.find_stories(self._connection, wanted, limit=limit)

    def story(self, id: str) -> Story | None:
        """Return a whole story by its id; None when it is not there."""
        with explained(self.path):
            return stories.load_story(self._connection, id)

    def explain(self, id: str, *, policy: "Policy | None" = None) -> "Explanation":
        """Explain an event: evidence, who told whom, on how many origins it rests, what speaks against it.

        Args:
            id: Of an event in the lists, or of an event of the real world; its first six characters may do.
            policy: How reliable you hold sources to be.

        Raises:
            UnknownRecordError: No event fits, or several do.
            StoreError: The store cannot be read.
        """
        # Imported here: lists do without the linking room.
        from reportedly.linking.policy import Policy
        from reportedly.storage.explaining import explain_event

        with explained(self.path):
            return explain_event(self._connection, id, policy=policy or Policy(), path=self.path)

    def backing(self, events: Iterable[str]) -> Mapping[str, Backing]:
        """Return, by their ids, on how much events rest across articles; those in no story are absent."""
        with explained(self.path):
            return stories.find_backing(self._connection, events)

    def count_links(self) -> LinkCounts:
        """Count the stories and copies."""
        with explained(self.path):
            return stories.count_links(self._connection)

    def count_unlinked(self) -> int:
        """Count the articles that came, changed or went since links were last made."""
        with explained(self.path):
            (count,) = self._connection.execute("SELECT count(*) FROM pending").fetchone()
            return int(count)

    def tombstone(self, id: str) -> Tombstone | None:
        """Return what is left of a retracted article; None when none of that id was retracted."""
        with explained(self.path):
            return find_tombstone(self._connection, id)

    @property
    def listings(self) -> Listings:
        """What people look through: pages of events of the real world, counts, parties, articles by their words."""
        return Listings(self.path, self._connection)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """See one state of the store for as long as the block lasts, whatever another process writes meanwhile."""
        with explained(self.path):
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("ROLLBACK")

    @contextmanager
    def _reading(self, filters: Filters | None) -> Iterator[Filters]:
        wanted = filters or Filters()
        with explained(self.path):
            queries.check_search(self._connection, wanted.text)
            yield wanted
