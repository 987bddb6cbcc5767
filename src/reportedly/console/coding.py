"""Codes a text that a visitor sends, in a process of its own that can be ended: time is capped, and memory."""

from collections.abc import Callable
from functools import partial
from threading import Lock

from reportedly.coder import Coder
from reportedly.errors import ReportedlyError
from reportedly.pool.worker import Task, Worker
from reportedly.records import Article, Report
from reportedly.settings import Settings

#: Seconds in which a process must have loaded its models.
LOADING = 120.0
#: Megabytes that it may allocate.
MEMORY = 4_000
#: Seconds that a visitor waits for the one before.
TURN = 20.0


class BusyError(ReportedlyError):
    """The coder works for somebody else, or took too long."""


class CodingDesk:
    """One process that codes one text at a time; started by the first text, and anew after one that took too long.

    Args:
        settings: Of the coder.
        seconds: How long a text may take.
    """

    def __init__(self, settings: Settings, *, seconds: float) -> None:
        self._make = partial(_make, settings)
        self._seconds = seconds
        self._lock = Lock()
        self._worker: Worker[Article] | None = None

    def code(self, article: Article) -> Report:
        """Code an article.

        Raises:
            BusyError: Another text has its turn, or this one took too long.
            ReportedlyError: The coder cannot work, or not with this text.
        """
        if not self._lock.acquire(timeout=TURN):
            raise BusyError("the coder is busy with another text: try again later")
        try:
            return self._code(article)
        finally:
            self._lock.release()

    def close(self) -> None:
        """End the process."""
        if self._worker is not None:
            self._worker.stop()
            self._worker = None

    def _code(self, article: Article) -> Report:
        worker = self._ready_worker()
        task = Task(article)
        worker.give(task)
        if not worker.pipe.poll(self._seconds):
            self.close()
            raise BusyError(f"the text took longer than {self._seconds:g} seconds to code")
        if not worker.listen() or task.answer is None:
            self.close()
            raise BusyError("the coder's process died over this text")
        if task.answer.error is not None:
            raise task.answer.error
        report: Report = task.answer.value
        return report

    def _ready_worker(self) -> Worker[Article]:
        if self._worker is None:
            self._worker = Worker(self._make, memory=MEMORY)
        if not self._worker.is_ready:
            self._await(self._worker)
        return self._worker

    def _await(self, worker: Worker[Article]) -> None:
        """Wait until a process has loaded its models."""
        try:
            ready = worker.pipe.poll(LOADING) and worker.listen()
        except ReportedlyError:
            self.close()
            raise
        if not ready:
            self.close()
            raise BusyError("the coder could not be started")


def _make(settings: Settings) -> Callable[[Article], Report]:
    return Coder(settings).code
