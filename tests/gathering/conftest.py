"""What the tests of gathering share: a clock that costs no time, and a fetcher that may ask the test site."""

from collections.abc import Callable

import pytest

from reportedly.gathering.fetching import Fetcher
from reportedly.gathering.options import FetchOptions


class FakeClock:
    """A clock that moves when somebody waits."""

    def __init__(self) -> None:
        self.stopped = False
        self.time = 1_000_000_000.0
        self.waits: list[float] = []

    def stop(self) -> None:
        self.stopped = True

    def now(self) -> float:
        return self.time

    def ticks(self) -> float:
        return self.time

    def wait(self, seconds: float) -> None:
        if seconds > 0:
            self.waits.append(seconds)
            self.time += seconds


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def make_fetcher(clock: FakeClock) -> Callable[..., Fetcher]:
    """Make a fetcher that may ask the test site; keywords are options."""

    def make(**options) -> Fetcher:
        tells = {name: options.pop(name) for name in ("clock", "resolve") if name in options}
        limits = {"allow_private": True, "host_pause": 0.0} | options
        return Fetcher(FetchOptions(**limits), **({"clock": clock} | tells))

    return make


@pytest.fixture
def fetcher(make_fetcher: Callable[..., Fetcher]) -> Fetcher:
    return make_fetcher()
