"""Fingerprints as they stand in the store, each read once for a batch."""

import sqlite3
from dataclasses import dataclass

from reportedly.linking.fingerprints import Fingerprint
from reportedly.storage.links.filing import Spot, pack, spot_of, unpack

#: So many are kept at hand: those that a batch is compared with, and the stories of the last days.
KEPT = 2_000


@dataclass(frozen=True, slots=True)
class Print:
    """A fingerprint in the store.

    Attributes:
        number: Of the article.
        spot: Where it stands under its keys.
        keys: Hashed.
        article: The fingerprint.
    """

    number: int
    spot: Spot
    keys: tuple[int, ...]
    article: Fingerprint


class Prints:
    """Reads and writes fingerprints, and remembers those read last."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._by_handle: dict[int, Print] = {}
        self._handles: dict[int, int] = {}

    def find(self, number: int) -> Print | None:
        """Return the fingerprint of an article; None when it is not linked."""
        handle = self._handles.get(number)
        if handle is not None and handle in self._by_handle:
            return self._by_handle[handle]
        return self._load("article", number)

    def by_number(self, number: int) -> Print:
        """Return the fingerprint of an article that is linked.

        Raises:
            KeyError: It is not.
        """
        return _known(self.find(number), number)

    def by_spot(self, spot: Spot) -> Print:
        """Return the fingerprint of the article that stands somewhere.

        Raises:
            KeyError: None does.
        """
        return _known(self._by_handle.get(spot.handle) or self._load("handle", spot.handle), spot.handle)

    def insert(self, number: int, article: Fingerprint, keys: tuple[int, ...]) -> Print:
        """Write the fingerprint of an article."""
        print_ = Print(number, spot_of(article), keys, article)
        self._connection.execute(
            "INSERT INTO fingerprints (article, handle, moment, record, keys) VALUES (?, ?, ?, ?, ?)",
            (number, print_.spot.handle, print_.spot.moment, article.to_json(), pack(keys)),
        )
        return self._remember(print_)

    def delete(self, print_: Print) -> None:
        """Remove the fingerprint of an article, with its edges and its place in a story."""
        self._connection.execute("DELETE FROM fingerprints WHERE article = ?", (print_.number,))
        self._by_handle.pop(print_.spot.handle, None)
        self._handles.pop(print_.number, None)

    def _load(self, column: str, value: int) -> Print | None:
        query = f"SELECT article, moment, handle, record, keys FROM fingerprints WHERE {column} = ?"
        row = self._connection.execute(query, (value,)).fetchone()
        if row is None:
            return None
        number, moment, handle, record, keys = row
        return self._remember(Print(number, Spot(moment, handle), unpack(keys), Fingerprint.from_json(record)))

    def _remember(self, print_: Print) -> Print:
        if len(self._by_handle) >= KEPT:
            oldest = self._by_handle.pop(next(iter(self._by_handle)))
            self._handles.pop(oldest.number, None)
        self._by_handle[print_.spot.handle] = print_
        self._handles[print_.number] = print_.spot.handle
        return print_


def _known(print_: Print | None, key: int) -> Print:
    if print_ is None:
        raise KeyError(key)
    return print_
