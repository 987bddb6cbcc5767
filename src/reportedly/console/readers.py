"""Open stores, handed from request to request: each sees one state of the store and is used by one thread at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, LifoQueue
from threading import Lock

from reportedly.errors import StoreError, UnknownRecordError
from reportedly.storage import Store

#: Seconds that a request waits for one of the others to finish.
PATIENCE = 20.0


class Readers:
    """A few readers of one store; more are opened as they are needed, up to the limit."""

    def __init__(self, path: Path, *, limit: int) -> None:
        self._path = path
        self._limit = limit
        self._idle: LifoQueue[Store] = LifoQueue()
        self._lock = Lock()
        self._opened = 0

    @contextmanager
    def borrow(self) -> Iterator[Store]:
        """Lend a store for the length of one request.

        Raises:
            StoreError: The store cannot be opened or read, or all readers are busy for too long.
        """
        store = self._take()
        try:
            with store.snapshot():
                yield store
        except UnknownRecordError:
            self._idle.put(store)
            raise
        except StoreError:
            # What went wrong may be the connection: the next request gets a new one.
            self._drop(store)
            raise
        except BaseException:
            self._idle.put(store)
            raise
        self._idle.put(store)

    def close(self) -> None:
        """Close the readers that nobody uses."""
        while True:
            try:
                self._drop(self._idle.get_nowait())
            except Empty:
                return

    def _take(self) -> Store:
        try:
            return self._idle.get_nowait()
        except Empty:
            pass
        with self._lock:
            may_open = self._opened < self._limit
            self._opened += may_open
        return self._open() if may_open else self._wait()

    def _open(self) -> Store:
        try:
            return Store.open(self._path, any_thread=True)
        except BaseException:
            with self._lock:
                self._opened -= 1
            raise

    def _wait(self) -> Store:
        try:
            return self._idle.get(timeout=PATIENCE)
        except Empty:
            raise StoreError(str(self._path), "is busy: too many requests at the same time") from None

    def _drop(self, store: Store) -> None:
        store.close()
        with self._lock:
            self._opened -= 1
