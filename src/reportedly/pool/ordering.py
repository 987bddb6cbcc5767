"""Many items over several processes: results in the order of the items, few of them ahead, dead workers replaced."""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from multiprocessing.connection import wait
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from reportedly.errors import ReportedlyError
from reportedly.pool.serving import Answer
from reportedly.pool.worker import Task, Worker

T = TypeVar("T")
R = TypeVar("R")

logger = logging.getLogger(__name__)

#: Items read ahead for each worker: enough to keep it busy, few enough to bound memory.
AHEAD = 8
#: Of these, how many are in a worker's hands at a time: more would leave the others idle at the end.
IN_HAND = 3
#: An item over which so many workers died is given up. Two deaths may be chance (a neighbour took the memory, somebody
#: killed a process); a worker that takes the item up again costs two seconds.
TRIES = 3
DEAD = "a worker process died"


class WorkerPool(Generic[T, R]):
    """Processes that each load their models once and work on one item after another.

    A worker that dies is replaced, and only what it had in hand is done again.

    Args:
        make: Called once in every worker; returns the function that does the work. Must be picklable.
        workers: Number of processes; they are spawned when there is work.
        memory: Megabytes that each may allocate; None for no limit. What needs more raises a MemoryError there.
        give_up: Makes a result of an item over which three workers died, and of how the last one ended; without it,
            such an item is an error.

    >>> with WorkerPool(make=load_model, workers=2) as pool:
    ...     results = list(pool.map(items))
    """

    def __init__(
        self,
        *,
        make: Callable[[], Callable[[T], R]],
        workers: int,
        memory: int | None = None,
        give_up: Callable[[T, str], R] | None = None,
    ) -> None:
        self._make, self._memory, self._give_up = make, memory, give_up
        self._size = workers
        self._workers: list[Worker[T]] = []
        self._deaths_at_start = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the processes; the next `map` starts new ones."""
        while self._workers:
            self._workers.pop().stop()

    def map(self, items: Iterable[T]) -> Iterator[R]:
        """Yield the result for every item, in the order of the items.

        Args:
            items: Consumed as results are taken; at most eight a worker are read ahead.

        Raises:
            ReportedlyError: Workers die before they are ready, or over one item again and again, and nothing says
                what to make of it.
            Exception: What the work raised, at its place in the order.
        """
        source = iter(items)
        waiting: deque[Task[T]] = deque()
        # What nobody has in hand: new items, and those of workers that died, which come first.
        idle: deque[Task[T]] = deque()
        finished = False
        try:
            while True:
                # One at a time: the first is worked on while a slow source still looks for the second.
                fresh = [Task(item) for item in islice(source, 1 if len(waiting) < self._size * AHEAD else 0)]
                waiting.extend(fresh)
                idle.extend(fresh)
                if not waiting:
                    finished = True
                    return
                self._hand_out(idle)
                self._listen(idle, patience=0 if fresh or waiting[0].answer else None)
                if (answer := waiting[0].answer) is not None:
                    waiting.popleft()
                    yield _value(answer)
        finally:
            if not finished:
                # Somebody has seen enough, or something broke: what is in hand is of no use to the next `map`.
                self.close()

    def _hand_out(self, idle: "deque[Task[T]]") -> None:
        if idle and not self._workers:
            self._workers = [self._start() for _ in range(self._size)]
        # One round gives each worker one item more, so that few items are spread over all.
        for already in range(IN_HAND):
            for worker in self._workers:
                if idle and len(worker.in_hand) == already:
                    worker.give(idle.popleft())

    def _listen(self, idle: "deque[Task[T]]", *, patience: float | None) -> None:
        """Wait, at most so many seconds, until some worker says something; replace those that died."""
        heard: list[Any] = wait([worker.pipe for worker in self._workers], patience)
        for number, worker in enumerate(self._workers):
            if worker.pipe in heard and not worker.listen():
                self._workers[number] = self._replacement(worker, idle)

    def _replacement(self, dead: Worker[T], idle: "deque[Task[T]]") -> Worker[T]:
        how = dead.bury()
        self._deaths_at_start = 0 if dead.is_ready else self._deaths_at_start + 1
        if self._deaths_at_start >= TRIES:
            self._workers.remove(dead)
            raise ReportedlyError(f"{DEAD} before it was ready: it {how}")
        logger.warning("%s: it %s; another one does its work again", DEAD, how)
        if dead.is_ready and dead.in_hand:
            self._blame(dead.in_hand[0], how)
        idle.extendleft(reversed([task for task in dead.in_hand if task.answer is None]))
        return self._start()

    def _blame(self, task: Task[T], how: str) -> None:
        """Count a death over an item, and give the item up after too many."""
        task.deaths += 1
        if task.deaths < TRIES:
            return
        if self._give_up is None:
            task.answer = Answer(error=ReportedlyError(f"{DEAD} over one item, {TRIES} times: it {how}"))
        else:
            task.answer = Answer(self._give_up(task.item, how))

    def _start(self) -> Worker[T]:
        return Worker(self._make, memory=self._memory)


def map_in_order(
    items: Iterable[T],
    *,
    make: Callable[[], Callable[[T], R]],
    workers: int,
    memory: int | None = None,
    give_up: Callable[[T, str], R] | None = None,
) -> Iterator[R]:
    """Yield the result for every item, in the order of the items, from processes of their own.

    Args:
        items: Consumed as results are taken; at most eight a worker are read ahead.
        make: As for `WorkerPool`.
        workers: As for `WorkerPool`.
        memory: As for `WorkerPool`.
        give_up: As for `WorkerPool`.

    Raises:
        ReportedlyError: As for `WorkerPool.map`.
    """
    with WorkerPool(make=make, workers=workers, memory=memory, give_up=give_up) as pool:
        yield from pool.map(items)


def _value(answer: Answer) -> Any:
    if answer.error is not None:
        raise answer.error
    return answer.value
