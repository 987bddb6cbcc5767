"""One answer must come in time, however slowly its bytes drip."""

from reportedly.errors import FetchError
from reportedly.gathering.clock import Clock


class Deadline:
    """When an answer must be whole.

    Args:
        address: What was asked for, for messages.
        seconds: From now.
        whole: The time that the caller allowed in all, for messages.
        clock: To measure by.
    """

    def __init__(self, address: str, *, seconds: float, whole: float, clock: Clock) -> None:
        self.address = address
        self._whole = whole
        self._clock = clock
        self._end = clock.ticks() + seconds

    def left(self) -> float:
        """Return the seconds left.

        Raises:
            FetchError: There are none, or the work is to end.
        """
        if self._clock.stopped:
            raise FetchError(self.address, "was left when the work ended")
        left = self._end - self._clock.ticks()
        if left <= 0:
            raise FetchError(self.address, f"took longer than {self._whole:g} seconds")
        return left
