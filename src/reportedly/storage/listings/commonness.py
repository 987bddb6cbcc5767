"""Which filters of a query so much fits that asking each event is faster than gathering all that fits."""

import sqlite3
from typing import Any

from reportedly.storage.filters import FOLDED, Filters

#: What fits one article in so many, or more, is common.
SHARE = 10
#: How much fits, counted up to a limit.
FOUND = {
    "actor": f"SELECT 1 FROM listed_parties WHERE role = 'actor' AND {FOLDED.format(part=':actor')}",
    "recipient": f"SELECT 1 FROM listed_parties WHERE role = 'recipient' AND {FOLDED.format(part=':recipient')}",
    "text": "SELECT 1 FROM words WHERE words MATCH :text",
}
HEARD = f"SELECT ifnull(sum(events), 0) FROM source_totals WHERE {FOLDED.format(part=':source')}"


def find_common(connection: sqlite3.Connection, filters: Filters) -> frozenset[str]:
    """Return the names of the filters that so much fits."""
    values: dict[str, Any] = {**filters.values()}
    asked = [name for name in (*FOUND, "source") if name in values]
    if not asked:
        return frozenset()
    (most,) = connection.execute(f"SELECT ifnull(max(number), 0) / {SHARE} + 1 FROM articles").fetchone()
    values["most"] = most
    return frozenset(name for name in asked if connection.execute(_counted(name), values).fetchone()[0] >= most)


def _counted(name: str) -> str:
    found = FOUND.get(name)
    return HEARD if found is None else f"SELECT count(*) FROM ({found} LIMIT :most)"
