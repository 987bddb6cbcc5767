"""Time for whoever fetches: what rates, deadlines and rhythms are measured by. Tests hand in a clock of their own."""

import threading
import time
from typing import Protocol


class Clock(Protocol):
    """What a gatherer asks of time."""

    @property
    def stopped(self) -> bool:
        """Whether the work is to end; waits are cut short."""

    def now(self) -> float:
        """Return the seconds since 1970."""

    def ticks(self) -> float:
        """Return seconds that never jump, to measure by."""

    def wait(self, seconds: float) -> None:
        """Wait, or until the work is to end."""


class SystemClock:
    """The machine's clock.

    Args:
        stop: Set when the work is to end.
    """

    def __init__(self, stop: threading.Event | None = None) -> None:
        self._stop = stop or threading.Event()

    @property
    def stopped(self) -> bool:
        """Whether the work is to end."""
        return self._stop.is_set()

    def now(self) -> float:
        """Return the seconds since 1970."""
        return time.time()

    def ticks(self) -> float:
        """Return seconds that never jump."""
        return time.monotonic()

    def wait(self, seconds: float) -> None:
        """Wait, or until the work is to end."""
        if seconds > 0:
            self._stop.wait(seconds)
