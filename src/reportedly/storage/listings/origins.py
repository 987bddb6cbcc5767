"""How those fare on whom events rest: how often what they say is disputed, how often they take a figure back."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginLine(Record):
    """An origin of events of the real world.

    Attributes:
        name: Of the origin.
        events: How many rest on it.
        disputed: Against how many of these something speaks.
        corrected: In how many it has taken a figure back.
    """

    name: str
    events: int
    disputed: int
    corrected: int


def find_origins(connection: sqlite3.Connection, names: Iterable[str]) -> dict[str, OriginLine]:
    """Return how the origins of these names fare; those on whom nothing rests are absent."""
    query = "SELECT count(*), sum(disputed), sum(corrected > 0) FROM listed_origins WHERE name = ?"
    found = {}
    for name in names:
        events, disputed, corrected = connection.execute(query, (name,)).fetchone()
        if events:
            found[name] = OriginLine(name=name, events=events, disputed=disputed, corrected=corrected)
    return found
