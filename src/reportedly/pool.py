"""Work over several processes: order kept, memory bounded, models loaded once a process."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Any, TypeVar

from reportedly.errors import ReportedlyError

T = TypeVar("T")
R = TypeVar("R")

#: Items in the hands of each worker or waiting for it: enough to keep it busy, few enough to bound memory.
AHEAD = 8
DEAD = "a worker process died (out of memory, killed, or unable to start)"

_work: Callable[[Any], Any] | None = None


def map_in_order(items: Iterable[T], *, make: Callable[[], Callable[[T], R]], workers: int) -> Iterator[R]:
    """Yield the result for every item, in the order of the items.

    Args:
        items: Consumed as results are taken; at most eight a worker are read ahead.
        make: Called once in every worker; returns the function that does the work. Must be picklable.
        workers: Number of processes; they are spawned, never forked, so that no lock of a thread is inherited.

    Raises:
        ReportedlyError: A worker process died.
    """
    context = get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(make,))
    waiting: deque[Future[R]] = deque()
    try:
        for item in items:
            waiting.append(_submitted(pool, item))
            if len(waiting) >= workers * AHEAD:
                yield _result(waiting.popleft())
        while waiting:
            yield _result(waiting.popleft())
    finally:
        pool.shutdown(cancel_futures=True)


def _start(make: Callable[[], Callable[[Any], Any]]) -> None:
    # Ctrl-C reaches the whole process group; the parent alone answers it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    global _work  # one process, one set of models: the only way to hand an executor's workers a state
    _work = make()


def _do(item: Any) -> Any:
    if _work is None:
        raise ReportedlyError("the worker process was not started by map_in_order")
    return _work(item)


def _submitted(pool: ProcessPoolExecutor, item: Any) -> "Future[Any]":
    try:
        return pool.submit(_do, item)
    except BrokenProcessPool as error:
        raise ReportedlyError(DEAD) from error


def _result(future: "Future[R]") -> R:
    try:
        return future.result()
    except BrokenProcessPool as error:
        raise ReportedlyError(DEAD) from error
