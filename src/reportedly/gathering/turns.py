"""One request at a time to each host, and a pause after it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from reportedly.errors import FetchError
from reportedly.gathering.clock import Clock


class _Host:
    __slots__ = ("closed_until", "free_at", "lock")

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.free_at = 0.0
        self.closed_until = 0.0


class Turns:
    """Hands out turns at hosts; threads share it.

    Args:
        clock: To measure by.
        patience: Longest wait for a host that asked to be left alone.
    """

    def __init__(self, clock: Clock, *, patience: float) -> None:
        self._clock = clock
        self._patience = patience
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    @contextmanager
    def at(self, host: str, *, address: str, pause: float) -> Iterator[None]:
        """Wait for a turn at a host, and hold it.

        Args:
            host: With its port.
            address: What is to be fetched, for messages.
            pause: Seconds to leave the host alone after this request.

        Raises:
            FetchError: The host asked to be left alone for longer than the patience, or the work is to end.
        """
        turn = self._host(host)
        with turn.lock:
            closed = turn.closed_until - self._clock.ticks()
            if closed > self._patience:
                reason = f"its host asked to be left alone for {closed:.0f} more seconds"
                raise FetchError(address, reason, retry_after=closed)
            self._clock.wait(max(turn.free_at - self._clock.ticks(), closed))
            if self._clock.stopped:
                raise FetchError(address, "was left when the work ended")
            try:
                yield
            finally:
                turn.free_at = self._clock.ticks() + pause

    def close(self, host: str, *, seconds: float) -> None:
        """Leave a host alone for some time."""
        turn = self._host(host)
        turn.closed_until = max(turn.closed_until, self._clock.ticks() + seconds)

    def _host(self, host: str) -> _Host:
        with self._lock:
            return self._hosts.setdefault(host, _Host())
