"""What robots.txt allows, kept a day for each host (RFC 9309)."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

import httpx
from protego import Protego

from reportedly.errors import FetchError
from reportedly.gathering.clock import Clock
from reportedly.gathering.options import NAME

#: What a robots.txt file must be read up to, at least.
MOST_BYTES = 512_000
KEPT = 86_400.0
#: A file that could not be read is asked for again after this many seconds.
KEPT_FAILURE = 300.0
#: A host that wants longer pauses than this is not waited for, but asked this seldom.
LONGEST_PAUSE = 60.0


@dataclass(frozen=True, slots=True)
class Rules:
    """What one host allows.

    Attributes:
        robots: Its file; None when there is none, so that all is allowed.
        failure: Why the file could not be read; then nothing is allowed for now.
        until: When the file is read again.
    """

    robots: Protego | None
    failure: FetchError | None
    until: float

    def pause(self) -> float:
        """Return the seconds between requests that the file asks for."""
        if self.robots is None:
            return 0.0
        delay = self.robots.crawl_delay(NAME)
        rate = self.robots.request_rate(NAME)
        wanted = max(delay or 0.0, rate.seconds / rate.requests if rate and rate.requests else 0.0)
        return min(wanted, LONGEST_PAUSE)


class Robots:
    """Reads robots.txt files when they are first needed; threads share it.

    Args:
        clock: To measure by.
        fetch: Fetches a file; returns None when the host has none.
    """

    def __init__(self, clock: Clock, *, fetch: Callable[[str], bytes | None]) -> None:
        self._clock = clock
        self._fetch = fetch
        self._rules: dict[str, Rules] = {}
        self._reading: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def check(self, url: httpx.URL, *, address: str) -> float:
        """Return the pause that a host asks for.

        Args:
            url: What is to be fetched now.
            address: What led to it, for messages.

        Raises:
            FetchError: The host's robots.txt forbids it, or cannot be read.
        """
        rules = self._of(f"{url.scheme}://{url.netloc.decode('ascii')}")
        if rules.failure is not None:
            told = rules.failure.reason
            reason = told if rules.failure.lasting else f"its host's robots.txt cannot be read: {told}"
            raise FetchError(
                address, reason, lasting=rules.failure.lasting, retry_after=rules.failure.retry_after
            ) from rules.failure
        if rules.robots is not None and not rules.robots.can_fetch(str(url), NAME):
            raise FetchError(address, "its host's robots.txt asks not to fetch it", lasting=True)
        return rules.pause()

    def _of(self, origin: str) -> Rules:
        with self._lock:
            reading = self._reading.setdefault(origin, threading.Lock())
        with reading:
            known = self._rules.get(origin)
            if known is None or known.until <= self._clock.ticks():
                known = self._rules[origin] = self._read(f"{origin}/robots.txt")
            return known

    def _read(self, address: str) -> Rules:
        now = self._clock.ticks()
        try:
            raw = self._fetch(address)
        except FetchError as error:
            return Rules(None, error, now + KEPT_FAILURE)
        if raw is None:
            return Rules(None, None, now + KEPT)
        return Rules(Protego.parse(raw[:MOST_BYTES].decode("utf-8", "replace")), None, now + KEPT)
