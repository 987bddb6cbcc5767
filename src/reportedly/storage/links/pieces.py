"""The pieces of an archive within which stories lie: small enough that what is added touches little.

No two groups are joined into one story unless an edge as strong as their average must be joins them, so stories lie
within what such edges and copies connect. Where news is dense, that may be everything. A piece of more than so many
articles is taken apart by asking for stronger edges, step by step. Which piece an article is in depends on the
articles and edges alone; what an article costs depends on its piece.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from math import inf

from reportedly.linking.clusters import LEAST_AVERAGE

#: So many articles make no piece too large; the largest stories of a day have fewer.
MOST = 500
#: How strong the edges of a piece are at least, by its level; at the last, copies alone hold it together.
LEVELS = (*(LEAST_AVERAGE * 1.3**step for step in range(9)), inf)

#: A copy hangs by its root whatever the level: 9e999 is SQLite's infinity.
TIES = f"""
    SELECT other, score FROM story_edges WHERE article = :article AND score >= {LEAST_AVERAGE}
    UNION ALL SELECT article, score FROM story_edges WHERE other = :article AND score >= {LEAST_AVERAGE}
    UNION ALL SELECT root, 9e999 FROM copies WHERE article = :article
    UNION ALL SELECT article, 9e999 FROM copies WHERE root = :article
"""


def find_pieces(connection: sqlite3.Connection, numbers: Iterable[int]) -> list[set[int]]:
    """Return the pieces that hold these articles, and those that fall apart because of them."""
    return _Finder(connection).find(numbers)


class _Finder:
    """Looks for pieces once; the edges do not change meanwhile."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._ties: dict[int, list[tuple[int, float]]] = {}
        self._levels: dict[int, int] = {}

    def find(self, numbers: Iterable[int]) -> list[set[int]]:
        found: list[set[int]] = []
        waiting = set(numbers)
        for level in range(len(LEVELS)):
            waiting = self._settle(waiting, level, found)
        return found

    def _settle(self, seeds: set[int], level: int, found: list[set[int]]) -> set[int]:
        """Find the pieces of one level; return the articles whose piece is one of a higher level."""
        settled: set[int] = set()
        large: set[int] = set()
        higher: set[int] = set()
        for seed in sorted(seeds):
            if seed in settled or seed in higher:
                continue
            group = self._reach(seed, level, large=large)
            if group is not None:
                found.append(group)
                settled |= group
                self._write(group, level)
            else:
                higher |= self._formerly_here(seed, level)
        return higher

    def _reach(self, seed: int, level: int, *, large: set[int]) -> set[int] | None:
        """Return what edges of a level connect with an article; None, and keep what was seen, when that is too much."""
        group, waiting = {seed}, [seed]
        while waiting:
            new = {other for other in self._tied(waiting.pop(), level) if other not in group}
            group |= new
            waiting.extend(new)
            if (len(group) > MOST and LEVELS[level] < inf) or not large.isdisjoint(new):
                large |= group
                return None
        return group

    def _formerly_here(self, seed: int, level: int) -> set[int]:
        """Return the articles around one, itself included, that were in pieces of this level or a lower one."""
        group, waiting = {seed}, [seed]
        while waiting:
            new = {other for other in self._tied(waiting.pop(), level) if self._level(other) <= level} - group
            group |= new
            waiting.extend(new)
        return group

    def _tied(self, number: int, level: int) -> Iterator[int]:
        if number not in self._ties:
            self._ties[number] = self._connection.execute(TIES, {"article": number}).fetchall()
        return (other for other, score in self._ties[number] if score >= LEVELS[level])

    def _level(self, number: int) -> int:
        if number not in self._levels:
            query = "SELECT level FROM fingerprints WHERE article = ?"
            (self._levels[number],) = self._connection.execute(query, (number,)).fetchone()
        return self._levels[number]

    def _write(self, group: Iterable[int], level: int) -> None:
        for number in sorted(group):
            if self._level(number) != level:
                self._connection.execute("UPDATE fingerprints SET level = ? WHERE article = ?", (level, number))
