"""Time for whoever fetches: what rates, deadlines and rhythms are measured by. Tests hand in a clock of their own."""

import time
from typing import Protocol

#: How soon a stop is noticed.
SLICE = 0.2


class Clock(Protocol):
    """What a gatherer asks of time."""

    @property
    def stopped(self) -> bool:
        """Whether the work is to end; waits are cut short."""

    def stop(self) -> None:
        """Let the work end."""

    def now(self) -> float:
        """Return the seconds since 1970."""

    def ticks(self) -> float:
        """Return seconds that never jump, to measure by."""

    def wait(self, seconds: float) -> None:
        """Wait, or until the work is to end."""


class SystemClock:
    """The machine's clock."""

    def __init__(self) -> None:
        self._stopped = False

    @property
    def stopped(self) -> bool:
        """Whether the work is to end."""
        return self._stopped

    def stop(self) -> None:
        """Let the work end; safe in a signal handler, which a lock would not be."""
        self._stopped = True

    def now(self) -> float:
        """Return the seconds since 1970."""
        return time.time()

    def ticks(self) -> float:
        """Return seconds that never jump."""
        return time.monotonic()

    def wait(self, seconds: float) -> None:
        """Wait, or until the work is to end."""
        end = self.ticks() + seconds
        while not self._stopped and (left := end - self.ticks()) > 0:
            time.sleep(min(left, SLICE))
