"""What runs inside a worker process: it makes its work once, then answers items until the pipe ends."""

import resource
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from typing import Any

from reportedly.errors import ReportedlyError

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker has loaded what it needs."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of an item.

    Attributes:
        value: What the work returned.
        error: What it raised; None when it returned.
    """

    value: Any = None
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class _Item:
    """An item on its way from the receiving thread to the work; None ends the queue."""

    value: Any


def serve(pipe: "Connection[Any, Any]", make: Callable[[], Callable[[Any], Any]], memory: int | None) -> None:
    """Answer every item that comes down the pipe, in their order.

    Args:
        pipe: To the parent.
        make: Returns the function that does the work.
        memory: Megabytes that this process may allocate; None for no limit.
    """
    # Ctrl-C reaches the whole process group; the parent alone answers it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        _serve(pipe, make, memory)
    except (BrokenPipeError, ConnectionResetError):
        # The parent is gone, and with it everybody who wanted an answer.
        return


def _serve(pipe: "Connection[Any, Any]", make: Callable[[], Callable[[Any], Any]], memory: int | None) -> None:
    try:
        _limit(memory)
        work = make()
    except Exception as error:  # the parent raises it
        pipe.send(Answer(error=_portable(error)))
        return
    pipe.send(Ready())
    inbox: SimpleQueue[_Item | None] = SimpleQueue()
    # Parent and worker would wait for one another for ever, were both to send more than the pipe holds.
    Thread(target=_receive, args=(pipe, inbox), daemon=True).start()
    while (item := inbox.get()) is not None:
        pipe.send(_answer(work, item.value))


def _limit(memory: int | None) -> None:
    """Bound what this process may allocate: private data alone, so that weights mapped from files do not count."""
    if memory is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (memory * MEGABYTE, hard))


def _receive(pipe: "Connection[Any, Any]", inbox: "SimpleQueue[_Item | None]") -> None:
    while True:
        try:
            item = pipe.recv()
        except (EOFError, OSError):
            inbox.put(None)
            return
        inbox.put(_Item(item))


def _answer(work: Callable[[Any], Any], item: Any) -> Answer:
    try:
        return Answer(work(item))
    except Exception as error:  # raised again where the results are taken
        return Answer(error=_portable(error))


def _portable(error: Exception) -> Exception:
    """Return an error that survives the pipe: others may refuse to be built again from their arguments."""
    if isinstance(error, ReportedlyError | MemoryError):
        return error
    return ReportedlyError(f"{type(error).__name__}: {error}")
