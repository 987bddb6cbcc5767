"""The parent's end of one worker process: what it has in hand, what it says, and how it died."""

import signal
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from reportedly.pool.serving import Answer, Ready, serve

T = TypeVar("T")

#: Seconds that a process gets to end after SIGTERM, before it is killed.
PATIENCE = 5.0


@dataclass(slots=True, eq=False)
class Task(Generic[T]):
    """One item on its way through the pool.

    Attributes:
        item: What is to be worked on.
        deaths: How many workers died over it.
        answer: What became of it; None for as long as nobody knows.
    """

    item: T
    deaths: int = 0
    answer: Answer | None = None


class Worker(Generic[T]):
    """One process, spawned and never forked, so that no lock of a thread is inherited.

    Attributes:
        pipe: To the process; readable when it has said something, or is dead.
        in_hand: What it was given and has not answered, the one that it works on first.
        is_ready: Whether it has loaded what it needs.
    """

    def __init__(self, make: Callable[[], Callable[[Any], Any]], *, memory: int | None) -> None:
        context = get_context("spawn")
        self.pipe: Connection[Any, Any]
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, make, memory), daemon=True)
        self._process.start()
        # With this end open here too, the death of the process would go unnoticed.
        theirs.close()
        self.in_hand: deque[Task[T]] = deque()
        self.is_ready = False

    def give(self, task: Task[T]) -> None:
        """Hand an item to the process; one that died meanwhile is noticed by `listen`."""
        self.in_hand.append(task)
        try:
            self.pipe.send(task.item)
        except (BrokenPipeError, ConnectionResetError):
            return

    def listen(self) -> bool:
        """Take up what the process has said.

        Returns:
            Whether it is alive.

        Raises:
            Exception: What kept it from starting.
        """
        try:
            said = self.pipe.recv()
        except (EOFError, OSError):
            return False
        if isinstance(said, Ready):
            self.is_ready = True
        elif self.is_ready:
            self.in_hand.popleft().answer = said
        else:
            raise said.error
        return True

    def bury(self) -> str:
        """Clear away a dead process and tell how it ended."""
        self.pipe.close()
        self._process.join()
        status = self._process.exitcode or 0
        self._process.close()
        if status >= 0:
            return f"ended with exit status {status}"
        name = signal.Signals(-status).name
        return f"ended by {name}" + (", perhaps for want of memory" if -status == signal.SIGKILL else "")

    def stop(self) -> None:
        """End the process, whatever it does."""
        self.pipe.close()
        self._process.terminate()
        self._process.join(PATIENCE)
        if self._process.exitcode is None:
            self._process.kill()
            self._process.join()
        self._process.close()
