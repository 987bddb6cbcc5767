"""The store: one SQLite file that keeps texts and what was found in them. This class owns the connection."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from reportedly.errors import StoreError
from reportedly.records import Article, Failure, Report
from reportedly.storage import unread
from reportedly.storage.failures import explained
from reportedly.storage.opening import PATIENCE, open_reader, open_writer
from reportedly.storage.outcomes import Outcome, Tombstone
from reportedly.storage.reader import StoreReader
from reportedly.storage.retracting import bury, empty_log, find_tombstone
from reportedly.storage.revisions import join_lineage
from reportedly.storage.rows import check_storable, content_sha256
from reportedly.storage.runs import Run, register
from reportedly.storage.totals import count_in
from reportedly.storage.writing import insert_article, insert_coding, replace_coding

if TYPE_CHECKING:
    from reportedly.linking.families import Families
    from reportedly.storage.links.linker import Linker

#: So many articles are linked in one transaction: few enough that another writer waits no longer than it has patience.
BATCH = 100


class Store(StoreReader):
    """Articles with their claims and events, kept in one file on this machine.

    Every report is written in one transaction: it is there as a whole or not at all, whatever ends the program. Many
    processes may read while one writes.

    >>> with Store.open("news.db", write=True) as store:
    ...     for report in coder.pipe(articles):
    ...         store.add(report)
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, *, writable: bool) -> None:
        super().__init__(path, connection)
        self._writable = writable
        self._run: Run | None = None
        self._last_note = 0
        self._last_linker: tuple[int, Linker] | None = None

    @classmethod
    def open(
        cls,
        path: str | os.PathLike[str],
        *,
        write: bool = False,
        create: bool = True,
        patience: float = PATIENCE,
        any_thread: bool = False,
    ) -> Self:
        """Open a store; one with an older schema is upgraded, which is logged.

        Args:
            path: Of the file.
            write: Whether to change it.
            create: Whether to make it when it is not there and `write` is set.
            patience: Seconds to wait for another process that writes.
            any_thread: Whether threads may hand a store on to one another that is not written to; only one may use it
                at a time.

        Raises:
            StoreError: The file is no store, newer than the program, locked, or cannot be opened.
        """
        file = Path(path)
        if write:
            return cls(file, open_writer(file, create=create, patience=patience), writable=True)
        return cls(file, open_reader(file, patience=patience, any_thread=any_thread), writable=False)

    def close(self) -> None:
        """Close the file; closing twice does nothing."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def begin(self, run: Run) -> None:
        """Say what makes the reports to come; a run that is there already goes on.

        Raises:
            StoreError: The store cannot be written.
        """
        with self._transaction():
            register(self._connection, run)
            self._last_note = unread.last_note(self._connection)
        self._run = run

    def look_up(self, article: Article) -> Outcome | None:
        """Tell whether an article is known or retracted; None when it is neither and worth coding.

        Raises:
            RecordError: The article holds text that cannot be stored.
            StoreError: The store cannot be read.
        """
        check_storable(article)
        with explained(self.path):
            return self._outcome_so_far(article)

    def add(self, report: Report) -> Outcome:
        """Keep a report, unless its article is known or was retracted.

        Returns:
            What became of it. A known article stays as it was coded first; see `recode`.

        Raises:
            RecordError: The report holds text that cannot be stored.
            StoreError: The store cannot be written; nothing of the report is in it.
        """
        check_storable(report)
        with self._transaction():
            found = self._outcome_so_far(report.article)
            if found is not None:
                return found
            number = insert_article(self._connection, report.article, run=self._run_number(report))
            insert_coding(self._connection, report, article=number)
            count_in(self._connection, number)
            if report.article.url is not None:
                unread.drop(self._connection, report.article.url)
            if join_lineage(self._connection, number):
                self._last_linker = None
                return Outcome.REVISED
            return Outcome.ADDED

    def recode(self, report: Report) -> bool:
        """Replace what was found in an article by a new report of it.

        Returns:
            Whether the article was there.

        Raises:
            RecordError: The report holds text that cannot be stored.
            StoreError: The store cannot be written; the old findings are still there.
        """
        check_storable(report)
        with self._transaction():
            number = self._number_of(report.article)
            if number is None:
                return False
            replace_coding(self._connection, report, article=number)
            run = self._run_number(report)
            self._connection.execute("UPDATE articles SET run = ? WHERE number = ?", (run, number))
            self._last_linker = None
            return True

    def note_failure(self, failure: Failure, *, when: str | None = None) -> None:
        """Note what could not be read or coded, in the place of what was noted of that input before.

        Args:
            failure: As a reader or a coder gave it.
            when: ISO 8601.

        Raises:
            StoreError: The store cannot be written.
        """
        with self._transaction():
            run = None if self._run is None else register(self._connection, self._run)
            unread.note(self._connection, failure, when=when, run=run, above=self._last_note)

    def note_read(self, input: str) -> None:
        """Drop what is noted as failed of an input that could be read now.

        Raises:
            StoreError: The store cannot be written.
        """
        with explained(self.path):
            noted = unread.is_noted(self._connection, input)
        if noted:
            with self._transaction():
                unread.drop(self._connection, input)

    def note_all_read(self, inputs: Iterable[str]) -> None:
        """Drop what earlier runs noted as failed of inputs, and of all that lies in them: this run has read them again.

        Args:
            inputs: Files, folders and addresses, read to their ends since `begin`.

        Raises:
            StoreError: The store cannot be written.
        """
        if self._last_note:
            with self._transaction():
                unread.drop_older(self._connection, inputs, than=self._last_note)

    def link(self, *, families: "Families | None" = None, anew: bool = False) -> int:
        """Find copies and stories among what came, changed or went since this was done last.

        Each batch is one transaction. An interrupted run is taken up by the next, and comes to the same links.

        Args:
            families: Which publishers are one house or one group; the packaged ones unless given.
            anew: Whether every article is linked again, since other families count now.

        Returns:
            How many articles were linked.

        Raises:
            StoreError: The store cannot be written; the batches before are kept.
        """
        if anew:
            with self._transaction():
                self._connection.execute("INSERT OR IGNORE INTO pending SELECT number FROM articles WHERE current")
        linked = 0
        while self.count_unlinked():
            with self._transaction():
                rows = self._connection.execute("SELECT article FROM pending ORDER BY article LIMIT ?", (BATCH,))
                numbers = [number for (number,) in rows]
                self._linker(families).link(numbers)
            linked += len(numbers)
        return linked

    def retract(self, id: str, *, when: str, reason: str | None = None) -> tuple[Tombstone, ...]:
        """Take an article out for good, in all its revisions: text, claims, events, and the words of the search.

        The story that it stood in goes too, and is told anew without it by `link`.

        Args:
            id: Of the article.
            when: ISO 8601; kept on the tombstone.
            reason: For those who ask later.

        Returns:
            The tombstones set, one a text; none when no such article is there.

        Raises:
            StoreError: The store cannot be written; the article is still there.
        """
        with self._transaction():
            tombstones = bury(self._connection, id, when=when, reason=reason, forget=self._linker().forget)
            self._last_linker = None
        if tombstones:
            with explained(self.path):
                empty_log(self._connection)
        return tombstones

    def _outcome_so_far(self, article: Article) -> Outcome | None:
        if find_tombstone(self._connection, article.id) is not None:
            return Outcome.RETRACTED
        return None if self._number_of(article) is None else Outcome.KNOWN

    def _number_of(self, article: Article) -> int | None:
        query = "SELECT number FROM articles WHERE sha256 = ?"
        row = self._connection.execute(query, (content_sha256(article),)).fetchone()
        return None if row is None else int(row[0])

    def _run_number(self, report: Report) -> int:
        begun = self._run is not None and self._run.coder == report.coder
        return register(self._connection, self._run if begun and self._run else Run(coder=report.coder))

    def _linker(self, families: "Families | None" = None) -> "Linker":
        """Return the linker of the last batch, which knows its neighbours, unless another process wrote since."""
        # Imported here: comparing texts needs the language rooms, which lists do without.
        from reportedly.linking.families import load_families
        from reportedly.storage.links.linker import Linker

        wanted = load_families() if families is None else families
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        if self._last_linker is None or self._last_linker[0] != version or self._last_linker[1].families != wanted:
            self._last_linker = version, Linker(self._connection, families=wanted)
        return self._last_linker[1]

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Write all of it or nothing."""
        if not self._writable:
            raise StoreError(str(self.path), "was opened for reading only")
        with explained(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                self._last_linker = None
                # A full disk has SQLite roll back by itself.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
