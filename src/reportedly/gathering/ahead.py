"""Many addresses fetched at the same time, their answers in order and only a few of them waiting."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def in_order(
    items: Iterable[T], *, work: Callable[[T], R], at_once: int, stop: Callable[[], None]
) -> Iterator[tuple[T, R]]:
    """Yield each item with what the work made of it, in the order of the items.

    Args:
        items: Taken as results are taken; at most twice as many as work at once are under way or waiting.
        work: Done in threads; must not raise.
        at_once: Most threads.
        stop: Called when nobody takes the rest, so that the threads end soon.
    """
    pool = ThreadPoolExecutor(at_once, thread_name_prefix="reportedly-fetch")
    waiting: deque[tuple[T, Future[R]]] = deque()
    try:
        for item in items:
            waiting.append((item, pool.submit(work, item)))
            if len(waiting) >= 2 * at_once:
                yield _taken(waiting)
        while waiting:
            yield _taken(waiting)
    except BaseException:
        # An interruption, an error, or a generator that is closed: all end the work.
        stop()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _taken(waiting: "deque[tuple[T, Future[R]]]") -> tuple[T, R]:
    item, future = waiting.popleft()
    return item, future.result()
