"""Keeps links up to date: what came, changed or went is compared with its neighbours, and its stories are made anew.

What comes of it depends on the current articles alone: not on the order in which they were added, nor on how often the
work was interrupted and taken up again.
"""

import sqlite3
from collections.abc import Iterable

from reportedly.linking.copies import resolve_copies
from reportedly.linking.families import Families
from reportedly.linking.fingerprints import fingerprint
from reportedly.storage.links.copying import write_links
from reportedly.storage.links.edges import (
    compare_pair,
    copy_component,
    copy_edges,
    delete_edges,
    has_edge,
    joined_with,
)
from reportedly.storage.links.filing import Pair, are_near, delete_keys, insert_keys, keys_of
from reportedly.storage.links.prints import Print, Prints
from reportedly.storage.links.reports import Reports
from reportedly.storage.links.telling import Teller, take_story_apart


class Linker:
    """Links articles within the caller's transaction.

    It remembers what it read, so it is no good any more once a transaction failed, another process wrote, or an article
    was coded again or retracted.

    Attributes:
        families: Which publishers are one house or one group.
    """

    def __init__(self, connection: sqlite3.Connection, *, families: Families) -> None:
        self.families = families
        self._connection = connection
        self._prints = Prints(connection)
        self._reports = Reports(connection)

    def link(self, numbers: Iterable[int]) -> None:
        """Bring the links of articles up to date, and everything that this touches.

        Args:
            numbers: Of articles that came, changed or went.
        """
        changed = set(numbers)
        touched = {other for number in sorted(changed) for other in self._update(number)}
        touched |= self._resolve_copies(touched)
        teller = Teller(self._connection, self._prints, self._reports)
        teller.tell_anew(self._linked(touched), changed=changed)
        self._connection.executemany("DELETE FROM pending WHERE article = ?", [(number,) for number in sorted(changed)])

    def forget(self, numbers: Iterable[int]) -> None:
        """Remove all that linking keeps of articles before they go; what they leave behind is linked by `link`."""
        touched = {other for number in numbers for other in self._remove_if_linked(number)}
        rows = [(number,) for number in sorted(self._linked(touched))]
        self._connection.executemany("INSERT OR IGNORE INTO pending VALUES (?)", rows)

    def _update(self, number: int) -> set[int]:
        """File an article as it is now; return the articles whose links may change."""
        old = self._prints.find(number)
        if not self._is_current(number):
            return self._remove_if_linked(number)
        new = fingerprint(self._reports.read_anew(number), families=self.families)
        if old is not None and old.article == new:
            return {number}
        touched = self._remove_if_linked(number)
        filed = self._prints.insert(number, new, keys_of(new))
        moved = insert_keys(self._connection, filed.spot, filed.keys)
        for spot in sorted(moved.near):
            other = self._prints.by_spot(spot)
            if compare_pair(self._connection, filed, other):
                touched.add(other.number)
        return touched | {number} | self._part(moved.others)

    def _remove_if_linked(self, number: int) -> set[int]:
        old = self._prints.find(number)
        if old is None:
            return set()
        touched = joined_with(self._connection, number) | take_story_apart(self._connection, number)
        self._prints.delete(old)
        moved = delete_keys(self._connection, old.spot, old.keys)
        return touched | self._bring_together(moved.others)

    def _part(self, pairs: Iterable[Pair]) -> set[int]:
        """Remove what joins two articles that are near under no key any more."""
        touched: set[int] = set()
        for one, other, pair in self._both(pairs):
            shared = set(one.keys) & set(other.keys)
            if has_edge(self._connection, one.number, other.number) and not are_near(self._connection, pair, shared):
                delete_edges(self._connection, one.number, other.number)
                touched |= {one.number, other.number}
        return touched

    def _bring_together(self, pairs: Iterable[Pair]) -> set[int]:
        """Compare two articles that have come near."""
        touched: set[int] = set()
        for one, other, _ in self._both(pairs):
            if compare_pair(self._connection, one, other):
                touched |= {one.number, other.number}
        return touched

    def _both(self, pairs: Iterable[Pair]) -> Iterable[tuple[Print, Print, Pair]]:
        return ((self._prints.by_spot(pair[0]), self._prints.by_spot(pair[1]), pair) for pair in sorted(pairs))

    def _resolve_copies(self, touched: set[int]) -> set[int]:
        """Find the roots of copies anew where shared text changed; return the articles whose links did."""
        changed: set[int] = set()
        for group in copy_component(self._connection, sorted(self._linked(touched))):
            articles = {one.article.id: one.article for one in map(self._prints.by_number, group)}
            numbers = {self._prints.by_number(number).article.id: number for number in group}
            links = resolve_copies(copy_edges(self._connection, group), articles)
            changed |= write_links(self._connection, links, numbers)
        return changed

    def _linked(self, numbers: Iterable[int]) -> set[int]:
        return {number for number in numbers if self._prints.find(number) is not None}

    def _is_current(self, number: int) -> bool:
        row = self._connection.execute("SELECT current FROM articles WHERE number = ?", (number,)).fetchone()
        return row is not None and bool(row[0])
