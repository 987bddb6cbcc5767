"""The store: articles, claims and events kept in one SQLite file, listed and exported."""

from reportedly.storage.filters import Filters
from reportedly.storage.outcomes import Outcome, Revision, Tombstone
from reportedly.storage.queries import SourceCount
from reportedly.storage.runs import Run
from reportedly.storage.store import Store

__all__ = ["Filters", "Outcome", "Revision", "Run", "SourceCount", "Store", "Tombstone"]
