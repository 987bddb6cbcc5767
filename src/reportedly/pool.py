"""Work over several processes: order kept, memory bounded, models loaded once a process."""

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
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(make,)) as pool:
        waiting: deque[Future[R]] = deque()
        try:
            for item in items:
                waiting.append(pool.submit(_do, item))
                if len(waiting) >= workers * AHEAD:
                    yield _result(waiting.popleft())
            while waiting:
                yield _result(waiting.popleft())
        finally:
            for future in waiting:
                future.cancel()


def _start(make: Callable[[], Callable[[Any], Any]]) -> None:
    global _work  # one process, one set of models: the only way to hand an executor's workers a state
    _work = make()


def _do(item: Any) -> Any:
    if _work is None:
        raise ReportedlyError("the worker process was not started by map_in_order")
    return _work(item)


def _result(future: "Future[R]") -> R:
    try:
        return future.result()
    except BrokenProcessPool as error:
        raise ReportedlyError("a worker process died (out of memory, killed, or unable to start)") from error
