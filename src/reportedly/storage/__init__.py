"""The store: articles, claims and events kept in one SQLite file, listed and exported."""

from reportedly.storage.filters import Filters
from reportedly.storage.outcomes import Outcome, Revision, Tombstone
from reportedly.storage.runs import Run
from reportedly.storage.sources import SourceCount
from reportedly.storage.store import Store
from reportedly.storage.stories import Backing, LinkCounts, StoryLine

__all__ = [
    "Backing",
    "Filters",
    "LinkCounts",
    "Outcome",
    "Revision",
    "Run",
    "SourceCount",
    "Store",
    "StoryLine",
    "Tombstone",
]
